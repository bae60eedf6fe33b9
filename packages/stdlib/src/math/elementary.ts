import { exponentOf, ldexp } from "./bits.js";
import { add, divide, multiply, result, squareRoot, twoProduct, twoSum } from "./double-double.js";

/*
 * Elementary functions as C's library has them: to within a hair of correct rounding. The host's own are off
 * in the last place on several per cent of inputs, and programs print such digits. Each function is taken in
 * double-double arithmetic, either by its series or by one step of Newton's from the host's value.
 */

const LN2_HI = 0.6931471805599453;
const LN2_LO = 2.3190468138462996e-17;
const { POSITIVE_INFINITY: INF, NaN: NAN } = Number;

/** Reciprocals of factorials from 1! on: high parts and low parts. */
const inverseHigh: number[] = [];
const inverseLow: number[] = [];
{
  let h = 1;
  let l = 0;
  for (let n = 1; n <= 27; n++) {
    divide(h, l, n, 0);
    h = result[0];
    l = result[1];
    inverseHigh.push(h);
    inverseLow.push(l);
  }
}

/** exp(r) - 1 for |r| < 0.4, with full relative precision. */
function expReduced(h: number, l: number): void {
  const rh = h / 64;
  const rl = l / 64;
  let sh = inverseHigh[10];
  let sl = inverseLow[10];
  for (let n = 9; n >= 0; n--) {
    multiply(sh, sl, rh, rl);
    add(result[0], result[1], inverseHigh[n], inverseLow[n]);
    sh = result[0];
    sl = result[1];
  }
  multiply(sh, sl, rh, rl);
  sh = result[0];
  sl = result[1];
  for (let i = 0; i < 6; i++) {
    // (1 + s)**2 - 1 = 2 s + s**2
    multiply(sh, sl, sh, sl);
    add(2 * sh, 2 * sl, result[0], result[1]);
    sh = result[0];
    sl = result[1];
  }
}

/** Leaves exp(h + l) * 2**-k and returns k; |h| < 1e6. */
function expScaled(h: number, l: number): number {
  const k = Math.round(h / LN2_HI);
  multiply(LN2_HI, LN2_LO, k, 0);
  add(h, l, -result[0], -result[1]);
  expReduced(result[0], result[1]);
  add(1, 0, result[0], result[1]);
  return k;
}

/** Leaves log(x); x is positive and finite. */
function logOf(x: number): void {
  let e = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= 2 ** 54;
    e = -54;
  }
  const shift = Math.floor(Math.log2(m));
  // Two steps: 2**-shift alone may overflow or be subnormal.
  m = m * 2 ** -(shift >> 1) * 2 ** -(shift - (shift >> 1));
  e += shift;
  if (m > 1.4142135623730951) {
    m /= 2;
    e += 1;
  }
  if (Math.abs(m - 1) < 0.02) {
    // The series of atanh keeps relative precision near 1.
    twoSum(m, 1);
    divide(m - 1, 0, result[0], result[1]);
    const zh = result[0];
    const zl = result[1];
    multiply(zh, zl, zh, zl);
    const z2h = result[0];
    const z2l = result[1];
    let sh = 0;
    let sl = 0;
    for (let n = 21; n >= 1; n -= 2) {
      divide(1, 0, n, 0);
      const th = result[0];
      const tl = result[1];
      multiply(sh, sl, z2h, z2l);
      add(result[0], result[1], th, tl);
      sh = result[0];
      sl = result[1];
    }
    multiply(sh, sl, 2 * zh, 2 * zl);
  } else {
    const guess = Math.log(m);
    const k = expScaled(-guess, 0);
    const scale = 2 ** k;
    multiply(result[0] * scale, result[1] * scale, m, 0);
    add(result[0], result[1], -1, 0);
    // log(m) = guess + log(1 + d) with a tiny d.
    const dh = result[0];
    const dl = result[1];
    add(dh, dl, -0.5 * dh * dh, 0);
    add(guess, 0, result[0], result[1]);
  }
  if (e !== 0) {
    const mh = result[0];
    const ml = result[1];
    multiply(LN2_HI, LN2_LO, e, 0);
    add(result[0], result[1], mh, ml);
  }
}

/** `exp(x)`; infinite when out of range. */
export function exp(x: number): number {
  if (!(Math.abs(x) < 1000)) return Math.exp(x);
  if (x > 709.79) return INF;
  if (x < -745.2) return 0;
  return scaled(expScaled(x, 0));
}

/** The current result times 2**k, rounded once. */
function scaled(k: number): number {
  if (k > -1000) return ldexp(result[0] + result[1], k);
  // A subnormal result: what the high part loses decides together with the low part.
  const top = ldexp(result[0], k);
  const back = ldexp(top, -k);
  return top + ldexp(result[0] - back + result[1], k);
}

/** `exp2(x)`. */
export function exp2(x: number): number {
  if (Number.isInteger(x)) return x > 1023 ? INF : ldexp(1, x);
  if (!(Math.abs(x) < 1080)) return 2 ** x;
  const k = Math.round(x);
  multiply(LN2_HI, LN2_LO, x - k, 0);
  expReduced(result[0], result[1]);
  add(1, 0, result[0], result[1]);
  return scaled(k);
}

/** `expm1(x)`: the host's is C's. */
export const expm1: (x: number) => number = Math.expm1;

/** `log(x)` of C: -inf for 0, NaN for negative numbers. */
export function log(x: number): number {
  if (!(x > 0 && x < INF)) return Math.log(x);
  logOf(x);
  return result[0];
}

/** `log2(x)`, exact for powers of two. */
export function log2(x: number): number {
  if (!(x > 0 && x < INF)) return Math.log2(x);
  logOf(x);
  multiply(result[0], result[1], 1.4426950408889634, 2.0355273740931033e-17);
  return result[0];
}

/** `log10(x)`, from the logarithm of the mantissa as C's library does it. */
export function log10(x: number): number {
  if (!(x > 0 && x < INF)) return Math.log10(x);
  const k = exponentOf(x) - 1;
  const y = k < 0 ? k + 1 : k;
  const z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-1 * log(ldexp(x, -y));
  return z + y * 3.01029995663611771306e-1;
}

/** `log1p(x)`: the host's is C's. */
export const log1p: (x: number) => number = Math.log1p;

const PI_2 = [
  1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32,
  7.398504768267704e-49,
];

let piDigits: bigint | null = null;
const PI_BITS = 1400n;

/** pi * 2**1400, by Machin's formula; a constant, made when it is first needed. */
function bigPi(): bigint {
  if (piDigits !== null) return piDigits;
  const one = 1n << (PI_BITS + 32n);
  const arctan = (n: bigint): bigint => {
    let term = one / n;
    let sum = term;
    for (let k = 3n, sign = -1n; term !== 0n; k += 2n, sign = -sign) {
      term /= n * n;
      sum += (sign * term) / k;
    }
    return sum;
  };
  piDigits = (4n * (4n * arctan(5n) - arctan(239n))) >> 32n;
  return piDigits;
}

/** Leaves x reduced to [-pi/4, pi/4] and returns the quadrant, 0-3; x is finite. */
function reduce(x: number): number {
  if (Math.abs(x) <= 0.7853981633974483) {
    twoSum(x, 0);
    return 0;
  }
  if (Math.abs(x) < 0x100000) {
    const k = Math.round(x * 0.6366197723675814);
    // The first three products are exact.
    let h = x - k * PI_2[0];
    let l = 0;
    for (let i = 1; i < 5; i++) {
      twoProduct(k, PI_2[i]);
      add(h, l, -result[0], -result[1]);
      h = result[0];
      l = result[1];
    }
    return k & 3;
  }
  // x = m * 2**e, in fixed point with as many bits as pi.
  const e = Math.floor(Math.log2(Math.abs(x))) - 60;
  const m = BigInt(x / 2 ** e);
  const pi = bigPi();
  const half = pi >> 1n;
  const fixed = m << (BigInt(e) + PI_BITS);
  let k = fixed / half;
  let r = fixed - k * half;
  if (r > half >> 1n) {
    r -= half;
    k += 1n;
  } else if (r < -(half >> 1n)) {
    r += half;
    k -= 1n;
  }
  fromFixed(r);
  return Number(k & 3n);
}

/** Leaves r / 2**1400. */
function fromFixed(r: bigint): void {
  const high = Number(r);
  if (high === 0 || !Number.isFinite(high)) {
    // More than a double's range: the top bits alone.
    const shift = 600n;
    const top = Number(r >> shift);
    const rest = Number((r >> shift) - BigInt(top));
    twoSum(top * 2 ** -800, rest * 2 ** -800);
    return;
  }
  const rest = Number(r - BigInt(high));
  twoSum(high * 2 ** -700 * 2 ** -700, rest * 2 ** -700 * 2 ** -700);
}

/** Leaves sin(r) for |r| <= pi/4. */
function sinReduced(h: number, l: number): void {
  multiply(h, l, h, l);
  const zh = result[0];
  const zl = result[1];
  let sh = inverseHigh[26];
  let sl = inverseLow[26];
  for (let n = 24; n >= 0; n -= 2) {
    multiply(sh, sl, -zh, -zl);
    add(result[0], result[1], inverseHigh[n], inverseLow[n]);
    sh = result[0];
    sl = result[1];
  }
  multiply(sh, sl, h, l);
}

/** Leaves cos(r) for |r| <= pi/4. */
function cosReduced(h: number, l: number): void {
  multiply(h, l, h, l);
  const zh = result[0];
  const zl = result[1];
  let sh = inverseHigh[25];
  let sl = inverseLow[25];
  for (let n = 23; n >= 1; n -= 2) {
    multiply(sh, sl, -zh, -zl);
    add(result[0], result[1], inverseHigh[n], inverseLow[n]);
    sh = result[0];
    sl = result[1];
  }
  multiply(sh, sl, -zh, -zl);
  add(1, 0, result[0], result[1]);
}

/** Leaves sin(x + shift * pi/2). */
function sinOf(x: number, shift: number): void {
  const quadrant = (reduce(x) + shift) & 3;
  if ((quadrant & 1) === 0) sinReduced(result[0], result[1]);
  else cosReduced(result[0], result[1]);
  if (quadrant >= 2) twoSum(-result[0], -result[1]);
}

/** `sin(x)`; NaN for infinities. */
export function sin(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 1e-150) return Math.sin(x);
  sinOf(x, 0);
  return result[0];
}

/** `cos(x)`; NaN for infinities. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return NAN;
  sinOf(x, 1);
  return result[0];
}

/** `tan(x)`; NaN for infinities. */
export function tan(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 1e-150) return Math.tan(x);
  sinOf(x, 1);
  const ch = result[0];
  const cl = result[1];
  sinOf(x, 0);
  divide(result[0], result[1], ch, cl);
  return result[0];
}

/** `atan(x)`. */
export function atan(x: number): number {
  const guess = Math.atan(x);
  if (!Number.isFinite(x) || Math.abs(x) < 1e-150 || Math.abs(x) > 1e30) return guess;
  return atanStep(guess, x, 1);
}

/** The angle of (cos, sin) = (x, y) from a close guess: guess + (y cos - x sin) / (x cos + y sin). */
function atanStep(guess: number, y: number, x: number): number {
  sinOf(guess, 0);
  const sh = result[0];
  const sl = result[1];
  sinOf(guess, 1);
  const ch = result[0];
  const cl = result[1];
  multiply(ch, cl, y, 0);
  const ah = result[0];
  const al = result[1];
  multiply(sh, sl, x, 0);
  add(ah, al, -result[0], -result[1]);
  return guess + result[0] / (x * ch + y * sh);
}

/** `atan2(y, x)`. */
export function atan2(y: number, x: number): number {
  const guess = Math.atan2(y, x);
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0) return guess;
  // Only the ratio matters; kept away from overflow.
  const e = Math.floor(Math.log2(Math.max(Math.abs(x), Math.abs(y))));
  const sx = ldexp(x, -e);
  const sy = ldexp(y, -e);
  if (Math.abs(sy) < 1e-150 || Math.abs(sx) < 1e-150) return guess;
  return atanStep(guess, sy, sx);
}

/** `asin(x)`; NaN outside [-1, 1]. */
export function asin(x: number): number {
  const guess = Math.asin(x);
  if (!(Math.abs(x) < 1) || Math.abs(x) < 1e-150) return guess;
  // asin(x) = atan2(x, sqrt((1 - x)(1 + x)))
  twoSum(1, -x);
  const ah = result[0];
  const al = result[1];
  twoSum(1, x);
  multiply(ah, al, result[0], result[1]);
  squareRoot(result[0], result[1]);
  return angleStep(guess, x, 0, result[0], result[1]);
}

/** `acos(x)`; NaN outside [-1, 1]. */
export function acos(x: number): number {
  const guess = Math.acos(x);
  if (!(Math.abs(x) < 1)) return guess;
  twoSum(1, -x);
  const ah = result[0];
  const al = result[1];
  twoSum(1, x);
  multiply(ah, al, result[0], result[1]);
  squareRoot(result[0], result[1]);
  return angleStep(guess, result[0], result[1], x, 0);
}

/** A step towards the angle whose sine is y and whose cosine is x. */
function angleStep(guess: number, yh: number, yl: number, xh: number, xl: number): number {
  sinOf(guess, 0);
  const sh = result[0];
  const sl = result[1];
  sinOf(guess, 1);
  multiply(result[0], result[1], yh, yl);
  const ah = result[0];
  const al = result[1];
  multiply(sh, sl, xh, xl);
  add(ah, al, -result[0], -result[1]);
  return guess + (result[0] + result[1]);
}

/** `sinh(x)`; infinite when out of range. This and the following ones are composed as C's library does it. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 711) || size < 2 ** -28) return size > 711 ? x * INF : x;
  const half = x < 0 ? -0.5 : 0.5;
  if (size < 22) {
    const t = Math.expm1(size);
    return half * (size < 1 ? 2 * t - (t * t) / (t + 1) : t + t / (t + 1));
  }
  return size < 709.78 ? half * exp(size) : half * exp(0.5 * size) * exp(0.5 * size);
}

/** `cosh(x)`; infinite when out of range. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 711)) return size * INF;
  if (size < 0.5 * LN2_HI) {
    const t = Math.expm1(size);
    const w = 1 + t;
    return 1 + (t * t) / (w + w);
  }
  if (size < 22) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  return size < 709.78 ? 0.5 * exp(size) : 0.5 * exp(0.5 * size) * exp(0.5 * size);
}

/** `tanh(x)`. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 22)) return Number.isNaN(x) ? x : x < 0 ? -1 : 1;
  if (size < 2 ** -55) return x;
  let z: number;
  if (size >= 1) z = 1 - 2 / (Math.expm1(2 * size) + 2);
  else {
    const t = Math.expm1(-2 * size);
    z = -t / (t + 2);
  }
  return x < 0 ? -z : z;
}

/** `asinh(x)`. */
export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!(size < INF) || size < 2 ** -28) return x;
  let value: number;
  if (size > 2 ** 28) value = log(size) + LN2_HI;
  else if (size > 2) value = log(2 * size + 1 / (Math.sqrt(size * size + 1) + size));
  else {
    const t = size * size;
    value = Math.log1p(size + t / (1 + Math.sqrt(1 + t)));
  }
  return x < 0 ? -value : value;
}

/** `acosh(x)`; NaN below 1. */
export function acosh(x: number): number {
  if (!(x > 1 && x < INF)) return Math.acosh(x);
  if (x > 2 ** 28) return log(x) + LN2_HI;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return Math.log1p(t + Math.sqrt(2 * t + t * t));
}

/** `atanh(x)`: the host's is C's. */
export const atanh: (x: number) => number = Math.atanh;

/** `cbrt(x)`. */
export function cbrt(x: number): number {
  const guess = Math.cbrt(x);
  if (!Number.isFinite(x) || x === 0 || Math.abs(x) < 1e-250 || Math.abs(x) > 1e280) return guess;
  twoProduct(guess, guess);
  multiply(result[0], result[1], guess, 0);
  add(x, 0, -result[0], -result[1]);
  return guess + result[0] / (3 * guess * guess);
}

/** `erf(x)`. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (!(size < 6)) return Number.isNaN(x) ? x : x > 0 ? 1 : -1;
  if (size < 1e-150) return x * 1.1283791670955126;
  erfOf(x);
  return result[0];
}

/** Leaves erf(x) for |x| < 6: exp(-x**2) times a series of positive terms. */
function erfOf(x: number): void {
  twoProduct(x, x);
  const zh = result[0];
  const zl = result[1];
  let th = x;
  let tl = 0;
  let sh = x;
  let sl = 0;
  for (let n = 1; Math.abs(th) > Math.abs(sh) * 1e-33; n++) {
    multiply(th, tl, 2 * zh, 2 * zl);
    divide(result[0], result[1], 2 * n + 1, 0);
    th = result[0];
    tl = result[1];
    add(sh, sl, th, tl);
    sh = result[0];
    sl = result[1];
  }
  const k = expScaled(-zh, -zl);
  const scale = 2 ** k;
  multiply(sh, sl, result[0] * scale, result[1] * scale);
  multiply(result[0], result[1], 1.1283791670955126, 1.533545961316588e-17);
}

/** `erfc(x)`. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 27.3) return 0;
  if (x < -6) return 2;
  if (x < 3) {
    if (Math.abs(x) < 1e-150) return 1;
    erfOf(x);
    add(1, 0, -result[0], -result[1]);
    return result[0];
  }
  // exp(-x**2) / (x sqrt(pi)) / (1 + 1/(2 x**2) / (1 + 2/(2 x**2) / (1 + ...)))
  twoProduct(x, x);
  const zh = result[0];
  const zl = result[1];
  let fh = 1;
  let fl = 0;
  for (let n = 250; n >= 1; n--) {
    divide(n, 0, 2 * zh, 2 * zl);
    divide(result[0], result[1], fh, fl);
    add(1, 0, result[0], result[1]);
    fh = result[0];
    fl = result[1];
  }
  multiply(fh, fl, x, 0);
  divide(0.5641895835477563, 7.66772980658294e-18, result[0], result[1]);
  const ah = result[0];
  const al = result[1];
  const k = expScaled(-zh, -zl);
  multiply(result[0], result[1], ah, al);
  return scaled(k);
}

/** `sqrt` of the sum of squares, to within a hair of correct rounding (CPython `vector_norm`). */
export function norm(values: readonly number[]): number {
  let max = 0;
  let nan = false;
  for (const v of values) {
    const size = Math.abs(v);
    if (size === INF) return INF;
    if (size !== size) nan = true;
    else if (size > max) max = size;
  }
  if (nan) return NAN;
  if (max === 0 || values.length === 1) return max;
  const e = Math.floor(Math.log2(max));
  let sh = 0;
  let sl = 0;
  for (const v of values) {
    const x = ldexp(v, -e);
    if (Math.abs(x) < 1e-120) continue;
    twoProduct(x, x);
    add(sh, sl, result[0], result[1]);
    sh = result[0];
    sl = result[1];
  }
  squareRoot(sh, sl);
  return ldexp(result[0], e);
}
