/** Python's exception for a source that cannot be scanned. */
export type LexErrorType = "SyntaxError" | "IndentationError" | "TabError";

/** Why the lexer stopped. Indices are UTF-16 indices in `Lexer.src`. */
export interface LexError {
  readonly type: LexErrorType;
  readonly message: string;
  readonly line: number;
  /** Where the lexer stood: behind the last character that it read. */
  readonly pos: number;
  /** Range to report, where it is not simply `pos`; -1 otherwise. */
  readonly from: number;
  readonly to: number;
  /** The source ended where more was needed. */
  eof: boolean;
  /** A string or f-string was left open. */
  unterminated: boolean;
}

/** Makes a `LexError`. */
export function lexError(
  type: LexErrorType,
  message: string,
  line: number,
  pos: number,
  from = -1,
  to = -1,
): LexError {
  return { type, message, line, pos, from, to, eof: false, unterminated: false };
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
