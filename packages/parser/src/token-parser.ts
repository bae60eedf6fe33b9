import type { Lexer } from "./lexer.js";
import type { CharacterNames } from "./literals.js";
import { T } from "./tokens.js";

/**
 * Thrown by the parser when the tokens are not Python. It says nothing else: finding out what is wrong
 * is the business of `diagnose`, which starts again from the tokens.
 */
export const mismatch: unique symbol = Symbol("not Python");

/** An error that is final when it is found, whatever else is wrong with the source. */
export class ParseError {
  /**
   * @param first index of the first token to report
   * @param last index of the last one
   */
  constructor(
    readonly type: "SyntaxError" | "IndentationError" | "MemoryError",
    readonly message: string,
    readonly first: number,
    readonly last: number,
  ) {}
}

/** A warning about the token with index `token`. */
export interface TokenWarning {
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  readonly line: number;
  /** UTF-16 index in the lexer's source. */
  readonly pos: number;
  /** How far from `pos` an error would be reported. */
  readonly shift: number;
  /** Up to which index CPython has scanned when it gives the warning. */
  readonly scanned: number;
}

/** What the parser needs to know besides the tokens. */
export interface ParserSettings {
  readonly characterNames: CharacterNames | null;
  /** Minor version of Python 3 whose grammar is asked for, as `feature_version` of `ast.parse`. */
  readonly featureVersion: number;
  /** Digits that a decimal int may have; 0 for any number. */
  readonly maxIntDigits: number;
}

/**
 * How deep functions of CPython's parser may call each other (MAXSTACK in Parser/pegen.c). The grammar engine counts as
 * CPython does; the parser proper counts the levels of what nests without brackets, and one for a bracket, of which the
 * tokenizer allows 200.
 */
export const MAX_DEPTH = 6000;

/** CPython's words for a source that is nested more deeply. */
export const tooComplex = "Parser stack overflowed - Python source too complex to parse";

/** The token arrays, the position in them, and the few operations that every rule uses. */
export class TokenParser {
  /** Index of the next token. */
  protected p = 0;
  protected depth = 0;
  protected readonly kind: Uint8Array;
  protected readonly line: Int32Array;
  protected readonly col: Int32Array;
  protected readonly endLine: Int32Array;
  protected readonly endCol: Int32Array;
  protected readonly starts: Int32Array;
  protected readonly ends: Int32Array;
  protected readonly nameId: Int32Array;
  protected readonly names: readonly string[];
  protected readonly src: string;
  /** Warnings in the order in which they were found. */
  readonly warnings: TokenWarning[] = [];

  constructor(
    protected readonly lexer: Lexer,
    protected readonly settings: ParserSettings,
  ) {
    const tokens = lexer.tokens;
    this.kind = tokens.kind;
    this.line = tokens.line;
    this.col = tokens.col;
    this.endLine = tokens.endLine;
    this.endCol = tokens.endCol;
    this.starts = tokens.start;
    this.ends = tokens.end;
    this.nameId = tokens.name;
    this.names = lexer.names.names;
    this.src = lexer.src;
  }

  protected fail(): never {
    throw mismatch;
  }

  /** Takes a token of this kind. */
  protected expect(kind: number): void {
    if (this.kind[this.p] !== kind) throw mismatch;
    this.p++;
  }

  /** Takes a NAME and returns its text. */
  protected identifier(): string {
    if (this.kind[this.p] !== T.NAME) throw mismatch;
    return this.names[this.nameId[this.p++]];
  }

  /** Goes one level deeper into nested constructs. */
  protected enter(): void {
    if (++this.depth > MAX_DEPTH) {
      throw new ParseError("MemoryError", tooComplex, this.p, this.p);
    }
  }

  /** Index of the last token taken that is not a NEWLINE, INDENT or DEDENT: where a statement ends. */
  protected lastToken(): number {
    let last = this.p - 1;
    while (last > 0 && this.kind[last] >= T.NEWLINE && this.kind[last] <= T.DEDENT) last--;
    return last;
  }
}
