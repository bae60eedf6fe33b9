import {
  ByteWriter,
  codePoints,
  DeprecationWarningType,
  escapeCodePoint,
  handleDecodeError,
  type Result,
  raise,
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

/** Decodes the escapes of a bytes literal (`codecs.escape_decode`). */
export function escapeDecode(ts: ThreadState, bytes: Uint8Array, errors: string): Result<Uint8Array> {
  const out = new ByteWriter(bytes.length);
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
      let value = letter - 0x30;
      for (let k = 0; k < 2 && bytes[i] >= 0x30 && bytes[i] <= 0x37; k++)
        value = value * 8 + (bytes[i++] - 0x30);
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
      const text = `b"\\${String.fromCharCode(letter)}" is an invalid escape sequence. Such sequences will not work in the future. `;
      if (ts.interp.evaluator.warn(ts, DeprecationWarningType, text, 1) === null) return null;
      out.push(0x5c);
      out.push(letter);
    }
  }
  return out.finish();
}

/** Escapes bytes as `repr` does, without quotes (`codecs.escape_encode`). */
export function escapeEncode(bytes: Uint8Array): string {
  let out = "";
  for (const c of bytes) {
    if (c === 9) out += "\\t";
    else if (c === 10) out += "\\n";
    else if (c === 13) out += "\\r";
    else if (c === 39 || c === 92) out += `\\${String.fromCharCode(c)}`;
    else if (c < 32 || c >= 127) out += `\\x${c.toString(16).padStart(2, "0")}`;
    else out += String.fromCharCode(c);
  }
  return out;
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
  bytes: Uint8Array,
  errors: string,
  final: boolean,
  raw: boolean,
  lookup: NameLookup,
): Result<{ text: Str; consumed: number }> {
  const encoding = raw ? "rawunicodeescape" : "unicodeescape";
  const out: number[] = [];
  const n = bytes.length;
  let i = 0;
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
      const handled = handleDecodeError(ts, errors, encoding, bytes, start, n, "\\ at end of string");
      if (handled === null) return null;
      for (let k = 0; k < handled.text.length; k++) out.push(handled.text[k]);
      i = handled.next;
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
      let value = letter - 0x30;
      for (let k = 0; k < 2 && bytes[i] >= 0x30 && bytes[i] <= 0x37; k++)
        value = value * 8 + (bytes[i++] - 0x30);
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
      const text = `"\\${String.fromCharCode(letter)}" is an invalid escape sequence. Such sequences will not work in the future. `;
      if (ts.interp.evaluator.warn(ts, DeprecationWarningType, text, 1) === null) return null;
      out.push(0x5c, letter);
      continue;
    }
    const handled = handleDecodeError(ts, errors, encoding, bytes, start, end, reason);
    if (handled === null) return null;
    for (let k = 0; k < handled.text.length; k++) out.push(handled.text[k]);
    i = handled.next;
  }
  return { text: strFromCodePoints(out), consumed: i };
}

/** Escapes a str for ASCII (`unicode_escape`). */
export function unicodeEscapeEncode(s: Str): string {
  let out = "";
  const points = codePoints(s);
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    if (c === 9) out += "\\t";
    else if (c === 10) out += "\\n";
    else if (c === 13) out += "\\r";
    else if (c === 92) out += "\\\\";
    else if (c >= 32 && c < 127) out += String.fromCharCode(c);
    else out += escapeCodePoint(c);
  }
  return out;
}

/** Escapes what Latin-1 lacks (`raw_unicode_escape`). */
export function rawUnicodeEscapeEncode(s: Str): string {
  let out = "";
  const points = codePoints(s);
  for (let i = 0; i < points.length; i++)
    out += points[i] < 256 ? String.fromCharCode(points[i]) : escapeCodePoint(points[i]);
  return out;
}
