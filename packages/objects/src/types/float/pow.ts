import { logParts, powExact, powParts, result } from "./pow-exact.js";

/*
 * x**y of doubles: the logarithm by a table and a short series in about 68 bits, the exponential by a table and a short
 * polynomial (the method of S. Nagy's pow in ARM's optimized routines). The error is below 0.52 of the last place; where that
 * may matter, slower functions decide. The tables are computed on first use.
 */

const N = 128;
/** 1/c for the middle c of each of the intervals that divide [0.7, 1.4), with few bits, so that products are exact. */
const inverse = new Float64Array(N);
/** log(c) in two parts, the first with bits to spare for adding multiples of ln 2. */
const logHigh = new Float64Array(N);
const logLow = new Float64Array(N);
/** 2**(i/N) in two parts. */
const powHigh = new Float64Array(N);
const powLow = new Float64Array(N);

/** Where the first interval begins: the logarithm of numbers around 1 has its own entry. */
const OFFSET = 0x3fe69550;
/** ln 2 with bits to spare, and the rest. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;
/** ln 2 with more bits to spare, for multiples up to 2**20, and the rest. */
const LN2_SHORT = Math.round(Math.LN2 * 2 ** 32) / 2 ** 32;
const LN2_REST = LN2_HIGH - LN2_SHORT + LN2_LOW;
const INVERSE_LN2_N = N / Math.LN2;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
let ready = false;

/** `x` with the low bits of its mantissa cleared. */
const short = (x: number, bits: number): number => {
  const scale = 2 ** bits;
  return Math.round(x * scale) / scale;
};

function prepare(): void {
  for (let i = 0; i < N; i++) {
    double[0] = 0;
    words[1] = OFFSET + (i << 13);
    const low = double[0];
    words[1] = OFFSET + ((i + 1) << 13);
    const inv = low <= 1 && double[0] > 1 ? 1 : short(2 / (low + double[0]), 9);
    inverse[i] = inv;
    if (inv === 1) {
      logHigh[i] = 0;
      logLow[i] = 0;
    } else {
      logParts(inv);
      logHigh[i] = short(-result.high, 40);
      logLow[i] = -result.high - logHigh[i] - result.low;
    }
    powParts(2, i / N);
    powHigh[i] = result.high;
    powLow[i] = result.low / result.high;
  }
  ready = true;
}

/** `x**y` as C's pow gives it (C99 Annex F for the special cases, which the host's shares but for 1**y). */
export function pow(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (y === 0.5 && x >= 0 && x !== Number.POSITIVE_INFINITY) return Math.sqrt(x) + 0;
  if (x === -1 && (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY)) return 1;
  const ax = Math.abs(x);
  if (ax === 0 || !Number.isFinite(x) || !Number.isFinite(y) || (x < 0 && !Number.isInteger(y)))
    return x ** y;
  const negative = x < 0 && Math.abs(y % 2) === 1;
  if (ax === 1) return negative ? -1 : 1;
  const magnitude = positivePow(ax, y);
  return negative ? -magnitude : magnitude;
}

function positivePow(x: number, y: number): number {
  // Subnormal operands and results are rare, and not worth speed.
  if (x < 2.2250738585072014e-308 || Math.abs(y) < 1e-15 || Math.abs(y) > 1e15) return powExact(x, y);
  if (!ready) prepare();
  double[0] = x;
  const tmp = (words[1] - OFFSET) | 0;
  const i = (tmp >> 13) & (N - 1);
  const k = tmp >> 20;
  words[1] -= tmp & 0xfff00000;
  const z = double[0];
  // The upper half of z times 1/c is exact.
  words[1] += words[0] >>> 31;
  words[0] = 0;
  const zh = double[0];
  const inv = inverse[i];
  const rh = zh * inv - 1;
  const rl = (z - zh) * inv;
  const r = rh + rl;
  const t1 = k * LN2_HIGH + logHigh[i];
  const t2 = t1 + r;
  const a = -0.5 * r;
  const a2 = r * a;
  const ah = -0.5 * rh;
  const ah2 = rh * ah;
  const high = t2 + ah2;
  const series = r * a2 * (-2 / 3 + r * 0.5 + a2 * (0.8 + r * (-2 / 3) + a2 * (-8 / 7 + r)));
  const low =
    k * LN2_LOW + logLow[i] + (t1 - t2 + r) + (rh - r + rl) + rl * (a + ah) + (t2 - high + ah2) + series;
  const log = high + low;
  const tail = high - log + low;
  // y * log(x), with the part that a double can't hold.
  const yh = split(y);
  const lh = split(log);
  const eh = yh * lh;
  const el = (y - yh) * lh + y * (log - lh) + y * tail;
  const e = eh + el;
  if (!(e < 709 && e > -708)) return powExact(x, y);
  const rest = eh - e + el;
  const n = Math.round(e * INVERSE_LN2_N);
  const s = e - (n * LN2_SHORT) / N - (n * LN2_REST) / N + rest;
  const j = n & (N - 1);
  const s2 = s * s;
  const f = powLow[j] + s + s2 * (0.5 + s / 6) + s2 * s2 * (1 / 24 + s / 120 + s2 / 720);
  const p = powHigh[j];
  const more = p * f;
  const rounded = p + more;
  const remainder = p - rounded + more;
  const doubt = rounded * 2e-18;
  // Too near to the middle between two doubles.
  if (rounded + (remainder - doubt) !== rounded + (remainder + doubt)) return powDoubtful(x, y);
  words[0] = 0;
  words[1] = (1023 + (n - j) / N) << 20;
  return rounded * double[0];
}

/** A power near the middle between two doubles, or right there, as only short numbers with whole exponents can be. */
function powDoubtful(x: number, y: number): number {
  if (!Number.isInteger(y) || y < 0) return powExact(x, y);
  let odd = x;
  let shift = 0;
  for (; !Number.isInteger(odd); shift--) odd *= 2;
  for (; odd % 2 === 0; shift++) odd /= 2;
  if (y * Math.log2(odd) > 55) return powExact(x, y);
  return Number(BigInt(odd) ** BigInt(y)) * 2 ** (shift * y);
}

/** `x` with the lower half of its mantissa cleared. */
function split(x: number): number {
  const c = 134217729 * x;
  return c - (c - x);
}
