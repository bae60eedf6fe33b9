import { type Dec, finite, infinity } from "./number.js";

const NUMERAL = /^([+-]?)(?:(\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d+))?|(inf(?:inity)?)|(s?nan)(\d*))$/i;

/** Parses the text of a decimal; `undefined` for anything that is none. */
export function parseDecimal(text: string): Dec | undefined {
  const match = NUMERAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction, exponent, inf, nan, payload] = match;
  const negative = sign === "-";
  if (inf !== undefined) return infinity(negative);
  if (nan !== undefined) {
    const kind = nan.length === 4 ? "snan" : "nan";
    return { kind, negative, coefficient: BigInt(payload === "" ? 0 : payload), exponent: 0 };
  }
  const digits = (whole ?? "") + (fraction ?? "");
  if (digits === "") return undefined;
  const e = Number(exponent ?? 0) - (fraction ?? "").length;
  // Exponents out of all bounds are refused, or rounded away, later.
  return finite(negative, BigInt(digits), Math.max(-4e18, Math.min(4e18, e)));
}

/** `str(d)`: scientific where the exponent is positive or the number very small; engineering notation on demand. */
export function decimalText(d: Dec, capitals: boolean, engineering = false): string {
  const sign = d.negative ? "-" : "";
  if (d.kind === "inf") return `${sign}Infinity`;
  if (d.kind !== "finite") {
    const payload = d.coefficient === 0n ? "" : d.coefficient.toString();
    return `${sign}${d.kind === "snan" ? "sNaN" : "NaN"}${payload}`;
  }
  const digits = d.coefficient.toString();
  const left = d.exponent + digits.length;
  let point: number;
  if (d.exponent <= 0 && left > -6) point = left;
  else if (!engineering) point = 1;
  else if (d.coefficient === 0n) point = ((((left + 1) % 3) + 3) % 3) - 1;
  else point = ((((left - 1) % 3) + 3) % 3) + 1;
  let text: string;
  if (point <= 0) text = `0.${"0".repeat(-point)}${digits}`;
  else if (point >= digits.length) text = digits + "0".repeat(point - digits.length);
  else text = `${digits.slice(0, point)}.${digits.slice(point)}`;
  const e = left - point;
  return sign + text + (e === 0 ? "" : `${capitals ? "E" : "e"}${e < 0 ? "-" : "+"}${Math.abs(e)}`);
}

/** The decimal that a finite double is exactly. */
export function decimalOfDouble(x: number): Dec {
  if (!Number.isFinite(x)) {
    return Number.isNaN(x) ? { kind: "nan", negative: false, coefficient: 0n, exponent: 0 } : infinity(x < 0);
  }
  const negative = x < 0 || Object.is(x, -0);
  let mantissa = Math.abs(x);
  let shift = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    shift++;
  }
  // m / 2**s = m * 5**s / 10**s
  return finite(negative, BigInt(mantissa) * 5n ** BigInt(shift), -shift);
}

/** `a` without trailing zeros. */
export function stripped(d: Dec): Dec {
  if (d.kind !== "finite" || d.coefficient === 0n) return d.kind === "finite" ? finite(d.negative, 0n, 0) : d;
  let { coefficient, exponent } = d;
  while (coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return finite(d.negative, coefficient, exponent);
}
