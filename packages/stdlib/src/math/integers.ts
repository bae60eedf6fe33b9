import { bitLength, type Int, normalize } from "@adder/objects";

/** Greatest common divisor of two ints, not negative. */
export function gcd(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    let x = Math.abs(a);
    let y = Math.abs(b);
    while (y !== 0) [x, y] = [y, x % y];
    return x;
  }
  let x = BigInt(a);
  let y = BigInt(b);
  if (x < 0n) x = -x;
  if (y < 0n) y = -y;
  while (y !== 0n) {
    if (y <= BigInt(Number.MAX_SAFE_INTEGER) && x <= BigInt(Number.MAX_SAFE_INTEGER))
      return gcd(Number(x), Number(y));
    [x, y] = [y, x % y];
  }
  return normalize(x);
}

/** The product of the integers from `low` to `high`, halved again and again so that the factors stay of one size. */
export function rangeProduct(low: bigint, high: bigint): bigint {
  if (low > high) return 1n;
  if (high - low < 8n) {
    let product = low;
    for (let n = low + 1n; n <= high; n++) product *= n;
    return product;
  }
  const middle = (low + high) >> 1n;
  return rangeProduct(low, middle) * rangeProduct(middle + 1n, high);
}

/** The integer square root, rounding down; the argument is not negative. */
export function isqrt(n: Int): Int {
  if (typeof n === "number") {
    let root = Math.floor(Math.sqrt(n));
    while (root * root > n) root--;
    return root;
  }
  // Newton's iteration from above.
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  while (true) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return normalize(x);
    x = next;
  }
}
