import {
  BinaryOp,
  ByteArrayType,
  BytesType,
  binaryOp,
  CompareOp,
  PyComplex as Complex,
  ComplexType,
  call,
  checkPositional,
  clearPending,
  compareBool,
  extendList,
  FloatType,
  getIter,
  type Int,
  intAdd,
  intToDouble,
  isCallable,
  isInstance,
  isTrue,
  iterNext,
  type MethodRow,
  None,
  noKeywords,
  PyCallableIterator,
  type PyComplex,
  PyFloat,
  PyList,
  pendingMatches,
  type Result,
  raise,
  StopIterationType,
  StrType,
  sortList,
  stopIteration,
  type ThreadState,
  TypeErrorType,
  typeName,
  typeOf,
  unexpectedKeyword,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { PyAnextAwaitable } from "../generators/anext-awaitable.js";
import { nextOrStop } from "../generators/switch.js";

type Kw = readonly string[] | null;

function all(ts: ThreadState, _module: Value, iterable: Value): Result<Value> {
  return whether(ts, iterable, false);
}

function any(ts: ThreadState, _module: Value, iterable: Value): Result<Value> {
  return whether(ts, iterable, true);
}

/** Looks for an item of this truth. `all` looks for a false one, `any` for a true one. */
function whether(ts: ThreadState, iterable: Value, wanted: boolean): Result<Value> {
  const it = getIter(ts, iterable);
  if (it === null) return null;
  for (;;) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) return !wanted;
    const truth = typeof item === "boolean" ? item : isTrue(ts, item);
    if (truth === null) return null;
    if (truth === wanted) return wanted;
  }
}

function iter(ts: ThreadState, _module: Value, args: Value[], kwnames: Kw): Result<Value> {
  if (noKeywords(ts, "iter", kwnames) === null) return null;
  if (checkPositional(ts, "iter", args.length, 1, 2) === null) return null;
  if (args.length === 1) return getIter(ts, args[0]);
  if (!isCallable(args[0])) return raise(ts, TypeErrorType, "iter(v, w): v must be callable");
  return new PyCallableIterator(args[0], args[1]);
}

function next(ts: ThreadState, _module: Value, args: Value[], kwnames: Kw): Result<Value> {
  if (noKeywords(ts, "next", kwnames) === null) return null;
  if (checkPositional(ts, "next", args.length, 1, 2) === null) return null;
  const [it, otherwise] = args;
  const { tp_iternext, tpName } = typeOf(it);
  if (tp_iternext === null) return raise(ts, TypeErrorType, `'${tpName}' object is not an iterator`);
  const item = nextOrStop(ts, it);
  if (item === undefined) return otherwise ?? stopIteration(ts, None);
  if (item === null && otherwise !== undefined && pendingMatches(ts, StopIterationType)) {
    clearPending(ts);
    return otherwise;
  }
  return item;
}

function aiter(ts: ThreadState, _module: Value, iterable: Value): Result<Value> {
  const { am_aiter, tpName } = typeOf(iterable);
  if (am_aiter === null) return raise(ts, TypeErrorType, `'${tpName}' object is not an async iterable`);
  const it = am_aiter(ts, iterable);
  if (it === null) return null;
  if (typeOf(it).am_anext === null) {
    return raise(ts, TypeErrorType, `aiter() returned not an async iterator of type '${typeName(it)}'`);
  }
  return it;
}

function anext(ts: ThreadState, _module: Value, it: Value, otherwise?: Value): Result<Value> {
  const { am_anext, tpName } = typeOf(it);
  if (am_anext === null) return raise(ts, TypeErrorType, `'${tpName}' object is not an async iterator`);
  const awaitable = am_anext(ts, it);
  if (awaitable === null || otherwise === undefined) return awaitable;
  return new PyAnextAwaitable(awaitable, otherwise);
}

/** `max` and `min`: `op` says when an item replaces the best so far. */
const best =
  (name: "max" | "min", op: 0 | 4) =>
  (ts: ThreadState, _module: Value, args: Value[], kwnames: Kw): Result<Value> => {
    let key: Value = None;
    let otherwise: Value | undefined;
    const count = args.length - (kwnames?.length ?? 0);
    if (count < 1) {
      return raise(ts, TypeErrorType, `${name} expected at least 1 argument, got 0`);
    }
    for (let i = 0; kwnames !== null && i < kwnames.length; i++) {
      if (kwnames[i] === "key") key = args[count + i];
      else if (kwnames[i] === "default") otherwise = args[count + i];
      else return unexpectedKeyword(ts, name, kwnames[i], ["key", "default"]);
    }
    if (count > 1 && otherwise !== undefined) {
      const message = `Cannot specify a default for ${name}() with multiple positional arguments`;
      return raise(ts, TypeErrorType, message);
    }
    const it = getIter(ts, count > 1 ? new PyList(args.slice(0, count)) : args[0]);
    if (it === null) return null;
    let bestItem: Value | undefined;
    let bestKey: Value = None;
    for (;;) {
      const item = iterNext(ts, it);
      if (item === null) return null;
      if (item === undefined) break;
      const rank = key === None ? item : call(ts, key, [item]);
      if (rank === null) return null;
      if (bestItem !== undefined) {
        const better = compareBool(ts, rank, bestKey, op);
        if (better === null) return null;
        if (!better) continue;
      }
      bestItem = item;
      bestKey = rank;
    }
    if (bestItem !== undefined) return bestItem;
    return otherwise ?? raise(ts, ValueErrorType, `${name}() iterable argument is empty`);
  };

function sorted(ts: ThreadState, _module: Value, args: Value[], kwnames: Kw): Result<Value> {
  const count = args.length - (kwnames?.length ?? 0);
  if (checkPositional(ts, "sorted", count, 1, 1) === null) return null;
  const list = new PyList([]);
  if (extendList(ts, list, args[0]) === null) return null;
  let key: Value | undefined;
  let reverse: Result<boolean> = false;
  for (let i = 0; kwnames !== null && i < kwnames.length; i++) {
    const value = args[1 + i];
    if (kwnames[i] === "key") key = value === None ? undefined : value;
    else if (kwnames[i] === "reverse") reverse = isTrue(ts, value);
    else return unexpectedKeyword(ts, "sort", kwnames[i], ["key", "reverse"]);
  }
  if (reverse === null) return null;
  return sortList(ts, list, key, reverse) === null ? null : list;
}

/** A sum of floats with the error that rounding made, by Neumaier (CPython `cs_add`, `Python/bltinmodule.c`). */
class CompensatedSum {
  low = 0;
  constructor(public high: number) {}

  add(x: number): void {
    const total = this.high + x;
    if (Math.abs(this.high) >= Math.abs(x)) this.low += this.high - total + x;
    else this.low += x - total + this.high;
    this.high = total;
  }

  /** The result. The correction is left out where it is not finite, so that infinities stay. */
  get value(): number {
    return this.low !== 0 && Number.isFinite(this.low) ? this.high + this.low : this.high;
  }
}

function sum(ts: ThreadState, _module: Value, iterable: Value, start: Value = 0): Result<Value> {
  const it = getIter(ts, iterable);
  if (it === null) return null;
  const refused = isInstance(start, StrType)
    ? "strings [use ''.join(seq) instead]"
    : isInstance(start, BytesType)
      ? "bytes [use b''.join(seq) instead]"
      : isInstance(start, ByteArrayType)
        ? "bytearray [use b''.join(seq) instead]"
        : null;
  if (refused !== null) return raise(ts, TypeErrorType, `sum() can't sum ${refused}`);
  let total = start;
  for (;;) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) return total;
    const added = addFast(ts, it, total, item);
    if (added === null) return null;
    if (added instanceof Exhausted) return added.value;
    total = added as Value;
  }
}

/** Says that a fast path has used the iterator up. */
class Exhausted {
  constructor(readonly value: Value) {}
}

/** Adds an item; for ints, floats and complex numbers goes on over the iterator for as long as items are such. */
function addFast(ts: ThreadState, it: Value, total: Value, item: Value): Result<Value | Exhausted> {
  if (isPlainInt(total) && isIntOrBool(item)) {
    let result = intAdd(total, plain(item));
    for (;;) {
      const following = iterNext(ts, it);
      if (following === null) return null;
      if (following === undefined) return new Exhausted(result);
      if (!isIntOrBool(following)) return addFast(ts, it, result, following);
      result =
        typeof result === "number" &&
        typeof following === "number" &&
        Number.isSafeInteger(result + following)
          ? result + following
          : intAdd(result, plain(following));
    }
  }
  if (typeOf(total) === FloatType) {
    const first = realPart(item);
    if (first !== undefined) return sumFloats(ts, it, (total as PyFloat).value, first);
  }
  if (typeOf(total) === ComplexType) {
    const first = complexParts(item);
    if (first !== undefined) return sumComplex(ts, it, total as PyComplex, first);
  }
  const sumOfBoth = binaryOp(ts, BinaryOp.ADD, total, item);
  if (sumOfBoth === null) return null;
  return sumOfBoth;
}

const isPlainInt = (v: Value): v is Int => typeof v === "number" || typeof v === "bigint";
const isIntOrBool = (v: Value): v is Int | boolean => isPlainInt(v) || typeof v === "boolean";
const plain = (v: Int | boolean): Int => (typeof v === "boolean" ? Number(v) : v);

/** A float or int as a double; `undefined` for anything else, an int too big included. */
function realPart(v: Value): number | undefined {
  if (typeof v === "object") return v.cls === FloatType ? (v as PyFloat).value : undefined;
  if (!isIntOrBool(v)) return undefined;
  const x = intToDouble(plain(v));
  return Number.isFinite(x) ? x : undefined;
}

function complexParts(v: Value): readonly [number, number] | undefined {
  if (typeof v === "object" && v.cls === ComplexType) return [(v as PyComplex).real, (v as PyComplex).imag];
  const x = realPart(v);
  // A real number leaves the imaginary part alone, and so does -0.0.
  return x === undefined ? undefined : [x, -0];
}

function sumFloats(ts: ThreadState, it: Value, start: number, first: number): Result<Value | Exhausted> {
  const sum = new CompensatedSum(start);
  sum.add(first);
  for (;;) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) return new Exhausted(new PyFloat(sum.value));
    const x = realPart(item);
    if (x === undefined) return addFast(ts, it, new PyFloat(sum.value), item);
    sum.add(x);
  }
}

function sumComplex(
  ts: ThreadState,
  it: Value,
  start: PyComplex,
  first: readonly [number, number],
): Result<Value | Exhausted> {
  const real = new CompensatedSum(start.real);
  const imag = new CompensatedSum(start.imag);
  let parts: readonly [number, number] | undefined = first;
  for (;;) {
    real.add(parts[0]);
    imag.add(parts[1]);
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) return new Exhausted(new Complex(real.value, imag.value));
    parts = complexParts(item);
    if (parts === undefined) return addFast(ts, it, new Complex(real.value, imag.value), item);
  }
}

/** What makes iterators and uses them up. */
export const iterationFunctions: readonly MethodRow[] = [
  ["aiter", "($module, async_iterable, /)", aiter, "An asynchronous iterator over an object."],
  ["all", "($module, iterable, /)", all, "Whether all items are true."],
  [
    "anext",
    "($module, aiterator, default=<unrepresentable>, /)",
    anext,
    "Awaitable for the next item of an asynchronous iterator.",
  ],
  ["any", "($module, iterable, /)", any, "Whether an item is true."],
  [
    "iter",
    "($module, *args)",
    iter,
    "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nAn iterator over an object, or over what a callable returns until it returns the sentinel.",
    { hidden: true },
  ],
  [
    "max",
    "($module, *args, **kwargs)",
    best("max", CompareOp.GT),
    "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nThe biggest item.",
    { hidden: true },
  ],
  [
    "min",
    "($module, *args, **kwargs)",
    best("min", CompareOp.LT),
    "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nThe smallest item.",
    { hidden: true },
  ],
  [
    "next",
    "($module, *args)",
    next,
    "next(iterator[, default]) -> item\n\nThe next item of an iterator, or the default when there is none.",
    { hidden: true },
  ],
  [
    "sorted",
    "($module, iterable, /, *, key=None, reverse=False)",
    sorted,
    "A new list of all items in ascending order.",
    { raw: true },
  ],
  ["sum", "($module, iterable, /, start=0)", sum, "The sum of a start value and all items."],
];
