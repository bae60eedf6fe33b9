import type { ErrorLocation } from "./errors.js";

/** Part of every JavaScript host, though not of the language's own type library. */
declare const TextDecoder: new (
  encoding: string,
  options: { ignoreBOM: boolean; fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * Decodes bytes in an encoding that the parser does not know itself: the text, null when the encoding is
 * unknown, or what is wrong with the bytes (the text of Python's UnicodeDecodeError).
 */
export type SourceDecoder = (
  encoding: string,
  bytes: Uint8Array,
) => string | null | { readonly error: string };

/** Source text, ready for the lexer. */
export interface PreparedSource {
  readonly text: string;
  /** Normalised name of the encoding that bytes were in (`utf-8`, `iso-8859-1`, ...). */
  readonly encoding: string;
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

/** The encodings that need no codec, by their other names (`encodings.aliases`). */
const aliases: Readonly<Record<string, string>> = Object.fromEntries([
  ..."utf-8 utf8 u8 utf utf8-ucs2 utf8-ucs4 cp65001".split(" ").map((name) => [name, "utf-8"]),
  ..."iso-8859-1 latin-1 latin1 l1 latin iso8859-1 iso8859 8859 cp819 csisolatin1 ibm819 iso-ir-100"
    .split(" ")
    .map((name) => [name, "iso-8859-1"]),
  ..."ascii us-ascii 646 ansi-x3.4-1968 ansi-x3-4-1968 cp367 csascii ibm367 iso646-us iso-646.irv-1991 iso-ir-6 us"
    .split(" ")
    .map((name) => [name, "ascii"]),
]);

/** Normalises the names that mean UTF-8 and Latin-1 (`get_normal_name` in Parser/tokenizer/helpers.c). */
function normalName(name: string): string {
  const lower = name.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (lower === "utf-8" || lower.startsWith("utf-8-")) return "utf-8";
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(lower)) return "iso-8859-1";
  return name;
}

/** The encoding that the first two lines declare, and the line it stands on. */
function declaredEncoding(bytes: Uint8Array, start: number): { name: string; line: number } | null {
  let from = start;
  for (let line = 1; line <= 2; line++) {
    let end = from;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    const text = String.fromCharCode(...bytes.subarray(from, Math.min(end, from + 1000)));
    const match = declaration.exec(text);
    if (match !== null) return { name: normalName(match[1]), line };
    if (!blank.test(text)) return null;
    from = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
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

/** The line of `body` around `at`, without its newline. */
function lineAround(body: Uint8Array, at: number): Uint8Array {
  const start = at === 0 ? 0 : body.lastIndexOf(10, at - 1) + 1;
  const end = body.indexOf(10, at);
  return body.subarray(start, end < 0 ? body.length : end);
}

/** CPython's message for bytes that are not UTF-8 (`_PyTokenizer_ensure_utf8`). */
function notUtf8(body: Uint8Array, at: number): SourceError {
  const good = utf8(body.subarray(0, at));
  const line = good.split("\n").length;
  const lineStart = good.lastIndexOf("\n") + 1;
  const byte = body[at].toString(16);
  const offset = Array.from(good.slice(lineStart)).length + 1;
  return new SourceError(
    `Non-UTF-8 code starting with '\\x${byte}' on line ${line}, but no encoding declared; ` +
      "see https://peps.python.org/pep-0263/ for details",
    { lineno: line, offset, endLineno: line, endOffset: offset, text: utf8(lineAround(body, at)) },
  );
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

/** Text of a source given as bytes: byte order mark, encoding declaration, decoding (PEP 263). */
export function decodeSource(bytes: Uint8Array, decoder: SourceDecoder | null): PreparedSource | SourceError {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const start = bom ? 3 : 0;
  const body = bytes.subarray(start);
  const declared = declaredEncoding(bytes, start);
  const name = declared?.name ?? "utf-8";
  if (bom && name !== "utf-8") {
    const text = utf8(lineAround(body, declared!.line === 1 ? 0 : body.indexOf(10) + 1));
    const location = {
      lineno: declared!.line,
      offset: 0,
      endLineno: declared!.line,
      endOffset: text.length,
      text,
    };
    return new SourceError(`encoding problem: ${name} with BOM`, location);
  }
  const encoding = aliases[name.toLowerCase().replaceAll("_", "-")] ?? name;
  if (encoding === "utf-8") {
    try {
      return { text: new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(body), encoding };
    } catch {
      return notUtf8(body, validPrefix(body));
    }
  }
  if (encoding === "iso-8859-1") return { text: latin1(body), encoding };
  if (encoding === "ascii") {
    const at = body.findIndex((byte) => byte >= 128);
    if (at < 0) return { text: latin1(body), encoding };
    const byte = body[at].toString(16);
    return noPlace(`'ascii' codec can't decode byte 0x${byte} in position ${at}: ordinal not in range(128)`);
  }
  const text = decoder === null ? null : decoder(encoding, body);
  if (text === null) return noPlace(`unknown encoding: ${encoding}`);
  return typeof text === "string" ? { text, encoding } : noPlace(text.error);
}
