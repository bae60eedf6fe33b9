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
