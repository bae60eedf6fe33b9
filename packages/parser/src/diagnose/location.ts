import type { Lexer } from "../lexer.js";

/** Number of code points in `text[from:to]`. */
export function codePointCount(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count;
}

/** The text of a line, with its newline. */
export function lineText(lexer: Lexer, line: number): string {
  const start = lexer.lineStart(line);
  const end = lexer.src.indexOf("\n", start);
  return end < 0 ? lexer.src.substring(start, lexer.length) : lexer.src.substring(start, end + 1);
}

function utf8Size(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Number of UTF-8 bytes that the first `count` code points of a text take; what is beyond it counts one each. */
export function byteCount(text: string, count: number): number {
  let bytes = 0;
  for (const character of text) {
    if (count-- <= 0) return bytes;
    bytes += utf8Size(character);
  }
  return bytes + Math.max(count, 0);
}

/** Number of code points that begin within the first `bytes` UTF-8 bytes of a text, bytes beyond it counting one each. */
export function characterCount(text: string, bytes: number): number {
  let count = 0;
  for (const character of text) {
    if (bytes <= 0) return count;
    bytes -= utf8Size(character);
    count++;
  }
  return count + Math.max(bytes, 0);
}
