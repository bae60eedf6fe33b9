import {
  DeprecationWarningType,
  IndexErrorType,
  OverflowErrorType,
  TypeErrorType,
} from "../types/exceptions/exception-types.js";
import { PyFloat } from "../types/float/py-float.js";
import {
  type Int,
  intAdd,
  intAnd,
  intFloorDiv,
  intLshift,
  intMod,
  intMul,
  intOr,
  intRshift,
  intSub,
  intXor,
} from "../types/int/arithmetic.js";
import { toInt } from "../types/int/to-int.js";
import { None, NotImplemented } from "../types/none/singletons.js";
import { FloatType } from "./builtin-types.js";
import { raise, typeName } from "./errors.js";
import type { Result, Value } from "./object.js";
import { getItem } from "./protocols.js";
import { hasSequenceSlots } from "./sequence-slots.js";
import type { BinaryFunc, SizeArgFunc, TernaryFunc } from "./slots.js";
import type { ThreadState } from "./thread-state.js";
import { isSubtype, type PyType, TypeFlags } from "./type.js";
import { typeOf } from "./type-of.js";

export { compare, compareBool, equals, hash, isTrue } from "./compare.js";

/** Operands of BINARY_OP (CPython `NB_*` in `Include/opcode.h`); the in-place form of an operator is 13 more. */
export const BinaryOp = {
  ADD: 0,
  AND: 1,
  FLOOR_DIVIDE: 2,
  LSHIFT: 3,
  MATRIX_MULTIPLY: 4,
  MULTIPLY: 5,
  REMAINDER: 6,
  OR: 7,
  POWER: 8,
  RSHIFT: 9,
  SUBTRACT: 10,
  TRUE_DIVIDE: 11,
  XOR: 12,
  INPLACE: 13,
  SUBSCR: 26,
} as const;

const SYMBOLS = ["+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^"];
/** The left operand's method, by operator; `**` has rules of its own. */
const METHODS =
  "__add__ __and__ __floordiv__ __lshift__ __matmul__ __mul__ __mod__ __or__ __pow__ __rshift__ __sub__ __truediv__ __xor__".split(
    " ",
  );
const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const INPLACE_ADD = BinaryOp.INPLACE + BinaryOp.ADD;
/** Length of a text that every engine can make. */
const SHORT_TEXT = 2 ** 26;

/**
 * A binary operator (CPython `PyNumber_*`): the operand types' slots in Python's order, then
 * concatenation and repetition of sequences. Raises TypeError when nobody knows how.
 *
 * @param op operand of BINARY_OP, in-place operators and subscript included
 */
export function binaryOp(ts: ThreadState, op: number, a: Value, b: Value): Result<Value> {
  if (typeof a === "number" && typeof b === "number") {
    const result = smallIntOp(op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op, a, b);
    if (result !== undefined) return result;
  } else if (isInt(a) && isInt(b)) {
    const result = intOp(op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op, a, b);
    if (result !== undefined) return result;
  } else if (typeof a === "string" && typeof b === "string") {
    // Neither holds a surrogate, so none comes into being. Longer texts are for `str` to refuse.
    if ((op === BinaryOp.ADD || op === INPLACE_ADD) && a.length + b.length < SHORT_TEXT) return a + b;
  } else if (typeof a === "object" && typeof b === "object" && a.cls === FloatType && b.cls === FloatType) {
    const result = floatOp(op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op, a as PyFloat, b as PyFloat);
    if (result !== undefined) return result;
  }
  if (op < BinaryOp.INPLACE) return genericBinaryOp(ts, op, a, b);
  if (op === BinaryOp.SUBSCR) return getItem(ts, a, b);
  return inplaceOp(ts, op - BinaryOp.INPLACE, a, b);
}

/** Operators on two safe integers where the result is one too (or a float); `undefined`: take the long way. */
function smallIntOp(op: number, a: number, b: number): Value | undefined {
  switch (op) {
    case 0: {
      const r = a + b;
      return r >= -MAX_SAFE && r <= MAX_SAFE ? r : undefined;
    }
    case 10: {
      const r = a - b;
      return r >= -MAX_SAFE && r <= MAX_SAFE ? r : undefined;
    }
    case 5: {
      const r = a * b + 0;
      return r >= -MAX_SAFE && r <= MAX_SAFE ? r : undefined;
    }
    case 1:
      return (a | 0) === a && (b | 0) === b ? a & b : undefined;
    case 7:
      return (a | 0) === a && (b | 0) === b ? a | b : undefined;
    case 12:
      return (a | 0) === a && (b | 0) === b ? a ^ b : undefined;
    case 2: {
      if (b === 0) return undefined;
      const r = a % b;
      const q = (a - r) / b;
      return (r !== 0 && r < 0 !== b < 0 ? q - 1 : q) + 0;
    }
    case 6: {
      if (b === 0) return undefined;
      const r = a % b;
      return (r !== 0 && r < 0 !== b < 0 ? r + b : r) + 0;
    }
    case 3: {
      if (b < 0 || b > 53) return undefined;
      const r = a * 2 ** b;
      return r >= -MAX_SAFE && r <= MAX_SAFE ? r : undefined;
    }
    case 9:
      if (b < 0) return undefined;
      return b > 53 ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** b);
    case 11:
      return b === 0 ? undefined : new PyFloat(a / b);
    default:
      return undefined;
  }
}

const isInt = (v: Value): v is Int => typeof v === "bigint" || typeof v === "number";

/** Operators on ints of any size; `undefined`: take the long way. */
function intOp(op: number, a: Int, b: Int): Int | undefined {
  switch (op) {
    case BinaryOp.ADD:
      return intAdd(a, b);
    case BinaryOp.SUBTRACT:
      return intSub(a, b);
    case BinaryOp.MULTIPLY:
      return intMul(a, b);
    case BinaryOp.AND:
      return intAnd(a, b);
    case BinaryOp.OR:
      return intOr(a, b);
    case BinaryOp.XOR:
      return intXor(a, b);
    case BinaryOp.FLOOR_DIVIDE:
      return b === 0 ? undefined : intFloorDiv(a, b);
    case BinaryOp.REMAINDER:
      return b === 0 ? undefined : intMod(a, b);
    case BinaryOp.LSHIFT:
      return b < 0 ? undefined : intLshift(a, b);
    case BinaryOp.RSHIFT:
      return b < 0 ? undefined : intRshift(a, b);
    default:
      return undefined;
  }
}

/** Operators on two floats that are a JavaScript operator; `undefined`: take the long way. */
function floatOp(op: number, a: PyFloat, b: PyFloat): Value | undefined {
  switch (op) {
    case 0:
      return new PyFloat(a.value + b.value);
    case 10:
      return new PyFloat(a.value - b.value);
    case 5:
      return new PyFloat(a.value * b.value);
    case 11:
      return b.value === 0 ? undefined : new PyFloat(a.value / b.value);
    default:
      return undefined;
  }
}

/** The slot of a type for an operator (`nb_power` is apart, see {@link power}). */
function binarySlot(type: PyType, op: number): BinaryFunc | null {
  switch (op) {
    case 0:
      return type.nb_add;
    case 1:
      return type.nb_and;
    case 2:
      return type.nb_floor_divide;
    case 3:
      return type.nb_lshift;
    case 4:
      return type.nb_matrix_multiply;
    case 5:
      return type.nb_multiply;
    case 6:
      return type.nb_remainder;
    case 7:
      return type.nb_or;
    case 9:
      return type.nb_rshift;
    case 10:
      return type.nb_subtract;
    case 11:
      return type.nb_true_divide;
    default:
      return type.nb_xor;
  }
}

function inplaceSlot(type: PyType, op: number): BinaryFunc | null {
  switch (op) {
    case 0:
      // In a class written in Python an inherited `__iadd__` of a sequence comes before `__add__` (CPython `update_one_slot`).
      return type.nb_inplace_add ?? ((type.flags & TypeFlags.HEAP) !== 0 ? type.sq_inplace_concat : null);
    case 1:
      return type.nb_inplace_and;
    case 2:
      return type.nb_inplace_floor_divide;
    case 3:
      return type.nb_inplace_lshift;
    case 4:
      return type.nb_inplace_matrix_multiply;
    case 5:
      return type.nb_inplace_multiply;
    case 6:
      return type.nb_inplace_remainder;
    case 7:
      return type.nb_inplace_or;
    case 9:
      return type.nb_inplace_rshift;
    case 10:
      return type.nb_inplace_subtract;
    case 11:
      return type.nb_inplace_true_divide;
    default:
      return type.nb_inplace_xor;
  }
}

/**
 * The operands' slots in Python's order: the left one first, except that the right one goes first
 * when its type is a subclass that has a slot of its own. May return `NotImplemented`.
 */
export function trySlots(ts: ThreadState, op: number, a: Value, b: Value): Result<Value> {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const left = binarySlot(ta, op);
  let right = ta === tb ? null : binarySlot(tb, op);
  if (left !== null) {
    if (right === left) right = null;
    else if (right !== null && isSubtype(tb, ta)) {
      const result = right(ts, a, b);
      if (result !== NotImplemented) return result;
      right = null;
    }
    const result = left(ts, a, b);
    if (result !== NotImplemented || right === null) return result;
  }
  return right === null ? NotImplemented : right(ts, a, b);
}

/**
 * The function that an operator on operands of two types asks first, `null` where there is none or more to it. That it answers
 * `NotImplemented` must not be seen by programs, so methods written in Python are not for this.
 *
 * @param op an index into the instruction table's `binaryOps`
 */
export function firstBinarySlot(op: number, left: PyType, right: PyType): BinaryFunc | null {
  const plain = op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op;
  if (plain === BinaryOp.POWER) return null;
  if (op >= BinaryOp.INPLACE) {
    const inplace = inplaceSlot(left, plain);
    if (inplace !== null) return nativeOnly(left, inplace, (type) => inplaceSlot(type, plain));
  }
  const mine = binarySlot(left, plain);
  const theirs = left === right ? null : binarySlot(right, plain);
  if (theirs !== null && theirs !== mine && (mine === null || isSubtype(right, left))) {
    return nativeOnly(right, theirs, (type) => binarySlot(type, plain));
  }
  if (mine !== null) return nativeOnly(left, mine, (type) => binarySlot(type, plain));
  if (plain !== BinaryOp.ADD) return null;
  const concat = (type: PyType): BinaryFunc | null =>
    op >= BinaryOp.INPLACE ? (type.sq_inplace_concat ?? type.sq_concat) : type.sq_concat;
  const joined = concat(left);
  return joined === null ? null : nativeOnly(left, joined, concat);
}

/**
 * The name of the method that an operator calls first for operands of two types, if it is the left operand's and no in-place
 * one; `null` otherwise. Where it answers `NotImplemented` {@link afterLeftMethod} goes on.
 *
 * @param op an index into the instruction table's `binaryOps`
 */
export function firstMethodIsLeft(op: number, left: PyType, right: PyType): string | null {
  const plain = op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op;
  if (plain === BinaryOp.POWER || (op >= BinaryOp.INPLACE && inplaceSlot(left, plain) !== null)) return null;
  const mine = binarySlot(left, plain);
  if (mine === null) return null;
  if (left !== right) {
    const theirs = binarySlot(right, plain);
    if (theirs === mine || (theirs !== null && isSubtype(right, left))) return null;
  }
  return METHODS[plain];
}

/** The rest of an operator of which {@link firstMethodIsLeft}, when the left operand's method has answered `NotImplemented`. */
export function afterLeftMethod(ts: ThreadState, op: number, a: Value, b: Value): Result<Value> {
  const plain = op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op;
  const right = typeOf(a) === typeOf(b) ? null : binarySlot(typeOf(b), plain);
  const result = right === null ? NotImplemented : right(ts, a, b);
  if (result !== NotImplemented) return result;
  return op >= BinaryOp.INPLACE ? inplaceSequenceOp(ts, plain, a, b) : sequenceOp(ts, plain, a, b);
}

/** A slot's function, unless it calls a method that is written in Python. */
function nativeOnly(
  type: PyType,
  fn: BinaryFunc,
  slotIn: (type: PyType) => BinaryFunc | null,
): BinaryFunc | null {
  const native = type.mro.find((base) => (base.flags & TypeFlags.HEAP) === 0);
  return native !== undefined && slotIn(native) === fn ? fn : null;
}

function genericBinaryOp(ts: ThreadState, op: number, a: Value, b: Value): Result<Value> {
  if (op === BinaryOp.POWER) return ternaryOp(ts, a, b, None, SYMBOLS[op]);
  const result = trySlots(ts, op, a, b);
  return result === NotImplemented ? sequenceOp(ts, op, a, b) : result;
}

/** What an operator comes to when no number knows it: concatenation and repetition, or TypeError. */
function sequenceOp(ts: ThreadState, op: number, a: Value, b: Value): Result<Value> {
  if (op === BinaryOp.ADD) {
    const concat = typeOf(a).sq_concat;
    if (concat !== null) return concat(ts, a, b);
  } else if (op === BinaryOp.MULTIPLY) {
    const repeat = typeOf(a).sq_repeat;
    if (repeat !== null) return sequenceRepeat(ts, repeat, a, b);
    const repeatRight = typeOf(b).sq_repeat;
    if (repeatRight !== null) return sequenceRepeat(ts, repeatRight, b, a);
  }
  return unsupported(ts, SYMBOLS[op], a, b);
}

function inplaceOp(ts: ThreadState, op: number, a: Value, b: Value): Result<Value> {
  if (op === BinaryOp.POWER) return inplacePower(ts, a, b);
  const slot = inplaceSlot(typeOf(a), op);
  if (slot !== null) {
    const result = slot(ts, a, b);
    if (result !== NotImplemented) return result;
  }
  const result = trySlots(ts, op, a, b);
  return result === NotImplemented ? inplaceSequenceOp(ts, op, a, b) : result;
}

/** As {@link sequenceOp}, in place. */
function inplaceSequenceOp(ts: ThreadState, op: number, a: Value, b: Value): Result<Value> {
  const type = typeOf(a);
  if (op === BinaryOp.ADD) {
    const concat = type.sq_inplace_concat ?? type.sq_concat;
    if (concat !== null) return concat(ts, a, b);
  } else if (op === BinaryOp.MULTIPLY) {
    const repeat = type.sq_inplace_repeat ?? type.sq_repeat;
    if (repeat !== null) return sequenceRepeat(ts, repeat, a, b);
    const repeatRight = hasSequenceSlots(type) ? null : typeOf(b).sq_repeat;
    if (repeatRight !== null) return sequenceRepeat(ts, repeatRight, b, a);
  }
  return unsupported(ts, `${SYMBOLS[op]}=`, a, b);
}

function sequenceRepeat(ts: ThreadState, repeat: SizeArgFunc, sequence: Value, count: Value): Result<Value> {
  if (typeof count !== "number" && typeOf(count).nb_index === null) {
    return raise(ts, TypeErrorType, `can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  const n = toSize(ts, count, OverflowErrorType);
  return n === null ? null : repeat(ts, sequence, n);
}

function unsupported(ts: ThreadState, symbol: string, a: Value, b: Value): null {
  const operands = `'${typeName(a)}' and '${typeName(b)}'`;
  return raise(ts, TypeErrorType, `unsupported operand type(s) for ${symbol}: ${operands}`);
}

/** `pow(a, b, mod)`; `mod` None for `a ** b`. */
export function power(ts: ThreadState, a: Value, b: Value, mod: Value): Result<Value> {
  return ternaryOp(ts, a, b, mod, SYMBOLS[BinaryOp.POWER]);
}

function inplacePower(ts: ThreadState, a: Value, b: Value): Result<Value> {
  const slot = typeOf(a).nb_inplace_power;
  if (slot !== null) {
    const result = slot(ts, a, b, None);
    if (result !== NotImplemented) return result;
  }
  return ternaryOp(ts, a, b, None, "**=");
}

/** CPython `ternary_op`. */
function ternaryOp(ts: ThreadState, a: Value, b: Value, mod: Value, symbol: string): Result<Value> {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const left: TernaryFunc | null = ta.nb_power;
  let right: TernaryFunc | null = ta === tb ? null : tb.nb_power;
  if (right === left) right = null;
  if (left !== null) {
    if (right !== null && isSubtype(tb, ta)) {
      const result = right(ts, a, b, mod);
      if (result !== NotImplemented) return result;
      right = null;
    }
    const result = left(ts, a, b, mod);
    if (result !== NotImplemented) return result;
  }
  if (right !== null) {
    const result = right(ts, a, b, mod);
    if (result !== NotImplemented) return result;
  }
  const third = typeOf(mod).nb_power;
  if (third !== null && third !== left && third !== right) {
    const result = third(ts, a, b, mod);
    if (result !== NotImplemented) return result;
  }
  if (mod === None) return unsupported(ts, symbol, a, b);
  const operands = `'${typeName(a)}', '${typeName(b)}', '${typeName(mod)}'`;
  return raise(ts, TypeErrorType, `unsupported operand type(s) for ${symbol}: ${operands}`);
}

/** `divmod(a, b)`. */
export function divmod(ts: ThreadState, a: Value, b: Value): Result<Value> {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const left = ta.nb_divmod;
  let right = ta === tb ? null : tb.nb_divmod;
  if (right === left) right = null;
  if (left !== null) {
    if (right !== null && isSubtype(tb, ta)) {
      const result = right(ts, a, b);
      if (result !== NotImplemented) return result;
      right = null;
    }
    const result = left(ts, a, b);
    if (result !== NotImplemented) return result;
  }
  if (right !== null) {
    const result = right(ts, a, b);
    if (result !== NotImplemented) return result;
  }
  return unsupported(ts, "divmod()", a, b);
}

/** `-v`. */
export function negative(ts: ThreadState, v: Value): Result<Value> {
  if (typeof v === "number") return 0 - v;
  const slot = typeOf(v).nb_negative;
  return slot === null ? badUnary(ts, "-", v) : slot(ts, v);
}

/** `+v`. */
export function positive(ts: ThreadState, v: Value): Result<Value> {
  const slot = typeOf(v).nb_positive;
  return slot === null ? badUnary(ts, "+", v) : slot(ts, v);
}

/** `~v`. */
export function invert(ts: ThreadState, v: Value): Result<Value> {
  if (typeof v === "number" && v < MAX_SAFE) return -1 - v;
  const slot = typeOf(v).nb_invert;
  return slot === null ? badUnary(ts, "~", v) : slot(ts, v);
}

/** `abs(v)`. */
export function absolute(ts: ThreadState, v: Value): Result<Value> {
  const slot = typeOf(v).nb_absolute;
  return slot === null ? badUnary(ts, "abs()", v) : slot(ts, v);
}

function badUnary(ts: ThreadState, what: string, v: Value): null {
  const operand = what === "abs()" ? "abs()" : `unary ${what}`;
  return raise(ts, TypeErrorType, `bad operand type for ${operand}: '${typeName(v)}'`);
}

/** `operator.index(v)` as a plain int (CPython `PyNumber_Index`). Raises TypeError. */
export function toIndex(ts: ThreadState, v: Value): Result<number | bigint> {
  if (typeof v === "number") return v;
  const own = toInt(v);
  if (own !== undefined) return own;
  const slot = typeOf(v).nb_index;
  if (slot === null) {
    return raise(ts, TypeErrorType, `'${typeName(v)}' object cannot be interpreted as an integer`);
  }
  const result = slot(ts, v);
  if (result === null) return null;
  if (typeof result === "number" || typeof result === "bigint") return result;
  const payload = toInt(result);
  if (payload === undefined) {
    return raise(ts, TypeErrorType, `__index__ returned non-int (type ${typeName(result)})`);
  }
  const text =
    `__index__ returned non-int (type ${typeName(result)}).  ` +
    "The ability to return an instance of a strict subclass of int " +
    "is deprecated, and may be removed in a future version of Python.";
  return ts.interp.evaluator.warn(ts, DeprecationWarningType, text, 1) === null ? null : payload;
}

/**
 * An index or a size (CPython `PyNumber_AsSsize_t`). What a signed 64-bit integer holds but a safe integer
 * does not is clamped, because no sequence is that long; a value beyond 64 bits raises `overflowError`
 * ("cannot fit 'int' into an index-sized integer"), or is clamped too when that is `null`.
 */
export function toSize(
  ts: ThreadState,
  v: Value,
  overflowError: PyType | null = IndexErrorType,
): Result<number> {
  if (typeof v === "number") return v;
  const n = toIndex(ts, v);
  if (n === null || typeof n === "number") return n;
  if (overflowError === null || BigInt.asIntN(64, n) === n) return n < 0n ? -MAX_SAFE : MAX_SAFE;
  return raise(ts, overflowError, `cannot fit '${typeName(v)}' into an index-sized integer`);
}

/** An int argument that C declares as `Py_ssize_t`; beyond the safe integers it is cut, beyond 64 bits OverflowError. */
export function sizeArgument(ts: ThreadState, v: Value): Result<number> {
  if (typeof v === "number") return v;
  const n = toIndex(ts, v);
  return n === null ? null : fitSize(ts, n);
}

/** An int as `Py_ssize_t`, see {@link sizeArgument}. */
export function fitSize(ts: ThreadState, n: number | bigint): Result<number> {
  if (typeof n === "number") return n;
  if (BigInt.asIntN(64, n) !== n) {
    return raise(ts, OverflowErrorType, "Python int too large to convert to C ssize_t");
  }
  return n < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/** An int argument that C declares as `int`: OverflowError beyond 32 bits (CPython `PyLong_AsInt`). */
export function intArgument(ts: ThreadState, v: Value): Result<number> {
  const n = toIndex(ts, v);
  if (n === null || (typeof n === "number" && (n | 0) === n)) return n;
  return raise(ts, OverflowErrorType, "Python int too large to convert to C int");
}
