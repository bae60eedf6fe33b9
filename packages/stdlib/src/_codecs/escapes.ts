import {
  ByteWriter,
  codePoints,
  DeprecationWarningType,
  escapeCodePoint,
  handleDecodeError,
  type Result,
  raise,
  type Status,
  type Str,
  strFromCodePoints,
  type ThreadState,
  ValueErrorType,
} from "@adder/objects";

const SIMPLE: Readonly<Record<number, number>> = {
  97: 7,
  98: 8,
  102: 12,
  110: 10,
  114: 13,
  116: 9,
  118: 11,
  39: 0x27,
  34: 0x22,
  92: 0x5c,
};

const hexDigit = (c: number): number => {
  const n = Number.parseInt(String.fromCharCode(c), 16);
  return Number.isNaN(n) ? -1 : n;
};

/** How many octal digits there are from an index on, three with the one before at most. */
function octalDigits(bytes: Uint8Array, at: number): number {
  let count = 0;
  while (count < 2 && bytes[at + count] >= 0x30 && bytes[at + count] <= 0x37) count++;
  return count;
}

/** Value of an octal escape whose first digit is at an index. */
function octal(bytes: Uint8Array, at: number): number {
  return Number.parseInt(String.fromCharCode(...bytes.subarray(at, at + 1 + octalDigits(bytes, at + 1))), 8);
}

const octalEscape = (value: number): string => `\\${value.toString(8)}" is an invalid octal`;
const letterEscape = (letter: number): string => `\\${String.fromCharCode(letter)}" is an invalid`;

/** Warns of the first invalid escape, if there was one. */
function warnOf(ts: ThreadState, invalid: string | null, prefix: "" | "b"): Status {
  if (invalid === null) return true;
  const text = `${prefix}"${invalid} escape sequence. Such sequences will not work in the future. `;
  return ts.interp.evaluator.warn(ts, DeprecationWarningType, text, 1);
}

/** Decodes the escapes of a bytes literal (`codecs.escape_decode`). */
export function escapeDecode(ts: ThreadState, bytes: Uint8Array, errors: string): Result<Uint8Array> {
  const out = new ByteWriter(bytes.length);
  let invalid: string | null = null;
  for (let i = 0; i < bytes.length; ) {
    const c = bytes[i++];
    if (c !== 0x5c) {
      out.push(c);
      continue;
    }
    if (i === bytes.length) return raise(ts, ValueErrorType, "Trailing \\ in string");
    const letter = bytes[i++];
    if (letter === 10) continue;
    if (SIMPLE[letter] !== undefined) out.push(SIMPLE[letter]);
    else if (letter >= 0x30 && letter <= 0x37) {
      const value = octal(bytes, i - 1);
      i += octalDigits(bytes, i);
      if (value > 255) invalid ??= octalEscape(value);
      out.push(value & 255);
    } else if (letter === 0x78) {
      const high = i < bytes.length ? hexDigit(bytes[i]) : -1;
      const low = i + 1 < bytes.length ? hexDigit(bytes[i + 1]) : -1;
      if (high >= 0 && low >= 0) {
        out.push(high * 16 + low);
        i += 2;
      } else if (errors === "strict") {
        return raise(ts, ValueErrorType, `invalid \\x escape at position ${i - 2}`);
      } else {
        if (errors === "replace") out.push(0x3f);
        else if (errors !== "ignore") {
          return raise(ts, ValueErrorType, `decoding error; unknown error handling code: ${errors}`);
        }
        if (high >= 0) i++;
      }
    } else {
      invalid ??= letterEscape(letter);
      out.push(0x5c);
      out.push(letter);
    }
  }
  return warnOf(ts, invalid, "b") === null ? null : out.finish();
}

function pushText(out: ByteWriter, text: string): void {
  for (let i = 0; i < text.length; i++) out.push(text.charCodeAt(i));
}

/** Characters that escapes of one letter stand for. */
const LETTERS: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\" };

/** Escapes characters for ASCII: all but printable ones. */
function escapeEach(points: ArrayLike<number>, letters: Readonly<Record<number, string>>): Uint8Array {
  const out = new ByteWriter(points.length);
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    const letter = letters[c];
    if (letter !== undefined) pushText(out, letter);
    else if (c >= 32 && c < 127) out.push(c);
    else pushText(out, escapeCodePoint(c));
  }
  return out.finish();
}

/** Escapes bytes as `repr` does, without quotes (`codecs.escape_encode`). */
export function escapeEncode(bytes: Uint8Array): Uint8Array {
  return escapeEach(bytes, { ...LETTERS, 39: "\\'" });
}

/** Name to character, for `\N{...}`; `null` where no names are known. */
export type NameLookup = (ts: ThreadState, name: string) => Result<Str | undefined>;

/**
 * Decodes the escapes of a str literal (`unicode_escape`), or of a raw one (`\u` and `\U` alone).
 *
 * @returns the text and the bytes taken, fewer than all only when not `final`
 */
export function unicodeEscapeDecode(
  ts: ThreadState,
  given: Uint8Array,
  errors: string,
  final: boolean,
  raw: boolean,
  lookup: NameLookup,
): Result<{ text: Str; consumed: number }> {
  const encoding = raw ? "rawunicodeescape" : "unicodeescape";
  const out: number[] = [];
  let bytes = given;
  let n = bytes.length;
  let i = 0;
  let invalid: string | null = null;
  const fail = (start: number, end: number, reason: string): Status => {
    const handled = handleDecodeError(ts, errors, encoding, bytes, start, end, reason);
    if (handled === null) return null;
    for (let k = 0; k < handled.text.length; k++) out.push(handled.text[k]);
    i = handled.next;
    bytes = handled.bytes;
    n = bytes.length;
    return true;
  };
  while (i < n) {
    const start = i;
    const c = bytes[i++];
    if (c !== 0x5c) {
      out.push(c);
      continue;
    }
    if (raw) {
      let slashes = 1;
      while (i < n && bytes[i] === 0x5c) {
        slashes++;
        i++;
      }
      const kind = bytes[i];
      if (slashes % 2 === 0 || (kind !== 0x75 && kind !== 0x55)) {
        if (i === n && slashes % 2 === 1 && !final) return { text: strFromCodePoints(out), consumed: start };
        for (let k = 0; k < slashes; k++) out.push(0x5c);
        continue;
      }
      for (let k = 1; k < slashes; k++) out.push(0x5c);
    }
    if (i === n) {
      if (!final) return { text: strFromCodePoints(out), consumed: start };
      if (fail(start, n, "\\ at end of string") === null) return null;
      continue;
    }
    const letter = bytes[i++];
    let reason = "";
    let end = i;
    if (!raw && letter === 10) continue;
    if (!raw && SIMPLE[letter] !== undefined) {
      out.push(SIMPLE[letter]);
      continue;
    }
    if (!raw && letter >= 0x30 && letter <= 0x37) {
      const value = octal(bytes, i - 1);
      i += octalDigits(bytes, i);
      if (value > 255) invalid ??= octalEscape(value);
      out.push(value);
      continue;
    }
    const digits = letter === 0x78 ? 2 : letter === 0x75 ? 4 : letter === 0x55 ? 8 : 0;
    if (digits > 0) {
      let value = 0;
      let k = 0;
      while (k < digits && i + k < n && hexDigit(bytes[i + k]) >= 0)
        value = value * 16 + hexDigit(bytes[i + k++]);
      end = i + k;
      if (k === digits) {
        i = end;
        if (value <= 0x10ffff) {
          out.push(value);
          continue;
        }
        reason = "illegal Unicode character";
      } else {
        if (!final && end === n) return { text: strFromCodePoints(out), consumed: start };
        reason =
          digits === 2
            ? "truncated \\xXX escape"
            : digits === 4
              ? "truncated \\uXXXX escape"
              : "truncated \\UXXXXXXXX escape";
      }
    } else if (!raw && letter === 0x4e) {
      reason = "malformed \\N character escape";
      if (bytes[i] === 0x7b) {
        const close = bytes.indexOf(0x7d, i);
        if (close < 0 && !final) return { text: strFromCodePoints(out), consumed: start };
        end = close < 0 ? n : close + 1;
        if (close > i + 1) {
          const found = lookup(ts, String.fromCharCode(...bytes.subarray(i + 1, close)));
          if (found === null) return null;
          if (found !== undefined) {
            const points = codePoints(found);
            for (let k = 0; k < points.length; k++) out.push(points[k]);
            i = end;
            continue;
          }
          reason = "unknown Unicode character name";
        }
      }
    } else {
      invalid ??= letterEscape(letter);
      out.push(0x5c, letter);
      continue;
    }
    if (fail(start, end, reason) === null) return null;
  }
  return warnOf(ts, invalid, "") === null ? null : { text: strFromCodePoints(out), consumed: i };
}

/** Escapes a str for ASCII (`unicode_escape`). */
export function unicodeEscapeEncode(s: Str): Uint8Array {
  return escapeEach(codePoints(s), LETTERS);
}

/** Escapes what Latin-1 lacks (`raw_unicode_escape`). */
export function rawUnicodeEscapeEncode(s: Str): Uint8Array {
  const points = codePoints(s);
  const out = new ByteWriter(points.length);
  for (let i = 0; i < points.length; i++) {
    if (points[i] < 256) out.push(points[i]);
    else pushText(out, escapeCodePoint(points[i]));
  }
  return out.finish();
}
