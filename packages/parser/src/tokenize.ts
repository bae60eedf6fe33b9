import { codePointCount } from "./diagnose/location.js";
import { tokenizerError } from "./diagnose/tokenizer-error.js";
import { PythonSyntaxError } from "./errors.js";
import { Lexer } from "./lexer.js";
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
  /** Whether the scan came to the end. */
  readonly complete: boolean;
  /** The last line has no newline. */
  readonly implicit: boolean;
  /** The source has `\r`, which the scanned text has not. */
  readonly returns: boolean;
  private readonly source: string;
  private rows: string[] | null = null;
  private lastLine = -1;
  private lastText = "";

  constructor(source: string) {
    this.source = source;
    this.returns = source.includes("\r");
    const text = this.returns ? source.replace(/\r\n?/g, "\n") : source;
    this.implicit = text !== "" && !text.endsWith("\n");
    this.lexer = new Lexer(this.implicit ? `${text}\n` : text, { codepoints: true, extraTokens: true });
    this.complete = this.lexer.run();
  }

  /** The physical lines, each with its newline. */
  get lines(): readonly string[] {
    this.rows ??= this.source.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
    return this.rows;
  }

  /** One line, from 1, with its newline. */
  line(number: number): string {
    if (number === this.lastLine) return this.lastText;
    const { lexer } = this;
    let text: string;
    if (this.returns) text = this.lines[number - 1];
    else {
      const end = Math.min(lexer.lineEnd(number), this.source.length);
      text = this.source.substring(lexer.lineStart(number), end);
    }
    this.lastLine = number;
    this.lastText = text;
    return text;
  }

  /** The text of token `i` with the newlines of the source. */
  slice(i: number): string {
    const { lexer, lines } = this;
    const { line, endLine, start, end } = lexer.tokens;
    const from = start[i] - lexer.lineStart(line[i]);
    const to = end[i] - lexer.lineStart(endLine[i]);
    if (line[i] === endLine[i]) return lines[line[i] - 1].slice(from, to);
    const between = lines.slice(line[i], endLine[i] - 1).join("");
    return lines[line[i] - 1].slice(from) + between + lines[endLine[i] - 1].slice(0, to);
  }
}

/** A place in the scanned tokens; most readers want few of the texts and positions, which are made when asked for. */
class Token implements TokenInfo {
  readonly type: number;
  readonly exactType: number;
  private readonly source: TokenSource;
  private readonly index: number;

  constructor(type: number, exactType: number, source: TokenSource, index: number) {
    this.type = type;
    this.exactType = exactType;
    this.source = source;
    this.index = index;
  }

  /** Behind the last character of the source, where blocks and the token stream end. */
  private get atEnd(): boolean {
    const { type, source } = this;
    return (
      (type === T.DEDENT || type === T.ENDMARKER) &&
      source.lexer.tokens.start[this.index] === source.lexer.length
    );
  }

  private get isNewline(): boolean {
    return this.type === T.NEWLINE || this.type === T.NL;
  }

  get string(): string {
    const { source, index } = this;
    const { start, end, line, endLine } = source.lexer.tokens;
    if (this.isNewline) {
      if (source.implicit && endLine[index] === source.lines.length) return "";
      if (!source.returns) return "\n";
      const text = source.line(line[index]);
      // A line that ends with a bare `\r` is completed by CPython with a newline of its own.
      if (text.endsWith("\r")) return this.type === T.NEWLINE ? "\r" : "";
      return text.endsWith("\r\n") ? "\r\n" : "\n";
    }
    if (this.atEnd) return "";
    if (source.returns) return source.slice(index);
    return source.lexer.src.substring(start[index], end[index]);
  }

  private get startColumn(): number {
    const { tokens } = this.source.lexer;
    return this.type === T.NEWLINE ? this.endColumn : tokens.col[this.index];
  }

  /** Where the scanned token ends. */
  private get endColumn(): number {
    const { lexer } = this.source;
    const { endCol, endLine, end } = lexer.tokens;
    // The position of `{{` in an f-string covers one brace here, and both in a syntax tree.
    const isMiddle = this.type === T.FSTRING_MIDDLE || this.type === T.TSTRING_MIDDLE;
    if (!isMiddle) return endCol[this.index];
    return codePointCount(lexer.src, lexer.lineStart(endLine[this.index]), end[this.index]);
  }

  get start(): readonly [line: number, column: number] {
    if (this.atEnd) return [this.source.lines.length + 1, 0];
    return [this.source.lexer.tokens.line[this.index], this.startColumn];
  }

  get end(): readonly [line: number, column: number] {
    const { source, index } = this;
    if (this.atEnd) return [source.lines.length + 1, 0];
    const { line, endLine } = source.lexer.tokens;
    if (!this.isNewline) return [endLine[index], this.endColumn];
    const bare = source.returns && source.line(line[index]).endsWith("\r");
    return [endLine[index], this.startColumn + (bare ? 2 : Math.max(1, this.string.length))];
  }

  get line(): string {
    const { source, index } = this;
    if (this.atEnd) return "";
    const { line, endLine } = source.lexer.tokens;
    const first = line[index];
    const last = endLine[index];
    return first === last ? source.line(first) : source.lines.slice(first - 1, last).join("");
  }
}

/** `tokenType` of each kind that the lexer knows; `exactType` but for reserved words. */
const typeOfKind = Uint8Array.from({ length: KIND_COUNT }, (_, kind) =>
  kind >= T.FALSE ? T.NAME : kind > T.DEDENT && kind < T.OP ? T.OP : kind,
);

/** Goes through the tokens of a source. */
class TokenIterator implements IterableIterator<TokenInfo> {
  private readonly source: TokenSource;
  private readonly filename: string;
  private position = 0;
  private readonly count: number;

  constructor(source: string, filename: string) {
    this.source = new TokenSource(source);
    this.filename = filename;
    const { kind, length } = this.source.lexer.tokens;
    this.count = length > 0 && kind[length - 1] === T.ERRORTOKEN ? length - 1 : length;
  }

  next(): IteratorResult<TokenInfo, undefined> {
    const { source } = this;
    const i = this.position++;
    if (i >= this.count) {
      if (i === this.count && !source.complete)
        throw tokenError(source.lexer, this.filename, source.lines.length);
      return { done: true, value: undefined };
    }
    const { lexer } = source;
    const kind = lexer.tokens.kind[i];
    const type = typeOfKind[kind];
    let exactType = kind >= T.FALSE ? T.NAME : kind;
    // `<>` has no type of its own in Python's table.
    if (kind === T.NOTEQUAL && lexer.src.charCodeAt(lexer.tokens.start[i]) === 60) exactType = T.OP;
    return { done: false, value: new Token(type, exactType, source, i) };
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
