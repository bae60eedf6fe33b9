import { PythonSyntaxError } from "../errors.js";
import type { Lexer } from "../lexer.js";
import type { ParseOptions } from "../parse-module.js";
import type { ParseMode } from "../parser.js";
import type { ParseError } from "../token-parser.js";
import { locate } from "./location.js";

/** Finds out what is wrong with tokens that the parser refused, as CPython would say it. */
export function diagnose(
  lexer: Lexer,
  _mode: ParseMode,
  found: ParseError | null,
  filename: string,
  _options: ParseOptions,
): PythonSyntaxError {
  const tokens = lexer.tokens;
  if (found !== null) {
    const { first, last } = found;
    const location = locate(lexer, tokens.line[first], tokens.start[first], tokens.end[last], tokens.endLine[last]);
    return new PythonSyntaxError(found.type, found.message, filename, location);
  }
  const error = lexer.error;
  if (error !== null) {
    const location = locate(lexer, error.line, error.pos - 1, error.pos - 1);
    return new PythonSyntaxError(error.type, error.message, filename, location, error.eof);
  }
  return new PythonSyntaxError("SyntaxError", "invalid syntax", filename, locate(lexer, 1, 0, 0));
}
