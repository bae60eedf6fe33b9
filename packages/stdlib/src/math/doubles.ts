import { intTrueDiv, normalize } from "@adder/objects";

const view = new DataView(new ArrayBuffer(8));

/** Mantissa (signed) and exponent of a finite double: `x == mantissa * 2**exponent`. */
export function decomposeDouble(x: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return {
    mantissa: bits >> 63n === 0n ? mantissa : -mantissa,
    exponent: biased === 0 ? -1074 : biased - 1075,
  };
}

/** A finite double in units of `2**lowest`. */
export function addExact(x: number, lowest: number): bigint {
  const { mantissa, exponent } = decomposeDouble(x);
  return mantissa << BigInt(exponent - lowest);
}

/** `numerator / denominator`, rounded once; infinite when out of range. */
export function doubleFromRatio(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const q = intTrueDiv(normalize(numerator), normalize(denominator));
  return q ?? (numerator < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
}

/** Mantissa in [0.5, 1) and exponent (`frexp`). */
export function frexp(x: number): { mantissa: number; exponent: number } {
  if (x === 0 || !Number.isFinite(x)) return { mantissa: x, exponent: 0 };
  let value = x;
  let exponent = 0;
  if (Math.abs(value) < 2.2250738585072014e-308) {
    value *= 2 ** 54;
    exponent = -54;
  }
  view.setFloat64(0, value);
  const high = view.getUint32(0);
  exponent += ((high >>> 20) & 0x7ff) - 1022;
  view.setUint32(0, (high & 0x800fffff) | 0x3fe00000);
  return { mantissa: view.getFloat64(0), exponent };
}

/** `x * 2**e`, rounded once. */
export function ldexp(x: number, e: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (e > 2100) return x * Number.POSITIVE_INFINITY;
  if (e < -2200) return x < 0 ? -0 : 0;
  const { mantissa, exponent } = decomposeDouble(x);
  const shift = exponent + e;
  const value =
    shift >= 0
      ? doubleFromRatio(mantissa << BigInt(shift), 1n)
      : doubleFromRatio(mantissa, 1n << BigInt(-shift));
  return value === 0 && x < 0 ? -0 : value;
}

/** The double `steps` places from `x` towards `y`. */
export function nextAfter(x: number, y: number, steps: bigint): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (steps === 0n) return x;
  if (x === y) return y;
  // Doubles in their order are the integers of their bits, the negative ones counted down.
  const order = (d: number): bigint => {
    view.setFloat64(0, d);
    const bits = view.getBigInt64(0);
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
  };
  const from = order(x);
  const to = order(y);
  const reached = to > from ? (from + steps > to ? to : from + steps) : from - steps < to ? to : from - steps;
  view.setBigInt64(0, reached < 0n ? -reached | -0x8000000000000000n : reached);
  const result = view.getFloat64(0);
  return result === 0 && to < from && from > 0n ? 0 : result === 0 && x < 0 ? -0 : result;
}
