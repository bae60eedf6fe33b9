import {
  type Arithmetic,
  add,
  adjusted,
  compare,
  type Dec,
  digitCount,
  finish,
  finite,
  infinity,
  invalid,
  isNan,
  isZero,
  NAN,
  nanOperand,
  negate,
  quantize,
  type Rounding,
  rescale,
  Signal,
  ten,
} from "./number.js";
import { isIntegral } from "./transcendental.js";

/** The same number without its sign. */
export const magnitude = (d: Dec): Dec => ({ ...d, negative: false });

const small = (n: number): Dec => finite(n < 0, BigInt(Math.abs(n)), 0);
export const etiny = (c: Arithmetic): number => c.emin - c.prec + 1;
export const etop = (c: Arithmetic): number => c.emax - c.prec + 1;

/** A context like another whose signals nobody hears. */
const quiet = (c: Arithmetic, rounding: Rounding): Arithmetic => ({
  prec: c.prec,
  rounding,
  emin: c.emin,
  emax: c.emax,
  clamp: c.clamp,
  status: 0,
});

/** `+a`: rounds; a zero loses its sign unless rounding is towards the floor. */
export function plus(c: Arithmetic, a: Dec): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  return finish(c, isZero(a) && c.rounding !== "ROUND_FLOOR" ? magnitude(a) : a);
}

/** `-a`. */
export const minus = (c: Arithmetic, a: Dec): Dec => nanOperand(c, a) ?? plus(c, negate(a));

/** `abs(a)`. */
export const abs = (c: Arithmetic, a: Dec): Dec => nanOperand(c, a) ?? finish(c, magnitude(a));

/** `a - b`. */
export const subtract = (c: Arithmetic, a: Dec, b: Dec): Dec => nanOperand(c, a, b) ?? add(c, a, negate(b));

/** `a * b + third`, rounded once. */
export function fma(c: Arithmetic, a: Dec, b: Dec, third: Dec): Dec {
  if (isNan(a) || isNan(b)) {
    // A signalling third operand comes before quiet ones.
    return nanOperand(c, a, b, ...(third.kind === "snan" ? [third] : [])) ?? NAN;
  }
  const negative = a.negative !== b.negative;
  if (a.kind === "inf" || b.kind === "inf") {
    return isZero(a) || isZero(b) ? invalid(c) : add(c, infinity(negative), third);
  }
  return add(c, finite(negative, a.coefficient * b.coefficient, a.exponent + b.exponent), third);
}

/** `normalize`: rounds, and drops trailing zeros. */
export function reduce(c: Arithmetic, a: Dec): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  const rounded = finish(c, a);
  if (rounded.kind !== "finite") return rounded;
  if (rounded.coefficient === 0n) return finite(rounded.negative, 0n, 0);
  const highest = c.clamp ? etop(c) : c.emax;
  let { coefficient, exponent } = rounded;
  while (coefficient % 10n === 0n && exponent < highest) {
    coefficient /= 10n;
    exponent++;
  }
  return finite(rounded.negative, coefficient, exponent);
}

/** `quantize`, infinities and NaN included. */
export function quantizeLike(c: Arithmetic, a: Dec, b: Dec, rounding: Rounding = c.rounding): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === "inf" || b.kind === "inf") return a.kind === b.kind ? a : invalid(c);
  return quantize(c, a, b.exponent, rounding);
}

/** `to_integral_exact`. */
export function toIntegralExact(c: Arithmetic, a: Dec, rounding: Rounding = c.rounding): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  if (a.kind === "inf" || a.exponent >= 0) return a;
  if (a.coefficient === 0n) return finite(a.negative, 0n, 0);
  const { value, exact } = rescale(a, 0, rounding);
  c.status |= exact ? Signal.ROUNDED : Signal.ROUNDED | Signal.INEXACT;
  return value;
}

/** `to_integral_value`: signals no rounding. */
export function toIntegralValue(c: Arithmetic, a: Dec, rounding: Rounding = c.rounding): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  return a.kind === "inf" || a.exponent >= 0 ? a : rescale(a, 0, rounding).value;
}

/** `compare`: -1, 0 or 1 as decimal. */
export const compareDec = (c: Arithmetic, a: Dec, b: Dec): Dec =>
  nanOperand(c, a, b) ?? small(Math.sign(compare(a, b)));

/** `compare_signal`: any NaN signals. */
export function compareSignal(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan === undefined) return compareDec(c, a, b);
  c.status |= Signal.INVALID;
  return nan;
}

const RANK = { finite: 0, inf: 1, snan: 2, nan: 3 } as const;

/** Order by representation: negative, 0 or positive. */
export function totalOrder(a: Dec, b: Dec): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const sign = a.negative ? -1 : 1;
  if (isNan(a) || isNan(b)) {
    if (a.kind !== b.kind) return sign * (RANK[a.kind] - RANK[b.kind]);
    return a.coefficient === b.coefficient ? 0 : a.coefficient < b.coefficient ? -sign : sign;
  }
  const order = compare(a, b);
  return order !== 0 ? order : sign * Math.sign(a.exponent - b.exponent);
}

/** `compare_total`: the total order of representations, as -1, 0 or 1. */
export const compareTotal = (_c: Arithmetic, a: Dec, b: Dec): Dec => small(Math.sign(totalOrder(a, b)));
/** `compare_total_mag`: the total order of the magnitudes, as -1, 0 or 1. */
export const compareTotalMag = (_c: Arithmetic, a: Dec, b: Dec): Dec =>
  small(Math.sign(totalOrder(magnitude(a), magnitude(b))));

/** Makes `max`, `min` and their forms that ignore the sign. */
function extreme(wanted: 1 | -1, view: (d: Dec) => Dec): (c: Arithmetic, a: Dec, b: Dec) => Dec {
  return (c, a, b) => {
    if (a.kind === "nan" && !isNan(b)) return finish(c, b);
    if (b.kind === "nan" && !isNan(a)) return finish(c, a);
    const nan = nanOperand(c, a, b);
    if (nan !== undefined) return nan;
    const order = compare(view(a), view(b)) || totalOrder(a, b);
    return finish(c, order * wanted >= 0 ? a : b);
  };
}

const itself = (d: Dec): Dec => d;
export const max = extreme(1, itself);
export const min = extreme(-1, itself);
export const maxMag = extreme(1, magnitude);
export const minMag = extreme(-1, magnitude);

/** The neighbouring number on one side. */
function neighbour(c: Arithmetic, a: Dec, rounding: "ROUND_FLOOR" | "ROUND_CEILING"): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  const down = rounding === "ROUND_FLOOR";
  if (a.kind === "inf") return a.negative === down ? a : finite(a.negative, ten(c.prec) - 1n, etop(c));
  const work = quiet(c, rounding);
  const rounded = finish(work, a);
  if (compare(rounded, a) !== 0) return rounded;
  return add(work, a, finite(down, 1n, etiny(c) - 1));
}

export const nextMinus = (c: Arithmetic, a: Dec): Dec => neighbour(c, a, "ROUND_FLOOR");
export const nextPlus = (c: Arithmetic, a: Dec): Dec => neighbour(c, a, "ROUND_CEILING");

/** The neighbour of `a` in the direction of `b`. */
export function nextToward(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  const order = compare(a, b);
  if (order === 0) return { ...a, negative: b.negative };
  const result = order < 0 ? nextPlus(c, a) : nextMinus(c, a);
  if (result.kind === "inf") c.status |= Signal.OVERFLOW | Signal.INEXACT | Signal.ROUNDED;
  else if (isZero(result) || adjusted(result) < c.emin) {
    c.status |= Signal.UNDERFLOW | Signal.SUBNORMAL | Signal.INEXACT | Signal.ROUNDED;
    if (isZero(result)) c.status |= Signal.CLAMPED;
  }
  return result;
}

/** Exponent of the first digit, as decimal. */
export function logb(c: Arithmetic, a: Dec): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  if (a.kind === "inf") return infinity(false);
  if (a.coefficient !== 0n) return finish(c, small(adjusted(a)));
  c.status |= Signal.DIV_BY_ZERO;
  return infinity(true);
}

/** An integer operand with exponent 0 between limits. */
function count(b: Dec, limit: number): number | undefined {
  if (b.kind !== "finite" || b.exponent !== 0) return undefined;
  const n = Number(b.coefficient);
  return n > limit ? undefined : b.negative ? -n : n;
}

/** `a * 10**b`. */
export function scaleb(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  const n = count(b, 2 * (c.emax + c.prec));
  if (n === undefined) return invalid(c);
  return a.kind === "inf" ? a : finish(c, finite(a.negative, a.coefficient, a.exponent + n));
}

/** Makes `shift` and `rotate`, which move the digits of a coefficient that is `prec` digits wide. */
function mover(rotates: boolean): (c: Arithmetic, a: Dec, b: Dec) => Dec {
  return (c, a, b) => {
    const nan = nanOperand(c, a, b);
    if (nan !== undefined) return nan;
    const n = count(b, c.prec);
    if (n === undefined) return invalid(c);
    if (a.kind === "inf") return a;
    const { prec } = c;
    const digits = digitCount(a.coefficient) > prec ? a.coefficient % ten(prec) : a.coefficient;
    let moved: bigint;
    if (!rotates) moved = n < 0 ? digits / ten(-n) : (digits * ten(n)) % ten(prec);
    else {
      const left = n < 0 ? n + prec : n;
      const low = digits % ten(prec - left);
      moved = low * ten(left) + digits / ten(prec - left);
    }
    return finite(a.negative, moved, a.exponent);
  };
}

export const shift = mover(false);
export const rotate = mover(true);

/** The digits of a logical operand, from the last; `undefined` for one that has others than 0 and 1. */
function bits(c: Arithmetic, d: Dec): bigint | undefined {
  if (d.kind !== "finite" || d.negative || d.exponent !== 0) return undefined;
  const text = d.coefficient.toString();
  // Digits beyond the precision are dropped.
  return /^[01]+$/.test(text) ? BigInt(`0b${text.slice(-c.prec)}`) : undefined;
}

/** Makes a logical operation on the digits of two numbers. */
function logical(f: (x: bigint, y: bigint) => bigint): (c: Arithmetic, a: Dec, b: Dec) => Dec {
  return (c, a, b) => {
    const x = bits(c, a);
    const y = bits(c, b);
    if (x === undefined || y === undefined) return invalid(c);
    return finite(false, BigInt(f(x, y).toString(2)), 0);
  };
}

export const logicalAnd = logical((x, y) => x & y);
export const logicalOr = logical((x, y) => x | y);
export const logicalXor = logical((x, y) => x ^ y);
/** `logical_invert`: digit by digit over the precision; signals InvalidOperation for other digits than 0 and 1. */
export const logicalInvert = (c: Arithmetic, a: Dec): Dec =>
  bits(c, a) === undefined ? invalid(c) : logicalXor(c, a, finite(false, (ten(c.prec) - 1n) / 9n, 0));

/** The remainder that is nearest to 0. */
export function remainderNear(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === "inf") return invalid(c);
  if (isZero(b)) return isZero(a) ? invalid(c, Signal.DIVISION_UNDEFINED) : invalid(c);
  if (b.kind === "inf") return finish(c, a);
  const exponent = Math.min(a.exponent, b.exponent);
  if (isZero(a)) return finish(c, finite(a.negative, 0n, exponent));
  const distance = adjusted(a) - adjusted(b);
  if (distance >= c.prec + 1) return invalid(c, Signal.DIVISION_IMPOSSIBLE);
  if (distance <= -2) return finish(c, rescale(a, exponent, c.rounding).value);
  const x = a.coefficient * ten(a.exponent - exponent);
  const y = b.coefficient * ten(b.exponent - exponent);
  let quotient = x / y;
  let rest = x - quotient * y;
  if (2n * rest + (quotient & 1n) > y) {
    rest -= y;
    quotient++;
  }
  if (digitCount(quotient) > c.prec) return invalid(c, Signal.DIVISION_IMPOSSIBLE);
  const negative = rest < 0n ? !a.negative : a.negative;
  return finish(c, finite(negative, rest < 0n ? -rest : rest, exponent));
}

/** `base ** exponent % modulus`. */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let power = 1n % modulus;
  for (let e = exponent, b = base % modulus; e > 0n; e >>= 1n) {
    if ((e & 1n) === 1n) power = (power * b) % modulus;
    b = (b * b) % modulus;
  }
  return power;
}

/** `pow(a, b, modulo)` of integers. */
export function powerModulo(c: Arithmetic, a: Dec, b: Dec, modulo: Dec): Dec {
  const nan = nanOperand(c, a, b, modulo);
  if (nan !== undefined) return nan;
  const whole = [a, b, modulo].every((d) => d.kind === "finite" && isIntegral(d));
  if (!whole || (b.negative && !isZero(b)) || isZero(modulo)) return invalid(c);
  if (adjusted(modulo) >= c.prec) return invalid(c);
  if (isZero(a) && isZero(b)) return invalid(c);
  const integer = (d: Dec): bigint => rescale(d, 0, "ROUND_DOWN").value.coefficient;
  const m = integer(modulo);
  const odd = b.exponent <= 0 && (integer(b) & 1n) === 1n;
  // Neither number is written out: that may take millions of zeros.
  const scaled = (d: Dec): bigint =>
    d.exponent > 0 ? d.coefficient * modularPower(10n, BigInt(d.exponent), m) : integer(d);
  let base = scaled(a) % m;
  for (let i = 0; i < b.exponent; i++) base = modularPower(base, 10n, m);
  const result = modularPower(base, b.exponent > 0 ? b.coefficient : integer(b), m);
  return finite(a.negative && odd, result, 0);
}

/** Both have the same exponent, or are both infinite or NaN. */
export function sameQuantum(a: Dec, b: Dec): boolean {
  if (isNan(a) || isNan(b)) return isNan(a) && isNan(b);
  if (a.kind === "inf" || b.kind === "inf") return a.kind === b.kind;
  return a.exponent === b.exponent;
}

/** Is this a finite number other than zero, below the smallest normal one? */
export const isSubnormal = (c: Arithmetic, a: Dec): boolean =>
  a.kind === "finite" && a.coefficient !== 0n && adjusted(a) < c.emin;
/** Is this a finite number other than zero that is not subnormal? */
export const isNormal = (c: Arithmetic, a: Dec): boolean =>
  a.kind === "finite" && a.coefficient !== 0n && adjusted(a) >= c.emin;

/** `number_class`. */
export function numberClass(c: Arithmetic, a: Dec): string {
  if (a.kind === "snan") return "sNaN";
  if (a.kind === "nan") return "NaN";
  const sign = a.negative ? "-" : "+";
  if (a.kind === "inf") return `${sign}Infinity`;
  if (a.coefficient === 0n) return `${sign}Zero`;
  return sign + (adjusted(a) < c.emin ? "Subnormal" : "Normal");
}

/** A number under a context; NaN with a payload that is too long is a syntax error. */
export function underContext(c: Arithmetic, a: Dec): Dec {
  if (!isNan(a)) return finish(c, a);
  const fits = a.coefficient === 0n || digitCount(a.coefficient) <= c.prec - (c.clamp ? 1 : 0);
  return fits ? a : invalid(c, Signal.CONVERSION_SYNTAX);
}

/** Refuses a number that no context can hold. */
export function checkLimits(c: Arithmetic, a: Dec): Dec {
  if (a.kind !== "finite") return a;
  const over = a.coefficient === 0n ? a.exponent > 1e18 : adjusted(a) >= 1e18;
  return over || a.exponent < -2e18 ? invalid(c) : a;
}
