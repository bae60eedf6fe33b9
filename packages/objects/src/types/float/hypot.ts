/** `2**27 + 1`: splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/** What a double product has lost: `x * x - square`, exactly (Dekker). */
function squareError(x: number, square: number): number {
  const t = SPLITTER * x;
  const high = t - (t - x);
  const low = x - high;
  return low * low - (square - high * high - 2 * high * low);
}

/**
 * Length of the vector `(x, y)`, rounded to nearest up to rare cases, as C's `hypot`; the host's `Math.hypot` is often off
 * by a unit of the last place. Infinite when a part is infinite, whatever the other one is.
 */
export function hypot(x: number, y: number): number {
  let a = Math.abs(x);
  let b = Math.abs(y);
  if (a === Number.POSITIVE_INFINITY || b === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (a < b) [a, b] = [b, a];
  if (!(b > a * 2 ** -54)) return a + b;
  // Squares stay within the normal numbers.
  const scale = a > 2 ** 500 ? 2 ** -600 : b < 2 ** -450 ? 2 ** 600 : 1;
  a *= scale;
  b *= scale;
  const aa = a * a;
  const bb = b * b;
  const sum = aa + bb;
  const rest = aa - sum + bb + squareError(a, aa) + squareError(b, bb);
  const root = Math.sqrt(sum);
  const square = root * root;
  return (root + (sum - square - squareError(root, square) + rest) / (2 * root)) / scale;
}
