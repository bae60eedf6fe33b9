import type { comprehension, expr, keyword } from "@adder/ast";
import { PythonSyntaxError, type SyntaxErrorType } from "../errors.js";
import type { Lexer } from "../lexer.js";
import { lineOfBytes } from "../source.js";
import type { TokenWarning } from "../token-parser.js";
import { T } from "../tokens.js";
import type { Span } from "./engine.js";
import { byteCount, characterCount, codePointCount, lineText } from "./location.js";
import type { Reparser } from "./reparser.js";
import { tokenizerError, unclosedError } from "./tokenizer-error.js";

/** Lines and columns (code points, from 0; -1 where CPython has none) of a stretch of source. */
export interface Range {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

const compoundStarts: ReadonlySet<number> = new Set([
  T.IF,
  T.FOR,
  T.WHILE,
  T.WITH,
  T.TRY,
  T.CLASS,
  T.ASYNC,
  T.DEF,
]);

/** Makes CPython's exceptions out of what the grammar engine found; `fill` is the number of tokens read. */
export class Diagnostics {
  /** Number of tokens that the engine has read; kept by the caller. */
  fill: () => number = () => 0;
  /** `from __future__ import barry_as_FLUFL` was seen. */
  flufl = false;
  /** Warnings about literals of the second pass. */
  readonly warnings: TokenWarning[] = [];
  /** Where the last statement begins that the second pass finished (`SyntaxError._metadata`). */
  lastStatement = { line: 0, col: 0 };
  private levels: Int32Array | null = null;

  constructor(
    readonly lexer: Lexer,
    readonly reparser: Reparser,
    readonly filename: string,
    readonly featureVersion: number,
    /** The bytes that the text was made of, if they were not UTF-8. */
    private readonly undecoded: Uint8Array | null = null,
  ) {}

  /** Line of a token; at the end of the source CPython's tokenizer is still on the last line. */
  tokenLine(token: number): number {
    const { line, start, kind } = this.lexer.tokens;
    if (kind[token] === T.ERRORTOKEN) return this.lexer.error!.line;
    if (this.lexer.length === 0) return 0;
    const atEnd = start[token] === this.lexer.length && start[token] > 0;
    return atEnd && this.lexer.src.charCodeAt(start[token] - 1) === 10 ? line[token] - 1 : line[token];
  }

  /**
   * Notes that the statement `[start, end)` is complete. CPython keeps compound statements only, and loses
   * functions, for which its second pass has no syntax tree.
   */
  noteStatement(start: number, end: number): void {
    const { kind } = this.lexer.tokens;
    let first = start;
    while (kind[first] === T.AT) {
      while (kind[first] !== T.NEWLINE) first++;
      first++;
    }
    if (kind[end - 1] !== T.DEDENT && (kind[first] < T.FALSE || !compoundStarts.has(kind[first]))) return;
    if (kind[first] === T.DEF || (kind[first] === T.ASYNC && kind[first + 1] === T.DEF)) return;
    const { line, col } = this.tokenRange(first);
    if (line >= this.lastStatement.line) this.lastStatement = { line, col };
  }

  private isBare(token: number): boolean {
    const { kind, start } = this.lexer.tokens;
    switch (kind[token]) {
      case T.NEWLINE:
        return start[token] === this.lexer.length;
      case T.INDENT:
      case T.DEDENT:
      case T.ENDMARKER:
      case T.ERRORTOKEN:
        return true;
      default:
        return false;
    }
  }

  /** Line on which the tokenizer stands, having read all tokens up to `fill`. */
  private currentLine(): number {
    const token = this.fill() - 1;
    if (token < 0) return 1;
    return this.isBare(token) ? this.tokenLine(token) : this.lexer.tokens.endLine[token];
  }

  /** Column at which the tokenizer stands. */
  private currentCol(): number {
    const token = this.fill() - 1;
    const { lexer } = this;
    const { end, kind } = lexer.tokens;
    let pos = end[token];
    if (kind[token] === T.NEWLINE && pos < lexer.length) pos++;
    return codePointCount(lexer.src, lexer.lineStart(this.currentLine()), pos);
  }

  /** Range of one token. */
  tokenRange(token: number): Range {
    const { kind, line, col, endLine, endCol } = this.lexer.tokens;
    if (this.isBare(token)) {
      const at = this.tokenLine(token);
      return { line: at, col: -1, endLine: at, endCol: -1 };
    }
    let end = endCol[token];
    if (kind[token] === T.NEWLINE) {
      // A NEWLINE ends behind its character, and covers a comment before it.
      end =
        codePointCount(this.lexer.src, this.lexer.lineStart(line[token]), this.lexer.tokens.end[token]) + 1;
    }
    return { line: line[token], col: col[token], endLine: endLine[token], endCol: end };
  }

  /** An exception at a range; a column of -1 comes out as 0, as in CPython. */
  errorAt(type: SyntaxErrorType, message: string, range: Range): PythonSyntaxError {
    return this.make(type, message, range.line, range.col + 1, range.endLine, range.endCol + 1);
  }

  private make(
    type: SyntaxErrorType,
    message: string,
    line: number,
    offset: number,
    endLine: number,
    endOffset: number,
  ): PythonSyntaxError {
    const { lexer } = this;
    const current = this.currentLine();
    let text = lineText(lexer, Math.min(current, line));
    if (current > line) {
      if (this.undecoded !== null) {
        // CPython has this line from the source as it was given, and counts the columns of the decoded one in it.
        const given = lineOfBytes(this.undecoded, line);
        offset = characterCount(given, byteCount(text, offset - 1) + 1);
        if (endLine === line && endOffset > 0)
          endOffset = characterCount(given, byteCount(text, endOffset - 1) + 1);
        text = given;
      }
      text = text.replace(/\n$/, "");
    } else if (lexer.error?.unterminated && this.lexer.tokens.kind[this.fill() - 1] === T.ERRORTOKEN) {
      // The tokenizer went back to the beginning of the string, but has read everything.
      text = lexer.src.substring(lexer.lineStart(current), lexer.length);
    }
    const limit = codePointCount(text, 0, text.length) + 1;
    if (endLine !== line && endOffset > 0) {
      // CPython turns the column in bytes into one in characters on the text of the first line.
      const last = lineText(lexer, endLine);
      endOffset = characterCount(text, byteCount(last, endOffset - 1) + 1);
    }
    return new PythonSyntaxError(type, message, this.filename, {
      lineno: line,
      offset: Math.min(offset, limit),
      endLineno: endLine,
      endOffset: endOffset > 0 ? Math.min(endOffset, limit) : endOffset,
      text,
    });
  }

  /** An exception at a token; one without text is reported where the tokenizer stands. */
  errorAtToken(type: SyntaxErrorType, message: string, token: number): PythonSyntaxError {
    const range = this.tokenRange(token);
    if (range.col < 0) {
      return this.make(type, message, range.line, this.currentCol(), range.endLine, -1);
    }
    return this.errorAt(type, message, range);
  }

  /** An exception at the last token read (`RAISE_SYNTAX_ERROR`). */
  errorAtLast(type: SyntaxErrorType, message: string): PythonSyntaxError {
    return this.errorAtToken(type, message, this.fill() - 1);
  }

  /** An exception from a range up to where the tokenizer stands (`RAISE_SYNTAX_ERROR_STARTING_FROM`). */
  errorFrom(message: string, range: Range): PythonSyntaxError {
    return this.make(
      "SyntaxError",
      message,
      range.line,
      range.col + 1,
      this.currentLine(),
      this.currentCol(),
    );
  }

  /** The exception of the token at which the tokenizer stopped. */
  atTokenizerError(): PythonSyntaxError {
    const error = this.lexer.error!;
    if (error.how === "eof" && this.lexer.level > 0) return this.unclosed(error.line);
    return tokenizerError(this.lexer, error, this.filename);
  }

  /** The error for a bracket that is open at the end of the source, where the tokenizer is on line `current`. */
  unclosed(current: number): PythonSyntaxError {
    const error = unclosedError(this.lexer, this.filename, current);
    const { lineno, offset } = error;
    if (this.undecoded === null || current <= lineno!) return error;
    const text = lineOfBytes(this.undecoded, lineno!).replace(/\n$/, "");
    const at = characterCount(text, byteCount(lineText(this.lexer, lineno!), offset! - 1) + 1);
    return new PythonSyntaxError(
      error.type,
      error.message,
      this.filename,
      {
        ...error,
        offset: at,
        text,
      },
      true,
    );
  }

  /** Throws what is wrong with a number that is written well, but has no value. */
  checkNumber(token: number): void {
    const { lexer, featureVersion } = this;
    const { start, end, line } = lexer.tokens;
    const text = lexer.src.substring(start[token], end[token]);
    if (featureVersion < 6 && text.includes("_")) {
      const what = "Underscores in numeric literals are";
      throw this.errorAtLast("SyntaxError", `${what} only supported in Python 3.6 and greater`);
    }
    // No limit of digits is lower than that.
    const error = text.length > 640 ? this.reparser.numberError(token) : null;
    if (error === null) return;
    // The line is known, the column is not.
    const at = line[token];
    throw this.errorAt("SyntaxError", error.message, { line: at, col: -1, endLine: at, endCol: -1 });
  }

  /** Number of open brackets behind a token. */
  level(token: number): number {
    if (this.levels === null) {
      const { kind, length } = this.lexer.tokens;
      this.levels = new Int32Array(length);
      let level = 0;
      for (let i = 0; i < length; i++) {
        if (kind[i] === T.LPAR || kind[i] === T.LSQB || kind[i] === T.LBRACE) level++;
        else if (kind[i] === T.RPAR || kind[i] === T.RSQB || kind[i] === T.RBRACE) level--;
        this.levels[i] = level;
      }
    }
    return this.levels[token];
  }

  /** The expression that a span of tokens writes. */
  expression(span: Span): expr | null {
    return this.reparser.expressionAt(span.start, span.end);
  }

  /** The arguments that a span of tokens writes. */
  arguments(span: Span): { args: expr[]; keywords: keyword[] } | null {
    return this.reparser.argumentsAt(span.start, span.end);
  }

  /** The last expression of the last comprehension of a span. */
  lastOfComprehension(span: Span): Range {
    const all = this.reparser.comprehensionsAt(span.start, span.end);
    const last: comprehension | undefined = all?.[all.length - 1];
    if (last === undefined) return this.spanRange(span);
    return nodeRange(last.ifs.length > 0 ? last.ifs[last.ifs.length - 1] : last.iter);
  }

  /** Where the node of a span is, as CPython would have built it: without the parentheses of a group. */
  range(span: Span): Range {
    switch (span.rule) {
      case "expression":
      case "expression_without_invalid":
      case "disjunction":
      case "bitwise_or":
      case "inversion":
      case "factor":
      case "star_expressions":
      case "star_named_expression": {
        const node = this.expression(span);
        return node === null ? this.spanRange(span) : nodeRange(node);
      }
      case "param_no_default":
      case "lambda_param_no_default": {
        // The node ends before the comma and the type comment that belong to the rule.
        const { kind } = this.lexer.tokens;
        let { end } = span;
        while (end > span.start + 1 && (kind[end - 1] === T.COMMA || kind[end - 1] === T.TYPE_COMMENT)) end--;
        return this.spanRange({ ...span, end });
      }
      default:
        return this.spanRange(span);
    }
  }

  private spanRange(span: Span): Range {
    const { line, col, endLine, endCol } = this.lexer.tokens;
    const last = Math.max(span.start, span.end - 1);
    if (span.end === span.start + 1) return this.tokenRange(span.start);
    return { line: line[span.start], col: col[span.start], endLine: endLine[last], endCol: endCol[last] };
  }
}

/** Where a node of the syntax tree is. */
export function nodeRange(node: expr): Range {
  return { line: node.lineno, col: node.col_offset, endLine: node.end_lineno, endCol: node.end_col_offset };
}
