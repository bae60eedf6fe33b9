import { newException, raise, raiseValue } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { complexPower } from "../complex/arithmetic.js";
import { OverflowErrorType, ZeroDivisionErrorType } from "../exceptions/exception-types.js";
import { pow } from "./pow.js";
import { PyFloat } from "./py-float.js";

/** `x ** y` of two floats (CPython `float_pow`); a negative base with a broken exponent gives a complex. */
export function floatPower(ts: ThreadState, x: number, y: number): Result<Value> {
  if (x === 0 && y < 0 && Number.isFinite(y)) {
    return raise(ts, ZeroDivisionErrorType, "zero to a negative power");
  }
  if (x === 0 && y === Number.NEGATIVE_INFINITY) return new PyFloat(Number.POSITIVE_INFINITY);
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
    return complexPower(ts, x, 0, y, 0);
  }
  const result = pow(x, y);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) return rangeError(ts);
  return new PyFloat(result);
}

/** OverflowError with the errno and text of ERANGE, as Linux words it. */
export function rangeError(ts: ThreadState): null {
  return raiseValue(ts, newException(OverflowErrorType, [34, "Numerical result out of range"]));
}
