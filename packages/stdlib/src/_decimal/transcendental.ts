import {
  type Arithmetic,
  adjusted,
  type Dec,
  digitCount,
  divide,
  finish,
  finite,
  infinity,
  invalid,
  isZero,
  multiply,
  nanOperand,
  rescale,
  Signal,
  ten,
  withRounding,
} from "./number.js";

/*
 * exp, ln and powers on scaled integers: a value v is the integer v * 10**places, with a dozen digits more
 * than the result needs.
 */

/** `e**(x / 10**places) * 10**places`, for |x| up to a few times 10**places. */
function scaledExp(x: bigint, places: number): bigint {
  const one = ten(places);
  // exp(x) = exp(x / 2**k)**(2**k) with a small argument.
  const halvings = 12n;
  const r = x >> halvings;
  let sum = one + r;
  let term = r;
  for (let n = 2n; term !== 0n && term !== -1n; n++) {
    term = (term * r) / (one * n);
    sum += term;
  }
  for (let i = 0n; i < halvings; i++) sum = (sum * sum) / one;
  return sum;
}

/** `ln(x / 10**places) * 10**places` for x between 1 and 10 times `10**places`. */
function scaledLn(x: bigint, places: number): bigint {
  const one = ten(places);
  const start = Math.log(Number(x / ten(Math.max(0, places - 17))) / 10 ** Math.min(17, places));
  let y = (BigInt(Math.round(start * 1e15)) * one) / 10n ** 15n;
  // Halley's step triples the digits: 15, 45, 135 ...
  for (let digits = 14; digits < places + 3; digits *= 3) {
    const e = scaledExp(y, places);
    y += (2n * (x - e) * one) / (x + e);
  }
  return y;
}

/** ln 10 with so many places. */
function lnTen(places: number): bigint {
  // ln 10 = ln(10 / 2**3) + 3 ln 2, and ln 2 = -ln(1/2): both from arguments between 1 and 10.
  const two = scaledLn(2n * ten(places), places);
  return scaledLn((ten(places) * 10n) / 8n, places) + 3n * two;
}

/** `e**a`, rounded half to even. */
export function exp(c: Arithmetic, a: Dec): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  if (a.kind === "inf") return a.negative ? finite(false, 0n, 0) : a;
  if (isZero(a)) return finite(false, 1n, 0);
  const half = withRounding(c, "ROUND_HALF_EVEN");
  const size = adjusted(a);
  if (size > digitCount(BigInt(c.emax)) + 2) {
    return finish(
      half,
      a.negative ? finite(false, 1n, c.emin - 2 * c.prec - 5) : finite(false, 1n, c.emax + 1),
    );
  }
  if (size < -c.prec - 2)
    return finish(half, finite(false, ten(c.prec + 1) + (a.negative ? -1n : 1n), -c.prec - 1));
  const places = c.prec + 12 + Math.max(0, size);
  const x =
    (a.negative ? -1n : 1n) *
    rescale(finite(false, a.coefficient, a.exponent), -places, "ROUND_DOWN").value.coefficient;
  const ln10 = lnTen(places);
  let k = x / ln10;
  if (x < 0n) k -= 1n;
  const value = scaledExp(x - k * ln10, places);
  return finish(half, finite(false, odd(value), Number(k) - places));
}

/** Keeps a truncated value from looking like a tie. */
const odd = (n: bigint): bigint => (n % 5n === 0n ? n + 1n : n);

/** `ln(a)`, rounded half to even. */
export function ln(c: Arithmetic, a: Dec): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  if (isZero(a)) return infinity(true);
  if (a.negative) return invalid(c);
  if (a.kind === "inf") return a;
  if (a.coefficient === ten(digitCount(a.coefficient) - 1) && adjusted(a) === 0) return finite(false, 0n, 0);
  const value = lnScaled(a, c.prec + 14 + Math.max(0, -adjustedOfDistance(a)));
  const negative = value.n < 0n;
  return finish(
    withRounding(c, "ROUND_HALF_EVEN"),
    finite(negative, odd(negative ? -value.n : value.n), -value.places),
  );
}

/** Exponent of `a - 1` for numbers near 1: how many digits of the logarithm are lost there. */
function adjustedOfDistance(a: Dec): number {
  if (Math.abs(adjusted(a)) > 1) return 0;
  const e = Math.min(a.exponent, 0);
  const distance = a.coefficient * ten(a.exponent - e) - ten(-e);
  return distance === 0n ? 0 : digitCount(distance < 0n ? -distance : distance) + e - 1;
}

/** ln(a) as scaled integer. */
function lnScaled(a: Dec, places: number): { n: bigint; places: number } {
  const e = adjusted(a);
  const mantissa = rescale(finite(false, a.coefficient, a.exponent - e), -places, "ROUND_DOWN").value
    .coefficient;
  const n = scaledLn(mantissa, places) + (e === 0 ? 0n : BigInt(e) * lnTen(places));
  return { n, places };
}

/** `log10(a)`, rounded half to even. */
export function log10(c: Arithmetic, a: Dec): Dec {
  const nan = nanOperand(c, a);
  if (nan !== undefined) return nan;
  if (isZero(a)) return infinity(true);
  if (a.negative) return invalid(c);
  if (a.kind === "inf") return a;
  const half = withRounding(c, "ROUND_HALF_EVEN");
  if (a.coefficient === ten(digitCount(a.coefficient) - 1)) {
    const e = adjusted(a);
    return finish(half, finite(e < 0, BigInt(Math.abs(e)), 0));
  }
  const places = c.prec + 14 + Math.max(0, -adjustedOfDistance(a));
  const { n } = lnScaled(a, places);
  const quotient = (n * ten(places)) / lnTen(places);
  const negative = quotient < 0n;
  return finish(half, finite(negative, odd(negative ? -quotient : quotient), -places));
}

/** Is a finite number integral? */
export function isIntegral(d: Dec): boolean {
  if (d.exponent >= 0 || d.coefficient === 0n) return true;
  return -d.exponent < digitCount(d.coefficient) + 1 && d.coefficient % ten(-d.exponent) === 0n;
}

/** `a ** b`. */
export function power(c: Arithmetic, a: Dec, b: Dec): Dec {
  const nan = nanOperand(c, a, b);
  if (nan !== undefined) return nan;
  if (isZero(b)) return isZero(a) ? invalid(c) : finite(false, 1n, 0);
  const integral = b.kind === "finite" && isIntegral(b);
  const isOdd = integral && b.exponent <= 0 && (b.coefficient / ten(-b.exponent)) % 2n === 1n;
  const negative = a.negative && isOdd;
  if (a.negative && !integral && !isZero(a)) return invalid(c);
  if (isZero(a)) return b.negative ? infinity(negative) : finite(negative, 0n, 0);
  if (a.kind === "inf") return b.negative ? finite(negative, 0n, 0) : infinity(negative);
  const magnitude: Dec = { ...a, negative: false };
  if (!integral && b.kind === "finite" && compareToOne(magnitude) === 0) {
    c.status |= Signal.INEXACT | Signal.ROUNDED;
    return finite(false, ten(c.prec - 1), 1 - c.prec);
  }
  if (b.kind === "inf") {
    const order = compareToOne(magnitude);
    if (order === 0) {
      c.status |= Signal.INEXACT | Signal.ROUNDED;
      return finite(false, ten(c.prec - 1), 1 - c.prec);
    }
    return order > 0 === b.negative ? finite(false, 0n, 0) : infinity(false);
  }
  if (integral && a.coefficient === ten(digitCount(a.coefficient) - 1)) return powerOfTen(c, a, b, negative);
  if (integral && adjusted(b) < 6) {
    const n =
      (b.coefficient * (b.exponent > 0 ? ten(b.exponent) : 1n)) / (b.exponent < 0 ? ten(-b.exponent) : 1n);
    const work = { ...widened(c), status: 0 };
    let result = finite(false, 1n, 0);
    let base: Dec = magnitude;
    for (let e = n; e > 0n; e >>= 1n) {
      if ((e & 1n) === 1n) result = multiply(work, result, base);
      if (e > 1n) base = multiply(work, base, base);
    }
    c.status |= work.status & (Signal.INEXACT | Signal.ROUNDED);
    if (b.negative)
      return finish(c, signed(divide({ ...work, status: 0 }, finite(false, 1n, 0), result), negative, c));
    return finish(c, signed(result, negative, c));
  }
  const places = c.prec + 14;
  const work = { ...widened(c), prec: places + Math.max(0, adjusted(b)) + 8, status: 0 };
  const product = multiply(work, ln(work, magnitude), b);
  c.status |= Signal.INEXACT | Signal.ROUNDED;
  const value = finish(c, signed(exp({ ...work, prec: places }, product), negative, c));
  if ((c.status & Signal.SUBNORMAL) !== 0) c.status |= Signal.UNDERFLOW;
  return value;
}

/** A power of ten to an integral power is exact, however large. */
function powerOfTen(c: Arithmetic, a: Dec, b: Dec, negative: boolean): Dec {
  const n = Math.round(Number(`${b.coefficient}e${b.exponent}`));
  const times = (k: number): number => (k === 0 ? 0 : Math.max(-4e18, Math.min(4e18, k * n)));
  if (b.negative) return finish(c, finite(negative, 1n, -times(adjusted(a))));
  // The zeros of the coefficient are kept as far as the precision allows.
  const wanted = times(digitCount(a.coefficient) - 1);
  const zeros = Math.min(wanted, c.prec - 1);
  if (wanted > zeros) c.status |= Signal.ROUNDED;
  return finish(c, finite(negative, ten(zeros), times(adjusted(a)) - zeros));
}

function widened(c: Arithmetic): Arithmetic {
  return {
    prec: c.prec + 10,
    rounding: "ROUND_HALF_EVEN",
    emin: c.emin * 2,
    emax: c.emax * 2,
    clamp: false,
    status: 0,
  };
}

/** The result with its sign; one that overflowed even the wider range still has to overflow in the context. */
function signed(d: Dec, negative: boolean, c: Arithmetic): Dec {
  if (d.kind === "inf") return finite(negative, 1n, c.emax + 1);
  return d.coefficient === 0n ? finite(negative, 1n, c.emin - 2 * c.prec - 5) : { ...d, negative };
}

function compareToOne(d: Dec): number {
  const e = adjusted(d);
  if (e !== 0) return e;
  return d.coefficient === ten(digitCount(d.coefficient) - 1) ? 0 : 1;
}
