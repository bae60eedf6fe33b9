/** Bits behind the point in the fixed-point arithmetic below; a double has 53 and the results are off by a few units. */
const PRECISION = 220n;
const ONE = 1n << PRECISION;

/** artanh(numerator / denominator), scaled. */
function artanhSeries(numerator: bigint, denominator: bigint): bigint {
  // artanh(x) = x + x^3/3 + x^5/5 + ...
  let term = (numerator * ONE) / denominator;
  const square = (term * term) >> PRECISION;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term = (term * square) / ONE; // a shift would keep a negative term at -1
    sum += term / k;
  }
  return sum;
}

const LN2 = 2n * artanhSeries(1n, 3n);

/** A positive double as an odd-or-even mantissa and a power of two. */
function decompose(value: number): [mantissa: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0 ? [fraction, -1074] : [fraction | (1n << 52n), biased - 1075];
}

/** Natural logarithm of a positive double, scaled by {@link ONE}. */
function logarithm(value: number): bigint {
  const [mantissa, exponent] = decompose(value);
  const bits = mantissa.toString(2).length;
  // value = fraction * 2^shift with fraction in [1/2, 1)
  const fraction = (mantissa << PRECISION) >> BigInt(bits);
  const numerator = fraction - ONE;
  const denominator = fraction + ONE;
  return 2n * artanhSeries(numerator, denominator) + BigInt(exponent + bits) * LN2;
}

/** e to the power of a scaled number, rounded to a double. */
function exponential(value: bigint): number {
  let twos = value / LN2;
  let rest = value % LN2;
  if (rest < 0n) {
    rest += LN2;
    twos -= 1n;
  }
  let sum = ONE;
  let term = ONE;
  for (let k = 1n; term !== 0n; k++) {
    term = ((term * rest) >> PRECISION) / k;
    sum += term;
  }
  return roundScaled(sum, Number(twos) - Number(PRECISION));
}

/** `mantissa * 2 ** exponent` rounded to nearest, ties to even. */
function roundScaled(mantissa: bigint, exponent: number): number {
  const bits = mantissa.toString(2).length;
  const drop = Math.max(bits - 53, -1074 - exponent, 0);
  if (bits + exponent > 1024) return Number.POSITIVE_INFINITY;
  if (drop > bits + 1) return 0;
  let kept = mantissa >> BigInt(drop);
  const rest = (mantissa - (kept << BigInt(drop))) << 1n;
  const step = 1n << BigInt(drop);
  if (drop > 0 && (rest > step || (rest === step && kept & 1n))) kept++;
  const scale = drop + exponent;
  return scale < -1000 ? Number(kept) * 2 ** -1000 * 2 ** (scale + 1000) : Number(kept) * 2 ** scale;
}

/** A power whose exact value is at hand, rounded once; such values may lie halfway between two doubles. */
function exactPower(base: number, exponent: number): number | undefined {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > 1100) return undefined;
  let [mantissa, twos] = decompose(base);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    twos++;
  }
  if (mantissa.toString(2).length * exponent > 2000) return undefined;
  return roundScaled(mantissa ** BigInt(exponent), twos * exponent);
}

function magnitude(base: number, exponent: number): number {
  const exact = exactPower(base, exponent);
  if (exact !== undefined) return exact;
  const [mantissa, twos] = decompose(Math.abs(exponent));
  const product = logarithm(base) * mantissa;
  const scaled = twos >= 0 ? product << BigInt(twos) : product >> BigInt(-twos);
  const signed = exponent < 0 ? -scaled : scaled;
  const limit = 1100n * ONE;
  if (signed > limit) return Number.POSITIVE_INFINITY;
  if (signed < -limit) return 0;
  return exponential(signed);
}

/**
 * `base ** exponent` of two doubles, correctly rounded, which the host's `Math.pow` is not.
 * Follows CPython's `float_pow`; null where Python raises or gives a complex number.
 */
export function power(base: number, exponent: number): number | null {
  const plain = base ** exponent;
  if (exponent === 0 || base === 1) return 1;
  if (Number.isNaN(base) || Number.isNaN(exponent)) return Number.NaN;
  if (!Number.isFinite(exponent)) return Math.abs(base) === 1 ? 1 : plain;
  if (!Number.isFinite(base)) return plain;
  if (base === 0) return exponent < 0 ? null : plain;
  if (base < 0 && !Number.isInteger(exponent)) return null;
  const result = magnitude(Math.abs(base), exponent);
  if (!Number.isFinite(result)) return null;
  return base < 0 && exponent % 2 !== 0 ? -result : result;
}
