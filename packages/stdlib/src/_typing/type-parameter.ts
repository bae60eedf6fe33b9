import {
  asStr,
  bindParameters,
  call,
  callMethod,
  concat,
  ensureAttributes,
  type GetSetRow,
  getItem,
  importName,
  isTrue,
  type KwNames,
  type MethodRow,
  None,
  NoneType,
  type PyInstance,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  type Str,
  setInstanceAttr,
  type ThreadState,
  TypeErrorType,
  typeName,
  UnionType,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { PyConstEvaluator } from "./const-evaluator.js";
import { NoDefault } from "./no-default.js";

/** A value that may have to be computed by a function first, once. */
export class Lazy {
  constructor(
    /** `undefined` until it was computed, and when there is none. */
    public value: Value | undefined,
    readonly evaluate: Value | null,
  ) {}

  /** The value, computed now if need be; `undefined` when there is none. */
  get(ts: ThreadState): Result<Value | undefined> {
    if (this.value !== undefined || this.evaluate === null) return this.value;
    const value = call(ts, this.evaluate, []);
    if (value !== null) this.value = value;
    return value;
  }

  /** The function that computes it, None when there is no value. */
  get evaluator(): Value {
    if (this.evaluate !== null) return this.evaluate;
    return this.value === undefined ? None : new PyConstEvaluator(this.value);
  }
}

/** No value. */
export const nothing = new Lazy(undefined, null);

/** What type variables of all kinds have. */
export class PyTypeParameter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;
  readonly name: Str;
  readonly variance: Variance;
  /** `__default__`, {@link NoDefault} for none. */
  fallback: Lazy;

  constructor(cls: PyType, name: Str, variance: Variance, fallback: Lazy) {
    this.cls = cls;
    this.name = name;
    this.variance = variance;
    this.fallback = fallback;
  }

  /** `__default__`. */
  getDefault(ts: ThreadState): Result<Value> {
    const value = this.fallback.get(ts);
    return value === undefined ? NoDefault : value;
  }
}

/** How a generic type varies with a parameter; `inferred` is for type checkers to find out. */
export type Variance = "covariant" | "contravariant" | "invariant" | "inferred";

/** `~T`, `+T`, `-T`, or the name alone. */
export function parameterRepr(_ts: ThreadState, self: PyTypeParameter): Str {
  if (self.variance === "inferred") return self.name;
  const sign = self.variance === "covariant" ? "+" : self.variance === "contravariant" ? "-" : "~";
  return concat(sign, self.name);
}

/** Calls a function of the Python module `typing`. */
export function callTyping(
  ts: ThreadState,
  name: string,
  args: Value[],
  kwnames: KwNames = null,
): Result<Value> {
  const fn = importName(ts, "typing", name);
  return fn === null ? null : call(ts, fn, args, kwnames);
}

/** A bound, checked as `typing` checks types. */
export function checkBound(ts: ThreadState, bound: Value): Result<Value> {
  return bound === None ? NoneType : callTyping(ts, "_type_check", [bound, "Bound must be a type."]);
}

/** `typing.Unpack[v]`. */
export function unpack(ts: ThreadState, v: Value): Result<Value> {
  const unpacker = importName(ts, "typing", "Unpack");
  return unpacker === null ? null : getItem(ts, unpacker, v);
}

/** `a | b` where one is a type variable; strs become forward references. */
export function uniteAny(ts: ThreadState, a: Value, b: Value): Result<Value> {
  return callMethod(ts, UnionType, "__class_getitem__", [new PyTuple([a, b])]);
}

/** The module of the code that makes a type parameter or an alias. */
export function callerModule(ts: ThreadState): Value {
  return ts.frame?.globals.getStr("__name__") ?? None;
}

/** Sets `__module__` to that of the caller. */
export function rememberModule(ts: ThreadState, parameter: PyTypeParameter): PyTypeParameter {
  setInstanceAttr(ts, ensureAttributes(parameter), "__module__", callerModule(ts));
  return parameter;
}

/** Arguments of a constructor by name; `name` is a str. Raises TypeError. */
export function constructorArguments(
  ts: ThreadState,
  fname: string,
  args: readonly Value[],
  kwnames: KwNames,
  names: readonly string[],
): Result<{ readonly name: Str; readonly rest: readonly (Value | undefined)[] }> {
  const bound = bindParameters(ts, fname, args, kwnames, {
    names,
    minPositional: 1,
    maxPositional: 1,
    minKeywordOnly: 0,
  });
  if (bound === null) return null;
  const [nameValue, ...rest] = bound as [Value, ...(Value | undefined)[]];
  const name = asStr(nameValue);
  if (name === undefined) {
    return raise(ts, TypeErrorType, `${fname}() argument 'name' must be str, not ${typeName(nameValue)}`);
  }
  return { name, rest };
}

/** The variance that three arguments ask for. Raises ValueError. */
export function varianceOf(ts: ThreadState, flags: readonly (Value | undefined)[]): Result<Variance> {
  const truths: boolean[] = [];
  for (const flag of flags) {
    const truth = flag === undefined ? false : isTrue(ts, flag);
    if (truth === null) return null;
    truths.push(truth);
  }
  const [covariant, contravariant, infer] = truths;
  if (covariant && contravariant) return raise(ts, ValueErrorType, "Bivariant types are not supported.");
  if (infer && (covariant || contravariant)) {
    return raise(ts, ValueErrorType, "Variance cannot be specified with infer_variance.");
  }
  return infer ? "inferred" : covariant ? "covariant" : contravariant ? "contravariant" : "invariant";
}

/** Methods of type parameters of all kinds. */
export const parameterMethods = (kind: string): MethodRow[] => [
  ["__reduce__", "($self, /)", (_ts, self: PyTypeParameter) => self.name],
  [
    "has_default",
    "($self, /)",
    (_ts, { fallback }: PyTypeParameter) =>
      fallback.evaluate !== null || (fallback.value !== undefined && fallback.value !== NoDefault),
  ],
  refuseSubclass(kind),
];

/** `class A(T)` for a type parameter. */
export function refuseSubclass(kind: string): MethodRow {
  return [
    "__mro_entries__",
    "($self, object, /)",
    (ts) => raise(ts, TypeErrorType, `Cannot subclass an instance of ${kind}`),
  ];
}

/** Attributes of type parameters of all kinds. */
export const parameterRows: readonly GetSetRow[] = [
  ["__name__", (_ts, self: PyTypeParameter) => self.name, null, null, "member"],
  ["__default__", (ts, self: PyTypeParameter) => self.getDefault(ts)],
  ["evaluate_default", (_ts, self: PyTypeParameter) => self.fallback.evaluator],
];

/** Attributes of those that have a variance. */
export const varianceRows: readonly GetSetRow[] = [
  ["__covariant__", (_ts, self: PyTypeParameter) => self.variance === "covariant", null, null, "member"],
  [
    "__contravariant__",
    (_ts, self: PyTypeParameter) => self.variance === "contravariant",
    null,
    null,
    "member",
  ],
  ["__infer_variance__", (_ts, self: PyTypeParameter) => self.variance === "inferred", null, null, "member"],
];
