/** Python's exception for a source that cannot be scanned. */
export type LexErrorType = "SyntaxError" | "IndentationError" | "TabError";

/**
 * Which location CPython reports: `here` where the tokenizer stands, `range` from `from` to `to`, the
 * `line` as a whole, and three special cases of their own.
 */
export type LexErrorLocation = "here" | "range" | "line" | "eof" | "dedent" | "continuation";

/** Why the lexer stopped. Indices are UTF-16 indices in `Lexer.src`. */
export interface LexError {
  readonly type: LexErrorType;
  readonly message: string;
  readonly line: number;
  /** Where the lexer stood: behind the last character that it read. */
  readonly pos: number;
  readonly how: LexErrorLocation;
  /** Range to report for `range`; `from` is the start of the text read at once for `continuation`. */
  readonly from: number;
  readonly to: number;
  /** The source ended where more was needed. */
  readonly eof: boolean;
  /** A string or f-string was left open. */
  readonly unterminated: boolean;
}

/** Makes a `LexError`. */
export function lexError(
  type: LexErrorType,
  message: string,
  line: number,
  pos: number,
  how: LexErrorLocation = "here",
  from = -1,
  to = -1,
): LexError {
  return { type, message, line, pos, how, from, to, eof: how === "eof", unterminated: false };
}

/** The error for a string that does not end: reported at its beginning. */
export function unterminatedError(message: string, line: number, pos: number): LexError {
  return { ...lexError("SyntaxError", message, line, pos), unterminated: true };
}

/** State of an f-string or t-string that is being scanned (`tokenizer_mode` in Parser/lexer/state.h). */
export class FStringMode {
  /** The next characters are text (or a format specification), not an expression. */
  inText = true;
  inSpec = false;
  /** Brackets open since the start of the string. */
  depth = 0;
  /** Value of `depth` around the current expression, -1 outside of expressions. */
  expressionDepth = -1;

  constructor(
    readonly quote: number,
    readonly triple: boolean,
    readonly raw: boolean,
    readonly template: boolean,
    readonly start: number,
    readonly startLine: number,
  ) {}
}
