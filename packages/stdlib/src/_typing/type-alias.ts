import {
  asStr,
  bindParameters,
  call,
  defineType,
  emptyTuple,
  isTuple,
  type KwNames,
  None,
  PyFunction,
  PyGenericAlias,
  type PyObject,
  type PyTuple,
  type PyType,
  type Result,
  raise,
  repr,
  type Status,
  type Str,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  unionOf,
  type Value,
} from "@adder/objects";
import { PyConstEvaluator } from "./const-evaluator.js";
import { NoDefault } from "./no-default.js";
import { callerModule, PyTypeParameter } from "./type-parameter.js";
import { unpackedIterator, unpackTypeVarTuples } from "./type-var-tuple.js";

/** What `type X = ...` makes. */
export class PyTypeAlias implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly name: Str,
    /** `null` for none. */
    readonly parameters: PyTuple | null,
    /** Computes the value; `null` when it was given. */
    readonly compute: Value | null,
    /** `undefined` until it was computed. */
    public value: Value | undefined,
    /** `__module__` if it was set. */
    public module: Value | undefined,
  ) {
    this.cls = TypeAliasType;
  }
}

function aliasNew(ts: ThreadState, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindParameters(ts, "typealias", args, kwnames, {
    names: ["name", "value", "type_params"],
    minPositional: 2,
    maxPositional: 2,
    minKeywordOnly: 0,
  });
  if (bound === null) return null;
  const [nameValue, value, parameters] = bound;
  const name = asStr(nameValue as Value);
  if (name === undefined) {
    const message = `typealias() argument 'name' must be str, not ${typeName(nameValue as Value)}`;
    return raise(ts, TypeErrorType, message);
  }
  if (parameters !== undefined && !isTuple(parameters)) {
    return raise(ts, TypeErrorType, "type_params must be a tuple");
  }
  if (parameters !== undefined && checkOrder(ts, parameters) === null) return null;
  const own = parameters === undefined || parameters.items.length === 0 ? null : parameters;
  return new PyTypeAlias(name, own, null, value, callerModule(ts));
}

/** Type parameters without default may not follow those with one. */
function checkOrder(ts: ThreadState, parameters: PyTuple): Status {
  let defaultSeen = false;
  for (const parameter of parameters.items) {
    const shown = (): string => {
      const text = repr(ts, parameter);
      return text === null ? "?" : toJs(text);
    };
    if (!(parameter instanceof PyTypeParameter)) {
      return raise(ts, TypeErrorType, `Expected a type param, got ${shown()}`);
    }
    const fallback = parameter.getDefault(ts);
    if (fallback === null) return null;
    if (fallback !== NoDefault) defaultSeen = true;
    else if (defaultSeen) {
      const message = `non-default type parameter '${shown()}' follows default type parameter`;
      return raise(ts, TypeErrorType, message);
    }
  }
  return true;
}

function getValue(ts: ThreadState, self: PyTypeAlias): Result<Value> {
  if (self.value !== undefined) return self.value;
  const value = call(ts, self.compute as Value, []);
  if (value !== null) self.value = value;
  return value;
}

function moduleOf(self: PyTypeAlias): Value {
  if (self.module !== undefined) return self.module;
  return self.compute instanceof PyFunction ? self.compute.module : None;
}

/** `typing.TypeAliasType` (CPython `Objects/typevarobject.c`). */
export const TypeAliasType: PyType = defineType({
  name: "typing.TypeAliasType",
  doc: "Type alias, as the statement `type Alias = int` makes it. The value is computed when it is asked for.",
  slots: {
    tp_new: (ts, _cls, args, kwnames) => aliasNew(ts, args, kwnames),
    tp_repr: (_ts, self: PyTypeAlias) => self.name,
    tp_iter: unpackedIterator,
    nb_or: unionOf,
    mp_subscript: (ts, self: PyTypeAlias, args: Value) =>
      self.parameters === null
        ? raise(ts, TypeErrorType, "Only generic type aliases are subscriptable")
        : new PyGenericAlias(self, args),
  },
  methods: [["__reduce__", "($self, /)", (_ts, self: PyTypeAlias) => self.name]],
  getset: [
    ["__name__", (_ts, self: PyTypeAlias) => self.name, null, null, "member"],
    [
      "__parameters__",
      (ts, self: PyTypeAlias) =>
        self.parameters === null ? emptyTuple : unpackTypeVarTuples(ts, self.parameters),
    ],
    ["__type_params__", (_ts, self: PyTypeAlias) => self.parameters ?? emptyTuple],
    ["__value__", getValue],
    ["evaluate_value", (_ts, self: PyTypeAlias) => self.compute ?? new PyConstEvaluator(self.value as Value)],
    [
      "__module__",
      (_ts, self: PyTypeAlias) => moduleOf(self),
      (_ts, self: PyTypeAlias, value) => {
        self.module = value;
        return true;
      },
    ],
  ],
});
