import { CodeFlags } from "@adder/bytecode";
import { getInstanceDict, setInstanceDict } from "../../core/attributes.js";
import { bindKeywords } from "../../core/bind-arguments.js";
import { call } from "../../core/call.js";
import { address } from "../../core/default-repr.js";
import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { GetSetRow, TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Status, Value } from "../../core/object.js";
import { isCallable } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { PyCell } from "../cell/py-cell.js";
import { PyCode } from "../code/py-code.js";
import { freeVariables } from "../code/variables.js";
import { PyDict } from "../dict/py-dict.js";
import { DeprecationWarningType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { PyMethod } from "../method/py-method.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromKey } from "../str/py-str.js";
import { joinStr } from "../str/text.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { shownBuiltins } from "./builtins-of.js";
import { makeFunction } from "./make-function.js";
import type { PyFunction } from "./py-function.js";

function functionNew(ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const names = ["code", "globals", "name", "argdefs", "closure", "kwdefaults"];
  const bound = bindKeywords(ts, "function", args, kwnames, names, 2);
  if (bound === null) return null;
  const [code, globals, name = None, defaults = None, closure = None, kwdefaults = None] = bound;
  const fail = (message: string): null => raise(ts, TypeErrorType, message);
  const wrong = (what: string, type: string, v: Value): null =>
    fail(`function() argument '${what}' must be ${type}, not ${argumentTypeName(v)}`);
  if (!(code instanceof PyCode)) return wrong("code", "code", code as Value);
  if (!(globals instanceof PyDict)) return wrong("globals", "dict", globals as Value);
  const text = name === None ? None : asStr(name);
  if (text === undefined) return fail("arg 3 (name) must be None or string");
  if (defaults !== None && !(defaults instanceof PyTuple)) {
    return fail("arg 4 (defaults) must be None or tuple");
  }
  const free = freeVariables(code.code).length;
  const given = closure instanceof PyTuple ? closure.items : null;
  if (given === null) {
    if (free > 0 && closure === None) return fail("arg 5 (closure) must be tuple");
    if (closure !== None) return fail("arg 5 (closure) must be None or tuple");
  }
  if (kwdefaults !== None && !(kwdefaults instanceof PyDict)) {
    return fail("arg 6 (kwdefaults) must be None or dict");
  }
  const size = given === null ? 0 : given.length;
  if (size !== free) {
    return raise(ts, ValueErrorType, `${code.code.name} requires closure of length ${free}, not ${size}`);
  }
  for (const cell of given ?? []) {
    if (!(cell instanceof PyCell)) return fail(`arg 5 (closure) expected cell, found ${typeName(cell)}`);
  }
  const fn = makeFunction(ts, code, globals);
  if (text !== None) fn.name = text as Str;
  if (defaults instanceof PyTuple) fn.defaults = defaults.items;
  if (kwdefaults instanceof PyDict) fn.kwdefaults = kwdefaults;
  if (given !== null && given.length > 0) fn.closure = given as readonly PyCell[];
  return fn;
}

/** What a call does with a function's frame: run it, or wrap it in a generator of some kind. */
const KIND_FLAGS = CodeFlags.GENERATOR | CodeFlags.COROUTINE | CodeFlags.ASYNC_GENERATOR;

function setCode(ts: ThreadState, fn: PyFunction, value: Value | undefined): Status {
  if (!(value instanceof PyCode)) {
    return raise(ts, TypeErrorType, "__code__ must be set to a code object");
  }
  const free = freeVariables(value.code).length;
  const cells = fn.closure === null ? 0 : fn.closure.length;
  if (free !== cells) {
    const message = `() requires a code object with ${cells} free vars, not ${free}`;
    return raise(ts, ValueErrorType, nameText(fn) + message);
  }
  if (((value.code.flags ^ fn.code.code.flags) & KIND_FLAGS) !== 0) {
    const message =
      "Assigning a code object of non-matching type is deprecated " +
      "(e.g., from a generator to a plain function)";
    if (ts.interp.evaluator.warn(ts, DeprecationWarningType, message, 1) === null) return null;
  }
  fn.code = value;
  fn.version++;
  return true;
}

function nameText(fn: PyFunction): string {
  return typeof fn.name === "string" ? fn.name : fn.name.key;
}

function setName(
  ts: ThreadState,
  fn: PyFunction,
  field: "name" | "qualname",
  value: Value | undefined,
): Status {
  const text = value === undefined ? undefined : asStr(value);
  if (text === undefined) return raise(ts, TypeErrorType, `__${field}__ must be set to a string object`);
  fn[field] = text;
  return true;
}

function setDefaults(ts: ThreadState, fn: PyFunction, value: Value | undefined): Status {
  if (value !== undefined && value !== None && !(value instanceof PyTuple)) {
    return raise(ts, TypeErrorType, "__defaults__ must be set to a tuple object");
  }
  fn.defaults = value instanceof PyTuple ? value.items : null;
  fn.version++;
  return true;
}

function setKwdefaults(ts: ThreadState, fn: PyFunction, value: Value | undefined): Status {
  if (value !== undefined && value !== None && !(value instanceof PyDict)) {
    return raise(ts, TypeErrorType, "__kwdefaults__ must be set to a dict object");
  }
  fn.kwdefaults = value instanceof PyDict ? value : null;
  fn.version++;
  return true;
}

/** `__annotations__`: computed by `__annotate__` on first use (PEP 649). */
function getAnnotations(ts: ThreadState, fn: PyFunction): Result<Value> {
  if (fn.annotations !== null) return fn.annotations;
  let annotations: Result<Value> = new PyDict();
  if (fn.annotate !== null && isCallable(fn.annotate)) {
    annotations = call(ts, fn.annotate, [1]);
    if (annotations === null) return null;
    if (!(annotations instanceof PyDict)) {
      return raise(ts, TypeErrorType, `__annotate__ returned non-dict of type '${typeName(annotations)}'`);
    }
  }
  fn.annotations = annotations;
  return annotations;
}

function setAnnotations(ts: ThreadState, fn: PyFunction, value: Value | undefined): Status {
  if (value !== undefined && value !== None && !(value instanceof PyDict)) {
    return raise(ts, TypeErrorType, "__annotations__ must be set to a dict object");
  }
  fn.annotations = value instanceof PyDict ? value : null;
  fn.annotate = null;
  return true;
}

function setAnnotate(ts: ThreadState, fn: PyFunction, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "__annotate__ cannot be deleted");
  if (value !== None && !isCallable(value)) {
    return raise(ts, TypeErrorType, "__annotate__ must be callable or None");
  }
  fn.annotate = value;
  if (value !== None) fn.annotations = null;
  return true;
}

function setTypeParams(ts: ThreadState, fn: PyFunction, value: Value | undefined): Status {
  if (!(value instanceof PyTuple)) {
    return raise(ts, TypeErrorType, "__type_params__ must be set to a tuple");
  }
  fn.typeParams = value;
  return true;
}

const getset: readonly GetSetRow[] = [
  [
    "__closure__",
    (_ts, fn: PyFunction) => (fn.closure === null ? None : new PyTuple(fn.closure)),
    null,
    null,
    "member",
  ],
  [
    "__doc__",
    (_ts, fn: PyFunction) => fn.doc,
    (_ts, fn: PyFunction, value) => {
      fn.doc = value ?? None;
      return true;
    },
    null,
    "member",
  ],
  ["__globals__", (_ts, fn: PyFunction) => fn.globals, null, null, "member"],
  [
    "__module__",
    (_ts, fn: PyFunction) => fn.module,
    (_ts, fn: PyFunction, value) => {
      fn.module = value ?? None;
      return true;
    },
    null,
    "member",
  ],
  ["__builtins__", (_ts, fn: PyFunction) => shownBuiltins(fn.builtins), null, null, "member"],
  ["__code__", (_ts, fn: PyFunction) => fn.code, setCode],
  [
    "__defaults__",
    (_ts, fn: PyFunction) => (fn.defaults === null ? None : new PyTuple(fn.defaults)),
    setDefaults,
  ],
  ["__kwdefaults__", (_ts, fn: PyFunction) => fn.kwdefaults ?? None, setKwdefaults],
  ["__annotations__", getAnnotations, setAnnotations],
  ["__annotate__", (_ts, fn: PyFunction) => fn.annotate ?? None, setAnnotate],
  [
    "__dict__",
    (ts, fn: PyObject) => getInstanceDict(ts, fn),
    (ts, fn: PyObject, value) => setInstanceDict(ts, fn, value),
  ],
  ["__name__", (_ts, fn: PyFunction) => fn.name, (ts, fn: PyFunction, v) => setName(ts, fn, "name", v)],
  [
    "__qualname__",
    (_ts, fn: PyFunction) => fn.qualname,
    (ts, fn: PyFunction, v) => setName(ts, fn, "qualname", v),
  ],
  ["__type_params__", (_ts, fn: PyFunction) => fn.typeParams ?? emptyTuple, setTypeParams],
];

/** The specification of `function`. */
export const functionSpec: TypeSpec = {
  name: "function",
  doc: "Create a function object.",
  signature: "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)",
  flags: TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS | TypeFlags.METHOD_DESCRIPTOR,
  slots: {
    tp_new: functionNew,
    tp_repr: (ts, fn: PyFunction) =>
      joinStr(["<function ", fn.qualname, strFromKey(` at ${address(ts, fn)}>`)], ""),
    tp_call: (ts, fn: PyFunction, args: Value[], kwnames: KwNames) =>
      ts.interp.evaluator.callFunction(ts, fn, args, kwnames),
    tp_descr_get: (_ts, fn: PyFunction, instance) =>
      instance === undefined ? fn : new PyMethod(fn, instance),
  },
  getset,
};
