import { codePointCount } from "./diagnose/location.js";
import { tokenizerError } from "./diagnose/tokenizer-error.js";
import { PythonSyntaxError } from "./errors.js";
import { Lexer } from "./lexer.js";
import type { TokenBuffer } from "./token-buffer.js";
import { KIND_COUNT, T, tokenNames } from "./tokens.js";

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

/** What the tokens of one source share: its text, and its lines as they were written. */
class TokenSource {
  readonly lexer: Lexer;
  /** The columns of its tokens. */
  readonly tokens: TokenBuffer;
  readonly src: string;
  /** Whether the scan came to the end. */
  readonly complete: boolean;
  /** The last line has no newline. */
  readonly implicit: boolean;
  /** The source has `\r`, which the scanned text has not. */
  readonly returns: boolean;
  private readonly source: string;
  private rows: string[] | null = null;
  private firstLine = -1;
  private lastLine = -1;
  private lastText = "";

  constructor(source: string) {
    this.source = source;
    this.returns = source.includes("\r");
    const text = this.returns ? source.replace(/\r\n?/g, "\n") : source;
    this.implicit = text !== "" && !text.endsWith("\n");
    this.lexer = new Lexer(this.implicit ? `${text}\n` : text, { codepoints: true, extraTokens: true });
    this.complete = this.lexer.run();
    this.tokens = this.lexer.tokens;
    this.src = this.lexer.src;
  }

  /** The physical lines, each with its newline. */
  get lines(): readonly string[] {
    this.rows ??= this.source.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
    return this.rows;
  }

  get lineCount(): number {
    return this.returns ? this.lines.length : this.lexer.lineCount;
  }

  /** Some lines, from 1, with their newlines. */
  textOf(first: number, last: number): string {
    if (first === this.firstLine && last === this.lastLine) return this.lastText;
    this.firstLine = first;
    this.lastLine = last;
    const { lexer } = this;
    this.lastText = this.returns
      ? this.lines.slice(first - 1, last).join("")
      : this.source.substring(lexer.lineStart(first), Math.min(lexer.lineEnd(last), this.source.length));
    return this.lastText;
  }

  /** The text of token `i` with the newlines of the source. */
  slice(i: number): string {
    const { lexer } = this;
    const { line, endLine, start, end } = this.tokens;
    const text = this.textOf(line[i], endLine[i]);
    const last = text.length - this.lines[endLine[i] - 1].length;
    return text.slice(start[i] - lexer.lineStart(line[i]), last + end[i] - lexer.lineStart(endLine[i]));
  }
}

/** `tokenType` of each kind that the lexer knows; `exactType` but for reserved words. */
const typeOfKind = Uint8Array.from({ length: KIND_COUNT }, (_, kind) =>
  kind >= T.FALSE ? T.NAME : kind > T.DEDENT && kind < T.OP ? T.OP : kind,
);

/** 1 for kinds whose tokens are not simply what was scanned. */
const isSpecial = new Uint8Array(KIND_COUNT);
for (const kind of [T.NEWLINE, T.NL, T.DEDENT, T.ENDMARKER, T.FSTRING_MIDDLE, T.TSTRING_MIDDLE])
  isSpecial[kind] = 1;

/** A place in the scanned tokens; most readers want little of what a token has, which is made when it is asked for. */
class Token implements TokenInfo {
  private readonly source: TokenSource;
  private readonly index: number;

  constructor(source: TokenSource, index: number) {
    this.source = source;
    this.index = index;
  }

  private get kind(): number {
    return this.source.tokens.kind[this.index];
  }

  get type(): number {
    return typeOfKind[this.kind];
  }

  get exactType(): number {
    const { kind, source, index } = this;
    // `<>` has no type of its own in Python's table.
    if (kind === T.NOTEQUAL && source.src.charCodeAt(source.tokens.start[index]) === 60) return T.OP;
    return kind >= T.FALSE ? T.NAME : kind;
  }

  /** Behind the last character of the source, where blocks and the token stream end. */
  private get atEnd(): boolean {
    const { kind, source } = this;
    return (
      (kind === T.DEDENT || kind === T.ENDMARKER) && source.tokens.start[this.index] === source.lexer.length
    );
  }

  private get isNewline(): boolean {
    const { kind } = this;
    return kind === T.NEWLINE || kind === T.NL;
  }

  get string(): string {
    const { source, index } = this;
    const { kind, start, end, line, endLine } = source.tokens;
    if (isSpecial[kind[index]] === 0 && !source.returns)
      return source.src.substring(start[index], end[index]);
    if (this.isNewline) {
      if (source.implicit && endLine[index] === source.lineCount) return "";
      if (!source.returns) return "\n";
      const text = source.textOf(line[index], line[index]);
      // A line that ends with a bare `\r` is completed by CPython with a newline of its own.
      if (text.endsWith("\r")) return kind[index] === T.NEWLINE ? "\r" : "";
      return text.endsWith("\r\n") ? "\r\n" : "\n";
    }
    if (this.atEnd) return "";
    return source.slice(index);
  }

  private get startColumn(): number {
    const { kind, col } = this.source.tokens;
    return kind[this.index] === T.NEWLINE ? this.endColumn : col[this.index];
  }

  /** Where the scanned token ends. */
  private get endColumn(): number {
    const { lexer } = this.source;
    const { kind, endCol, endLine, end } = lexer.tokens;
    // The position of `{{` in an f-string covers one brace here, and both in a syntax tree.
    const isMiddle = kind[this.index] === T.FSTRING_MIDDLE || kind[this.index] === T.TSTRING_MIDDLE;
    if (!isMiddle) return endCol[this.index];
    return codePointCount(lexer.src, lexer.lineStart(endLine[this.index]), end[this.index]);
  }

  get start(): readonly [line: number, column: number] {
    const { source, index } = this;
    const { kind, line, col } = source.tokens;
    if (isSpecial[kind[index]] === 0) return [line[index], col[index]];
    return this.atEnd ? [source.lineCount + 1, 0] : [line[index], this.startColumn];
  }

  get end(): readonly [line: number, column: number] {
    const { source, index } = this;
    const { kind, line, endLine, endCol } = source.tokens;
    if (isSpecial[kind[index]] === 0) return [endLine[index], endCol[index]];
    if (this.atEnd) return [source.lineCount + 1, 0];
    if (!this.isNewline) return [endLine[index], this.endColumn];
    const bare = source.returns && source.textOf(line[index], line[index]).endsWith("\r");
    return [endLine[index], this.startColumn + (bare ? 2 : Math.max(1, this.string.length))];
  }

  get line(): string {
    const { source, index } = this;
    if (this.atEnd) return "";
    const { line, endLine } = source.tokens;
    return source.textOf(line[index], endLine[index]);
  }
}

/** Goes through the tokens of a source. */
class TokenIterator implements IterableIterator<TokenInfo> {
  private readonly source: TokenSource;
  private readonly filename: string;
  private position = 0;
  private readonly count: number;

  constructor(source: string, filename: string) {
    this.source = new TokenSource(source);
    this.filename = filename;
    const { kind, length } = this.source.tokens;
    this.count = length > 0 && kind[length - 1] === T.ERRORTOKEN ? length - 1 : length;
  }

  next(): IteratorResult<TokenInfo, undefined> {
    const { source } = this;
    const i = this.position++;
    if (i < this.count) return { done: false, value: new Token(source, i) };
    if (i === this.count && !source.complete) throw tokenError(source.lexer, this.filename, source.lineCount);
    return { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/**
 * The tokens of a source, with comments and all newlines (CPython's Python/Python-tokenize.c with
 * `extra_tokens`): the concatenation of their strings and of the space between them is the source.
 * Texts and positions are made when they are read: tokens have accessors, which a spread (`{ ...token }`) leaves out.
 *
 * @throws PythonSyntaxError behind the last good token, where Python raises `TokenError`
 */
export function tokenize(source: string, filename = "<string>"): IterableIterator<TokenInfo> {
  return new TokenIterator(source, filename);
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
