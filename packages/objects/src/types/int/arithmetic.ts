/**
 * Arithmetic on ints in their canonical form: a `number` while a safe integer, a `bigint` beyond.
 * Pure functions; what can fail in Python (division by zero, negative shifts) is checked by the callers.
 */

/** An int in canonical form. */
export type Int = number | bigint;

const MAX = Number.MAX_SAFE_INTEGER;
const BIG_MAX = BigInt(MAX);
const BIG_MIN = -BIG_MAX;

/** Most bits that an int may have: what the host's bigint can hold, with some room for intermediate results. */
export const MAX_BITS = 2 ** 30 - 64;

/** An int as a bigint; asking is cheaper than a call that changes nothing. */
const big = (a: Int): bigint => (typeof a === "bigint" ? a : BigInt(a));

/** The canonical form of a bigint. */
export function normalize(value: bigint): Int {
  return value <= BIG_MAX && value >= BIG_MIN ? Number(value) : value;
}

/** `a + b`. */
export function intAdd(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a + b;
    if (r <= MAX && r >= -MAX) return r;
  }
  return normalize(big(a) + big(b));
}

/** `a - b`. */
export function intSub(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    const r = a - b;
    if (r <= MAX && r >= -MAX) return r;
  }
  return normalize(big(a) - big(b));
}

/** `a * b`; `undefined` when the product is too large for the host. */
export function intMul(a: Int, b: Int): Int | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const r = a * b;
    // Adding 0 turns -0 (from 0 * -5) into 0.
    if (r <= MAX && r >= -MAX) return r + 0;
    return big(a) * big(b);
  }
  try {
    return normalize(big(a) * big(b));
  } catch (error) {
    // Nothing else is known to fail than a product beyond the host's limit.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Divisors beyond this have so many digits that the host would divide by a method for long quotients. */
const LONG_DIVISOR = 1n << 3600n;

const isLong = (y: bigint): boolean => y > LONG_DIVISOR || y < -LONG_DIVISOR;

/**
 * Quotient and remainder, rounding towards zero; `y` is not 0. The host takes as long for a quotient of one digit
 * as for one of half as many as `y` has. A short one follows from the leading bits of both operands: with two bits
 * more of `y` than the quotient has it is right or one too large, and with 64 bits more hardly ever the latter.
 */
function truncatedDivmod(x: bigint, y: bigint): [bigint, bigint] {
  if (isLong(y)) {
    const a = x < 0n ? -x : x;
    const b = y < 0n ? -y : y;
    if (a < b) return [0n, x];
    const bits = bigBitLength(b);
    const left = bits - (bigBitLength(a) - bits + 1) - 66;
    if (left > bits / 2) {
      const shift = BigInt(left);
      let q = (a >> shift) / (b >> shift);
      let r = a - q * b;
      if (r < 0n) {
        q -= 1n;
        r += b;
      }
      return [x < 0n === y < 0n ? q : -q, x < 0n ? -r : r];
    }
  }
  const q = x / y;
  // A product is much cheaper than another division.
  return [q, x - q * y];
}

/**
 * `a // b`, rounding down; `b` is not 0. The double quotient of two safe integers is off by less than
 * `1 / |b|`, so its floor is exact.
 */
export function intFloorDiv(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") return Math.floor(a / b) + 0;
  const x = big(a);
  const y = big(b);
  if (isLong(y)) return intDivmod(x, y)[0];
  const q = x / y;
  if (x < 0n === y < 0n) return normalize(q);
  const r = x - q * y;
  return normalize(r !== 0n && r < 0n !== y < 0n ? q - 1n : q);
}

/** `a % b` with the sign of `b`; `b` is not 0. */
export function intMod(a: Int, b: Int): Int {
  if (typeof a === "number" && typeof b === "number") {
    // The int32 remainder is a machine instruction; the general one is a call of fmod.
    const r = (a | 0) === a && (b | 0) === b ? (a | 0) % (b | 0) : a % b;
    return r !== 0 && r < 0 !== b < 0 ? r + b : r + 0;
  }
  const y = big(b);
  const r = isLong(y) ? truncatedDivmod(big(a), y)[1] : big(a) % y;
  return normalize(r !== 0n && r < 0n !== y < 0n ? r + y : r);
}

/** `divmod(a, b)`; `b` is not 0. */
export function intDivmod(a: Int, b: Int): [Int, Int] {
  if (typeof a === "number" && typeof b === "number") return [intFloorDiv(a, b), intMod(a, b)];
  const y = big(b);
  const [q, r] = truncatedDivmod(big(a), y);
  return r !== 0n && r < 0n !== y < 0n ? [normalize(q - 1n), normalize(r + y)] : [normalize(q), normalize(r)];
}

/** `-a`. */
export function intNeg(a: Int): Int {
  return typeof a === "number" ? 0 - a : normalize(-a);
}

/** `abs(a)`. */
export function intAbs(a: Int): Int {
  return a < 0 ? intNeg(a) : a;
}

/** `~a`. */
export function intInvert(a: Int): Int {
  return intSub(-1, a);
}

const isInt32 = (a: number): boolean => (a | 0) === a;

const TWO_32 = 2 ** 32;

/** What is above the lower 32 bits of a safe integer, in two's complement: 21 bits and a sign. */
const upper = (a: number): number => Math.floor(a / TWO_32);

/** The int of {@link upper} bits and the lower 32. */
function joined(high: number, low: number): Int {
  const r = high * TWO_32 + (low >>> 0);
  return r < -MAX ? BigInt(r) : r;
}

// JavaScript's own operators take the lower 32 bits of a number.

/** `a & b`. */
export function intAnd(a: Int, b: Int): Int {
  if (typeof a !== "number" || typeof b !== "number") return normalize(big(a) & big(b));
  return isInt32(a) && isInt32(b) ? a & b : joined(upper(a) & upper(b), a & b);
}

/** `a | b`. */
export function intOr(a: Int, b: Int): Int {
  if (typeof a !== "number" || typeof b !== "number") return normalize(big(a) | big(b));
  return isInt32(a) && isInt32(b) ? a | b : joined(upper(a) | upper(b), a | b);
}

/** `a ^ b`. */
export function intXor(a: Int, b: Int): Int {
  if (typeof a !== "number" || typeof b !== "number") return normalize(big(a) ^ big(b));
  return isInt32(a) && isInt32(b) ? a ^ b : joined(upper(a) ^ upper(b), a ^ b);
}

/** `a << b` with `b >= 0`; `undefined` when the result is too large for the host. */
export function intLshift(a: Int, b: Int): Int | undefined {
  if (a === 0) return 0;
  if (typeof b !== "number" || b > MAX_BITS) return undefined;
  if (typeof a === "number" && b < 64) {
    const r = a * 2 ** b;
    if (r <= MAX && r >= -MAX) return r;
  }
  if (bitLength(a) + b > MAX_BITS) return undefined;
  return normalize(big(a) << big(b));
}

/** `a >> b` with `b >= 0`. */
export function intRshift(a: Int, b: Int): Int {
  if (typeof a === "number") {
    if (typeof b !== "number" || b > 1000) return a < 0 ? -1 : 0;
    return isInt32(a) && b < 32 ? a >> b : Math.floor(a / 2 ** b);
  }
  if (typeof b !== "number" || b > MAX_BITS) return a < 0n ? -1 : 0;
  return normalize(a >> big(b));
}

/** Asked between the steps of a long computation whether it is to go on. */
export type GoOn = () => boolean;

/** Powers with more bits than this are computed in steps between which somebody is asked whether to go on. */
const LONG_POWER = 1e6;

/**
 * `a ** b` with `b >= 0`; `undefined` when the result is too large for the host.
 *
 * @param goOn may end a long computation: the result is `null` then
 */
export function intPow(a: Int, b: Int): Int | undefined;
export function intPow(a: Int, b: Int, goOn: GoOn): Int | null | undefined;
export function intPow(a: Int, b: Int, goOn?: GoOn): Int | null | undefined {
  if (b === 0 || a === 1) return 1;
  if (a === 0) return 0;
  if (a === -1) return intMod(b, 2) === 0 ? 1 : -1;
  if (typeof b !== "number") return undefined;
  if (typeof a === "number") {
    let result = 1;
    let base = a;
    let e = b;
    while (true) {
      if (e % 2 === 1) result *= base;
      e = Math.floor(e / 2);
      if (e === 0) break;
      base *= base;
      if (base > MAX) break;
    }
    if (e === 0 && result <= MAX && result >= -MAX) return result;
  }
  const bits = log2(a) * b;
  if (bits > MAX_BITS) return undefined;
  const base = big(a);
  if (bits < LONG_POWER || goOn === undefined) return normalize(base ** big(b));
  let result = 1n;
  for (const bit of b.toString(2)) {
    if (!goOn()) return null;
    result *= result;
    if (bit === "1") result *= base;
  }
  return result;
}

/** The logarithm of `abs(a)` to base 2, `a` not 0, to within a few units of the last place. */
function log2(a: Int): number {
  if (typeof a === "number") return Math.log2(Math.abs(a));
  const beyond = bitLength(a) - 64;
  return beyond <= 0
    ? Math.log2(Math.abs(Number(a)))
    : beyond + Math.log2(Math.abs(Number(a >> BigInt(beyond))));
}

/** `pow(a, b, m)` with `b >= 0` and `m > 0`; `null` when `goOn` has ended it. */
export function intPowMod(a: Int, b: Int, m: Int, goOn: GoOn): Int | null {
  const modulus = BigInt(m);
  let base = BigInt(intMod(a, m));
  let result = 1n % modulus;
  if (typeof b === "number" && b < 2 ** 31) {
    for (let e = b; e > 0; e >>>= 1) {
      if (!goOn()) return null;
      if (e & 1) result = (result * base) % modulus;
      if (e > 1) base = (base * base) % modulus;
    }
    return normalize(result);
  }
  // Bits from a string, high to low: shifting a large exponent right bit by bit would be quadratic.
  for (const bit of b.toString(2)) {
    if (!goOn()) return null;
    result = (result * result) % modulus;
    if (bit === "1") result = (result * base) % modulus;
  }
  return normalize(result);
}

/** The inverse of `a` modulo `m > 0`; `undefined` when there is none. */
export function intInverse(a: Int, m: Int): Int | undefined {
  let [r0, r1] = [BigInt(m), BigInt(intMod(a, m))];
  let [t0, t1] = [0n, 1n];
  while (r1 !== 0n) {
    const [q, r] = truncatedDivmod(r0, r1);
    [r0, r1] = [r1, r];
    [t0, t1] = [t1, t0 - q * t1];
  }
  return r0 === 1n ? intMod(normalize(t0), m) : undefined;
}

/** Bits of `abs(a)`, 0 for 0 (`int.bit_length`). */
export function bitLength(a: Int): number {
  if (typeof a === "number") {
    const x = Math.abs(a);
    return x < 0x80000000 ? 32 - Math.clz32(x) : 64 - Math.clz32(Math.floor(x / 0x100000000));
  }
  return bigBitLength(a < 0n ? -a : a);
}

/** How far the bigint that was last measured is shifted to leave its first bits: the next is often of its size. */
let near = 0n;

/** Bits of a positive bigint. */
function bigBitLength(x: bigint): number {
  const top = Number(x >> near);
  if (top >= 1 && top <= MAX) return Number(near) + bitLength(top);
  const bits = searchedBitLength(x);
  near = BigInt(Math.max(0, bits - 26));
  return bits;
}

/** Bits of a positive bigint: shifted right by halves of what it may still have, until a double holds it. */
function searchedBitLength(x: bigint): number {
  let step = 1024;
  while (x >> BigInt(step) !== 0n) step *= 2;
  let rest = x;
  let bits = 0;
  for (; step >= 16; step /= 2) {
    const high = rest >> BigInt(step);
    if (high === 0n) continue;
    rest = high;
    bits += step;
  }
  return bits + 32 - Math.clz32(Number(rest));
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. Mixed operands compare by value. */
export function intCompare(a: Int, b: Int): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The double nearest to an int, ties to even; infinite when out of range. (The host's conversion of
 * bigints rounds correctly.)
 */
export function intToDouble(a: Int): number {
  return Number(a);
}

/** The int that a finite double truncates to. */
export function doubleToInt(x: number): Int {
  const t = Math.trunc(x) + 0;
  return t <= MAX && t >= -MAX ? t : BigInt(t);
}

/** The quotient of two ints as correctly rounded double; `b` is not 0. `undefined` when it overflows. */
export function intTrueDiv(a: Int, b: Int): number | undefined {
  if (typeof a === "number" && typeof b === "number") return a / b;
  const negative = a < 0 !== b < 0;
  const x = BigInt(intAbs(a));
  const y = BigInt(intAbs(b));
  if (x === 0n) return negative ? -0 : 0;
  // Scale so that the integer quotient has 64 bits or more; a sticky bit keeps the rounding right.
  const exponent = bitLength(x) - bitLength(y) - 65;
  const numerator = exponent < 0 ? x << BigInt(-exponent) : x;
  const denominator = exponent > 0 ? y << BigInt(exponent) : y;
  let quotient = numerator / denominator;
  if (quotient * denominator !== numerator) quotient |= 1n;
  const result = scaleToDouble(quotient, exponent);
  if (result === Number.POSITIVE_INFINITY) return undefined;
  return negative ? -result : result;
}

/** `mantissa * 2**exponent` rounded once; the mantissa is positive and has more than 60 bits. */
function scaleToDouble(mantissa: bigint, exponent: number): number {
  const top = bitLength(mantissa) + exponent;
  if (top > 1024) return Number.POSITIVE_INFINITY;
  // Bits that fit: 53, or fewer for subnormal results.
  const keep = top >= -1021 ? 53 : 53 + (top + 1021);
  if (keep < 0) return 0;
  const drop = bitLength(mantissa) - keep;
  const shift = BigInt(drop);
  let kept = mantissa >> shift;
  const rest = mantissa - (kept << shift);
  const half = 1n << (shift - 1n);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  const e = exponent + drop;
  // In two steps, because 2**e alone may be subnormal.
  return e < -1000
    ? Number(kept) * 2 ** -1000 * 2 ** (e + 1000)
    : e > 900
      ? Number(kept) * 2 ** 900 * 2 ** (e - 900)
      : Number(kept) * 2 ** e;
}
