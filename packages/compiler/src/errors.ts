import type { Located } from "@adder/ast";

/** Where an error or a warning stands; lines from 1, columns in UTF-8 bytes from 0, negative when unknown. */
export interface SourceRange {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** The Python exceptions that compiling raises. */
export type CompileErrorType = "SyntaxError" | "RecursionError" | "SystemError" | "UnicodeEncodeError";

/**
 * A Python exception that compiling raises: SyntaxError, or RecursionError for code that is nested too deeply.
 * The fields are those of the parser's error, so that whoever raises it into Python treats both alike.
 */
export class CompileError extends Error {
  /** Name of the Python exception type. */
  readonly type: CompileErrorType;
  readonly filename: string;
  /** Line from 1; `null` where the exception has no place. */
  readonly lineno: number | null;
  /** Column from 1 as CPython's compiler counts it: UTF-8 bytes, not code points. */
  readonly offset: number | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;
  /** The source line with its line break; `null` when the source was not given. */
  readonly text: string | null;
  /** Python's exception has no argument but the message: CPython adds the place to what its symbol table raises. */
  readonly messageOnly: boolean;

  constructor(
    type: CompileErrorType,
    message: string,
    filename: string,
    range: SourceRange | null,
    text: string | null,
    messageOnly = false,
    /** What a UnicodeEncodeError could not encode. */
    readonly codePoints: readonly number[] | null = null,
  ) {
    super(message);
    this.name = "CompileError";
    this.type = type;
    this.filename = filename;
    this.lineno = range === null ? null : range.lineno;
    this.offset = range === null ? null : range.col_offset + 1;
    this.endLineno = range === null ? null : range.end_lineno;
    this.endOffset = range === null ? null : range.end_col_offset + 1;
    this.text = text;
    this.messageOnly = messageOnly;
  }
}

/** A SyntaxWarning found while compiling. */
export interface CompileWarning {
  readonly type: "SyntaxWarning";
  readonly message: string;
  readonly filename: string;
  readonly lineno: number;
  /** Column from 1, in UTF-8 bytes. */
  readonly offset: number;
  readonly endLineno: number;
  readonly endOffset: number;
}

/** Receives warnings; returns true to have the warning raised as a SyntaxError (the filter `error`). */
export type WarningSink = (warning: CompileWarning) => boolean | undefined;

/** What every phase needs to report what is wrong with the source. */
export class Diagnostics {
  readonly filename: string;
  private readonly source: string | undefined;
  private readonly onWarning: WarningSink | undefined;

  constructor(filename: string, source?: string, onWarning?: WarningSink) {
    this.filename = filename;
    this.source = source;
    this.onWarning = onWarning;
  }

  /** A SyntaxError at a node or range; the caller throws it. */
  syntaxError(message: string, range: SourceRange | Located): CompileError {
    return new CompileError("SyntaxError", message, this.filename, range, this.lineText(range.lineno));
  }

  /** As `syntaxError`, for what is found before code is generated. */
  earlyError(message: string, range: SourceRange | Located): CompileError {
    return new CompileError("SyntaxError", message, this.filename, range, this.lineText(range.lineno), true);
  }

  /** The UnicodeEncodeError for a text with surrogates where CPython wants UTF-8; the caller throws it. */
  unicodeError(codePoints: readonly number[]): CompileError {
    const message = "'utf-8' codec can't encode the text: surrogates not allowed";
    return new CompileError("UnicodeEncodeError", message, this.filename, null, null, false, codePoints);
  }

  /** A SystemError, which has no place; the caller throws it. */
  systemError(message: string): CompileError {
    return new CompileError("SystemError", message, this.filename, null, null);
  }

  /** Reports a SyntaxWarning. Throws SyntaxError where the sink asks for it. */
  warn(message: string, range: SourceRange | Located): void {
    const sink = this.onWarning;
    if (sink === undefined) return;
    const raise = sink({
      type: "SyntaxWarning",
      message,
      filename: this.filename,
      lineno: range.lineno,
      offset: range.col_offset + 1,
      endLineno: range.end_lineno,
      endOffset: range.end_col_offset + 1,
    });
    if (raise === true) throw this.syntaxError(message, range);
  }

  /** The source line of that number with its line break, or `null`. */
  private lineText(lineno: number): string | null {
    if (this.source === undefined || lineno < 1) return null;
    const lines = this.source.split(/\r\n|\r|\n/);
    const line = lines[lineno - 1];
    if (line === undefined) return null;
    return lineno < lines.length ? `${line}\n` : line;
  }
}
