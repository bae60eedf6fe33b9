/*
 * Numbers as unevaluated sums of two doubles (about 106 bits), by the error-free operations of Knuth and
 * Dekker. Each operation leaves its result in one place, so that nothing is allocated; it is a typed array
 * because engines box the doubles that they keep in variables of a module.
 */

/** The last result: the double nearest to it, and what that lacks. */
export const result = new Float64Array(2);

const SPLITTER = 134217729;

/** `a + b` exactly. */
export function twoSum(a: number, b: number): void {
  const s = a + b;
  const bb = s - a;
  result[1] = a - (s - bb) + (b - bb);
  result[0] = s;
}

/** `a * b` exactly, for products within 2**±960. */
export function twoProduct(a: number, b: number): void {
  const p = a * b;
  const ca = SPLITTER * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLITTER * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  result[1] = ah * bh - p + ah * bl + al * bh + al * bl;
  result[0] = p;
}

/** `a * b`. */
export function multiply(ah: number, al: number, bh: number, bl: number): void {
  twoProduct(ah, bh);
  const p = result[0];
  const e = result[1] + (ah * bl + al * bh);
  result[0] = p + e;
  result[1] = e - (result[0] - p);
}

/** `a + b`. */
export function add(ah: number, al: number, bh: number, bl: number): void {
  const s = ah + bh;
  const bb = s - ah;
  const e1 = ah - (s - bb) + (bh - bb);
  const t = al + bl;
  const tt = t - al;
  const e2 = al - (t - tt) + (bl - tt);
  const u = e1 + t;
  const v = s + u;
  const w = u - (v - s) + e2;
  result[0] = v + w;
  result[1] = w - (result[0] - v);
}

/** `a / b`. */
export function divide(ah: number, al: number, bh: number, bl: number): void {
  const q1 = ah / bh;
  multiply(bh, bl, q1, 0);
  add(ah, al, -result[0], -result[1]);
  const q2 = result[0] / bh;
  const rh = result[0];
  const rl = result[1];
  multiply(bh, bl, q2, 0);
  add(rh, rl, -result[0], -result[1]);
  const q3 = result[0] / bh;
  twoSum(q1, q2);
  add(result[0], result[1], q3, 0);
}

/** `sqrt(a)` for a positive `a`. */
export function squareRoot(ah: number, al: number): void {
  const r = Math.sqrt(ah);
  twoProduct(r, r);
  add(ah, al, -result[0], -result[1]);
  const correction = result[0] / (2 * r);
  twoSum(r, correction);
}
