import { stripAsciiSpace } from "../int/digits.js";
import { decompose } from "./rounding.js";

/** `float.hex()` of a double (CPython `float_hex_impl`). */
export function floatHex(x: number): string {
  if (Number.isNaN(x)) return "nan";
  const sign = x < 0 || Object.is(x, -0) ? "-" : "";
  if (!Number.isFinite(x)) return `${sign}inf`;
  if (x === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(Math.abs(x));
  const normal = mantissa >= 0x10000000000000n;
  const digits = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, "0");
  const e = exponent + 52;
  return `${sign}0x${normal ? 1 : 0}.${digits}p${e < 0 ? "-" : "+"}${Math.abs(e)}`;
}

const HEX =
  /^([+-]?)(?:0[xX])?(?=[0-9a-fA-F]|\.[0-9a-fA-F])([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/** Parses what `float.fromhex` accepts. */
export function parseFloatHex(text: string): number | "invalid" | "overflow" {
  const source = stripAsciiSpace(text);
  const special = SPECIAL.exec(source);
  if (special !== null) {
    if (special[2] === undefined) return Number.NaN;
    return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const match = HEX.exec(source);
  if (match === null) return "invalid";
  const fraction = match[3] ?? "";
  const value = scale(BigInt(`0x0${match[2]}${fraction}`), Number(match[4] ?? 0) - 4 * fraction.length);
  if (!Number.isFinite(value)) return "overflow";
  return match[1] === "-" ? -value : value;
}

/** `mantissa * 2**exponent`, rounded half to even once; infinite when too large. */
function scale(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  const top = bits + exponent;
  if (top > 1025) return Number.POSITIVE_INFINITY;
  if (top < -1080) return 0;
  // A unit in the last place is 2**(top - 53), but never below 2**-1074.
  const drop = Math.max(top - 53, -1074) - exponent;
  let kept = mantissa;
  let e = exponent;
  if (drop > 0) {
    const shift = BigInt(drop);
    kept = mantissa >> shift;
    const rest = mantissa - (kept << shift);
    const half = 1n << (shift - 1n);
    if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
    e += drop;
  }
  const low = Math.trunc(e / 2);
  return Number(kept) * 2 ** low * 2 ** (e - low);
}
