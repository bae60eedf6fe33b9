import { raise } from "../../core/errors.js";
import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { OverflowErrorType, ZeroDivisionErrorType } from "../exceptions/exception-types.js";
import { hypot } from "../float/hypot.js";
import { pow } from "../float/pow.js";
import { PyComplex } from "./py-complex.js";

/** `(a + bi) * (c + di)`; infinities are recovered as in C99 Annex G. */
export function complexMultiply(a: number, b: number, c: number, d: number): PyComplex {
  let real = a * c - b * d;
  let imag = a * d + b * c;
  if (Number.isNaN(real) && Number.isNaN(imag)) {
    let recover = false;
    const box = (x: number): number => copySign(isInfinite(x) ? 1 : 0, x);
    const zeroNan = (x: number): number => (Number.isNaN(x) ? copySign(0, x) : x);
    if (isInfinite(a) || isInfinite(b)) {
      a = box(a);
      b = box(b);
      c = zeroNan(c);
      d = zeroNan(d);
      recover = true;
    }
    if (isInfinite(c) || isInfinite(d)) {
      c = box(c);
      d = box(d);
      a = zeroNan(a);
      b = zeroNan(b);
      recover = true;
    }
    if (!recover && (isInfinite(a * c) || isInfinite(b * d) || isInfinite(a * d) || isInfinite(b * c))) {
      a = zeroNan(a);
      b = zeroNan(b);
      c = zeroNan(c);
      d = zeroNan(d);
      recover = true;
    }
    if (recover) {
      real = Number.POSITIVE_INFINITY * (a * c - b * d);
      imag = Number.POSITIVE_INFINITY * (a * d + b * c);
    }
  }
  return new PyComplex(real, imag);
}

const isInfinite = (x: number): boolean => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY;
const copySign = (x: number, sign: number): number =>
  sign < 0 || Object.is(sign, -0) ? -Math.abs(x) : Math.abs(x);

/** `(a + bi) / (c + di)` by Smith's method; the divisor is not 0. */
export function complexDivide(a: number, b: number, c: number, d: number): PyComplex {
  let real: number;
  let imag: number;
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const denominator = c + d * ratio;
    real = (a + b * ratio) / denominator;
    imag = (b - a * ratio) / denominator;
  } else if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    real = (a * ratio + b) / denominator;
    imag = (b * ratio - a) / denominator;
  } else {
    real = Number.NaN;
    imag = Number.NaN;
  }
  if (Number.isNaN(real) && Number.isNaN(imag)) {
    if ((isInfinite(a) || isInfinite(b)) && Number.isFinite(c) && Number.isFinite(d)) {
      const x = copySign(isInfinite(a) ? 1 : 0, a);
      const y = copySign(isInfinite(b) ? 1 : 0, b);
      real = Number.POSITIVE_INFINITY * (x * c + y * d);
      imag = Number.POSITIVE_INFINITY * (y * c - x * d);
    } else if ((isInfinite(c) || isInfinite(d)) && Number.isFinite(a) && Number.isFinite(b)) {
      const x = copySign(isInfinite(c) ? 1 : 0, c);
      const y = copySign(isInfinite(d) ? 1 : 0, d);
      real = 0 * (a * x + b * y);
      imag = 0 * (b * x - a * y);
    }
  }
  return new PyComplex(real, imag);
}

/** `a / (c + di)` by Smith's method, for a real number, which has no imaginary zero; the divisor is not 0 (CPython `_Py_rc_quot`). */
export function realDivide(a: number, c: number, d: number): PyComplex {
  let real = Number.NaN;
  let imag = Number.NaN;
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const denominator = c + d * ratio;
    real = a / denominator;
    imag = (-a * ratio) / denominator;
  } else if (Math.abs(d) >= Math.abs(c)) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    real = (a * ratio) / denominator;
    imag = -a / denominator;
  }
  if (Number.isNaN(real) && Number.isNaN(imag) && Number.isFinite(a) && (isInfinite(c) || isInfinite(d))) {
    real = 0 * (a * copySign(isInfinite(c) ? 1 : 0, c));
    imag = 0 * (-a * copySign(isInfinite(d) ? 1 : 0, d));
  }
  return new PyComplex(real, imag);
}

/** `(a + bi) ** (c + di)` (CPython `complex_pow`); small integral exponents by multiplication. */
export function complexPower(ts: ThreadState, a: number, b: number, c: number, d: number): Result<PyComplex> {
  if (d === 0 && Number.isInteger(c) && Math.abs(c) <= 100) {
    const result = integerPower(ts, a, b, c);
    return result === null ? null : finish(ts, result);
  }
  if (c === 0 && d === 0) return new PyComplex(1, 0);
  if (a === 0 && b === 0) {
    return d !== 0 || c < 0
      ? raise(ts, ZeroDivisionErrorType, "zero to a negative or complex power")
      : new PyComplex(0, 0);
  }
  const magnitude = hypot(a, b);
  const angle = Math.atan2(b, a);
  let length = pow(magnitude, c);
  let phase = angle * c;
  if (d !== 0) {
    length *= Math.exp(-angle * d);
    phase += d * Math.log(magnitude);
  }
  return finish(ts, new PyComplex(length * Math.cos(phase), length * Math.sin(phase)));
}

function finish(ts: ThreadState, result: PyComplex): Result<PyComplex> {
  return isInfinite(result.real) || isInfinite(result.imag)
    ? raise(ts, OverflowErrorType, "complex exponentiation")
    : result;
}

function integerPower(ts: ThreadState, a: number, b: number, n: number): Result<PyComplex> {
  let result = new PyComplex(1, 0);
  let base = new PyComplex(a, b);
  for (let e = Math.abs(n); e > 0; e >>= 1) {
    if (e & 1) result = complexMultiply(result.real, result.imag, base.real, base.imag);
    if (e > 1) base = complexMultiply(base.real, base.imag, base.real, base.imag);
  }
  if (n >= 0) return result;
  if (result.real === 0 && result.imag === 0) {
    return raise(ts, ZeroDivisionErrorType, "zero to a negative or complex power");
  }
  return complexDivide(1, 0, result.real, result.imag);
}
