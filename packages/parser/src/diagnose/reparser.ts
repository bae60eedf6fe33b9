import type { comprehension, expr, keyword, stmt } from "@adder/ast";
import { Parser } from "../parser.js";
import { mismatch, ParseError } from "../token-parser.js";
import { T } from "../tokens.js";

/**
 * The parser, applied to stretches of tokens: makes syntax trees of what the grammar engine found, and
 * remembers which statements are correct.
 */
export class Reparser extends Parser {
  /** Correct statements so far: index behind the last token by the index of the first. */
  readonly statements = new Map<number, number>();

  private current = 0;
  /**
   * The last token that some rule may take for an error although it is right: a type comment on a line of its own
   * (`invalid_def_raw`), or a type alias, whose parameters may look like a subscript (`invalid_named_expression`).
   */
  private doubted = -1;

  protected override statement(out: stmt[]): void {
    const start = this.p;
    this.current = start;
    super.statement(out);
    if (this.doubted < start) this.statements.set(start, this.p);
  }

  protected override typeComment(): string | null {
    if (this.kind[this.p - 1] === T.NEWLINE) this.doubted = this.p;
    return super.typeComment();
  }

  protected override typeAlias(): stmt {
    this.doubted = this.p;
    return super.typeAlias();
  }

  /**
   * The correct statements without those that stand right before the one that failed: some rules look behind the end
   * of a statement that is correct by itself (`elif` behind `else`).
   */
  statementsApart(): Map<number, number> {
    return new Map([...this.statements].filter(([, end]) => end !== this.current));
  }

  /** Index of the token at which the parser gave up. */
  get position(): number {
    return this.p;
  }

  /** Runs `parse` on the tokens `[start, end)` alone; null when they are not what it expects. */
  private within<R>(start: number, end: number, parse: () => R): R | null {
    const { p, depth } = this;
    const kind = this.kind[end];
    this.p = start;
    this.kind[end] = T.ENDMARKER;
    try {
      const result = parse();
      return this.p === end ? result : null;
    } catch (reason) {
      if (reason === mismatch || reason instanceof ParseError) return null;
      throw reason;
    } finally {
      this.kind[end] = kind;
      this.p = p;
      this.depth = depth;
    }
  }

  /** The expression that the tokens `[start, end)` write. */
  expressionAt(start: number, end: number): expr | null {
    return this.within(start, end, () => {
      if (this.kind[start] === T.NAME && this.kind[start + 1] === T.COLONEQUAL) return this.namedExpression();
      return this.annotatedRhs();
    });
  }

  /** The arguments that the tokens `[start, end)` write; a bracket stands before them. */
  argumentsAt(start: number, end: number): { args: expr[]; keywords: keyword[] } | null {
    const args: expr[] = [];
    const keywords: keyword[] = [];
    const kind = this.kind[end];
    const done = this.within(start - 1, end + 1, () => {
      this.kind[end] = T.RPAR;
      this.callArguments(args, keywords, true);
      return true;
    });
    this.kind[end] = kind;
    return done === null ? null : { args, keywords };
  }

  /** The `for ... in ... if ...` that the tokens `[start, end)` write. */
  comprehensionsAt(start: number, end: number): comprehension[] | null {
    return this.within(start, end, () => this.forIfClauses());
  }

  /** Message about a string literal, null when it is well-formed. */
  stringError(token: number): ParseError | null {
    return this.literalError(() => {
      this.p = token;
      this.stringLiteral();
    });
  }

  /** Message about the text of an f-string. */
  textError(token: number, raw: boolean): ParseError | null {
    return this.literalError(() => {
      this.p = token;
      this.formattedText(raw);
    });
  }

  /** Message about a number. */
  numberError(token: number): ParseError | null {
    return this.literalError(() => {
      this.p = token;
      this.number();
    });
  }

  private literalError(parse: () => void): ParseError | null {
    const { p } = this;
    try {
      parse();
      return null;
    } catch (reason) {
      if (reason instanceof ParseError) return reason;
      throw reason;
    } finally {
      this.p = p;
    }
  }
}
