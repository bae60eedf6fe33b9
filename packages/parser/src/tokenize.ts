import { codePointCount } from "./diagnose/location.js";
import { tokenizerError } from "./diagnose/tokenizer-error.js";
import { PythonSyntaxError } from "./errors.js";
import { Lexer } from "./lexer.js";
import { T, tokenNames } from "./tokens.js";

/** Numbers of the token types by name, as in Python's `token` module. */
export const tokenTypes: Readonly<Record<string, number>> = Object.fromEntries(
  tokenNames.map((name, number) => [name, number]),
);

/** A token as Python's `tokenize` module yields it; columns count code points from 0, lines from 1. */
export interface TokenInfo {
  /** `token` number; operators have their own number in `exactType` and `OP` here. */
  readonly type: number;
  readonly exactType: number;
  readonly string: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
  /** The physical lines that the token stands on, with their newlines. */
  readonly line: string;
}

/**
 * The tokens of a source, with comments and all newlines (CPython's Python/Python-tokenize.c with
 * `extra_tokens`): the concatenation of their strings and of the space between them is the source.
 *
 * @throws PythonSyntaxError behind the last good token, where Python raises `TokenError`
 */
export function* tokenize(source: string, filename = "<string>"): Generator<TokenInfo, void, undefined> {
  const lines = splitLines(source);
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  const implicit = text !== "" && !text.endsWith("\n");
  const lexer = new Lexer(implicit ? `${text}\n` : text, { codepoints: true, extraTokens: true });
  const complete = lexer.run();
  const { tokens } = lexer;
  const { kind, line, col, endLine, endCol, length } = tokens;
  const lineCount = lines.length;
  for (let i = 0; i < length; i++) {
    let exactType = kind[i] >= T.FALSE ? T.NAME : kind[i];
    if (exactType === T.ERRORTOKEN) break;
    const trailing =
      tokens.start[i] === lexer.length && (exactType === T.DEDENT || exactType === T.ENDMARKER);
    if (trailing) {
      const at = [lineCount + 1, 0] as const;
      yield { type: exactType, exactType, string: "", start: at, end: at, line: "" };
      continue;
    }
    const first = line[i];
    const last = endLine[i];
    const isNewline = exactType === T.NEWLINE || exactType === T.NL;
    const atEnd = isNewline && implicit && last === lineCount;
    let string: string;
    let startCol = col[i];
    // The position of `{{` in an f-string covers one brace here, and both in a syntax tree.
    const isMiddle = exactType === T.FSTRING_MIDDLE || exactType === T.TSTRING_MIDDLE;
    let stopCol = isMiddle ? codePointCount(lexer.src, lexer.lineStart(last), tokens.end[i]) : endCol[i];
    if (isNewline) {
      const text = lines[first - 1];
      // A line that ends with a bare `\r` is completed by CPython with a newline of its own.
      const bare = text.endsWith("\r");
      if (exactType === T.NEWLINE) startCol = stopCol;
      if (atEnd) string = "";
      else if (bare) string = exactType === T.NEWLINE ? "\r" : "";
      else string = text.endsWith("\r\n") ? "\r\n" : "\n";
      stopCol = startCol + (bare ? 2 : Math.max(1, string.length));
    } else if (lines[first - 1].includes("\r") || first !== last) string = slice(lexer, lines, i);
    else string = lexer.src.substring(tokens.start[i], tokens.end[i]);
    // `<>` has no type of its own in Python's table.
    if (string === "<>") exactType = T.OP;
    yield {
      type: exactType > T.DEDENT && exactType < T.OP ? T.OP : exactType,
      exactType,
      string,
      start: [first, startCol],
      end: [last, stopCol],
      line: first === last ? lines[first - 1] : lines.slice(first - 1, last).join(""),
    };
  }
  if (!complete) throw tokenError(lexer, filename, lineCount);
}

/**
 * The first error in a source as the parser's tokenizer finds it, which is stricter than `tokenize`, and how many
 * tokens come before it (comments and empty lines not counted); `null` when there is none.
 */
export function strictTokenError(
  source: string,
  filename = "<string>",
): { readonly error: PythonSyntaxError; readonly count: number } | null {
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  const lexer = new Lexer(text === "" || text.endsWith("\n") ? text : `${text}\n`, { codepoints: true });
  if (lexer.run() || lexer.error === null) return null;
  const { kind, length } = lexer.tokens;
  const count = kind[length - 1] === T.ERRORTOKEN ? length - 1 : length;
  return { error: tokenizerError(lexer, lexer.error, filename), count };
}

/** The source in physical lines, each with its newline. */
function splitLines(source: string): string[] {
  return source.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
}

/** The text of token `i` with the newlines of the source. */
function slice(lexer: Lexer, lines: readonly string[], i: number): string {
  const { line, endLine, start, end } = lexer.tokens;
  const from = start[i] - lexer.lineStart(line[i]);
  const to = end[i] - lexer.lineStart(endLine[i]);
  if (line[i] === endLine[i]) return lines[line[i] - 1].slice(from, to);
  const between = lines.slice(line[i], endLine[i] - 1).join("");
  return lines[line[i] - 1].slice(from) + between + lines[endLine[i] - 1].slice(0, to);
}

/** The error for the token at which the lexer stopped; some have a place of their own here. */
function tokenError(lexer: Lexer, filename: string, lineCount: number): PythonSyntaxError {
  const error = lexer.error!;
  const { type, line, how } = error;
  if (how === "eof") {
    // The column counts what the tokenizer still holds: the lines of an f-string or of a joined line.
    const offset = error.from < 0 ? 0 : codePointCount(lexer.src, error.from, lexer.length);
    const location = { lineno: lineCount, offset, endLineno: lineCount, endOffset: offset, text: "" };
    return new PythonSyntaxError(type, "unexpected EOF in multi-line statement", filename, location, true);
  }
  if (how !== "line" && how !== "continuation") return tokenizerError(lexer, error, filename);
  const from = how === "line" ? lexer.lineStart(line) : error.from;
  const end = lexer.src.indexOf("\n", lexer.lineStart(line));
  const text = lexer.src.substring(from, end < 0 ? lexer.length : end + 1);
  const offset = codePointCount(text, 0, text.length);
  const location = { lineno: line, offset, endLineno: line, endOffset: offset, text };
  return new PythonSyntaxError(type, error.message, filename, location);
}
