import type { ConstantValue } from "@adder/ast";

/** Digits that `int()` accepts by default (`sys.get_int_max_str_digits()`). */
export const MAX_INT_DIGITS = 4300;

/** Why a literal has no value: a message for SyntaxError. */
export class LiteralError {
  constructor(
    readonly message: string,
    /** Index of the escape sequence within the literal's body, -1 where it does not matter. */
    readonly at = -1,
  ) {}
}

function integer(text: string): ConstantValue {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

/**
 * The value of a NUMBER token (Parser/pegen.c, `parsenumber_raw`).
 *
 * @param maxDigits of decimal ints; 0 for any number
 */
export function parseNumber(text: string, maxDigits: number): ConstantValue | LiteralError {
  if (text.length < 16 && /^[0-9]+$/.test(text)) return Number(text);
  const digits = text.includes("_") ? text.replaceAll("_", "") : text;
  const last = digits.charCodeAt(digits.length - 1) | 32;
  const second = digits.charCodeAt(1) | 32;
  if (digits.charCodeAt(0) === 48 && (second === 120 || second === 111 || second === 98))
    return integer(digits);
  if (last === 106) return { type: "complex", real: 0, imag: Number(digits.slice(0, -1)) };
  if (/[.eE]/.test(digits)) return { type: "float", value: Number(digits) };
  if (maxDigits > 0 && digits.length > maxDigits) {
    return new LiteralError(
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits.length} ` +
        "digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer " +
        "literals to avoid decimal conversion limits.",
    );
  }
  return integer(digits);
}

/** Looks up a character name for `\N{...}`: its text, or null when there is none. */
export type CharacterNames = (name: string) => string | null;

/** Receives the first odd escape of a literal; `at` is an index in the literal's body. */
export type LiteralWarning = (message: string, at: number) => void;

const simpleEscapes: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function isHex(text: string): boolean {
  return /^[0-9a-fA-F]*$/.test(text);
}

/** The warning about an escape that means nothing; `kind` is empty or "octal ". */
export function invalidEscape(sequence: string, kind = ""): string {
  return (
    `"\\${sequence}" is an invalid ${kind}escape sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\\\${sequence}"? A raw string is also an option.`
  );
}

/**
 * Decodes the escapes of a str literal's body (Parser/string_parser.c). The result is a string unless
 * an escape wrote a surrogate, which a JavaScript string could not tell from half a character.
 */
export function decodeString(
  body: string,
  warn: LiteralWarning,
  characterNames: CharacterNames | null,
): ConstantValue | LiteralError {
  let out = "";
  let from = 0;
  let surrogates = false;
  // Only text that is well-formed is worth a warning, about the first odd escape.
  let odd: { readonly message: string; readonly at: number } | null = null;
  // Code points written so far, kept only once a surrogate was written.
  const points: number[] = [];
  const flush = () => {
    if (surrogates && out !== "") {
      for (const c of out) points.push(c.codePointAt(0)!);
      out = "";
    }
  };
  for (let at = body.indexOf("\\"); at >= 0; at = body.indexOf("\\", from)) {
    out += body.substring(from, at);
    const c = body[at + 1];
    const simple = simpleEscapes[c];
    if (simple !== undefined) {
      out += simple;
      from = at + 2;
      continue;
    }
    if (c >= "0" && c <= "7") {
      let end = at + 2;
      while (end < at + 4 && body[end] >= "0" && body[end] <= "7") end++;
      const digits = body.substring(at + 1, end);
      const value = Number.parseInt(digits, 8);
      if (value > 0o377) odd ??= { message: invalidEscape(digits, "octal "), at };
      out += String.fromCharCode(value);
      from = end;
      continue;
    }
    const width = c === "x" ? 2 : c === "u" ? 4 : c === "U" ? 8 : 0;
    if (width > 0) {
      const digits = body.substring(at + 2, at + 2 + width);
      const start = escapePosition(body, at);
      if (digits.length < width || !isHex(digits)) {
        let good = 0;
        while (good < digits.length && isHex(digits[good])) good++;
        const end = start + 1 + good;
        const shape = c === "x" ? "\\xXX" : c === "u" ? "\\uXXXX" : "\\UXXXXXXXX";
        return unicodeError(start, end, `truncated ${shape} escape`, at);
      }
      const value = Number.parseInt(digits, 16);
      if (value > 0x10ffff) return unicodeError(start, start + 9, "illegal Unicode character", at);
      if (value >= 0xd800 && value <= 0xdfff) {
        surrogates = true;
        flush();
        points.push(value);
      } else out += String.fromCodePoint(value);
      from = at + 2 + width;
      flush();
      continue;
    }
    if (c === "N") {
      const start = escapePosition(body, at);
      const close = body.indexOf("}", at + 2);
      if (body[at + 2] !== "{" || close < 0 || close === at + 3) {
        const end =
          body[at + 2] !== "{"
            ? start + 1
            : close < 0
              ? escapePosition(body, body.length) - 1
              : escapePosition(body, close) - 1;
        return unicodeError(start, end, "malformed \\N character escape", at);
      }
      const name = body.substring(at + 3, close);
      if (characterNames === null) {
        return new LiteralError(
          "(unicode error) \\N escapes not supported (can't load unicodedata module)",
          at,
        );
      }
      const text = characterNames(name);
      if (text === null) {
        const end = escapePosition(body, close);
        return unicodeError(start, end, "unknown Unicode character name", at);
      }
      out += text;
      from = close + 1;
      continue;
    }
    // A backslash before `{` ends the text of an f-string; before a character beyond ASCII it is just one.
    if (c !== undefined && c < "\x80") odd ??= { message: invalidEscape(c), at };
    out += "\\";
    from = at + 1;
    if (c !== undefined && c < "\x80") {
      out += c;
      from++;
    }
  }
  out += body.substring(from);
  if (odd !== null) warn(odd.message, odd.at);
  if (!surrogates) return out;
  flush();
  return { type: "str", codePoints: points };
}

/**
 * Offset of an escape in the text that CPython's decoder sees: characters beyond ASCII are `\UXXXXXXXX` there, and a
 * backslash in front of one is `\u005c`.
 */
function escapePosition(body: string, at: number): number {
  let position = 0;
  let escaped = false;
  for (let i = 0; i < at; i++) {
    const c = body.charCodeAt(i);
    escaped = c === 92 && !escaped;
    if (c < 128) position += escaped && body.charCodeAt(i + 1) >= 128 ? 6 : 1;
    else {
      position += 10;
      if ((c & 0xfc00) === 0xd800) i++;
    }
  }
  return position;
}

function unicodeError(start: number, end: number, reason: string, at: number): LiteralError {
  const where = start === end ? `byte 0x5c in position ${start}` : `bytes in position ${start}-${end}`;
  return new LiteralError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`, at);
}

/** Decodes the body of a bytes literal; escapes are left alone when `raw`. */
export function decodeBytes(body: string, raw: boolean, warn: LiteralWarning): Uint8Array | LiteralError {
  const out = new Uint8Array(body.length);
  let n = 0;
  // Only bytes that are well-formed are worth a warning, about the first odd escape.
  let odd: { readonly message: string; readonly at: number } | null = null;
  for (let i = 0; i < body.length; i++) {
    const c = body.charCodeAt(i);
    if (c !== 92 || raw) {
      out[n++] = c;
      continue;
    }
    const next = body[++i];
    const simple = simpleEscapes[next];
    if (simple !== undefined) {
      if (simple !== "") out[n++] = simple.charCodeAt(0);
    } else if (next >= "0" && next <= "7") {
      let end = i + 1;
      while (end < i + 3 && body[end] >= "0" && body[end] <= "7") end++;
      const digits = body.substring(i, end);
      const value = Number.parseInt(digits, 8);
      if (value > 0o377) odd ??= { message: invalidEscape(digits, "octal "), at: i - 1 };
      out[n++] = value;
      i = end - 1;
    } else if (next === "x") {
      const digits = body.substring(i + 1, i + 3);
      if (digits.length < 2 || !isHex(digits)) {
        return new LiteralError(`(value error) invalid \\x escape at position ${i - 1}`, i - 1);
      }
      out[n++] = Number.parseInt(digits, 16);
      i += 2;
    } else {
      odd ??= { message: invalidEscape(next), at: i - 1 };
      out[n++] = 92;
      out[n++] = next.charCodeAt(0);
    }
  }
  if (odd !== null) warn(odd.message, odd.at);
  return out.slice(0, n);
}

/** Joins adjacent str constants. */
export function joinStrings(a: ConstantValue, b: ConstantValue): ConstantValue {
  if (typeof a === "string" && typeof b === "string") return a + b;
  return { type: "str", codePoints: [...codePoints(a), ...codePoints(b)] };
}

function codePoints(value: ConstantValue): readonly number[] {
  if (typeof value === "string") return Array.from(value, (c) => c.codePointAt(0)!);
  return value !== null && typeof value === "object" && value.type === "str" ? value.codePoints : [];
}
