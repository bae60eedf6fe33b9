import {
  codePoints,
  handleDecodeError,
  type Result,
  type Str,
  strFromCodePoints,
  type ThreadState,
} from "@adder/objects";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** May a character stand for itself in UTF-7 as CPython writes it? */
const direct = (c: number): boolean =>
  c < 128 && c !== 0x2b && c !== 0x5c && c !== 0x7e && (c >= 32 || c === 9 || c === 10 || c === 13);

/** UTF-7 of a str (RFC 2152). */
export function utf7Encode(s: Str): Uint8Array {
  const points = codePoints(s);
  let out = "";
  let bits = 0;
  let buffer = 0;
  let shifted = false;
  const unit = (u: number): void => {
    buffer = (buffer << 16) | u;
    bits += 16;
    while (bits >= 6) {
      out += BASE64[(buffer >> (bits - 6)) & 63];
      bits -= 6;
    }
    buffer &= (1 << bits) - 1;
  };
  const leave = (next: number): void => {
    if (bits > 0) out += BASE64[(buffer << (6 - bits)) & 63];
    bits = 0;
    buffer = 0;
    shifted = false;
    if (next < 0 || BASE64.includes(String.fromCharCode(next)) || next === 0x2d) out += "-";
  };
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    if (direct(c)) {
      if (shifted) leave(c);
      out += String.fromCharCode(c);
      continue;
    }
    if (c === 0x2b && !shifted) {
      out += "+-";
      continue;
    }
    if (!shifted) {
      out += "+";
      shifted = true;
    }
    if (c > 0xffff) {
      unit(0xd7c0 + (c >> 10));
      unit(0xdc00 + (c & 0x3ff));
    } else unit(c);
  }
  if (shifted) leave(-1);
  return Uint8Array.from(out, (c) => c.charCodeAt(0));
}

/** Decodes UTF-7. @returns the text and the bytes taken */
export function utf7Decode(
  ts: ThreadState,
  bytes: Uint8Array,
  errors: string,
  final: boolean,
): Result<{ text: Str; consumed: number }> {
  const out: number[] = [];
  const n = bytes.length;
  let i = 0;
  const fail = (start: number, end: number, reason: string): Result<true> => {
    const handled = handleDecodeError(ts, errors, "utf7", bytes, start, end, reason);
    if (handled === null) return null;
    for (let k = 0; k < handled.text.length; k++) out.push(handled.text[k]);
    i = handled.next;
    return true;
  };
  while (i < n) {
    const c = bytes[i];
    if (c >= 128) {
      if (fail(i, i + 1, "unexpected special character") === null) return null;
      continue;
    }
    if (c !== 0x2b) {
      out.push(c);
      i++;
      continue;
    }
    const start = i++;
    if (bytes[i] === 0x2d) {
      out.push(0x2b);
      i++;
      continue;
    }
    const units: number[] = [];
    let buffer = 0;
    let bits = 0;
    while (i < n) {
      const digit = BASE64.indexOf(String.fromCharCode(bytes[i]));
      if (digit < 0) break;
      buffer = ((buffer << 6) | digit) & 0x3fffff;
      bits += 6;
      if (bits >= 16) {
        bits -= 16;
        units.push((buffer >> bits) & 0xffff);
        buffer &= (1 << bits) - 1;
      }
      i++;
    }
    if (i === n && !final) return { text: strFromCodePoints(out), consumed: start };
    if (i === n && final && units.length === 0) {
      if (fail(start, n, "unterminated shift sequence") === null) return null;
      continue;
    }
    for (let k = 0; k < units.length; k++) {
      const u = units[k];
      const next = units[k + 1];
      if (u >= 0xd800 && u <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) {
        out.push(0x10000 + ((u - 0xd800) << 10) + (next - 0xdc00));
        k++;
      } else out.push(u);
    }
    if (bits >= 6 || buffer !== 0) {
      if (
        fail(
          start,
          Math.min(n, i + 1),
          bits >= 6 ? "partial character in base64 sequence" : "non-zero padding bits in shift sequence",
        ) === null
      )
        return null;
      continue;
    }
    if (bytes[i] === 0x2d) i++;
  }
  return { text: strFromCodePoints(out), consumed: i };
}
