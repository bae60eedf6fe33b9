import type { ErrorLocation } from "./errors.js";
import { hostDecoder, TextDecoder } from "./host-decoder.js";

/**
 * Decodes bytes in an encoding that the parser does not know itself: the text, null when the encoding is
 * unknown, or what is wrong with the bytes (the text of Python's UnicodeDecodeError).
 */
export type SourceDecoder = (
  encoding: string,
  bytes: Uint8Array,
) => string | null | { readonly error: string };

/** Text of a source, ready for the lexer. */
export interface DecodedSource {
  readonly text: string;
  /** The bytes before they were decoded, `null` if they were UTF-8: CPython takes some lines of its errors from there. */
  readonly undecoded: Uint8Array | null;
}

/** Why bytes cannot be decoded. */
export class SourceError {
  constructor(
    readonly message: string,
    readonly location: ErrorLocation,
  ) {}
}

/** `# -*- coding: name -*-` in a comment line of its own (PEP 263). */
const declaration = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const blank = /^[ \t\f]*(?:[#\r\n]|$)/;

/** Normalises the names that mean UTF-8 and Latin-1 (`get_normal_name` in Parser/tokenizer/helpers.c). */
function normalName(name: string): string {
  const lower = name.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (lower === "utf-8" || lower.startsWith("utf-8-")) return "utf-8";
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(lower)) return "iso-8859-1";
  return name;
}

/**
 * The encoding that one of the first two lines declares, and that line. A line counts with its newline only; so the
 * last line of an expression declares nothing.
 */
function declaredEncoding(
  body: Uint8Array,
): { name: string; line: number; start: number; end: number } | null {
  let start = 0;
  for (let line = 1; line <= 2; line++) {
    const end = body.indexOf(10, start);
    if (end < 0) return null;
    const text = String.fromCharCode(...body.subarray(start, Math.min(end, start + 1000)));
    const match = declaration.exec(text);
    if (match !== null) return { name: normalName(match[1]), line, start, end };
    if (!blank.test(text)) return null;
    start = end + 1;
  }
  return null;
}

/** `\r\n` and `\r` become `\n`; the text gets a final newline unless told otherwise. */
export function normalizeNewlines(text: string, addFinal: boolean): string {
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  return addFinal && text !== "" && !text.endsWith("\n") ? `${text}\n` : text;
}

/** Length of the well-formed UTF-8 prefix. */
function validPrefix(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const b = bytes[i];
    const n =
      b < 0x80 ? 1 : b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
    if (n === 0 || i + n > bytes.length) return i;
    for (let k = 1; k < n; k++) if ((bytes[i + k] & 0xc0) !== 0x80) return i;
    const second = bytes[i + 1];
    if ((b === 0xe0 && second < 0xa0) || (b === 0xed && second > 0x9f)) return i;
    if ((b === 0xf0 && second < 0x90) || (b === 0xf4 && second > 0x8f)) return i;
    i += n;
  }
  return i;
}

/** CPython's message for bytes that are not UTF-8 (`_PyTokenizer_ensure_utf8`). */
function notUtf8(body: Uint8Array, at: number): SourceError {
  const good = utf8(body.subarray(0, at));
  const line = good.split("\n").length;
  const lineStart = at === 0 ? 0 : body.lastIndexOf(10, at - 1) + 1;
  const lineEnd = body.indexOf(10, at);
  const byte = body[at].toString(16);
  const offset = Array.from(good.slice(good.lastIndexOf("\n") + 1)).length + 1;
  const text = utf8(body.subarray(lineStart, lineEnd < 0 ? body.length : lineEnd));
  return new SourceError(
    `Non-UTF-8 code starting with '\\x${byte}' on line ${line}, but no encoding declared; ` +
      "see https://peps.python.org/pep-0263/ for details",
    { lineno: line, offset, endLineno: line, endOffset: offset, text },
  );
}

/** Text of a line of bytes that may not be UTF-8, with its newline; lines count from 1. */
export function lineOfBytes(bytes: Uint8Array, line: number): string {
  let start = 0;
  for (; line > 1; line--) start = bytes.indexOf(10, start) + 1;
  const end = bytes.indexOf(10, start);
  return utf8(bytes.subarray(start, end < 0 ? bytes.length : end + 1));
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

/** An error of which Python knows no place. */
function noPlace(message: string): SourceError {
  return new SourceError(message, { lineno: 0, offset: -1, endLineno: null, endOffset: null, text: null });
}

/** Bytes with `\n` line ends, as CPython makes them before it looks at the encoding (`translate_newlines`). */
function translateNewlines(bytes: Uint8Array, addFinal: boolean): Uint8Array {
  const final = addFinal && bytes.length > 0 && !/[\n\r]/.test(String.fromCharCode(bytes[bytes.length - 1]));
  if (!final && !bytes.includes(13)) return bytes;
  const out = new Uint8Array(bytes.length + 1);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 13 && bytes[i + 1] === 10) continue;
    out[length++] = bytes[i] === 13 ? 10 : bytes[i];
  }
  if (final) out[length++] = 10;
  return out.subarray(0, length);
}

/** What becomes of text that a decoder made: C ends it at a NUL, and UTF-8 has no surrogates. */
function decodedText(text: string, undecoded: Uint8Array): DecodedSource | SourceError {
  const lone = /\p{Surrogate}+/u.exec(text);
  if (lone === null) return { text: text.split("\0", 1)[0], undecoded };
  const at = Array.from(text.slice(0, lone.index)).length;
  const code = lone[0].charCodeAt(0).toString(16);
  const which =
    lone[0].length === 1
      ? `character '\\u${code}' in position ${at}`
      : `characters in position ${at}-${at + lone[0].length - 1}`;
  return noPlace(`'utf-8' codec can't encode ${which}: surrogates not allowed`);
}

/**
 * Text of a source given as bytes: newlines, byte order mark, encoding declaration, decoding (PEP 263; `decode_str` in
 * Parser/tokenizer/string_tokenizer.c).
 *
 * @param addFinal complete the last line
 */
export function decodeSource(
  bytes: Uint8Array,
  decoder: SourceDecoder | null,
  addFinal: boolean,
): DecodedSource | SourceError {
  const all = translateNewlines(bytes, addFinal);
  const bom = all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf;
  const body = bom ? all.subarray(3) : all;
  const declared = declaredEncoding(body);
  const name = declared?.name ?? "utf-8";
  if (bom && name !== "utf-8") {
    const { line, start, end } = declared!;
    // The end is the size of the line in bytes, with the newline for the second one.
    const endOffset = end - start + (line - 1);
    const location = {
      lineno: line,
      offset: 0,
      endLineno: line,
      endOffset,
      text: utf8(body.subarray(start, end)),
    };
    return new SourceError(`encoding problem: ${name} with BOM`, location);
  }
  if (name === "utf-8") {
    try {
      const text = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(body);
      return { text, undecoded: null };
    } catch {
      return notUtf8(body, validPrefix(body));
    }
  }
  if (name === "iso-8859-1") return decodedText(latin1(body), body);
  const text = decoder === null ? null : decoder(name, body);
  if (text !== null) return typeof text === "string" ? decodedText(text, body) : noPlace(text.error);
  const host = hostDecoder(name);
  if (host === null) return noPlace(`unknown encoding: ${name}`);
  const decoded = host(body);
  return typeof decoded === "string" ? decodedText(decoded, body) : noPlace(decoded.error);
}
