import { attributesOf, getInstanceDict } from "../../core/attributes.js";
import { noKeywords } from "../../core/bind-arguments.js";
import { newException, raiseNoAttribute, raiseValue } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import { repr, str } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { None } from "../none/singletons.js";
import type { Str } from "../str/py-str.js";
import { joinStr } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { exceptionStr } from "./base-exception.js";
import * as E from "./exception-types.js";
import { fieldRow } from "./field-row.js";
import { getExceptionField, setExceptionField, setFieldsFromArgs } from "./fields.js";
import { PyBaseException } from "./py-base-exception.js";

/** Linux errno numbers of the subclasses of OSError (PEP 3151). */
const byErrno = new Map<Value, PyType>([
  [1, E.PermissionErrorType],
  [2, E.FileNotFoundErrorType],
  [3, E.ProcessLookupErrorType],
  [4, E.InterruptedErrorType],
  [10, E.ChildProcessErrorType],
  [11, E.BlockingIOErrorType],
  [13, E.PermissionErrorType],
  [17, E.FileExistsErrorType],
  [20, E.NotADirectoryErrorType],
  [21, E.IsADirectoryErrorType],
  [32, E.BrokenPipeErrorType],
  [103, E.ConnectionAbortedErrorType],
  [104, E.ConnectionResetErrorType],
  [108, E.BrokenPipeErrorType],
  [110, E.TimeoutErrorType],
  [111, E.ConnectionRefusedErrorType],
  [114, E.BlockingIOErrorType],
  [115, E.BlockingIOErrorType],
]);

/** The class that `OSError(errno, ...)` makes an instance of. */
export function osErrorType(errno: Value): PyType {
  return byErrno.get(errno) ?? E.OSErrorType;
}

/** Raises the subclass of OSError that belongs to an errno (Linux numbers). */
export function raiseOSError(
  ts: ThreadState,
  errno: number,
  strerror: string,
  filename: Value = None,
  filename2: Value = None,
): null {
  const args: Value[] = [errno, strerror];
  if (filename !== None) args.push(filename);
  if (filename2 !== None) args.push(0, filename2);
  return raiseValue(ts, newException(osErrorType(errno), args));
}

/** A subclass with an `__init__` of its own, but not `__new__`, is initialised by that (CPython `oserror_use_init`). */
function usesInit(cls: PyType): boolean {
  return cls.tp_init !== osErrorInit && cls.tp_new === osErrorNew;
}

function osErrorNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (usesInit(cls)) return new PyBaseException(cls, new PyTuple([]));
  if (noKeywords(ts, cls.tpName, kwnames) === null) return null;
  const inRange = args.length >= 2 && args.length <= 5;
  const type = cls === E.OSErrorType && inRange ? osErrorType(args[0]) : cls;
  const self = new PyBaseException(type, new PyTuple(args));
  return fill(ts, self) === null ? null : self;
}

function osErrorInit(ts: ThreadState, self: PyBaseException, args: Value[], kwnames: KwNames): Status {
  if (!usesInit(self.cls)) return true;
  if (noKeywords(ts, self.cls.tpName, kwnames) === null) return null;
  self.args = new PyTuple(args);
  return fill(ts, self);
}

function fill(ts: ThreadState, self: PyBaseException): Status {
  const { items } = self.args;
  const third = items.length >= 3 && items.length <= 5 ? items[2] : None;
  if (self.cls === E.BlockingIOErrorType && typeof third === "number") {
    const written = toSize(ts, third, E.ValueErrorType);
    if (written === null) return null;
    setExceptionField(self, "errno", items[0]);
    setExceptionField(self, "strerror", items[1]);
    setExceptionField(self, "characters_written", written);
    self.args = new PyTuple(items.slice(0, 2));
    return true;
  }
  setFieldsFromArgs(self);
  return true;
}

function osErrorStr(ts: ThreadState, self: PyBaseException): Result<Str> {
  const field = (name: string): Value => getExceptionField(self, name) ?? None;
  const known = getExceptionField(self, "errno") !== undefined;
  const filename = field("filename");
  if (!known && filename === None) return exceptionStr(ts, self);
  const errno = str(ts, field("errno"));
  const strerror = errno === null ? null : str(ts, field("strerror"));
  if (errno === null || strerror === null) return null;
  const parts: Str[] = ["[Errno ", errno, "] ", strerror];
  if (filename !== None) {
    const first = repr(ts, filename);
    if (first === null) return null;
    parts.push(": ", first);
    const filename2 = field("filename2");
    if (filename2 !== None) {
      const second = repr(ts, filename2);
      if (second === null) return null;
      parts.push(" -> ", second);
    }
  }
  return joinStr(parts, "");
}

function osErrorReduce(ts: ThreadState, self: PyBaseException): Result<Value> {
  let { args } = self;
  const filename = getExceptionField(self, "filename");
  if (args.items.length === 2 && filename !== undefined) {
    const filename2 = getExceptionField(self, "filename2");
    args = new PyTuple(
      filename2 === undefined ? [...args.items, filename] : [...args.items, filename, None, filename2],
    );
  }
  if (attributesOf(self) === null) return new PyTuple([self.cls, args]);
  const dict = getInstanceDict(ts, self);
  return dict === null ? null : new PyTuple([self.cls, args, dict]);
}

/** What OSError adds to Exception. */
export const osErrorParts: Partial<TypeSpec> = {
  flags: TypeFlags.OWN_LAYOUT,
  slots: { tp_new: osErrorNew, tp_init: osErrorInit, tp_str: osErrorStr },
  methods: [["__reduce__", "($self, /)", osErrorReduce]],
  getset: [
    fieldRow("errno", "POSIX exception code"),
    fieldRow("strerror", "exception strerror"),
    fieldRow("filename", "exception filename"),
    fieldRow("filename2", "second exception filename"),
    [
      "characters_written",
      (ts, self: PyBaseException) =>
        getExceptionField(self, "characters_written") ??
        raiseNoAttribute(ts, "characters_written", self, "characters_written"),
      (ts, self: PyBaseException, value) => {
        if (value === undefined) {
          if (getExceptionField(self, "characters_written") === undefined) {
            return raiseNoAttribute(ts, "characters_written", self, "characters_written");
          }
          setExceptionField(self, "characters_written", undefined);
          return true;
        }
        const n = toSize(ts, value, E.ValueErrorType);
        if (n === null) return null;
        setExceptionField(self, "characters_written", n);
        return true;
      },
    ],
  ],
};
