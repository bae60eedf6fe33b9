import {
  absolute,
  asStr,
  BinaryOp,
  binaryOp,
  bufferBytes,
  CompareOp,
  call,
  clearPending,
  compare,
  contains,
  countByIteration,
  getItem,
  getIter,
  indexByIteration,
  invert,
  isSequence,
  isTrue,
  lengthHint,
  type MethodRow,
  type ModuleSpec,
  None,
  NotImplemented,
  negative,
  pendingMatches,
  positive,
  power,
  type Result,
  raise,
  sameObject,
  setItem,
  sizeArgument,
  strEquals,
  type ThreadState,
  TypeErrorType,
  toIndex,
  trySlots,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { AttrGetterType, ItemGetterType, MethodCallerType } from "./getters.js";

const binary = (name: string, op: number, symbol: string): MethodRow => [
  name,
  "($module, a, b, /)",
  (ts, _m, a: Value, b: Value) => binaryOp(ts, op, a, b),
  `Same as a ${symbol} b.`,
];

const comparison = (name: string, op: CompareOp, symbol: string): MethodRow => [
  name,
  "($module, a, b, /)",
  (ts, _m, a: Value, b: Value) => compare(ts, a, b, op),
  `Same as a ${symbol} b.`,
];

/** Name, operator, symbol; the in-place form has an `i` in front. */
const OPERATORS: readonly (readonly [string, string, number, string])[] = [
  ["add", "iadd", BinaryOp.ADD, "+"],
  ["sub", "isub", BinaryOp.SUBTRACT, "-"],
  ["mul", "imul", BinaryOp.MULTIPLY, "*"],
  ["matmul", "imatmul", BinaryOp.MATRIX_MULTIPLY, "@"],
  ["floordiv", "ifloordiv", BinaryOp.FLOOR_DIVIDE, "//"],
  ["truediv", "itruediv", BinaryOp.TRUE_DIVIDE, "/"],
  ["mod", "imod", BinaryOp.REMAINDER, "%"],
  ["lshift", "ilshift", BinaryOp.LSHIFT, "<<"],
  ["rshift", "irshift", BinaryOp.RSHIFT, ">>"],
  ["and_", "iand", BinaryOp.AND, "&"],
  ["xor", "ixor", BinaryOp.XOR, "^"],
  ["or_", "ior", BinaryOp.OR, "|"],
];

/** A search in something that cannot be iterated over says so in its own words. */
function notIterable(ts: ThreadState, v: Value): Result<Value> {
  const it = getIter(ts, v);
  if (it !== null || !pendingMatches(ts, TypeErrorType)) return it;
  clearPending(ts);
  return raise(ts, TypeErrorType, `argument of type '${typeName(v)}' is not iterable`);
}

function indexOf(ts: ThreadState, _m: Value, a: Value, b: Value): Result<Value> {
  const it = notIterable(ts, a);
  const at = it === null ? null : indexByIteration(ts, it, b);
  if (at === null || at >= 0) return at;
  return raise(ts, ValueErrorType, "sequence.index(x): x not in sequence");
}

function countOf(ts: ThreadState, _m: Value, a: Value, b: Value): Result<Value> {
  const it = notIterable(ts, a);
  return it === null ? null : countByIteration(ts, it, b);
}

/** `a + b` for sequences alone (CPython `PySequence_Concat`, `PySequence_InPlaceConcat`). */
function concat(ts: ThreadState, a: Value, b: Value, inplace: boolean): Result<Value> {
  const type = typeOf(a);
  const slot = (inplace ? type.sq_inplace_concat : null) ?? type.sq_concat;
  if (slot !== null) return slot(ts, a, b);
  if (isSequence(a) && isSequence(b)) {
    if (inplace) return binaryOp(ts, BinaryOp.INPLACE + BinaryOp.ADD, a, b);
    const sum = trySlots(ts, BinaryOp.ADD, a, b);
    if (sum !== NotImplemented) return sum;
  }
  return raise(ts, TypeErrorType, `'${typeName(a)}' object can't be concatenated`);
}

/** Compares in time that depends on the length alone, as far as the host allows. */
function compareDigest(ts: ThreadState, _m: Value, a: Value, b: Value): Result<Value> {
  const x = asStr(a);
  const y = asStr(b);
  if (x !== undefined && y !== undefined) {
    const isAscii = (s: Value): boolean => typeof s === "string" && !/[^\x00-\x7f]/.test(s);
    if (!isAscii(x) || !isAscii(y)) {
      return raise(ts, TypeErrorType, "comparing strings with non-ASCII characters is not supported");
    }
    return strEquals(x, y);
  }
  const left = bufferBytes(ts, a);
  const right = left === null ? null : bufferBytes(ts, b);
  if (left === null || right === null) return null;
  if (left === undefined && right === undefined) {
    const what = `'${typeName(a)}' and '${typeName(b)}'`;
    return raise(ts, TypeErrorType, `unsupported operand types(s) or combination of types: ${what}`);
  }
  if (left === undefined || right === undefined) {
    const wrong = left === undefined ? a : b;
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(wrong)}'`);
  }
  let difference = left.length ^ right.length;
  for (let i = 0; i < left.length; i++) difference |= left[i] ^ right[i % (right.length || 1)];
  return difference === 0;
}

function hint(ts: ThreadState, _m: Value, object: Value, otherwise: Value | undefined): Result<Value> {
  const n = otherwise === undefined ? 0 : sizeArgument(ts, otherwise);
  return n === null ? null : lengthHint(ts, object, n);
}

const unary = (name: string, fn: (ts: ThreadState, a: Value) => Result<Value>, doc: string): MethodRow => [
  name,
  "($module, a, /)",
  (ts, _m, a: Value) => fn(ts, a),
  doc,
];

const not = (ts: ThreadState, a: Value): Result<Value> => {
  const truth = isTrue(ts, a);
  return truth === null ? null : !truth;
};

const done = (status: true | null): Result<Value> => (status === null ? null : None);

const functions: MethodRow[] = [
  unary("truth", isTrue, "Return True if a is true, False otherwise."),
  [
    "contains",
    "($module, a, b, /)",
    (ts, _m, a: Value, b: Value) => contains(ts, a, b),
    "Same as b in a (note reversed operands).",
  ],
  ["indexOf", "($module, a, b, /)", indexOf, "Return the first index of b in a."],
  ["countOf", "($module, a, b, /)", countOf, "Return the number of items in a which are, or which equal, b."],
  ["is_", "($module, a, b, /)", (_ts, _m, a: Value, b: Value) => sameObject(a, b), "Same as a is b."],
  ["is_not", "($module, a, b, /)", (_ts, _m, a: Value, b: Value) => !sameObject(a, b), "Same as a is not b."],
  ["is_none", "($module, a, /)", (_ts, _m, a: Value) => a === None, "Same as a is None."],
  ["is_not_none", "($module, a, /)", (_ts, _m, a: Value) => a !== None, "Same as a is not None."],
  unary("index", toIndex, "Same as a.__index__()"),
  ...OPERATORS.map(([name, , op, symbol]) => binary(name, op, symbol)),
  unary("neg", negative, "Same as -a."),
  unary("pos", positive, "Same as +a."),
  unary("abs", absolute, "Same as abs(a)."),
  unary("inv", invert, "Same as ~a."),
  unary("invert", invert, "Same as ~a."),
  unary("not_", not, "Same as not a."),
  ...OPERATORS.map(([, name, op, symbol]) => binary(name, op + BinaryOp.INPLACE, `${symbol}=`)),
  [
    "concat",
    "($module, a, b, /)",
    (ts, _m, a: Value, b: Value) => concat(ts, a, b, false),
    "Same as a + b, for a and b sequences.",
  ],
  [
    "iconcat",
    "($module, a, b, /)",
    (ts, _m, a: Value, b: Value) => concat(ts, a, b, true),
    "Same as a += b, for a and b sequences.",
  ],
  ["getitem", "($module, a, b, /)", (ts, _m, a: Value, b: Value) => getItem(ts, a, b), "Same as a[b]."],
  [
    "setitem",
    "($module, a, b, c, /)",
    (ts, _m, a: Value, b: Value, c: Value) => done(setItem(ts, a, b, c)),
    "Same as a[b] = c.",
  ],
  [
    "delitem",
    "($module, a, b, /)",
    (ts, _m, a: Value, b: Value) => done(setItem(ts, a, b, undefined)),
    "Same as del a[b].",
  ],
  ["pow", "($module, a, b, /)", (ts, _m, a: Value, b: Value) => power(ts, a, b, None), "Same as a ** b."],
  binary("ipow", BinaryOp.INPLACE + BinaryOp.POWER, "**="),
  comparison("eq", CompareOp.EQ, "=="),
  comparison("ne", CompareOp.NE, "!="),
  comparison("lt", CompareOp.LT, "<"),
  comparison("le", CompareOp.LE, "<="),
  comparison("gt", CompareOp.GT, ">"),
  comparison("ge", CompareOp.GE, ">="),
  [
    "_compare_digest",
    "($module, a, b, /)",
    compareDigest,
    "Return 'a == b', in time that hides where they differ.",
  ],
  ["length_hint", "($module, obj, default=0, /)", hint, "An estimate of the number of items in obj."],
  [
    "call",
    "($module, obj, /, *args, **kwargs)",
    (ts, _m, args: Value[], kwnames: readonly string[] | null) => {
      const given = args.length - (kwnames === null ? 0 : kwnames.length);
      if (given === 0) return raise(ts, TypeErrorType, "call expected at least 1 argument, got 0");
      return call(ts, args[0], args.slice(1), kwnames);
    },
    "Same as obj(*args, **kwargs).",
  ],
];

/** `_operator` (CPython `Modules/_operator.c`). */
export const operatorModule: ModuleSpec = {
  name: "_operator",
  doc: "Operator interface.",
  functions,
  types: [AttrGetterType, ItemGetterType, MethodCallerType],
};
