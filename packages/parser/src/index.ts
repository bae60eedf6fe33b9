export {
  type ErrorLocation,
  type ErrorMetadata,
  type ParserWarning,
  PythonSyntaxError,
  type SyntaxErrorType,
} from "./errors.js";
export { Lexer, type LexerOptions } from "./lexer.js";
export type { CharacterNames } from "./literals.js";
export { type ParseOptions, parseModule } from "./parse-module.js";
export type { ParseMode } from "./parser.js";
export type { SourceDecoder } from "./source.js";
