import { attributesOf, getInstanceDict } from "../../core/attributes.js";
import { unexpectedKeyword } from "../../core/bind-arguments.js";
import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Status, Value } from "../../core/object.js";
import type { InitFunc, KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { PyDict } from "../dict/py-dict.js";
import { asStr } from "../str/as-str.js";
import type { Str } from "../str/py-str.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { exceptionInit, exceptionStr, positional } from "./base-exception.js";
import { TypeErrorType } from "./exception-types.js";
import { fieldRow } from "./field-row.js";
import { getExceptionField, setExceptionField, setFieldsFromArgs } from "./fields.js";
import type { PyBaseException } from "./py-base-exception.js";

/** `__init__` of an exception with fields that are given by keyword. */
function initWith(fname: string, names: readonly string[]): InitFunc {
  return (ts: ThreadState, self: PyBaseException, args: Value[], kwnames: KwNames): Status => {
    const given = positional(args, kwnames);
    const keywords = kwnames ?? [];
    const unknown = keywords.find((name) => !names.includes(name));
    if (keywords.length > names.length) {
      const count = `${names.length} keyword argument${names.length === 1 ? "" : "s"}`;
      return raise(ts, TypeErrorType, `${fname}() takes at most ${count} (${keywords.length} given)`);
    }
    if (unknown !== undefined) return unexpectedKeyword(ts, fname, unknown, names);
    self.args = new PyTuple(given);
    self.fields = null;
    keywords.forEach((name, i) => {
      setExceptionField(self, name, args[given.length + i]);
    });
    setFieldsFromArgs(self);
    return true;
  };
}

/** The `__dict__`, a copy, with the fields that are set. */
function stateWith(
  ts: ThreadState,
  self: PyBaseException,
  names: readonly string[],
): Result<PyDict | undefined> {
  let state: PyDict | undefined;
  if (attributesOf(self) !== null) {
    const dict = getInstanceDict(ts, self);
    if (dict === null) return null;
    state = dict.copy();
  }
  for (const name of names) {
    const value = getExceptionField(self, name);
    if (value !== undefined) (state ??= new PyDict()).setStr(name, value);
  }
  return state;
}

function importReduce(ts: ThreadState, self: PyBaseException): Result<Value> {
  const state = stateWith(ts, self, ["name", "path", "name_from"]);
  if (state === null) return null;
  return new PyTuple(state === undefined ? [self.cls, self.args] : [self.cls, self.args, state]);
}

function importStr(ts: ThreadState, self: PyBaseException): Result<Str> {
  const msg = getExceptionField(self, "msg");
  const text = msg === undefined ? undefined : asStr(msg);
  return text ?? exceptionStr(ts, self);
}

function attributeErrorState(ts: ThreadState, self: PyBaseException): Result<Value> {
  const state = stateWith(ts, self, ["name"]);
  if (state === null) return null;
  const full = state ?? new PyDict();
  full.setStr("args", self.args);
  return full;
}

function attributeErrorReduce(ts: ThreadState, self: PyBaseException): Result<Value> {
  const state = attributeErrorState(ts, self);
  return state === null ? null : new PyTuple([self.cls, self.args, state]);
}

/** What ImportError adds to Exception. */
export const importErrorParts: Partial<TypeSpec> = {
  flags: TypeFlags.OWN_LAYOUT,
  slots: { tp_init: initWith("ImportError", ["name", "path", "name_from"]), tp_str: importStr },
  methods: [["__reduce__", "($self, /)", importReduce]],
  getset: [
    fieldRow("msg", "exception message"),
    fieldRow("name", "module name"),
    fieldRow("path", "module path"),
    fieldRow("name_from", "name imported from module"),
  ],
};

/** What AttributeError adds to Exception. */
export const attributeErrorParts: Partial<TypeSpec> = {
  flags: TypeFlags.OWN_LAYOUT,
  slots: { tp_init: initWith("AttributeError", ["name", "obj"]) },
  methods: [
    ["__getstate__", "($self, /)", attributeErrorState],
    ["__reduce__", "($self, /)", attributeErrorReduce],
  ],
  getset: [fieldRow("name", "attribute name"), fieldRow("obj", "object")],
};

/** What NameError adds to Exception. */
export const nameErrorParts: Partial<TypeSpec> = {
  flags: TypeFlags.OWN_LAYOUT,
  slots: { tp_init: initWith("NameError", ["name"]) },
  getset: [fieldRow("name", "name")],
};

/** `__init__` of the exceptions whose fields come from their positional arguments alone (StopIteration, SystemExit). */
function initFromArgs(ts: ThreadState, self: PyBaseException, args: Value[], kwnames: KwNames): Status {
  if (exceptionInit(ts, self, args, kwnames) === null) return null;
  setFieldsFromArgs(self);
  return true;
}

/** What StopIteration adds to Exception. */
export const stopIterationParts: Partial<TypeSpec> = {
  flags: TypeFlags.OWN_LAYOUT,
  slots: { tp_init: initFromArgs },
  getset: [fieldRow("value", "generator return value")],
};

/** What SystemExit adds to BaseException. */
export const systemExitParts: Partial<TypeSpec> = {
  flags: TypeFlags.OWN_LAYOUT,
  slots: { tp_init: initFromArgs },
  getset: [fieldRow("code", "exception code")],
};
