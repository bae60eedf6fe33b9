import { raise } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import { CompareOp, type Slots } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { identityHash } from "../../core/type-of.js";
import { OverflowErrorType, TypeErrorType, ZeroDivisionErrorType } from "../exceptions/exception-types.js";
import { intFromFloat } from "../int/constructor.js";
import { hashDouble } from "../int/hash.js";
import { toInt } from "../int/to-int.js";
import { None, NotImplemented } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { floatPower } from "./power.js";
import { PyFloat } from "./py-float.js";
import { floatRepr } from "./repr.js";
import { toFloat } from "./to-float.js";

/** The double of a float or int operand; `undefined` for other operands, `null` when an int is too large. */
function operand(ts: ThreadState, v: Value): Result<number | undefined> {
  if (typeof v === "number") return v;
  const x = toFloat(v);
  if (x !== undefined) return x;
  const i = toInt(v);
  if (i === undefined) return undefined;
  const double = Number(i);
  return Number.isFinite(double) ? double : raise(ts, OverflowErrorType, "int too large to convert to float");
}

const binary =
  (op: (ts: ThreadState, x: number, y: number) => Result<Value>) =>
  (ts: ThreadState, left: Value, right: Value): Result<Value> => {
    const x = operand(ts, left);
    if (x === null) return null;
    if (x === undefined) return NotImplemented;
    const y = operand(ts, right);
    if (y === null) return null;
    return y === undefined ? NotImplemented : op(ts, x, y);
  };

function zeroDivision(ts: ThreadState): null {
  return raise(ts, ZeroDivisionErrorType, "division by zero");
}

/** `x % y` with the sign of `y`; `y` is not 0 (CPython `float_rem`). */
export function floatMod(x: number, y: number): number {
  const r = x % y;
  if (r === 0) return y < 0 || Object.is(y, -0) ? -0 : 0;
  return r < 0 !== y < 0 ? r + y : r;
}

/** `x // y`; `y` is not 0 (CPython `_float_div_mod`). */
export function floatFloorDiv(x: number, y: number): number {
  const r = x % y;
  let div = (x - r) / y;
  if (r !== 0 && r < 0 !== y < 0) div -= 1;
  if (div === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(div);
  return div - floor > 0.5 ? floor + 1 : floor;
}

/** Compares a double with an int exactly: -1, 0, 1, or `undefined` for NaN. */
export function compareFloatInt(x: number, i: number | bigint): -1 | 0 | 1 | undefined {
  if (Number.isNaN(x)) return undefined;
  // The host compares a number with a bigint by their exact values.
  return x < i ? -1 : x > i ? 1 : 0;
}

function richCompare(_ts: ThreadState, self: PyFloat, other: Value, op: CompareOp): Result<Value> {
  const x = self.value;
  let y: number | bigint | undefined = toFloat(other);
  if (y === undefined) {
    y = toInt(other);
    if (y === undefined) return NotImplemented;
  }
  switch (op) {
    case CompareOp.LT:
      return x < y;
    case CompareOp.LE:
      return x <= y;
    case CompareOp.EQ:
      // biome-ignore lint/suspicious/noDoubleEquals: compares a number with a bigint by value
      return x == y;
    case CompareOp.NE:
      // biome-ignore lint/suspicious/noDoubleEquals: compares a number with a bigint by value
      return x != y;
    case CompareOp.GT:
      return x > y;
    default:
      return x >= y;
  }
}

/** Slots of `float` for operators (CPython `float_as_number`). */
export const floatOperators: Partial<Slots> = {
  tp_repr: (_ts, self: PyFloat) => floatRepr(self.value),
  tp_hash: (ts, self: PyFloat) =>
    Number.isNaN(self.value) ? identityHash(ts, self) : hashDouble(self.value),
  tp_richcompare: richCompare,
  nb_add: binary((_ts, x, y) => new PyFloat(x + y)),
  nb_subtract: binary((_ts, x, y) => new PyFloat(x - y)),
  nb_multiply: binary((_ts, x, y) => new PyFloat(x * y)),
  nb_true_divide: binary((ts, x, y) => (y === 0 ? zeroDivision(ts) : new PyFloat(x / y))),
  nb_floor_divide: binary((ts, x, y) => (y === 0 ? zeroDivision(ts) : new PyFloat(floatFloorDiv(x, y)))),
  nb_remainder: binary((ts, x, y) => (y === 0 ? zeroDivision(ts) : new PyFloat(floatMod(x, y)))),
  nb_divmod: binary((ts, x, y) =>
    y === 0 ? zeroDivision(ts) : new PyTuple([new PyFloat(floatFloorDiv(x, y)), new PyFloat(floatMod(x, y))]),
  ),
  nb_power(ts, left: Value, right: Value, modulus: Value) {
    if (modulus !== None) {
      return raise(ts, TypeErrorType, "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return binary(floatPower)(ts, left, right);
  },
  nb_negative: (_ts, self: PyFloat) => new PyFloat(-self.value),
  nb_positive: (_ts, self: PyFloat) => new PyFloat(self.value),
  nb_absolute: (_ts, self: PyFloat) => new PyFloat(Math.abs(self.value)),
  nb_bool: (_ts, self: PyFloat) => self.value !== 0,
  nb_int: (ts, self: PyFloat) => intFromFloat(ts, self.value),
  nb_float: (_ts, self: PyFloat) => new PyFloat(self.value),
};
