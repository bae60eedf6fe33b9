import {
  CompareOp,
  call,
  defineType,
  equals,
  type IterNextFunc,
  type KwNames,
  None,
  NotImplemented,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  raiseKeyError,
  repr,
  selfIter,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  unhashable,
  type Value,
} from "@adder/objects";
import { currentContext, PyContext, useContext } from "./context.js";
import { PyContextVar } from "./context-var.js";

/** The key of a mapping operation, which must be a context variable. */
function variableKey(ts: ThreadState, key: Value): Result<PyContextVar> {
  if (key instanceof PyContextVar) return key;
  const shown = repr(ts, key);
  return shown === null
    ? null
    : raise(ts, TypeErrorType, `a ContextVar key was expected, got ${toJs(shown)}`);
}

function subscript(ts: ThreadState, self: PyContext, key: Value): Result<Value> {
  const variable = variableKey(ts, key);
  return variable === null ? null : (self.vars.get(variable) ?? raiseKeyError(ts, variable));
}

function get(ts: ThreadState, self: PyContext, key: Value, otherwise: Value = None): Result<Value> {
  const variable = variableKey(ts, key);
  return variable === null ? null : (self.vars.get(variable) ?? otherwise);
}

function contains(ts: ThreadState, self: PyContext, key: Value): Result<boolean> {
  const variable = variableKey(ts, key);
  return variable === null ? null : self.vars.has(variable);
}

function compareContexts(ts: ThreadState, self: PyContext, other: Value, op: CompareOp): Result<Value> {
  if (!(other instanceof PyContext) || (op !== CompareOp.EQ && op !== CompareOp.NE)) return NotImplemented;
  const same = sameValues(ts, self, other);
  return same === null ? null : same === (op === CompareOp.EQ);
}

function sameValues(ts: ThreadState, a: PyContext, b: PyContext): Result<boolean> {
  if (a.vars === b.vars) return true;
  if (a.vars.size !== b.vars.size) return false;
  for (const [variable, value] of a.vars) {
    const other = b.vars.get(variable);
    const same = other === undefined ? false : equals(ts, value, other);
    if (same !== true) return same;
  }
  return true;
}

/** Runs a function in the context. */
function run(ts: ThreadState, self: PyContext, args: Value[], kwnames: KwNames): Result<Value> {
  if (args.length === (kwnames === null ? 0 : kwnames.length)) {
    return raise(ts, TypeErrorType, "run() missing 1 required positional argument");
  }
  if (self.entered) {
    const shown = repr(ts, self);
    if (shown === null) return null;
    return raise(ts, RuntimeErrorType, `cannot enter context: ${toJs(shown)} is already entered`);
  }
  const previous = currentContext(ts);
  self.entered = true;
  useContext(ts, self);
  const result = call(ts, args[0], args.slice(1), kwnames);
  useContext(ts, previous);
  self.entered = false;
  return result;
}

/** Iterator over the variables, values or items that a context had when the iterator was made. */
class PyContextIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  index = 0;
  constructor(
    cls: PyType,
    readonly items: readonly Value[],
  ) {
    this.cls = cls;
  }
}

const next: IterNextFunc = (_ts, self: PyContextIterator) =>
  self.index < self.items.length ? self.items[self.index++] : undefined;

const iteratorType = (name: string): PyType =>
  defineType({ name, slots: { tp_iter: selfIter, tp_iternext: next } });

const KeysType = iteratorType("keys");
const ValuesType = iteratorType("values");
const ItemsType = iteratorType("items");

const keys = (_ts: ThreadState, self: PyContext): Value =>
  new PyContextIterator(KeysType, [...self.vars.keys()]);

/** `contextvars.Context` (PEP 567, CPython `Python/context.c`). */
export const ContextType: PyType = defineType({
  name: "_contextvars.Context",
  doc: "Values of context variables.",
  flags: TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: (ts, _cls, args) =>
      args.length > 0 ? raise(ts, TypeErrorType, "Context() does not accept any arguments") : new PyContext(),
    tp_hash: unhashable,
    tp_richcompare: compareContexts,
    tp_iter: keys,
    sq_contains: contains,
    mp_length: (_ts, self: PyContext) => self.vars.size,
    mp_subscript: subscript,
  },
  methods: [
    ["get", "($self, key, default=None, /)", get, "The value of a variable, or a default value."],
    [
      "items",
      "($self, /)",
      (_ts, self: PyContext) =>
        new PyContextIterator(
          ItemsType,
          [...self.vars].map((item) => new PyTuple(item)),
        ),
      "All variables with their values.",
    ],
    ["keys", "($self, /)", keys, "All variables that have a value."],
    [
      "values",
      "($self, /)",
      (_ts, self: PyContext) => new PyContextIterator(ValuesType, [...self.vars.values()]),
      "The values of all variables.",
    ],
    ["copy", "($self, /)", (_ts, self: PyContext) => self.copy(), "A context with the same values."],
    [
      "run",
      "($self, callable, /, *args, **kwargs)",
      run,
      "Runs a function in the context.",
      { hidden: true },
    ],
  ],
});
