import type { Int } from "./arithmetic.js";

/** Modulus of numeric hashes on 64-bit builds: `sys.hash_info.modulus`. */
const MODULUS = (1n << 61n) - 1n;
const HALF = 2 ** 61;

/** `hash(n)` (CPython `long_hash`). */
export function hashInt(n: Int): Int {
  if (typeof n === "number") return n === -1 ? -2 : n;
  const negative = n < 0n;
  let h = (negative ? -n : n) % MODULUS;
  if (negative) h = -h;
  if (h === -1n) h = -2n;
  return h <= 9007199254740991n && h >= -9007199254740991n ? Number(h) : h;
}

/** `hash(x)` of a double other than NaN (CPython `_Py_HashDouble`). */
export function hashDouble(x: number): Int {
  if (Number.isSafeInteger(x)) return x === -1 ? -2 : x + 0;
  if (!Number.isFinite(x)) return x > 0 ? 314159 : -314159;
  if (Number.isInteger(x)) return hashInt(BigInt(x));
  // x = mantissa / 2**shift exactly; the hash is mantissa * 2**-shift modulo the prime 2**61 - 1.
  let shift = 0;
  let mantissa = Math.abs(x);
  while (!Number.isInteger(mantissa)) {
    // Halfway steps keep subnormals exact: multiplying by a power of two is.
    mantissa *= 2 ** 28;
    shift += 28;
  }
  const power = (61 - (shift % 61)) % 61;
  let h = ((BigInt(mantissa) % MODULUS) * (1n << BigInt(power))) % MODULUS;
  if (x < 0) h = -h;
  if (h === -1n) h = -2n;
  const small = Number(h);
  return Math.abs(small) < HALF && Number.isSafeInteger(small) ? small : h;
}
