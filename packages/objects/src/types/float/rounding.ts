/*
 * Decimal digits of doubles, correctly rounded with ties to even, as CPython's dtoa gives them. The
 * host's own toFixed and toExponential are exact but round ties away from zero, and end at 100 digits
 * and 1e21; whatever they can't do goes through bigints.
 */

const buffer = new DataView(new ArrayBuffer(8));

/** A positive finite double as `mantissa * 2**exponent`. */
export function decompose(x: number): { mantissa: bigint; exponent: number } {
  buffer.setFloat64(0, x);
  const bits = buffer.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** `x * 10**digits` rounded half to even; `x` is finite and not negative, `digits` may be negative. */
export function scaledInteger(x: number, digits: number): bigint {
  const { mantissa, exponent } = decompose(x);
  let numerator = mantissa;
  let denominator = 1n;
  if (digits >= 0) numerator *= 10n ** BigInt(digits);
  else denominator = 10n ** BigInt(-digits);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  let quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) quotient += 1n;
  return quotient;
}

/** Digits of `x >= 0` with `precision` places after the point (C's `%.*f`). */
export function toFixed(x: number, precision: number): string {
  if (precision < 100 && x < 1e21) {
    // Far from the middle between two results there is no tie. Below 2**50 a double is off by an eighth at most.
    const scaled = precision <= 22 ? x * 10 ** precision : Number.POSITIVE_INFINITY;
    if (scaled < 2 ** 50 && Math.abs(scaled - Math.floor(scaled) - 0.5) > 0.25) return x.toFixed(precision);
    const next = x.toFixed(precision + 1);
    // A tie shows as a last digit 5 behind which nothing follows.
    if (next.charCodeAt(next.length - 1) !== 53 || Number(next) !== x) return x.toFixed(precision);
  }
  // No double has more than 1074 places after the point.
  const places = Math.min(precision, 1100);
  const digits = scaledInteger(x, places)
    .toString()
    .padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return precision === 0 ? whole : `${whole}.${digits.slice(digits.length - places).padEnd(precision, "0")}`;
}

/** Significant digits (`precision + 1` of them) and decimal exponent of `x >= 0` (C's `%.*e`). */
export function toExponential(x: number, precision: number): { digits: string; exponent: number } {
  if (x === 0) return { digits: "0".repeat(precision + 1), exponent: 0 };
  if (precision < 100) {
    const next = x.toExponential(precision + 1 > 100 ? 100 : precision + 1);
    const e = next.indexOf("e");
    if (next.charCodeAt(e - 1) !== 53 || Number(next) !== x) {
      const text = x.toExponential(precision);
      const at = text.indexOf("e");
      return { digits: text.slice(0, at).replace(".", ""), exponent: Number(text.slice(at + 1)) };
    }
  }
  // More digits than a double can have are zeros.
  const kept = Math.min(precision, 800);
  // With so many digits no double is rounded up to the next power of ten.
  let exponent = Number(x.toExponential(20).split("e")[1]);
  let digits = scaledInteger(x, kept - exponent).toString();
  if (digits.length !== kept + 1) {
    exponent += digits.length - kept - 1;
    digits = scaledInteger(x, kept - exponent).toString();
    if (digits.length > kept + 1) digits = digits.slice(0, kept + 1);
  }
  return { digits: digits.padEnd(precision + 1, "0"), exponent };
}
