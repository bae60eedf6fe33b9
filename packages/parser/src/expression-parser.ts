import {
  type arguments_ as Arguments,
  type arg,
  build,
  type cmpop,
  type comprehension,
  type expr,
  type keyword,
} from "@adder/ast";
import { LiteralError, parseNumber } from "./literals.js";
import { StringParser } from "./string-parser.js";
import {
  binaryOperators,
  comparisons,
  continuesComparison,
  endsExpression,
  precedence,
  startsExpression,
  unaryOperators,
} from "./tables.js";
import { ParseError } from "./token-parser.js";
import { T } from "./tokens.js";

/**
 * Expressions of Grammar/python.gram by recursive descent; binary operators by precedence climbing.
 * Method names are the grammar's rule names. A node's position is taken from the index of its first
 * token (`s`) and of the last token taken.
 */
export abstract class ExpressionParser extends StringParser {
  /** `star_expressions`: one expression, or a tuple without parentheses. */
  protected starExpressions(): expr {
    const s = this.p;
    const first = this.starExpression();
    return this.kind[this.p] === T.COMMA ? this.bareTuple(s, first) : first;
  }

  /** The rest of a tuple without parentheses, from its first comma. */
  protected bareTuple(s: number, first: expr): expr {
    const elts = [first];
    while (this.kind[this.p] === T.COMMA) {
      this.p++;
      if (startsExpression[this.kind[this.p]] === 0) break;
      elts.push(this.starExpression());
    }
    const e = this.p - 1;
    return build.Tuple(elts, "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  protected starExpression(): expr {
    return this.kind[this.p] === T.STAR ? this.starred() : this.expression();
  }

  /** `star_named_expression` */
  protected starNamedExpression(): expr {
    return this.kind[this.p] === T.STAR ? this.starred() : this.namedExpression();
  }

  private starred(): expr {
    const s = this.p++;
    const value = this.binary(1);
    const e = this.p - 1;
    return build.Starred(value, "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  protected namedExpression(): expr {
    const s = this.p;
    if (this.kind[s] === T.NAME && this.kind[s + 1] === T.COLONEQUAL) {
      const target = this.name("Store");
      this.p++;
      const value = this.expression();
      const e = this.p - 1;
      return build.NamedExpr(target, value, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    return this.expression();
  }

  protected yieldExpression(): expr {
    const s = this.p++;
    if (this.kind[this.p] === T.FROM) {
      this.p++;
      const value = this.expression();
      const e = this.p - 1;
      return build.YieldFrom(value, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    const value = startsExpression[this.kind[this.p]] === 1 ? this.starExpressions() : null;
    const e = this.p - 1;
    return build.Yield(value, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  protected override annotatedRhs(): expr {
    return this.kind[this.p] === T.YIELD ? this.yieldExpression() : this.starExpressions();
  }

  /** Takes the NAME that stands here. */
  protected name(ctx: "Load" | "Store" | "Del"): expr {
    const s = this.p++;
    return build.Name(
      this.names[this.nameId[s]],
      ctx,
      this.line[s],
      this.col[s],
      this.endLine[s],
      this.endCol[s],
    );
  }

  protected expression(): expr {
    const s = this.p;
    const first = this.kind[s];
    // Most expressions are one name.
    if (first === T.NAME && endsExpression[this.kind[s + 1]] === 1) return this.name("Load");
    if (first === T.LAMBDA) return this.lambda();
    this.enter();
    const body = this.disjunction();
    if (this.kind[this.p] !== T.IF) {
      this.depth--;
      return body;
    }
    this.p++;
    const test = this.disjunction();
    this.expect(T.ELSE);
    const orelse = this.expression();
    this.depth--;
    const e = this.p - 1;
    return build.IfExp(test, body, orelse, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  protected disjunction(): expr {
    const s = this.p;
    const first = this.conjunction();
    if (this.kind[this.p] !== T.OR) return first;
    const values = [first];
    while (this.kind[this.p] === T.OR) {
      this.p++;
      values.push(this.conjunction());
    }
    const e = this.p - 1;
    return build.BoolOp("Or", values, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private conjunction(): expr {
    const s = this.p;
    const first = this.inversion();
    if (this.kind[this.p] !== T.AND) return first;
    const values = [first];
    while (this.kind[this.p] === T.AND) {
      this.p++;
      values.push(this.inversion());
    }
    const e = this.p - 1;
    return build.BoolOp("And", values, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private inversion(): expr {
    const s = this.p;
    if (this.kind[s] === T.NOT) {
      this.p++;
      this.enter();
      const operand = this.inversion();
      this.depth--;
      const e = this.p - 1;
      return build.UnaryOp("Not", operand, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    const left = this.binary(1);
    return continuesComparison[this.kind[this.p]] === 1 ? this.comparison(s, left) : left;
  }

  /** The rest of a comparison, from its first operator. */
  private comparison(s: number, left: expr): expr {
    const ops: cmpop[] = [];
    const comparators: expr[] = [];
    for (;;) {
      const kind = this.kind[this.p];
      if (continuesComparison[kind] === 0) break;
      let op: cmpop;
      if (kind === T.NOT) {
        if (this.kind[this.p + 1] !== T.IN) break;
        this.p += 2;
        op = "NotIn";
      } else if (kind === T.IS && this.kind[this.p + 1] === T.NOT) {
        this.p += 2;
        op = "IsNot";
      } else {
        this.checkNotEqual(kind);
        this.p++;
        op = comparisons[kind]!;
      }
      ops.push(op);
      comparators.push(this.binary(1));
    }
    if (ops.length === 0) return left;
    const e = this.p - 1;
    return build.Compare(left, ops, comparators, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** With `from __future__ import barry_as_FLUFL`, `<>` is the only way to write it (PEP 401). */
  protected flufl = false;
  private checkNotEqual(kind: number): void {
    if (kind !== T.NOTEQUAL) return;
    const diamond = this.src.charCodeAt(this.starts[this.p]) === 60;
    if (this.flufl && !diamond) {
      throw new ParseError("SyntaxError", "with Barry as BDFL, use '<>' instead of '!='", this.p, this.p);
    }
    if (!this.flufl && diamond) this.fail();
  }

  /** Binary operators that bind at least as strongly as `min`. */
  protected binary(min: number): expr {
    const s = this.p;
    let left = this.factor();
    for (;;) {
      const kind = this.kind[this.p];
      const strength = precedence[kind];
      if (strength < min || strength === 0) return left;
      this.p++;
      const right = this.binary(strength + 1);
      const e = this.p - 1;
      left = build.BinOp(
        left,
        binaryOperators[kind],
        right,
        this.line[s],
        this.col[s],
        this.endLine[e],
        this.endCol[e],
      );
    }
  }

  private factor(): expr {
    const s = this.p;
    const op = unaryOperators[this.kind[s]];
    if (op !== null) {
      this.p++;
      this.enter();
      const operand = this.factor();
      this.depth--;
      const e = this.p - 1;
      return build.UnaryOp(op, operand, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    const left = this.kind[s] === T.AWAIT ? this.awaitPrimary() : this.primary();
    if (this.kind[this.p] !== T.DOUBLESTAR) return left;
    this.p++;
    // Two rules of CPython's grammar.
    this.enter();
    this.enter();
    const right = this.factor();
    this.depth -= 2;
    const e = this.p - 1;
    return build.BinOp(left, "Pow", right, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private awaitPrimary(): expr {
    const s = this.p++;
    const value = this.primary();
    const e = this.p - 1;
    return build.Await(value, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** An attribute of a value that begins at token `s`, from its dot. */
  protected attribute(s: number, value: expr): expr {
    this.p++;
    const attr = this.identifier();
    const e = this.p - 1;
    return build.Attribute(value, attr, "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** An atom with its attributes, calls and subscripts. */
  private primary(): expr {
    const s = this.p;
    let value = this.atom();
    for (;;) {
      const kind = this.kind[this.p];
      if (kind === T.DOT) {
        value = this.attribute(s, value);
      } else if (kind === T.LPAR) {
        this.enter();
        const args: expr[] = [];
        const keywords: keyword[] = [];
        this.callArguments(args, keywords, true);
        this.depth--;
        const e = this.p - 1;
        value = build.Call(value, args, keywords, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
      } else if (kind === T.LSQB) {
        this.p++;
        this.enter();
        const slice = this.slices();
        this.depth--;
        this.expect(T.RSQB);
        const e = this.p - 1;
        value = build.Subscript(
          value,
          slice,
          "Load",
          this.line[s],
          this.col[s],
          this.endLine[e],
          this.endCol[e],
        );
      } else return value;
    }
  }

  protected atom(): expr {
    const s = this.p;
    switch (this.kind[s]) {
      case T.NAME:
        return this.name("Load");
      case T.NUMBER:
        return this.number();
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.strings();
      case T.LPAR:
        return this.parenthesized();
      case T.LSQB:
        return this.list();
      case T.LBRACE:
        return this.braces();
      case T.NONE:
        return this.constant(null);
      case T.TRUE:
        return this.constant(true);
      case T.FALSE:
        return this.constant(false);
      case T.ELLIPSIS:
        return this.constant({ type: "ellipsis" });
      default:
        return this.fail();
    }
  }

  protected constant(value: null | boolean | { readonly type: "ellipsis" }): expr {
    const s = this.p++;
    return build.Constant(value, null, this.line[s], this.col[s], this.endLine[s], this.endCol[s]);
  }

  protected number(): expr {
    const s = this.p++;
    const value = parseNumber(this.src.substring(this.starts[s], this.ends[s]), this.settings.maxIntDigits);
    if (value instanceof LiteralError) throw new ParseError("SyntaxError", value.message, s, s);
    return build.Constant(value, null, this.line[s], this.col[s], this.endLine[s], this.endCol[s]);
  }

  /** `(...)`: a group, a tuple or a generator expression. */
  private parenthesized(): expr {
    const s = this.p++;
    const kind = this.kind[this.p];
    if (kind === T.RPAR) {
      const e = this.p++;
      return build.Tuple([], "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    this.enter();
    if (kind === T.YIELD) {
      const value = this.yieldExpression();
      this.expect(T.RPAR);
      this.depth--;
      return value;
    }
    const first = this.starNamedExpression();
    const next = this.kind[this.p];
    if (next === T.RPAR) {
      if (first.nodeType === "Starred" && kind === T.STAR) this.fail();
      this.p++;
      this.depth--;
      return first;
    }
    if (next === T.COMMA) {
      const elts = this.elements([first], T.RPAR);
      this.depth--;
      const e = this.p - 1;
      return build.Tuple(elts, "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    if (kind === T.STAR) this.fail();
    const generators = this.forIfClauses();
    this.expect(T.RPAR);
    this.depth--;
    const e = this.p - 1;
    return build.GeneratorExp(first, generators, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** Adds the rest of a display, from the comma behind its first element up to and with its bracket. */
  protected elements(elts: expr[], close: number): expr[] {
    while (this.kind[this.p] === T.COMMA) {
      this.p++;
      if (this.kind[this.p] === close) break;
      elts.push(this.starNamedExpression());
    }
    this.expect(close);
    return elts;
  }

  private list(): expr {
    const s = this.p++;
    let elts: expr[];
    if (this.kind[this.p] === T.RSQB) {
      this.p++;
      elts = [];
    } else {
      this.enter();
      const kind = this.kind[this.p];
      const first = this.starNamedExpression();
      const next = this.kind[this.p];
      if (next === T.FOR || next === T.ASYNC) {
        if (kind === T.STAR) this.fail();
        const generators = this.forIfClauses();
        this.expect(T.RSQB);
        this.depth--;
        const e = this.p - 1;
        return build.ListComp(first, generators, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
      }
      elts = this.elements([first], T.RSQB);
      this.depth--;
    }
    const e = this.p - 1;
    return build.List(elts, "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** `{...}`: a dict, a set, or a comprehension of either. */
  private braces(): expr {
    const s = this.p++;
    const kind = this.kind[this.p];
    if (kind === T.RBRACE) {
      const e = this.p++;
      return build.Dict([], [], this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    this.enter();
    if (kind === T.DOUBLESTAR) {
      this.p++;
      return this.dict(s, null, this.binary(1));
    }
    const named = kind === T.STAR || (kind === T.NAME && this.kind[this.p + 1] === T.COLONEQUAL);
    const first = named ? this.starNamedExpression() : this.expression();
    const next = this.kind[this.p];
    if (next === T.COLON && !named) {
      this.p++;
      const value = this.expression();
      const after = this.kind[this.p];
      if (after !== T.FOR && after !== T.ASYNC) return this.dict(s, first, value);
      const generators = this.forIfClauses();
      this.expect(T.RBRACE);
      this.depth--;
      const e = this.p - 1;
      return build.DictComp(
        first,
        value,
        generators,
        this.line[s],
        this.col[s],
        this.endLine[e],
        this.endCol[e],
      );
    }
    if (next === T.FOR || next === T.ASYNC) {
      if (kind === T.STAR) this.fail();
      const generators = this.forIfClauses();
      this.expect(T.RBRACE);
      this.depth--;
      const e = this.p - 1;
      return build.SetComp(first, generators, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    const elts = this.elements([first], T.RBRACE);
    this.depth--;
    const e = this.p - 1;
    return build.Set(elts, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** The rest of a dict display behind its first item. */
  private dict(s: number, key: expr | null, value: expr): expr {
    const keys = [key];
    const values = [value];
    while (this.kind[this.p] === T.COMMA) {
      this.p++;
      const kind = this.kind[this.p];
      if (kind === T.RBRACE) break;
      if (kind === T.DOUBLESTAR) {
        this.p++;
        keys.push(null);
        values.push(this.binary(1));
      } else {
        keys.push(this.expression());
        this.expect(T.COLON);
        values.push(this.expression());
      }
    }
    this.expect(T.RBRACE);
    this.depth--;
    const e = this.p - 1;
    return build.Dict(keys, values, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** `for_if_clauses` */
  protected forIfClauses(): comprehension[] {
    const generators: comprehension[] = [];
    for (;;) {
      let isAsync = 0;
      if (this.kind[this.p] === T.ASYNC) {
        this.p++;
        isAsync = 1;
      } else if (this.kind[this.p] !== T.FOR) break;
      this.expect(T.FOR);
      const target = this.starTargets();
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: expr[] = [];
      while (this.kind[this.p] === T.IF) {
        this.p++;
        ifs.push(this.disjunction());
      }
      generators.push(build.comprehension(target, iter, ifs, isAsync));
    }
    if (generators.length === 0) this.fail();
    return generators;
  }

  /** Targets of `for`: parsed as operands (so that `in` is left alone), then turned into targets. */
  protected starTargets(): expr {
    const s = this.p;
    let target = this.starTarget();
    if (this.kind[this.p] === T.COMMA) {
      const elts = [target];
      while (this.kind[this.p] === T.COMMA) {
        this.p++;
        if (startsExpression[this.kind[this.p]] === 0) break;
        elts.push(this.starTarget());
      }
      const e = this.p - 1;
      target = build.Tuple(elts, "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    if (!this.store(target)) this.fail();
    return target;
  }

  protected starTarget(): expr {
    return this.kind[this.p] === T.STAR ? this.starred() : this.binary(1);
  }

  /** Turns an expression into a target; false when it cannot be one. */
  protected store(node: expr): boolean {
    switch (node.nodeType) {
      case "Name":
      case "Attribute":
      case "Subscript":
        node.ctx = "Store";
        return true;
      case "Starred":
        node.ctx = "Store";
        // `**a` is no starred expression; a star in a star is no target either.
        return node.value.nodeType !== "Starred" && this.store(node.value);
      case "Tuple":
      case "List":
        node.ctx = "Store";
        for (const element of node.elts) if (!this.store(element)) return false;
        return true;
      default:
        return false;
    }
  }

  /** The arguments of a call or the bases of a class, from the bracket; `generator` allows `f(x for ...)`. */
  protected callArguments(args: expr[], keywords: keyword[], generator: boolean): void {
    const open = this.p++;
    const { kind: kinds, line, col, endLine, endCol } = this;
    let unpacked = false;
    for (;;) {
      const s = this.p;
      const kind = kinds[s];
      if (kind === T.RPAR) break;
      if (kind === T.NAME && kinds[s + 1] === T.EQUAL) {
        const name = this.names[this.nameId[s]];
        this.p += 2;
        const value = this.expression();
        const e = this.p - 1;
        keywords.push(build.keyword(name, value, line[s], col[s], endLine[e], endCol[e]));
      } else if (kind === T.DOUBLESTAR) {
        this.p++;
        const value = this.expression();
        const e = this.p - 1;
        keywords.push(build.keyword(null, value, line[s], col[s], endLine[e], endCol[e]));
        unpacked = true;
      } else if (kind === T.STAR) {
        if (unpacked) this.fail();
        this.p++;
        const value = this.expression();
        const e = this.p - 1;
        args.push(build.Starred(value, "Load", line[s], col[s], endLine[e], endCol[e]));
      } else {
        if (keywords.length > 0) this.fail();
        const value = this.namedExpression();
        const next = kinds[this.p];
        if (next === T.FOR || next === T.ASYNC) {
          if (args.length > 0 || !generator) this.fail();
          const generators = this.forIfClauses();
          this.expect(T.RPAR);
          const e = this.p - 1;
          args.push(build.GeneratorExp(value, generators, line[open], col[open], endLine[e], endCol[e]));
          return;
        }
        args.push(value);
      }
      if (kinds[this.p] !== T.COMMA) break;
      this.p++;
      if (this.p === open + 2) this.fail();
    }
    this.expect(T.RPAR);
  }

  protected slices(): expr {
    const s = this.p;
    const first = this.slice();
    if (this.kind[this.p] !== T.COMMA && first.nodeType !== "Starred") return first;
    const elts = [first];
    while (this.kind[this.p] === T.COMMA) {
      this.p++;
      if (this.kind[this.p] === T.RSQB) break;
      elts.push(this.slice());
    }
    const e = this.p - 1;
    return build.Tuple(elts, "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private slice(): expr {
    const s = this.p;
    const kind = this.kind[s];
    let lower: expr | null = null;
    if (kind === T.STAR) {
      this.p++;
      const value = this.expression();
      const e = this.p - 1;
      return build.Starred(value, "Load", this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
    }
    if (kind !== T.COLON) {
      if (kind === T.NAME && this.kind[s + 1] === T.COLONEQUAL) return this.namedExpression();
      lower = this.expression();
      if (this.kind[this.p] !== T.COLON) return lower;
    }
    this.p++;
    let upper: expr | null = null;
    let step: expr | null = null;
    if (this.kind[this.p] !== T.COLON && this.kind[this.p] !== T.COMMA && this.kind[this.p] !== T.RSQB) {
      upper = this.expression();
    }
    if (this.kind[this.p] === T.COLON) {
      this.p++;
      if (this.kind[this.p] !== T.COMMA && this.kind[this.p] !== T.RSQB) step = this.expression();
    }
    const e = this.p - 1;
    return build.Slice(lower, upper, step, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private lambda(): expr {
    // Two rules of CPython's grammar, and two calls here.
    this.enter();
    this.enter();
    const s = this.p++;
    const parameters = this.parameters(T.COLON);
    this.expect(T.COLON);
    const body = this.expression();
    this.depth -= 2;
    const e = this.p - 1;
    return build.Lambda(parameters, body, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** Parameters up to (and without) `close`: `)` for a function, which may annotate, `:` for a lambda. */
  protected parameters(close: number): Arguments {
    const annotated = close === T.RPAR;
    const posonlyargs: arg[] = [];
    const args: arg[] = [];
    const defaults: expr[] = [];
    const kwonlyargs: arg[] = [];
    // None marks a keyword-only parameter without a default.
    const kwDefaults: (expr | null)[] = [];
    let vararg: arg | null = null;
    let kwarg: arg | null = null;
    let slash = false;
    let star = false;
    for (;;) {
      const kind = this.kind[this.p];
      if (kind === close) break;
      let comma = true;
      if (kind === T.NAME) {
        const parameter = this.parameter(annotated, false);
        let value: expr | null = null;
        if (this.kind[this.p] === T.EQUAL) {
          this.p++;
          value = this.expression();
        }
        if (star) {
          kwonlyargs.push(parameter);
          kwDefaults.push(value);
        } else {
          args.push(parameter);
          if (value !== null) defaults.push(value);
          else if (defaults.length > 0) this.fail();
        }
        comma = this.parameterEnd(parameter, annotated);
      } else if (kind === T.SLASH) {
        if (slash || star || args.length === 0) this.fail();
        slash = true;
        this.p++;
        posonlyargs.push(...args);
        args.length = 0;
        comma = this.parameterEnd(null, false);
      } else if (kind === T.STAR) {
        if (star) this.fail();
        star = true;
        this.p++;
        if (this.kind[this.p] === T.COMMA) {
          // A bare star needs a name behind it.
          if (this.kind[this.p + 1] !== T.NAME) this.fail();
          this.p++;
        } else {
          vararg = this.parameter(annotated, annotated);
          comma = this.parameterEnd(vararg, annotated);
        }
      } else if (kind === T.DOUBLESTAR) {
        this.p++;
        kwarg = this.parameter(annotated, false);
        this.parameterEnd(kwarg, annotated);
        if (this.kind[this.p] !== close) this.fail();
        break;
      } else this.fail();
      if (!comma && this.kind[this.p] !== close) this.fail();
    }
    return build.arguments(posonlyargs, args, vararg, kwonlyargs, kwDefaults as expr[], kwarg, defaults);
  }

  /** The comma and the type comment behind a parameter; says whether there was a comma. */
  private parameterEnd(parameter: arg | null, annotated: boolean): boolean {
    const comma = this.kind[this.p] === T.COMMA;
    if (comma) this.p++;
    if (annotated && parameter !== null && this.kind[this.p] === T.TYPE_COMMENT) {
      parameter.type_comment = this.typeComment();
    }
    return comma;
  }

  private parameter(annotated: boolean, starAnnotation: boolean): arg {
    const s = this.p;
    const name = this.identifier();
    let annotation: expr | null = null;
    if (annotated && this.kind[this.p] === T.COLON) {
      this.p++;
      annotation = starAnnotation ? this.starExpression() : this.expression();
    }
    const e = this.p - 1;
    return build.arg(name, annotation, null, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  /** Takes a TYPE_COMMENT, if one stands here. */
  protected typeComment(): string | null {
    if (this.kind[this.p] !== T.TYPE_COMMENT) return null;
    const token = this.p++;
    return this.src.substring(this.starts[token], this.ends[token]);
  }
}
