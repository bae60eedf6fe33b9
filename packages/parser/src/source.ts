/** Part of every JavaScript host, though not of the language's own type library. */
declare const TextDecoder: new (
  encoding: string,
  options: { ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Decodes bytes in an encoding that the parser does not know itself; null when nobody does. */
export type SourceDecoder = (encoding: string, bytes: Uint8Array) => string | null;

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
    /** Line that the error is on, 0 where CPython names none. */
    readonly line: number,
    /** Decoded text up to the error, for showing the line. */
    readonly text: string | null,
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

function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < index; at = text.indexOf("\n", at + 1)) line++;
  return line;
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

/** Text of a source given as bytes: byte order mark, encoding declaration, decoding (PEP 263). */
export function decodeSource(bytes: Uint8Array, decoder: SourceDecoder | null): PreparedSource | SourceError {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const start = bom ? 3 : 0;
  const body = bytes.subarray(start);
  const declared = declaredEncoding(bytes, start);
  const encoding = declared?.name ?? "utf-8";
  if (bom && encoding !== "utf-8") {
    return new SourceError(`encoding problem: ${encoding} with BOM`, 0, null);
  }
  if (encoding === "utf-8") {
    const good = validPrefix(body);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body.subarray(0, good));
    if (good === body.length) return { text, encoding };
    const line = lineOf(text, text.length);
    const byte = body[good].toString(16).padStart(2, "0");
    const truncated = good + 4 > body.length && body[good] >= 0xc2 && body[good] < 0xf5;
    const reason =
      truncated && body.subarray(good + 1).every((b) => (b & 0xc0) === 0x80)
        ? "unexpected end of data"
        : body[good] >= 0xc2 && body[good] < 0xf5
          ? "invalid continuation byte"
          : "invalid start byte";
    return new SourceError(
      `(unicode error) 'utf-8' codec can't decode byte 0x${byte} in position ${good}: ${reason}`,
      line,
      text,
    );
  }
  if (encoding === "iso-8859-1") {
    let text = "";
    for (let i = 0; i < body.length; i += 8192) text += String.fromCharCode(...body.subarray(i, i + 8192));
    return { text, encoding };
  }
  const text = decoder === null ? null : decoder(encoding, body);
  if (text === null) return new SourceError(`encoding problem: ${encoding}`, 0, null);
  return { text, encoding };
}
