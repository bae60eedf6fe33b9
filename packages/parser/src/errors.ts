/** Names of the Python exceptions that a parser raises; the last two are subclasses of the first. */
export type SyntaxErrorType = "SyntaxError" | "IndentationError" | "TabError" | "MemoryError";

/**
 * Where an error is: lines from 1, offsets in code points from 1 (0 or -1 where CPython says so), `null`
 * where Python's attribute is None.
 */
export interface ErrorLocation {
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;
  /** The line's text, with its newline where CPython keeps it. */
  readonly text: string | null;
}

/** What `traceback` needs to look for misspelt keywords (`SyntaxError._metadata`). */
export interface ErrorMetadata {
  /** First line of the last compound statement before the error, 0 for none. */
  readonly line: number;
  /** Its column. */
  readonly col: number;
  /** The whole source. */
  readonly source: string;
}

/**
 * A source that is not Python: the host-side form of Python's SyntaxError, with the same fields
 * (`offset` and `endOffset` in code points from 1, as `SyntaxError.offset`).
 */
export class PythonSyntaxError extends Error {
  override readonly name = "PythonSyntaxError";
  readonly filename: string;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;
  readonly text: string | null;

  /**
   * @param type the Python exception to raise
   * @param incomplete more input could make the source correct; with `allowIncomplete` this is an
   *   `_IncompleteInputError` for Python
   */
  constructor(
    readonly type: SyntaxErrorType,
    message: string,
    filename: string,
    location: ErrorLocation,
    readonly incomplete = false,
    readonly metadata: ErrorMetadata | null = null,
  ) {
    super(message);
    this.filename = filename;
    this.lineno = location.lineno;
    this.offset = location.offset;
    this.endLineno = location.endLineno;
    this.endOffset = location.endOffset;
    this.text = location.text;
  }
}

/** A bug in this package; never the fault of the source that was parsed. */
export class ParserInternalError extends Error {
  override readonly name = "InternalError";
}

/** A SyntaxWarning or DeprecationWarning about a source that is otherwise fine. */
export interface ParserWarning {
  /** Python's warning category. */
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  readonly filename: string;
  /** Line, from 1. */
  readonly lineno: number;
  /** Column in code points, from 1. */
  readonly offset: number;
  /** The SyntaxError that it is where warnings are errors. */
  readonly error: {
    readonly message: string;
    /** Columns in code points, from 1; the line is that of the warning. */
    readonly offset: number;
    readonly endOffset: number;
    readonly text: string;
  };
}
