/*
 * Decimal numbers of the General Decimal Arithmetic specification (IBM; IEEE 754-2008) as plain data, and
 * their arithmetic under a context. Signals are collected as bits, and acted upon by the caller.
 */

/** Signals and the more exact conditions of invalid operations, as bits numbered as in libmpdec. */
export const Signal = {
  CLAMPED: 1,
  CONVERSION_SYNTAX: 2,
  DIV_BY_ZERO: 4,
  DIVISION_IMPOSSIBLE: 8,
  DIVISION_UNDEFINED: 16,
  INEXACT: 64,
  INVALID_CONTEXT: 128,
  INVALID: 256,
  FLOAT_OPERATION: 1024,
  OVERFLOW: 2048,
  ROUNDED: 4096,
  SUBNORMAL: 8192,
  UNDERFLOW: 16384,
  /** All that counts as `InvalidOperation`. */
  ANY_INVALID: 2 | 8 | 16 | 32 | 128 | 256 | 512,
} as const;

/** Kind of a decimal: finite, infinite, quiet or signalling NaN. */
export type Kind = "finite" | "inf" | "nan" | "snan";

/** A decimal: `(-1)**sign * coefficient * 10**exponent`; of a NaN the coefficient is the payload. */
export interface Dec {
  readonly kind: Kind;
  readonly negative: boolean;
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Rounding modes by their names in Python. */
export const ROUNDINGS = [
  "ROUND_UP",
  "ROUND_DOWN",
  "ROUND_CEILING",
  "ROUND_FLOOR",
  "ROUND_HALF_UP",
  "ROUND_HALF_DOWN",
  "ROUND_HALF_EVEN",
  "ROUND_05UP",
] as const;
/** The name of a way of rounding. */
export type Rounding = (typeof ROUNDINGS)[number];

/** What an operation needs to know, and where it leaves its signals. */
export interface Arithmetic {
  prec: number;
  rounding: Rounding;
  emin: number;
  emax: number;
  clamp: boolean;
  /** Bits of {@link Signal} raised by the operation in progress. */
  status: number;
}

/** The number `(-1) ** negative * coefficient * 10 ** exponent`; `coefficient` is at least 0. */
export const finite = (negative: boolean, coefficient: bigint, exponent: number): Dec => ({
  kind: "finite",
  negative,
  coefficient,
  exponent,
});
export const infinity = (negative: boolean): Dec => ({ kind: "inf", negative, coefficient: 0n, exponent: 0 });
export const NAN: Dec = { kind: "nan", negative: false, coefficient: 0n, exponent: 0 };

/** Powers of ten made so far. */
const powers: bigint[] = [1n];

/** `10**n`. */
export function ten(n: number): bigint {
  if (n > 2000) return 10n ** BigInt(n);
  while (powers.length <= n) powers.push(powers[powers.length - 1] * 10n);
  return powers[n];
}

/** Decimal digits of a coefficient, 1 for 0. */
export function digitCount(n: bigint): number {
  return n.toString().length;
}

/** Exponent of the first digit. */
export const adjusted = (d: Dec): number => d.exponent + digitCount(d.coefficient) - 1;
export const isZero = (d: Dec): boolean => d.kind === "finite" && d.coefficient === 0n;
export const isNan = (d: Dec): boolean => d.kind === "nan" || d.kind === "snan";

/** NaN with `Invalid_operation` raised. */
export function invalid(c: Arithmetic, signal: number = Signal.INVALID): Dec {
  c.status |= signal;
  return NAN;
}

/** The NaN that operands make the result; `undefined` when none of them is one. */
export function nanOperand(c: Arithmetic, ...operands: readonly Dec[]): Dec | undefined {
  const signalling = operands.find((d) => d.kind === "snan");
  const nan = signalling ?? operands.find((d) => d.kind === "nan");
  if (nan === undefined) return undefined;
  if (signalling !== undefined) c.status |= Signal.INVALID;
  const room = c.prec - (c.clamp ? 1 : 0);
  const fits = digitCount(nan.coefficient) <= room;
  return { ...nan, kind: "nan", coefficient: fits ? nan.coefficient : nan.coefficient % ten(room) };
}

/** Should a coefficient whose dropped digits are `rest` of `unit` be rounded away from zero? */
function roundsUp(rounding: Rounding, negative: boolean, kept: bigint, rest: bigint, unit: bigint): boolean {
  if (rest === 0n) return false;
  const twice = rest * 2n;
  switch (rounding) {
    case "ROUND_UP":
      return true;
    case "ROUND_DOWN":
      return false;
    case "ROUND_CEILING":
      return !negative;
    case "ROUND_FLOOR":
      return negative;
    case "ROUND_HALF_UP":
      return twice >= unit;
    case "ROUND_HALF_DOWN":
      return twice > unit;
    case "ROUND_HALF_EVEN":
      return twice > unit || (twice === unit && (kept & 1n) === 1n);
    default:
      return kept % 10n === 0n || kept % 10n === 5n;
  }
}

/** Drops digits so that the exponent becomes `exponent`; signals nothing. @returns the number, and whether digits other than 0 were lost */
export function rescale(d: Dec, exponent: number, rounding: Rounding): { value: Dec; exact: boolean } {
  if (d.coefficient === 0n) return { value: finite(d.negative, 0n, exponent), exact: true };
  if (d.exponent >= exponent) {
    return { value: finite(d.negative, d.coefficient * ten(d.exponent - exponent), exponent), exact: true };
  }
  const drop = exponent - d.exponent;
  if (drop > digitCount(d.coefficient) + 1) {
    // All digits go, whatever they are.
    const up = d.coefficient !== 0n && roundsUp(rounding, d.negative, 0n, 1n, 10n);
    return { value: finite(d.negative, up ? 1n : 0n, exponent), exact: d.coefficient === 0n };
  }
  const unit = ten(drop);
  const kept = d.coefficient / unit;
  const rest = d.coefficient - kept * unit;
  const up = roundsUp(rounding, d.negative, kept, rest, unit);
  return { value: finite(d.negative, up ? kept + 1n : kept, exponent), exact: rest === 0n };
}

/** Rounds a result to a context's precision and exponent range, and signals what happened. */
export function finish(c: Arithmetic, d: Dec): Dec {
  if (d.kind !== "finite") return d;
  const etiny = c.emin - c.prec + 1;
  const etop = c.emax - c.prec + 1;
  if (d.coefficient === 0n) {
    const max = c.clamp ? etop : c.emax;
    const exponent = Math.min(Math.max(d.exponent, etiny), max);
    if (exponent !== d.exponent) c.status |= Signal.CLAMPED;
    return finite(d.negative, 0n, exponent);
  }
  const digits = digitCount(d.coefficient);
  let least = d.exponent + Math.max(0, digits - c.prec);
  const subnormal = d.exponent + digits - 1 < c.emin;
  if (subnormal) {
    c.status |= Signal.SUBNORMAL;
    least = Math.max(least, etiny);
  }
  let result = d;
  if (d.exponent < least) {
    const { value, exact } = rescale(d, least, c.rounding);
    result = value;
    c.status |= Signal.ROUNDED;
    if (!exact) {
      c.status |= Signal.INEXACT;
      if (subnormal) c.status |= Signal.UNDERFLOW;
    }
    if (digitCount(result.coefficient) > c.prec) {
      result = finite(result.negative, result.coefficient / 10n, result.exponent + 1);
    }
    if (subnormal && result.coefficient === 0n) c.status |= Signal.CLAMPED;
  }
  if (result.coefficient !== 0n && adjusted(result) > c.emax) {
    c.status |= Signal.OVERFLOW | Signal.INEXACT | Signal.ROUNDED;
    const { rounding } = c;
    const toInfinity =
      rounding.startsWith("ROUND_HALF") ||
      rounding === "ROUND_UP" ||
      (rounding === "ROUND_CEILING" && !d.negative) ||
      (rounding === "ROUND_FLOOR" && d.negative);
    return toInfinity ? infinity(d.negative) : finite(d.negative, ten(c.prec) - 1n, etop);
  }
  if (c.clamp && result.exponent > etop) {
    c.status |= Signal.CLAMPED;
    return finite(result.negative, result.coefficient * ten(result.exponent - etop), etop);
  }
  return result;
}

/** The same number with the other sign, zeros and NaNs included; never rounds. */
export const negate = (d: Dec): Dec => ({ ...d, negative: !d.negative });

/** `a + b`. */
export function add(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === "inf") return b.kind === "inf" && a.negative !== b.negative ? invalid(c) : a;
  if (b.kind === "inf") return b;
  const exponent = Math.min(a.exponent, b.exponent);
  const floor = c.rounding === "ROUND_FLOOR";
  if (a.coefficient === 0n && b.coefficient === 0n) {
    const negative = a.negative === b.negative ? a.negative : floor;
    return finish(c, finite(negative, 0n, exponent));
  }
  if (a.coefficient === 0n) return finish(c, widen(c, b, exponent));
  if (b.coefficient === 0n) return finish(c, widen(c, a, exponent));
  // A number far below the other's digits counts only as "a little more": no need to line up millions of zeros.
  const [big, small] = adjusted(a) >= adjusted(b) ? [a, b] : [b, a];
  const low = Math.min(big.exponent, adjusted(big) - c.prec) - 2;
  const little = adjusted(small) < low ? finite(small.negative, 1n, low) : small;
  const exp = Math.min(big.exponent, little.exponent);
  const signed = (d: Dec): bigint => (d.negative ? -1n : 1n) * d.coefficient * ten(d.exponent - exp);
  const sum = signed(big) + signed(little);
  if (sum === 0n) return finish(c, finite(floor, 0n, exponent));
  return finish(c, finite(sum < 0n, sum < 0n ? -sum : sum, exp));
}

/** A number with zeros added as far as the precision allows, to reach an exponent. */
function widen(c: Arithmetic, d: Dec, exponent: number): Dec {
  const target = Math.max(exponent, d.exponent - Math.max(0, c.prec - digitCount(d.coefficient)) - 1);
  return target < d.exponent ? finite(d.negative, d.coefficient * ten(d.exponent - target), target) : d;
}

/** `a * b`. */
export function multiply(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  const negative = a.negative !== b.negative;
  if (a.kind === "inf" || b.kind === "inf") return isZero(a) || isZero(b) ? invalid(c) : infinity(negative);
  return finish(c, finite(negative, a.coefficient * b.coefficient, a.exponent + b.exponent));
}

/** `a / b`. */
export function divide(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  const negative = a.negative !== b.negative;
  if (a.kind === "inf") return b.kind === "inf" ? invalid(c) : infinity(negative);
  if (b.kind === "inf") {
    c.status |= Signal.CLAMPED;
    return finite(negative, 0n, c.emin - c.prec + 1);
  }
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return invalid(c, Signal.DIVISION_UNDEFINED);
    c.status |= Signal.DIV_BY_ZERO;
    return infinity(negative);
  }
  const ideal = a.exponent - b.exponent;
  if (a.coefficient === 0n) return finish(c, finite(negative, 0n, ideal));
  const shift = digitCount(b.coefficient) - digitCount(a.coefficient) + c.prec + 1;
  const numerator = shift >= 0 ? a.coefficient * ten(shift) : a.coefficient;
  const denominator = shift < 0 ? b.coefficient * ten(-shift) : b.coefficient;
  let quotient = numerator / denominator;
  let exponent = ideal - shift;
  if (quotient * denominator !== numerator) {
    // A last digit that is neither 0 nor 5 keeps the rounding right.
    if (quotient % 5n === 0n) quotient += 1n;
  } else {
    while (exponent < ideal && quotient % 10n === 0n) {
      quotient /= 10n;
      exponent++;
    }
  }
  return finish(c, finite(negative, quotient, exponent));
}

/** Integer quotient and remainder of finite numbers, `b` not zero; `undefined` when the quotient has too many digits. */
function integerDivide(c: Arithmetic, a: Dec, b: Dec): { quotient: bigint; rest: Dec } | undefined {
  const negative = a.negative;
  if (a.coefficient === 0n || adjusted(a) - adjusted(b) <= -2) {
    const exponent = Math.min(a.exponent, b.exponent);
    return { quotient: 0n, rest: a.exponent > exponent ? rescale(a, exponent, "ROUND_DOWN").value : a };
  }
  if (adjusted(a) - adjusted(b) > c.prec) return undefined;
  const exponent = Math.min(a.exponent, b.exponent);
  const x = a.coefficient * ten(a.exponent - exponent);
  const y = b.coefficient * ten(b.exponent - exponent);
  const quotient = x / y;
  if (quotient >= ten(c.prec)) return undefined;
  return { quotient, rest: finite(negative, x - quotient * y, exponent) };
}

/** `a // b`, truncating. */
export function divideInteger(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  const negative = a.negative !== b.negative;
  if (a.kind === "inf") return b.kind === "inf" ? invalid(c) : infinity(negative);
  if (b.kind === "inf") return finite(negative, 0n, 0);
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return invalid(c, Signal.DIVISION_UNDEFINED);
    c.status |= Signal.DIV_BY_ZERO;
    return infinity(negative);
  }
  const made = integerDivide(c, a, b);
  return made === undefined ? invalid(c, Signal.DIVISION_IMPOSSIBLE) : finite(negative, made.quotient, 0);
}

/** `a % b`, with the sign of `a`. */
export function remainder(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  if (a.kind === "inf") return invalid(c);
  if (b.kind === "inf") return finish(c, a);
  if (b.coefficient === 0n) return isZero(a) ? invalid(c, Signal.DIVISION_UNDEFINED) : invalid(c);
  const made = integerDivide(c, a, b);
  return made === undefined ? invalid(c, Signal.DIVISION_IMPOSSIBLE) : finish(c, made.rest);
}

/** Orders two numbers that are no NaN: negative, 0 or positive. */
export function compare(a: Dec, b: Dec): number {
  if (isZero(a) && isZero(b)) return 0;
  const signOf = (d: Dec): number => (isZero(d) ? 0 : d.negative ? -1 : 1);
  if (signOf(a) !== signOf(b)) return signOf(a) - signOf(b);
  const sign = signOf(a);
  if (a.kind === "inf" || b.kind === "inf") return a.kind === b.kind ? 0 : a.kind === "inf" ? sign : -sign;
  const difference = adjusted(a) - adjusted(b);
  if (difference !== 0) return difference > 0 ? sign : -sign;
  const exponent = Math.min(a.exponent, b.exponent);
  const x = a.coefficient * ten(a.exponent - exponent);
  const y = b.coefficient * ten(b.exponent - exponent);
  return x === y ? 0 : x > y ? sign : -sign;
}

/** `quantize`: the value of `a` with the exponent of `b`. */
export function quantize(c: Arithmetic, a: Dec, exponent: number, rounding: Rounding): Dec {
  if (exponent < c.emin - c.prec + 1 || exponent > c.emax) return invalid(c);
  if (a.coefficient === 0n) return finite(a.negative, 0n, exponent);
  if (adjusted(a) > c.emax || adjusted(a) - exponent + 1 > c.prec) return invalid(c);
  const { value, exact } = rescale(a, exponent, rounding);
  if (adjusted(value) > c.emax || digitCount(value.coefficient) > c.prec) return invalid(c);
  if (value.coefficient !== 0n && adjusted(value) < c.emin) c.status |= Signal.SUBNORMAL;
  if (exponent > a.exponent) {
    c.status |= Signal.ROUNDED;
    if (!exact) c.status |= Signal.INEXACT;
  }
  return value;
}

/** The integer square root, rounding down. */
export function isqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  while (true) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** `sqrt(a)`. */
export function squareRoot(c: Arithmetic, a: Dec): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  if (isZero(a)) return finish(c, finite(a.negative, 0n, Math.floor(a.exponent / 2)));
  if (a.negative) return invalid(c);
  if (a.kind === "inf") return a;
  const ideal = Math.floor(a.exponent / 2);
  // An even exponent, and digits for one place more than the precision.
  let n = a.coefficient;
  let exponent = a.exponent;
  if (exponent % 2 !== 0) {
    n *= 10n;
    exponent--;
  }
  const shift = Math.max(0, c.prec + 1 - ((digitCount(n) + 1) >> 1));
  n *= ten(2 * shift);
  let root = isqrt(n);
  let e = exponent / 2 - shift;
  if (root * root === n) {
    while (e < ideal && root % 10n === 0n) {
      root /= 10n;
      e++;
    }
  } else if (root % 5n === 0n) root += 1n;
  return finish(withRounding(c, "ROUND_HALF_EVEN"), finite(false, root, e));
}

/** The same context with another rounding; signals go to the original. */
export function withRounding(c: Arithmetic, rounding: Rounding): Arithmetic {
  return {
    prec: c.prec,
    rounding,
    emin: c.emin,
    emax: c.emax,
    clamp: c.clamp,
    get status() {
      return c.status;
    },
    set status(bits: number) {
      c.status = bits;
    },
  };
}

/** `divmod(a, b)`: quotient and remainder, both NaN where there is none. */
export function divideAndRest(c: Arithmetic, a: Dec, b: Dec): [quotient: Dec, rest: Dec] {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return [nan, nan];
  const negative = a.negative !== b.negative;
  if (a.kind === "inf") return [b.kind === "inf" ? invalid(c) : infinity(negative), invalid(c)];
  if (b.kind === "inf") return [finite(negative, 0n, 0), finish(c, a)];
  if (b.coefficient === 0n) {
    if (a.coefficient === 0n) return [invalid(c, Signal.DIVISION_UNDEFINED), NAN];
    c.status |= Signal.DIV_BY_ZERO;
    return [infinity(negative), invalid(c)];
  }
  const made = integerDivide(c, a, b);
  if (made === undefined) return [invalid(c, Signal.DIVISION_IMPOSSIBLE), NAN];
  return [finite(negative, made.quotient, 0), finish(c, made.rest)];
}
