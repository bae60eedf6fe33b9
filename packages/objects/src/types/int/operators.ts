import { raise } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import { CompareOp, type Slots } from "../../core/slots.js";
import { step } from "../../core/steps.js";
import type { ThreadState } from "../../core/thread-state.js";
import {
  MemoryErrorType,
  OverflowErrorType,
  ValueErrorType,
  ZeroDivisionErrorType,
} from "../exceptions/exception-types.js";
import { floatPower } from "../float/power.js";
import { PyFloat } from "../float/py-float.js";
import { None, NotImplemented } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { Int } from "./arithmetic.js";
import * as arithmetic from "./arithmetic.js";
import { intToDecimal } from "./digits.js";
import { hashInt } from "./hash.js";
import { toInt } from "./to-int.js";

/** A binary slot from a function of two ints, which returns `undefined` when the result does not fit into memory. */
const binary =
  (op: (a: Int, b: Int) => Int | undefined) =>
  (ts: ThreadState, left: Value, right: Value): Result<Value> => {
    const a = toInt(left);
    const b = toInt(right);
    if (a === undefined || b === undefined) return NotImplemented;
    return op(a, b) ?? outOfMemory(ts);
  };

/** A binary slot that refuses a zero divisor. */
const division =
  (op: (ts: ThreadState, a: Int, b: Int) => Result<Value>) =>
  (ts: ThreadState, left: Value, right: Value): Result<Value> => {
    const a = toInt(left);
    const b = toInt(right);
    if (a === undefined || b === undefined) return NotImplemented;
    return b === 0 ? raise(ts, ZeroDivisionErrorType, "division by zero") : op(ts, a, b);
  };

/** A binary slot that refuses a negative shift count. */
const shift =
  (op: (a: Int, b: Int) => Int | undefined) =>
  (ts: ThreadState, left: Value, right: Value): Result<Value> => {
    const a = toInt(left);
    const b = toInt(right);
    if (a === undefined || b === undefined) return NotImplemented;
    if (b < 0) return raise(ts, ValueErrorType, "negative shift count");
    return op(a, b) ?? outOfMemory(ts);
  };

const unary =
  (op: (a: Int) => Int) =>
  (_ts: ThreadState, self: Value): Result<Value> =>
    op(toInt(self) as Int);

function outOfMemory(ts: ThreadState): null {
  return raise(ts, MemoryErrorType, "");
}

/** The double of an int. OverflowError when it is too large. */
export function intAsDouble(ts: ThreadState, a: Int): Result<number> {
  const x = arithmetic.intToDouble(a);
  return Number.isFinite(x) ? x : raise(ts, OverflowErrorType, "int too large to convert to float");
}

/** Quotient and remainder, rounding down; `b` is not 0. */
export function intDivmod(a: Int, b: Int): PyTuple {
  return new PyTuple(arithmetic.intDivmod(a, b));
}

function trueDivide(ts: ThreadState, a: Int, b: Int): Result<Value> {
  const q = arithmetic.intTrueDiv(a, b);
  return q === undefined
    ? raise(ts, OverflowErrorType, "integer division result too large for a float")
    : new PyFloat(q);
}

/** `pow(a, b, modulus)` for ints; `modulus` may be None (CPython `long_pow`). */
function power(ts: ThreadState, left: Value, right: Value, modulus: Value): Result<Value> {
  const a = toInt(left);
  const b = toInt(right);
  if (a === undefined || b === undefined) return NotImplemented;
  if (modulus === None) {
    if (b >= 0) {
      const result = arithmetic.intPow(a, b, () => step(ts) !== null);
      return result === undefined ? outOfMemory(ts) : result;
    }
    if (a === 0) return raise(ts, ZeroDivisionErrorType, "zero to a negative power");
    const x = intAsDouble(ts, a);
    if (x === null) return null;
    const y = intAsDouble(ts, b);
    return y === null ? null : floatPower(ts, x, y);
  }
  const m = toInt(modulus);
  if (m === undefined) return NotImplemented;
  if (m === 0) return raise(ts, ValueErrorType, "pow() 3rd argument cannot be 0");
  const positive = arithmetic.intAbs(m);
  let base: Int = a;
  let exponent: Int = b;
  if (b < 0) {
    const inverse = arithmetic.intInverse(a, positive);
    if (inverse === undefined)
      return raise(ts, ValueErrorType, "base is not invertible for the given modulus");
    base = inverse;
    exponent = arithmetic.intNeg(b);
  }
  const result = arithmetic.intPowMod(base, exponent, positive, () => step(ts) !== null);
  return result === null ? null : arithmetic.intMod(result, m);
}

function richCompare(_ts: ThreadState, self: Value, other: Value, op: CompareOp): Result<Value> {
  const a = toInt(self) as Int;
  const b = toInt(other);
  if (b === undefined) return NotImplemented;
  switch (op) {
    case CompareOp.LT:
      return a < b;
    case CompareOp.LE:
      return a <= b;
    case CompareOp.EQ:
      return a === b;
    case CompareOp.NE:
      return a !== b;
    case CompareOp.GT:
      return a > b;
    default:
      return a >= b;
  }
}

/** Slots of `int` for operators (CPython `long_as_number`). */
export const intOperators: Partial<Slots> = {
  tp_repr: (ts, self: Value) => intToDecimal(ts, toInt(self) as Int),
  tp_hash: (_ts, self: Value) => hashInt(toInt(self) as Int),
  tp_richcompare: richCompare,
  nb_add: binary(arithmetic.intAdd),
  nb_subtract: binary(arithmetic.intSub),
  nb_multiply: binary(arithmetic.intMul),
  nb_floor_divide: division((_ts, a, b) => arithmetic.intFloorDiv(a, b)),
  nb_remainder: division((_ts, a, b) => arithmetic.intMod(a, b)),
  nb_divmod: division((_ts, a, b) => intDivmod(a, b)),
  nb_true_divide: division(trueDivide),
  nb_power: power,
  nb_negative: unary(arithmetic.intNeg),
  nb_positive: unary((a) => a),
  nb_absolute: unary(arithmetic.intAbs),
  nb_invert: unary(arithmetic.intInvert),
  nb_int: unary((a) => a),
  nb_index: unary((a) => a),
  nb_bool: (_ts, self: Value) => toInt(self) !== 0,
  nb_float: (ts, self: Value) => {
    const x = intAsDouble(ts, toInt(self) as Int);
    return x === null ? null : new PyFloat(x);
  },
  nb_lshift: shift(arithmetic.intLshift),
  nb_rshift: shift(arithmetic.intRshift),
  nb_and: binary(arithmetic.intAnd),
  nb_or: binary(arithmetic.intOr),
  nb_xor: binary(arithmetic.intXor),
};
