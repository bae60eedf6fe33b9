import { attributesOf, getInstanceDict, setAttr, setInstanceDict } from "../../core/attributes.js";
import { noKeywords } from "../../core/bind-arguments.js";
import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { GetSetRow, MethodRow } from "../../core/native.js";
import type { PyObject, Result, Status, Value } from "../../core/object.js";
import { repr, str, toArray } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { PyDict } from "../dict/py-dict.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromJs, strKey } from "../str/py-str.js";
import { concat } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { TypeErrorType } from "./exception-types.js";
import { addNote } from "./notes.js";
import { PyBaseException } from "./py-base-exception.js";
import { PyTraceback } from "./py-traceback.js";

/** The positional ones of some arguments. */
export function positional(args: readonly Value[], kwnames: KwNames): readonly Value[] {
  return kwnames === null || kwnames.length === 0 ? args : args.slice(0, args.length - kwnames.length);
}

/** `BaseException.__new__`: takes anything; `args` are the positional arguments. */
export function exceptionNew(_ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  return new PyBaseException(cls, new PyTuple(positional(args, kwnames)));
}

/** `BaseException.__init__`. Raises TypeError for keyword arguments. */
export function exceptionInit(
  ts: ThreadState,
  self: PyBaseException,
  args: Value[],
  kwnames: KwNames,
): Status {
  if (noKeywords(ts, self.cls.tpName, kwnames) === null) return null;
  self.args = new PyTuple(args);
  return true;
}

/** `Name('argument')`, `Name(1, 2)`. */
export function exceptionRepr(ts: ThreadState, self: PyBaseException): Result<Str> {
  const { items } = self.args;
  if (items.length === 1) {
    const inside = repr(ts, items[0]);
    return inside === null ? null : concat(concat(strFromJs(`${self.cls.name}(`), inside), ")");
  }
  const all = repr(ts, self.args);
  return all === null ? null : concat(strFromJs(self.cls.name), all);
}

/** The only argument, or the tuple of all. */
export function exceptionStr(ts: ThreadState, self: PyBaseException): Result<Str> {
  const { items } = self.args;
  if (items.length === 0) return "";
  return str(ts, items.length === 1 ? items[0] : self.args);
}

function reduce(ts: ThreadState, self: PyBaseException): Result<Value> {
  if (attributesOf(self) === null) return new PyTuple([self.cls, self.args]);
  const dict = getInstanceDict(ts, self);
  return dict === null ? null : new PyTuple([self.cls, self.args, dict]);
}

function setState(ts: ThreadState, self: PyBaseException, state: Value): Result<Value> {
  if (state === None) return None;
  if (!(state instanceof PyDict)) return raise(ts, TypeErrorType, "state is not a dictionary");
  for (const key of state.keysArray()) {
    const value = state.get(ts, key);
    const name = asStr(key);
    if (value === null) return null;
    if (value === undefined) continue;
    if (name === undefined) {
      return raise(ts, TypeErrorType, `attribute name must be string, not '${typeName(key)}'`);
    }
    if (setAttr(ts, self, strKey(name), value) === null) return null;
  }
  return None;
}

function setTraceback(ts: ThreadState, self: PyBaseException, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "__traceback__ may not be deleted");
  if (value !== None && !(value instanceof PyTraceback)) {
    return raise(ts, TypeErrorType, "__traceback__ must be a traceback or None");
  }
  self.traceback = value instanceof PyTraceback ? value : null;
  return true;
}

/** `__cause__` and `__context__`: an exception or None. */
function linkTo(
  ts: ThreadState,
  which: "cause" | "context",
  value: Value | undefined,
): Result<{ exc: PyBaseException | null }> {
  if (value === undefined) return raise(ts, TypeErrorType, `__${which}__ may not be deleted`);
  if (value === None) return { exc: null };
  if (value instanceof PyBaseException) return { exc: value };
  return raise(ts, TypeErrorType, `exception ${which} must be None or derive from BaseException`);
}

const getset: readonly GetSetRow[] = [
  [
    "__suppress_context__",
    (_ts, self: PyBaseException) => self.suppressContext,
    (ts, self: PyBaseException, value) => {
      if (value === undefined) return raise(ts, TypeErrorType, "can't delete numeric/char attribute");
      if (typeof value !== "boolean") return raise(ts, TypeErrorType, "attribute value type must be bool");
      self.suppressContext = value;
      return true;
    },
    null,
    "member",
  ],
  [
    "__dict__",
    (ts, self: PyObject) => getInstanceDict(ts, self),
    (ts, self: PyObject, value) => setInstanceDict(ts, self, value),
  ],
  [
    "args",
    (_ts, self: PyBaseException) => self.args,
    (ts, self: PyBaseException, value) => {
      if (value === undefined) return raise(ts, TypeErrorType, "args may not be deleted");
      const items = toArray(ts, value);
      if (items === null) return null;
      self.args = new PyTuple(items);
      return true;
    },
  ],
  ["__traceback__", (_ts, self: PyBaseException) => self.traceback ?? None, setTraceback],
  [
    "__context__",
    (_ts, self: PyBaseException) => self.context ?? None,
    (ts, self: PyBaseException, value) => {
      const link = linkTo(ts, "context", value);
      if (link === null) return null;
      self.context = link.exc;
      return true;
    },
  ],
  [
    "__cause__",
    (_ts, self: PyBaseException) => self.cause ?? None,
    (ts, self: PyBaseException, value) => {
      const link = linkTo(ts, "cause", value);
      if (link === null) return null;
      self.cause = link.exc;
      self.suppressContext = true;
      return true;
    },
  ],
];

const methods: readonly MethodRow[] = [
  ["__reduce__", "($self, /)", reduce],
  ["__setstate__", "($self, state, /)", setState],
  [
    "with_traceback",
    "($self, tb, /)",
    (ts, self: PyBaseException, tb: Value) => (setTraceback(ts, self, tb) === null ? null : self),
    "Sets self.__traceback__ and returns self.",
  ],
  [
    "add_note",
    "($self, note, /)",
    (ts, self: PyBaseException, note: Value) => {
      if (asStr(note) === undefined) {
        return raise(ts, TypeErrorType, `add_note() argument must be str, not ${argumentTypeName(note)}`);
      }
      return addNote(ts, self, note) === null ? null : None;
    },
    "Adds a note, which tracebacks show below the exception.",
  ],
];

/** What `BaseException` can do, besides its name and base. */
export const baseExceptionParts = {
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_DICT | TypeFlags.EXC_SUBCLASS,
  slots: { tp_new: exceptionNew, tp_init: exceptionInit, tp_repr: exceptionRepr, tp_str: exceptionStr },
  getset,
  methods,
};
