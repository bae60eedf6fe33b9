import type { Constant } from "@adder/bytecode";
import { type IntConstant, makeFloat, makeInt } from "./kinds.js";
import { power } from "./power.js";

/** Largest result of `*`, `**` and `<<` that is computed at compile time, in bits. */
const MAX_INT_SIZE = 128;

/** Bits of the magnitude of an int (CPython `_PyLong_NumBits`). */
export function bitLength(value: bigint): number {
  if (value < 0n) value = -value;
  if (value === 0n) return 0;
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0], 16)));
}

/** `a / b` rounded once, to the nearest double; null on overflow. */
function trueDivide(a: bigint, b: bigint): number | null {
  if (a === 0n) return b < 0n ? -0 : 0;
  const negative = a < 0n !== b < 0n;
  const top = a < 0n ? -a : a;
  const bottom = b < 0n ? -b : b;
  // 66 bits of quotient, and one that says whether anything was cut off, round like the exact value.
  let shift = 66 - (bitLength(top) - bitLength(bottom));
  // Below the normal range fewer bits count, and rounding must happen at the last of those.
  if (shift > 1074 + 2) shift = 1074 + 2;
  const scaled = shift >= 0 ? top << BigInt(shift) : top;
  const divisor = shift >= 0 ? bottom : bottom << BigInt(-shift);
  let quotient = scaled / divisor;
  if (quotient * divisor !== scaled) quotient |= 1n;
  const result = scale(quotient, -shift);
  if (!Number.isFinite(result)) return null;
  return negative ? -result : result;
}

/** `value * 2 ** exponent` with one rounding, where `value` has a sticky bit and more than 64 bits unless subnormal. */
function scale(value: bigint, exponent: number): number {
  const rounded = Number(value);
  if (exponent >= -1000) {
    return exponent > 1000 ? rounded * 2 ** 1000 * 2 ** (exponent - 1000) : rounded * 2 ** exponent;
  }
  // Near the subnormal range the product would round a second time, so that bits are dropped here.
  const drop = -1074 - exponent;
  if (drop <= 0 || bitLength(value) + exponent > -1022) return rounded * 2 ** -1000 * 2 ** (exponent + 1000);
  const step = 1n << BigInt(drop);
  const rest = value % step;
  let kept = value / step;
  const half = step >> 1n;
  if (rest > half || (rest === half && kept & 1n)) kept++;
  return Number(kept) * 2 ** -1074;
}

/** An int as a double; null where Python raises OverflowError. */
export function intToFloat(value: IntConstant): number | null {
  const result = Number(value);
  return Number.isFinite(result) ? result : null;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function powInts(a: bigint, b: bigint): Constant | undefined {
  if (b < 0n) {
    const base = intToFloat(a);
    const exponent = intToFloat(b);
    if (base === null || exponent === null) return undefined;
    const result = power(base, exponent);
    return result === null ? undefined : makeFloat(result);
  }
  if (a !== 0n && b > 0n && BigInt(bitLength(a)) > BigInt(MAX_INT_SIZE) / b) return undefined;
  if (a === 0n) return b === 0n ? 1 : 0;
  return makeInt(a ** b);
}

/** What a binary operator gives for two ints; undefined where it raises or is too large to compute now. */
export function foldInts(symbol: string, left: IntConstant, right: IntConstant): Constant | undefined {
  if (typeof left === "boolean" && typeof right === "boolean") {
    if (symbol === "&") return left && right;
    if (symbol === "|") return left || right;
    if (symbol === "^") return left !== right;
  }
  const a = BigInt(left);
  const b = BigInt(right);
  switch (symbol) {
    case "+":
      return makeInt(a + b);
    case "-":
      return makeInt(a - b);
    case "*":
      if (a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_SIZE) return undefined;
      return makeInt(a * b);
    case "/": {
      if (b === 0n) return undefined;
      const result = trueDivide(a, b);
      return result === null ? undefined : makeFloat(result);
    }
    case "//":
      return b === 0n ? undefined : makeInt(floorDivide(a, b));
    case "%":
      return b === 0n ? undefined : makeInt(a - floorDivide(a, b) * b);
    case "**":
      return powInts(a, b);
    case "<<":
      if (b < 0n) return undefined;
      if (a === 0n || b === 0n) return makeInt(a);
      if (b > BigInt(MAX_INT_SIZE) || bitLength(a) > MAX_INT_SIZE - Number(b)) return undefined;
      return makeInt(a << b);
    case ">>":
      if (b < 0n) return undefined;
      if (b > 1n << 53n) return a < 0n ? -1 : 0;
      return makeInt(b >= BigInt(bitLength(a)) ? (a < 0n ? -1n : 0n) : a >> b);
    case "&":
      return makeInt(a & b);
    case "|":
      return makeInt(a | b);
    case "^":
      return makeInt(a ^ b);
    default:
      return undefined;
  }
}
