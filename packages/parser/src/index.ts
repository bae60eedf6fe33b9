export {
  type ErrorLocation,
  type ErrorMetadata,
  type ParserWarning,
  PythonSyntaxError,
  type SyntaxErrorType,
} from "./errors.js";
export { Lexer } from "./lexer.js";
export type { CharacterNames } from "./literals.js";
export { type ParseOptions, parseModule } from "./parse-module.js";
export { parseTolerant, type TolerantResult } from "./parse-tolerant.js";
export type { ParseMode } from "./parser.js";
export { reparse, type SourceEdit } from "./reparse.js";
export type { LexerOptions, LexWarning } from "./scanner.js";
export type { SourceDecoder } from "./source.js";
export { strictTokenError, type TokenInfo, tokenize, tokenTypes } from "./tokenize.js";
export type { TolerantOptions } from "./tolerant-parser.js";
export {
  type ErrorExpression,
  type ErrorStatement,
  isErrorExpression,
  type TolerantModule,
  type TolerantStatement,
} from "./tolerant-tree.js";
