import type { ConstantValue } from "./located.js";

/** Characters that `repr()` escapes: controls, formats, surrogates, private, unassigned and separators. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;

/** Whether `str.isprintable()` holds for a code point. */
export function isPrintable(code: number): boolean {
  return (code >= 32 && code < 127) || (code >= 160 && !unprintable.test(String.fromCodePoint(code)));
}

function escapeCodePoint(code: number, quote: string): string {
  if (code === 92) return "\\\\";
  if (code === 9) return "\\t";
  if (code === 10) return "\\n";
  if (code === 13) return "\\r";
  const text = String.fromCodePoint(code);
  if (text === quote) return `\\${quote}`;
  if (isPrintable(code)) return text;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** `repr()` of a str, given as text or (when it has surrogates) as code points. */
export function stringRepr(value: string | readonly number[]): string {
  const points = typeof value === "string" ? Array.from(value, (c) => c.codePointAt(0)!) : value;
  const quote = points.includes(39) && !points.includes(34) ? '"' : "'";
  let out = quote;
  for (const code of points) out += escapeCodePoint(code, quote);
  return out + quote;
}

/** `repr()` of a bytes object. */
export function bytesRepr(value: Uint8Array): string {
  const quote = value.includes(39) && !value.includes(34) ? '"' : "'";
  let out = `b${quote}`;
  for (const byte of value) {
    if (byte >= 127) out += `\\x${byte.toString(16)}`;
    else out += escapeCodePoint(byte, quote);
  }
  return out + quote;
}

/** `repr()` of a float: the shortest digits that read back, with an exponent below 1e-4 and from 1e16. */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa, exponentText] = value.toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = String(Math.abs(exponent)).padStart(2, "0");
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
  }
  const sign = value < 0 ? "-" : "";
  const digits = mantissa.replace("-", "").replace(".", "");
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${sign}${digits.padEnd(exponent + 1, "0")}.0`;
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** A part of a complex number: as a float, without `.0`. */
function complexPart(value: number): string {
  const text = floatRepr(value);
  return text.endsWith(".0") ? text.slice(0, -2) : text;
}

/** `repr()` of a complex number. */
export function complexRepr(real: number, imag: number): string {
  if (real === 0 && !Object.is(real, -0)) return `${complexPart(imag)}j`;
  const second = complexPart(imag);
  return `(${complexPart(real)}${/^[-+]/.test(second) ? "" : "+"}${second}j)`;
}

/** `repr()` of a constant of a syntax tree. */
export function constantRepr(value: ConstantValue): string {
  switch (typeof value) {
    case "number":
    case "bigint":
      return String(value);
    case "string":
      return stringRepr(value);
    case "boolean":
      return value ? "True" : "False";
  }
  if (value === null) return "None";
  switch (value.type) {
    case "float":
      return floatRepr(value.value);
    case "complex":
      return complexRepr(value.real, value.imag);
    case "str":
      return stringRepr(value.codePoints);
    case "bytes":
      return bytesRepr(value.value);
    case "ellipsis":
      return "Ellipsis";
    case "tuple":
      return `(${value.items.map(constantRepr).join(", ")}${value.items.length === 1 ? "," : ""})`;
    case "frozenset":
      return value.items.length === 0
        ? "frozenset()"
        : `frozenset({${value.items.map(constantRepr).join(", ")}})`;
  }
}
