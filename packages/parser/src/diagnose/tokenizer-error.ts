import { PythonSyntaxError } from "../errors.js";
import type { LexError } from "../lex-state.js";
import type { Lexer } from "../lexer.js";
import { byteCount, characterCount, codePointCount, lineText } from "./location.js";

/** The line without its newline. */
function bareLine(lexer: Lexer, line: number): string {
  return lineText(lexer, line).replace(/\n$/, "");
}

/** The error for a bracket that is open at the end of the source. */
export function unclosedError(lexer: Lexer, filename: string, tokenizerLine: number): PythonSyntaxError {
  const pos = lexer.parenPos[lexer.level - 1];
  const line = lexer.parenLine[lexer.level - 1];
  const location = {
    lineno: line,
    offset: codePointCount(lexer.src, lexer.lineStart(line), pos) + 1,
    endLineno: line,
    endOffset: 0,
    text: tokenizerLine <= line ? lineText(lexer, line) : bareLine(lexer, line),
  };
  return new PythonSyntaxError(
    "SyntaxError",
    `'${lexer.src[pos]}' was never closed`,
    filename,
    location,
    true,
  );
}

/** What CPython raises for the token at which its tokenizer stops (`_Pypegen_tokenizer_error`). */
export function tokenizerError(lexer: Lexer, error: LexError, filename: string): PythonSyntaxError {
  const { line } = error;
  const start = lexer.lineStart(line);
  const column = (pos: number) => codePointCount(lexer.src, start, pos);
  const make = (offset: number, endOffset: number, text: string) =>
    new PythonSyntaxError(
      error.type,
      error.message,
      filename,
      { lineno: line, offset, endLineno: line, endOffset, text },
      error.eof || error.unterminated,
    );
  switch (error.how) {
    case "eof":
      if (lexer.level > 0) return unclosedError(lexer, filename, line);
      return make(column(error.pos), -1, lineText(lexer, line));
    case "dedent":
      return make(column(start + lineText(lexer, line).length), -1, lineText(lexer, line));
    case "line":
      return make(1, 0, lineText(lexer, line));
    case "continuation": {
      const text = lineText(lexer, line);
      const before = lexer.src.substring(error.from, error.pos - 1);
      const bytes = byteCount(before, codePointCount(before, 0, before.length));
      const offset = Math.min(characterCount(text, bytes), codePointCount(text, 0, text.length)) + 1;
      return make(offset, 0, text);
    }
    case "range": {
      // The one place where CPython takes bytes for characters.
      const bytes = (pos: number) => byteCount(lexer.src.substring(start, pos), column(pos));
      return make(bytes(error.from) + 1, bytes(error.to), bareLine(lexer, line));
    }
    case "here":
      return make(column(error.pos), column(error.pos), bareLine(lexer, line));
  }
}
