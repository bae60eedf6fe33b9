import { bitLength, type Int, intAbs, intMod, normalize } from "@adder/objects";

/** Product of the integers `from`, `from + step`, ... `count` of them, by halves so that factors grow evenly. */
function product(from: bigint, step: bigint, count: number): bigint {
  if (count <= 8) {
    let result = 1n;
    for (let i = 0, n = from; i < count; i++, n += step) result *= n;
    return result;
  }
  const half = count >> 1;
  return product(from, step, half) * product(from + step * BigInt(half), step, count - half);
}

const small: number[] = [1];
for (let n = 1; n <= 18; n++) small.push(small[n - 1] * n);

/** `n!` for 0 <= n < 2**31: odd parts first, the twos by one shift (CPython `math_factorial`). */
export function factorial(n: number): Int {
  if (n <= 18) return small[n];
  let odd = 1n;
  let inner = 1n;
  let lower = 3;
  for (let i = Math.floor(Math.log2(n)); i >= 0; i--) {
    const v = Math.floor(n / 2 ** i);
    if (v <= 2) continue;
    // Odd numbers above what the step before had, up to n / 2**i.
    const upper = (v + 1) | 1;
    inner *= product(BigInt(lower), 2n, (upper - lower) / 2);
    lower = upper;
    odd *= inner;
  }
  let ones = 0;
  for (let m = n; m > 0; m = Math.floor(m / 2)) ones += m % 2;
  return normalize(odd << BigInt(n - ones));
}

/** `n! / (n - k)!` for 0 <= k <= n. */
export function permutations(n: Int, k: number): Int {
  if (k === 0) return 1;
  const top = BigInt(n);
  return normalize(product(top - BigInt(k) + 1n, 1n, k));
}

/** `n! / (k! (n - k)!)` for 0 <= k <= n. */
export function combinations(n: Int, k: number): Int {
  if (k === 0) return 1;
  if (typeof n === "number" && k <= 30) {
    let result = 1;
    let i = 0;
    for (; i < k; i++) {
      const next = result * (n - i);
      if (next > Number.MAX_SAFE_INTEGER) break;
      result = next / (i + 1);
    }
    if (i === k) return result;
  }
  return normalize(BigInt(permutations(n, k)) / BigInt(factorial(k)));
}

/** The integer part of the square root of `n >= 0` (CPython `math_isqrt`: precision doubles with each step). */
export function integerSqrt(n: Int): Int {
  if (typeof n === "number") {
    let root = Math.floor(Math.sqrt(n));
    while (root * root > n) root--;
    while ((root + 1) * (root + 1) <= n) root++;
    return root;
  }
  const c = (bitLength(n) - 1) >> 1;
  let a = 1n;
  let d = 0;
  for (let s = 32 - Math.clz32(c) - 1; s >= 0; s--) {
    const e = d;
    d = c >> s;
    a = (a << BigInt(d - e - 1)) + (n >> BigInt(2 * c - e - d + 1)) / a;
  }
  return normalize(a * a > n ? a - 1n : a);
}

/** Greatest common divisor, not negative. */
export function gcd(a: Int, b: Int): Int {
  let x = intAbs(a);
  let y = intAbs(b);
  while (typeof y === "bigint") [x, y] = [y, intMod(x, y)];
  if (y === 0) return x;
  if (typeof x === "bigint") [x, y] = [y, intMod(x, y) as number];
  while (y !== 0) {
    const rest: number = (x as number) % y;
    x = y;
    y = rest;
  }
  return x;
}

/** Least common multiple, not negative. */
export function lcm(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return 0;
  const quotient = BigInt(a) / BigInt(gcd(a, b));
  const multiple = quotient * BigInt(b);
  return normalize(multiple < 0n ? -multiple : multiple);
}
