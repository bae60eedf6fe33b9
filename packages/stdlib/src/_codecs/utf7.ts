import {
  ByteWriter,
  codePoints,
  handleDecodeError,
  type Result,
  type Status,
  type Str,
  strFromCodePoints,
  type ThreadState,
} from "@adder/objects";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** May a character stand for itself in UTF-7 as CPython writes it? */
const direct = (c: number): boolean =>
  c < 128 &&
  c !== 0x2b &&
  c !== 0x5c &&
  c !== 0x7e &&
  ((c >= 32 && c !== 0x7f) || c === 9 || c === 10 || c === 13);

/** UTF-7 of a str (RFC 2152). */
export function utf7Encode(s: Str): Uint8Array {
  const points = codePoints(s);
  const out = new ByteWriter(points.length);
  let bits = 0;
  let buffer = 0;
  let shifted = false;
  const unit = (u: number): void => {
    buffer = (buffer << 16) | u;
    bits += 16;
    while (bits >= 6) {
      out.push(BASE64.charCodeAt((buffer >> (bits - 6)) & 63));
      bits -= 6;
    }
    buffer &= (1 << bits) - 1;
  };
  const leave = (next: number): void => {
    if (bits > 0) out.push(BASE64.charCodeAt((buffer << (6 - bits)) & 63));
    bits = 0;
    buffer = 0;
    shifted = false;
    if (next < 0 || BASE64.includes(String.fromCharCode(next)) || next === 0x2d) out.push(0x2d);
  };
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    if (direct(c)) {
      if (shifted) leave(c);
      out.push(c);
      continue;
    }
    if (c === 0x2b && !shifted) {
      out.push(0x2b);
      out.push(0x2d);
      continue;
    }
    if (!shifted) {
      out.push(0x2b);
      shifted = true;
    }
    if (c > 0xffff) {
      unit(0xd7c0 + (c >> 10));
      unit(0xdc00 + (c & 0x3ff));
    } else unit(c);
  }
  if (shifted) leave(-1);
  return out.finish();
}

/** Where a decoder of UTF-7 is inside of a base64 section. */
interface Section {
  /** Index of its `+`. */
  readonly start: number;
  /** How much text there was before it. */
  readonly before: number;
  bits: number;
  buffer: number;
  /** A high surrogate that waits for the low one; 0 for none. */
  surrogate: number;
}

/** Takes a base64 digit in. */
function takeDigit(section: Section, digit: number, out: number[]): void {
  section.buffer = (section.buffer << 6) | digit;
  section.bits += 6;
  if (section.bits < 16) return;
  section.bits -= 16;
  const unit = (section.buffer >> section.bits) & 0xffff;
  section.buffer &= (1 << section.bits) - 1;
  const high = section.surrogate;
  section.surrogate = 0;
  if (high !== 0) {
    if (unit >= 0xdc00 && unit <= 0xdfff) {
      out.push(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
      return;
    }
    out.push(high);
  }
  if (unit >= 0xd800 && unit <= 0xdbff) section.surrogate = unit;
  else out.push(unit);
}

/** What is wrong with leaving a section here; `null` for nothing. */
function leftOver(section: Section): string | null {
  if (section.bits >= 6) return "partial character in shift sequence";
  return section.buffer !== 0 ? "non-zero padding bits in shift sequence" : null;
}

const digitOf = (byte: number): number => (byte < 128 ? BASE64.indexOf(String.fromCharCode(byte)) : -1);

/** Decodes UTF-7 (CPython `PyUnicode_DecodeUTF7Stateful`). @returns the text and the bytes taken */
export function utf7Decode(
  ts: ThreadState,
  given: Uint8Array,
  errors: string,
  final: boolean,
): Result<{ text: Str; consumed: number }> {
  const out: number[] = [];
  let bytes = given;
  let i = 0;
  let section: Section | null = null;
  const fail = (start: number, end: number, reason: string): Status => {
    section = null;
    const handled = handleDecodeError(ts, errors, "utf7", bytes, start, end, reason);
    if (handled === null) return null;
    for (let k = 0; k < handled.text.length; k++) out.push(handled.text[k]);
    i = handled.next;
    bytes = handled.bytes;
    return true;
  };
  while (true) {
    const open: Section | null = section;
    if (i >= bytes.length) {
      if (open === null) return { text: strFromCodePoints(out), consumed: i };
      if (!final) return { text: strFromCodePoints(out.slice(0, open.before)), consumed: open.start };
      if (open.surrogate === 0 && leftOver(open) === null)
        return { text: strFromCodePoints(out), consumed: i };
      if (fail(open.start, bytes.length, "unterminated shift sequence") === null) return null;
      continue;
    }
    const c = bytes[i];
    if (open !== null) {
      const digit = digitOf(c);
      if (digit >= 0) {
        takeDigit(open, digit, out);
        i++;
        continue;
      }
      const wrong = leftOver(open);
      if (wrong !== null) {
        if (fail(open.start, i + 1, wrong) === null) return null;
        continue;
      }
      if (open.surrogate !== 0 && c < 128 && c !== 0x2b) out.push(open.surrogate);
      section = null;
      if (c === 0x2d) i++;
    } else if (c === 0x2b) {
      if (bytes[i + 1] === 0x2d) {
        out.push(0x2b);
        i += 2;
      } else if (i + 1 < bytes.length && digitOf(bytes[i + 1]) < 0) {
        if (fail(i, i + 2, "ill-formed sequence") === null) return null;
      } else {
        section = { start: i, before: out.length, bits: 0, buffer: 0, surrogate: 0 };
        i++;
      }
    } else if (c < 128) {
      out.push(c);
      i++;
    } else if (fail(i, i + 1, "unexpected special character") === null) return null;
  }
}
