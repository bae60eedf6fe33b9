/*
 * x**y of doubles to within a hair of correct rounding. The host's own Math.pow is off in the last
 * place on several per cent of inputs, C's is not; programs print such digits. Logarithm and exponential
 * are taken in double-double arithmetic (about 100 bits), Dekker's and Knuth's error-free operations.
 */

/** High and low part of a double-double; results are left here so that nothing is allocated. */
let hi = 0;
let lo = 0;

const SPLITTER = 134217729;

function twoSum(a: number, b: number): void {
  const s = a + b;
  const bb = s - a;
  lo = a - (s - bb) + (b - bb);
  hi = s;
}

function twoProduct(a: number, b: number): void {
  const p = a * b;
  const ca = SPLITTER * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLITTER * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  lo = ah * bh - p + ah * bl + al * bh + al * bl;
  hi = p;
}

function multiply(ah: number, al: number, bh: number, bl: number): void {
  twoProduct(ah, bh);
  const p = hi;
  const e = lo + (ah * bl + al * bh);
  hi = p + e;
  lo = e - (hi - p);
}

function add(ah: number, al: number, bh: number, bl: number): void {
  twoSum(ah, bh);
  const s = hi;
  const e = lo + al + bl;
  hi = s + e;
  lo = e - (hi - s);
}

function divide(ah: number, al: number, bh: number, bl: number): void {
  const q1 = ah / bh;
  multiply(bh, bl, q1, 0);
  add(ah, al, -hi, -lo);
  const q2 = hi / bh;
  const rh = hi;
  const rl = lo;
  multiply(bh, bl, q2, 0);
  add(rh, rl, -hi, -lo);
  const q3 = hi / bh;
  twoSum(q1, q2);
  add(hi, lo, q3, 0);
}

const LN2_HI = 0.6931471805599453;
const LN2_LO = 2.3190468138462996e-17;

/** Reciprocals of small factorials as double-doubles, made once. */
const inverseFactorial: { readonly h: number; readonly l: number }[] = [];
{
  let h = 1;
  let l = 0;
  for (let n = 1; n <= 18; n++) {
    divide(h, l, n, 0);
    h = hi;
    l = lo;
    inverseFactorial.push({ h, l });
  }
}

/** Leaves exp(h + l) * 2**-k in (hi, lo) and returns k; |h| < 750. */
function exp(h: number, l: number): number {
  const k = Math.round(h / LN2_HI);
  // k * ln 2, with the high part's error.
  multiply(LN2_HI, LN2_LO, k, 0);
  add(h, l, -hi, -lo);
  // Another 2**-8 makes the series short: exp(r) = exp(r / 256)**256.
  const rh = hi / 256;
  const rl = lo / 256;
  // exp(r) - 1, summed from the smallest term, so that squaring loses no bits of the small part.
  let sh = inverseFactorial[8].h;
  let sl = inverseFactorial[8].l;
  for (let n = 7; n >= 0; n--) {
    multiply(sh, sl, rh, rl);
    add(hi, lo, inverseFactorial[n].h, inverseFactorial[n].l);
    sh = hi;
    sl = lo;
  }
  multiply(sh, sl, rh, rl);
  sh = hi;
  sl = lo;
  for (let i = 0; i < 8; i++) {
    // (1 + s)**2 - 1 = 2 s + s**2
    multiply(sh, sl, sh, sl);
    add(2 * sh, 2 * sl, hi, lo);
    sh = hi;
    sl = lo;
  }
  add(1, 0, sh, sl);
  return k;
}

/** Leaves log(x) in (hi, lo); x is positive, finite and normal or subnormal. */
function log(x: number): void {
  let e = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= 2 ** 54;
    e = -54;
  }
  const shift = Math.floor(Math.log2(m));
  // Two steps: 2**-shift alone may overflow or be subnormal.
  m =
    shift > 0
      ? m * 2 ** -(shift >> 1) * 2 ** -(shift - (shift >> 1))
      : m * 2 ** -(shift >> 1) * 2 ** -(shift - (shift >> 1));
  e += shift;
  if (m > 1.4142135623730951) {
    m /= 2;
    e += 1;
  }
  // atanh series near 1 keeps relative precision; Newton's step elsewhere.
  if (Math.abs(m - 1) < 0.01) {
    twoSum(m, -1);
    const nh = hi;
    const nl = lo;
    twoSum(m, 1);
    divide(nh, nl, hi, lo);
    const zh = hi;
    const zl = lo;
    multiply(zh, zl, zh, zl);
    const z2h = hi;
    const z2l = lo;
    let sh = 0;
    let sl = 0;
    for (let n = 21; n >= 1; n -= 2) {
      divide(1, 0, n, 0);
      const th = hi;
      const tl = lo;
      multiply(sh, sl, z2h, z2l);
      add(hi, lo, th, tl);
      sh = hi;
      sl = lo;
    }
    multiply(sh, sl, 2 * zh, 2 * zl);
  } else {
    const guess = Math.log(m);
    const k = exp(-guess, 0);
    const ph = hi * 2 ** k;
    const pl = lo * 2 ** k;
    multiply(ph, pl, m, 0);
    add(hi, lo, -1, 0);
    // log(m) = guess + log(1 + d) with a tiny d.
    const dh = hi;
    const dl = lo;
    multiply(dh, dl, dh, dl);
    add(dh, dl, -0.5 * hi, -0.5 * lo);
    add(guess, 0, hi, lo);
  }
  if (e !== 0) {
    const mh = hi;
    const ml = lo;
    multiply(LN2_HI, LN2_LO, e, 0);
    add(hi, lo, mh, ml);
  }
}

/** `x**y` for a positive finite `x` other than 1 and a finite `y`. */
export function powExact(x: number, y: number): number {
  const estimate = y * Math.log(x);
  if (estimate > 720) return Number.POSITIVE_INFINITY;
  if (estimate < -760) return 0;
  log(x);
  multiply(hi, lo, y, 0);
  const k = exp(hi, lo);
  // Two exact scalings, so that only the last rounding can lose bits.
  if (k > 1000) return (hi + lo) * 2 ** 1000 * 2 ** (k - 1000);
  return k < -1000 ? scaleSubnormal(k) : (hi + lo) * 2 ** k;
}

/** Leaves log(x) in `result`, as high and low part. */
export function logParts(x: number): void {
  log(x);
  result.high = hi;
  result.low = lo;
}

/** Leaves `x**y` of moderate size in `result`, as high and low part. */
export function powParts(x: number, y: number): void {
  log(x);
  multiply(hi, lo, y, 0);
  const k = exp(hi, lo);
  result.high = hi * 2 ** k;
  result.low = lo * 2 ** k;
}

/** Where {@link logParts} and {@link powParts} leave their results. */
export const result = { high: 0, low: 0 };

/** (hi + lo) * 2**k rounded once where the result may be subnormal. */
function scaleSubnormal(k: number): number {
  const scaled = hi * 2 ** -900 * 2 ** (k + 900);
  if (scaled === 0) return scaled;
  const back = scaled * 2 ** 900 * 2 ** (-k - 900);
  // What the scaling of the high part rounded away decides together with the low part.
  const rest = hi - back + lo;
  return scaled + rest * 2 ** -900 * 2 ** (k + 900);
}
