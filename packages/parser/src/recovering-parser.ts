import type { expr, keyword, Module } from "@adder/ast";
import type { Lexer } from "./lexer.js";
import { Parser } from "./parser.js";
import { mismatch, ParseError, type ParserSettings } from "./token-parser.js";
import { T } from "./tokens.js";
import { type ErrorExpression, isErrorExpression } from "./tolerant-tree.js";

/** What may be missing without making unclear what stands behind it. */
const omissible: ReadonlySet<number> = new Set([T.COLON, T.ELSE, T.IN]);
const startsAtom: ReadonlySet<number> = new Set([
  ...[T.NAME, T.NUMBER, T.STRING, T.FSTRING_START, T.TSTRING_START, T.LPAR, T.LSQB, T.LBRACE],
  ...[T.NONE, T.TRUE, T.FALSE, T.ELLIPSIS],
]);
const opening: ReadonlySet<number> = new Set([T.LPAR, T.LSQB, T.LBRACE]);
const closing: ReadonlySet<number> = new Set([T.RPAR, T.RSQB, T.RBRACE]);

/** Puts the end of a line, of all blocks and of the source in the place of the token at which the lexer stopped. */
function finish({ tokens, error }: Lexer): void {
  if (error === null) return;
  const at = --tokens.length;
  let blocks = 0;
  for (let i = 0; i < at; i++) {
    if (tokens.kind[i] === T.INDENT) blocks++;
    else if (tokens.kind[i] === T.DEDENT) blocks--;
  }
  const { end, endLine, endCol } = tokens;
  const [pos, line, col] = at > 0 ? [end[at - 1], endLine[at - 1], endCol[at - 1]] : [0, error.line, 0];
  const ends = [T.NEWLINE, ...new Array<T>(blocks).fill(T.DEDENT), T.ENDMARKER];
  for (const kind of ends) tokens.push(kind, pos, pos, line, col, line, col);
}

/**
 * Parses statements that are not Python and puts `ErrorExpression`s where an operand is missing, and where something
 * stands in brackets that does not belong there. All else it refuses, as the parser does.
 */
export class RecoveringParser extends Parser {
  private errors = 0;
  /** Where what is skipped in front of the bracket `close` is put down. */
  private inside: { readonly close: number; readonly elements: expr[] } | null = null;

  /** The tree of a source that the parser refuses; null if errors within expressions do not explain that. */
  static recover(lexer: Lexer, settings: ParserSettings): Module | null {
    finish(lexer);
    const parser = new RecoveringParser(lexer, settings);
    try {
      const module = parser.parse("exec") as Module;
      return parser.errors > 0 ? module : null;
    } catch (reason) {
      if (reason === mismatch || reason instanceof ParseError || reason instanceof RangeError) return null;
      throw reason;
    }
  }

  /** An error that covers the tokens from `first` up to the current one, or nothing behind the one before. */
  private error(first: number): expr {
    this.errors++;
    const { line, col, endLine, endCol } = this;
    const last = this.p - 1;
    const empty = first > last;
    const [end_lineno, end_col_offset] = last < 0 ? [line[first], col[first]] : [endLine[last], endCol[last]];
    const node: ErrorExpression = {
      nodeType: "ErrorExpression",
      lineno: empty ? end_lineno : line[first],
      col_offset: empty ? end_col_offset : col[first],
      end_lineno,
      end_col_offset,
    };
    return node as unknown as expr;
  }

  protected override atom(): expr {
    if (!startsAtom.has(this.kind[this.p])) return this.error(this.p);
    const { inside } = this;
    this.inside = null;
    const value = super.atom();
    this.inside = inside;
    return value;
  }

  protected override callArguments(args: expr[], keywords: keyword[], generator: boolean): void {
    const { inside } = this;
    this.inside = { close: T.RPAR, elements: args };
    super.callArguments(args, keywords, generator);
    this.inside = inside;
  }

  protected override elements(elements: expr[], close: number): expr[] {
    const { inside } = this;
    this.inside = { close, elements };
    super.elements(elements, close);
    this.inside = inside;
    return elements;
  }

  protected override slices(): expr {
    const { inside } = this;
    this.inside = null;
    const value = super.slices();
    this.inside = inside;
    return value;
  }

  /** The name behind a dot may be missing: it is empty then. */
  protected override identifier(): string {
    if (this.kind[this.p] === T.NAME || this.kind[this.p - 1] !== T.DOT) return super.identifier();
    this.errors++;
    return "";
  }

  protected override expect(kind: number): void {
    if (this.kind[this.p] === kind) this.p++;
    else if (closing.has(kind)) this.close(kind);
    else if (!omissible.has(kind)) this.fail();
  }

  /** Skips what stands in front of a closing bracket; at the end of the line the bracket itself is missing. */
  private close(kind: number): void {
    const first = this.p;
    let level = 0;
    for (; this.kind[this.p] !== T.NEWLINE && this.kind[this.p] !== T.ENDMARKER; this.p++) {
      const current = this.kind[this.p];
      if (opening.has(current)) level++;
      else if (closing.has(current) && level-- === 0) break;
    }
    if (this.p > first) {
      const { inside } = this;
      if (inside === null || inside.close !== kind) this.fail();
      const { elements } = inside;
      // What is missing is what stands here instead.
      if (elements.length > 0 && isErrorExpression(elements[elements.length - 1])) elements.pop();
      elements.push(this.error(first));
    }
    if (this.kind[this.p] === kind) this.p++;
    else this.errors++;
  }
}
