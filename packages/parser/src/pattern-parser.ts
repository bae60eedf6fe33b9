import { build, type expr, type match_case, type pattern } from "@adder/ast";
import { ExpressionParser } from "./expression-parser.js";
import { ParseError } from "./token-parser.js";
import { Soft, T } from "./tokens.js";

/** The patterns of `match` statements (PEP 634). */
export abstract class PatternParser extends ExpressionParser {
  /** What stands between `case` and its guard: `patterns`. */
  protected patterns(): pattern {
    const s = this.p;
    const first = this.maybeStarPattern();
    if (this.kind[this.p] !== T.COMMA) {
      if (first.nodeType === "MatchStar") this.fail();
      return first;
    }
    const patterns = this.sequenceItems(first, T.COLON);
    const e = this.p - 1;
    return build.MatchSequence(patterns, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** The rest of a sequence pattern, from its first comma up to (and without) its end. */
  private sequenceItems(first: pattern, close: number): pattern[] {
    const patterns = [first];
    while (this.kind[this.p] === T.COMMA) {
      this.p++;
      const kind = this.kind[this.p];
      if (kind === close || (close === T.COLON && kind === T.IF)) break;
      patterns.push(this.maybeStarPattern());
    }
    return patterns;
  }

  private maybeStarPattern(): pattern {
    if (this.kind[this.p] !== T.STAR) return this.pattern();
    const s = this.p++;
    const wildcard = this.nameId[this.p] === Soft.UNDERSCORE;
    const name = this.identifier();
    const e = this.p - 1;
    return build.MatchStar(
      wildcard ? null : name,
      this.line[s],
      this.col[s],
      this.endLine[e],
      this.endCol[e],
    );
  }

  /** `as_pattern | or_pattern` */
  protected pattern(): pattern {
    const s = this.p;
    this.enter();
    let result = this.closedPattern();
    if (this.kind[this.p] === T.VBAR) {
      const patterns = [result];
      while (this.kind[this.p] === T.VBAR) {
        this.p++;
        patterns.push(this.closedPattern());
      }
      const e = this.p - 1;
      result = build.MatchOr(patterns, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    this.depth--;
    if (this.kind[this.p] !== T.AS) return result;
    this.p++;
    const name = this.captureTarget();
    const e = this.p - 1;
    return build.MatchAs(result, name, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** `pattern_capture_target`: a name other than `_`, and not the beginning of something else. */
  private captureTarget(): string {
    if (this.nameId[this.p] === Soft.UNDERSCORE) this.fail();
    const name = this.identifier();
    const next = this.kind[this.p];
    if (next === T.DOT || next === T.LPAR || next === T.EQUAL) this.fail();
    return name;
  }

  private closedPattern(): pattern {
    const s = this.p;
    const { line, col, endLine, endCol } = this;
    switch (this.kind[s]) {
      case T.NAME: {
        const next = this.kind[s + 1];
        if (next !== T.DOT && next !== T.LPAR) {
          if (next === T.EQUAL) this.fail();
          this.p++;
          const name = this.nameId[s] === Soft.UNDERSCORE ? null : this.names[this.nameId[s]];
          return build.MatchAs(null, name, line[s], col[s], endLine[s], endCol[s]);
        }
        const value = this.nameOrAttribute();
        if (this.kind[this.p] === T.LPAR) return this.classPattern(s, value);
        const e = this.p - 1;
        return build.MatchValue(value, line[s], col[s], endLine[e], endCol[e]);
      }
      case T.NONE:
      case T.TRUE:
      case T.FALSE: {
        this.p++;
        const value = this.kind[s] === T.NONE ? null : this.kind[s] === T.TRUE;
        return build.MatchSingleton(value, line[s], col[s], endLine[s], endCol[s]);
      }
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START: {
        const value = this.literal();
        const e = this.p - 1;
        return build.MatchValue(value, line[s], col[s], endLine[e], endCol[e]);
      }
      case T.LPAR:
      case T.LSQB:
        return this.sequencePattern();
      case T.LBRACE:
        return this.mappingPattern();
      default:
        return this.fail();
    }
  }

  /** A dotted name. */
  private nameOrAttribute(): expr {
    const s = this.p;
    let value = this.name("Load");
    while (this.kind[this.p] === T.DOT) value = this.attribute(s, value);
    return value;
  }

  /** A string, a number with or without a sign, or a complex number written as a sum. */
  private literal(): expr {
    const s = this.p;
    const kind = this.kind[s];
    if (kind !== T.NUMBER && kind !== T.MINUS) return this.strings();
    let left: expr;
    if (kind === T.MINUS) {
      this.p++;
      if (this.kind[this.p] !== T.NUMBER) this.fail();
      const operand = this.number();
      const e = this.p - 1;
      left = build.UnaryOp("USub", operand, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    } else left = this.number();
    const op = this.kind[this.p];
    if (op !== T.PLUS && op !== T.MINUS) return left;
    if (isImaginary(left)) {
      throw new ParseError("SyntaxError", "real number required in complex literal", s, this.p - 1);
    }
    this.p++;
    if (this.kind[this.p] !== T.NUMBER) this.fail();
    const right = this.number();
    const e = this.p - 1;
    if (!isImaginary(right)) {
      throw new ParseError("SyntaxError", "imaginary number required in complex literal", e, e);
    }
    const name = op === T.PLUS ? "Add" : "Sub";
    return build.BinOp(left, name, right, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** `(...)` and `[...]`: a group or a sequence. */
  private sequencePattern(): pattern {
    const s = this.p++;
    const round = this.kind[s] === T.LPAR;
    const close = round ? T.RPAR : T.RSQB;
    let patterns: pattern[] = [];
    if (this.kind[this.p] !== close) {
      this.enter();
      const first = this.maybeStarPattern();
      this.depth--;
      if (round && this.kind[this.p] === T.RPAR) {
        if (first.nodeType === "MatchStar") this.fail();
        this.p++;
        return first;
      }
      patterns = this.sequenceItems(first, close);
    }
    this.expect(close);
    const e = this.p - 1;
    return build.MatchSequence(patterns, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private mappingPattern(): pattern {
    const s = this.p++;
    const keys: expr[] = [];
    const patterns: pattern[] = [];
    let rest: string | null = null;
    while (this.kind[this.p] !== T.RBRACE) {
      if (this.kind[this.p] === T.DOUBLESTAR) {
        this.p++;
        rest = this.captureTarget();
        if (this.kind[this.p] === T.COMMA) this.p++;
        break;
      }
      keys.push(this.mappingKey());
      this.expect(T.COLON);
      patterns.push(this.pattern());
      if (this.kind[this.p] !== T.COMMA) break;
      this.p++;
    }
    this.expect(T.RBRACE);
    const e = this.p - 1;
    return build.MatchMapping(
      keys,
      patterns,
      rest,
      this.line[s],
      this.col[s],
      this.endLine[e],
      this.endCol[e],
    );
  }

  private mappingKey(): expr {
    switch (this.kind[this.p]) {
      case T.NONE:
        return this.constant(null);
      case T.TRUE:
        return this.constant(true);
      case T.FALSE:
        return this.constant(false);
      case T.NAME: {
        const key = this.nameOrAttribute();
        return key.nodeType === "Attribute" ? key : this.fail();
      }
      case T.NUMBER:
      case T.MINUS:
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.literal();
      default:
        return this.fail();
    }
  }

  private classPattern(s: number, cls: expr): pattern {
    this.p++;
    const patterns: pattern[] = [];
    const kwdAttrs: string[] = [];
    const kwdPatterns: pattern[] = [];
    while (this.kind[this.p] !== T.RPAR) {
      if (this.kind[this.p] === T.NAME && this.kind[this.p + 1] === T.EQUAL) {
        kwdAttrs.push(this.identifier());
        this.p++;
        kwdPatterns.push(this.pattern());
      } else {
        if (kwdAttrs.length > 0) this.fail();
        patterns.push(this.pattern());
      }
      if (this.kind[this.p] !== T.COMMA) break;
      this.p++;
    }
    this.expect(T.RPAR);
    const e = this.p - 1;
    return build.MatchClass(
      cls,
      patterns,
      kwdAttrs,
      kwdPatterns,
      this.line[s],
      this.col[s],
      this.endLine[e],
      this.endCol[e],
    );
  }

  /** `case_block`, from its `case`. */
  protected abstract caseBlock(): match_case;
}

function isImaginary(node: expr): boolean {
  const number = node.nodeType === "UnaryOp" ? node.operand : node;
  if (number.nodeType !== "Constant") return false;
  const value = number.value;
  return value !== null && typeof value === "object" && value.type === "complex";
}
