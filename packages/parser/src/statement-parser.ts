import {
  type arguments_ as Arguments,
  type alias,
  build,
  type excepthandler,
  type expr,
  type keyword,
  type match_case,
  type stmt,
  type type_param,
  type withitem,
} from "@adder/ast";
import { PatternParser } from "./pattern-parser.js";
import { augmentedOperators, startsExpression } from "./tables.js";
import { Soft, T } from "./tokens.js";

/** Statements of Grammar/python.gram; method names are the grammar's rule names. */
export class StatementParser extends PatternParser {
  /** One statement line or one compound statement, appended to `out`. */
  protected statement(out: stmt[]): void {
    const s = this.p;
    switch (this.kind[s]) {
      case T.IF:
        out.push(this.ifStatement());
        return;
      case T.DEF:
        out.push(this.functionDef(s, [], false));
        return;
      case T.FOR:
        out.push(this.forStatement(s, false));
        return;
      case T.CLASS:
        out.push(this.classDef([]));
        return;
      case T.AT:
        out.push(this.decorated());
        return;
      case T.TRY:
        out.push(this.tryStatement());
        return;
      case T.WITH:
        out.push(this.withStatement(s, false));
        return;
      case T.WHILE:
        out.push(this.whileStatement());
        return;
      case T.ASYNC:
        out.push(this.asyncStatement());
        return;
      case T.NAME:
        if (this.nameId[s] === Soft.MATCH && this.isMatchStatement()) {
          out.push(this.matchStatement());
          return;
        }
    }
    this.simpleStatements(out);
  }

  /** Whether a compound statement begins here. */
  protected isCompound(): boolean {
    switch (this.kind[this.p]) {
      case T.IF:
      case T.DEF:
      case T.FOR:
      case T.CLASS:
      case T.AT:
      case T.TRY:
      case T.WITH:
      case T.WHILE:
      case T.ASYNC:
        return true;
      case T.NAME:
        return this.nameId[this.p] === Soft.MATCH && this.isMatchStatement();
      default:
        return false;
    }
  }

  /** `simple_stmts`: statements up to the end of the line. */
  protected simpleStatements(out: stmt[]): void {
    for (;;) {
      out.push(this.simpleStatement());
      const kind = this.kind[this.p];
      if (kind === T.NEWLINE) break;
      if (kind !== T.SEMI) this.fail();
      this.p++;
      if (this.kind[this.p] === T.NEWLINE) break;
    }
    this.p++;
  }

  private simpleStatement(): stmt {
    const s = this.p;
    const { line, col, endLine, endCol } = this;
    switch (this.kind[s]) {
      case T.RETURN: {
        this.p++;
        const value = startsExpression[this.kind[this.p]] === 1 ? this.starExpressions() : null;
        const e = this.p - 1;
        return build.Return(value, line[s], col[s], endLine[e], endCol[e]);
      }
      case T.IMPORT:
        return this.importName();
      case T.FROM:
        return this.importFrom();
      case T.RAISE: {
        this.p++;
        let exc: expr | null = null;
        let cause: expr | null = null;
        if (startsExpression[this.kind[this.p]] === 1) {
          exc = this.expression();
          if (this.kind[this.p] === T.FROM) {
            this.p++;
            cause = this.expression();
          }
        }
        const e = this.p - 1;
        return build.Raise(exc, cause, line[s], col[s], endLine[e], endCol[e]);
      }
      case T.PASS:
        this.p++;
        return build.Pass(line[s], col[s], endLine[s], endCol[s]);
      case T.BREAK:
        this.p++;
        return build.Break(line[s], col[s], endLine[s], endCol[s]);
      case T.CONTINUE:
        this.p++;
        return build.Continue(line[s], col[s], endLine[s], endCol[s]);
      case T.DEL:
        return this.deleteStatement();
      case T.YIELD: {
        const value = this.yieldExpression();
        const e = this.p - 1;
        return build.Expr(value, line[s], col[s], endLine[e], endCol[e]);
      }
      case T.ASSERT: {
        this.p++;
        const test = this.expression();
        let msg: expr | null = null;
        if (this.kind[this.p] === T.COMMA) {
          this.p++;
          msg = this.expression();
        }
        const e = this.p - 1;
        return build.Assert(test, msg, line[s], col[s], endLine[e], endCol[e]);
      }
      case T.GLOBAL:
      case T.NONLOCAL: {
        const names: string[] = [];
        do {
          this.p++;
          names.push(this.identifier());
        } while (this.kind[this.p] === T.COMMA);
        const e = this.p - 1;
        const node = this.kind[s] === T.GLOBAL ? build.Global : build.Nonlocal;
        return node(names, line[s], col[s], endLine[e], endCol[e]);
      }
      case T.NAME:
        if (this.nameId[s] === Soft.TYPE && this.kind[s + 1] === T.NAME) return this.typeAlias();
    }
    return this.assignment();
  }

  /** An expression statement, or an assignment of any form. */
  private assignment(): stmt {
    const s = this.p;
    const { line, col, endLine, endCol } = this;
    const first = this.starExpressions();
    const next = this.kind[this.p];
    if (next === T.EQUAL) {
      const targets = [first];
      let value = first;
      do {
        if (!this.store(value)) this.fail();
        if (value !== first) targets.push(value);
        this.p++;
        value = this.annotatedRhs();
      } while (this.kind[this.p] === T.EQUAL);
      const e = this.p - 1;
      const typeComment = this.typeComment();
      const end = typeComment === null ? e : e + 1;
      return build.Assign(targets, value, typeComment, line[s], col[s], endLine[end], endCol[end]);
    }
    if (next === T.COLON) {
      const simple = this.p === s + 1 && first.nodeType === "Name" ? 1 : 0;
      if (!this.singleTarget(first) || this.goesOnBehindTarget(first, s)) this.fail();
      this.p++;
      const annotation = this.expression();
      let value: expr | null = null;
      if (this.kind[this.p] === T.EQUAL) {
        this.p++;
        value = this.annotatedRhs();
      }
      const e = this.p - 1;
      return build.AnnAssign(first, annotation, value, simple, line[s], col[s], endLine[e], endCol[e]);
    }
    const operator = augmentedOperators[next];
    if (operator !== null) {
      if (!this.singleTarget(first)) this.fail();
      this.p++;
      const value = this.annotatedRhs();
      const e = this.p - 1;
      return build.AugAssign(first, operator, value, line[s], col[s], endLine[e], endCol[e]);
    }
    const e = this.p - 1;
    return build.Expr(first, line[s], col[s], endLine[e], endCol[e]);
  }

  /** Turns an expression into the target of an annotation or augmented assignment. */
  private singleTarget(node: expr): boolean {
    if (node.nodeType !== "Name" && node.nodeType !== "Attribute" && node.nodeType !== "Subscript") {
      return false;
    }
    node.ctx = "Store";
    return true;
  }

  /**
   * Whether an expression begins with a target in parentheses and goes on behind them, as `(a).b` does: the grammar does
   * not go back to try another reading of what was in parentheses, so that this is no target of an annotation.
   */
  private goesOnBehindTarget(node: expr, s: number): boolean {
    if (this.kind[s] !== T.LPAR) return false;
    const whole = node;
    while (node.lineno === this.line[s] && node.col_offset === this.col[s]) {
      if (node.nodeType === "Attribute" || node.nodeType === "Subscript") node = node.value;
      else if (node.nodeType === "Call") node = node.func;
      else return false;
    }
    return node !== whole && ["Name", "Attribute", "Subscript"].includes(node.nodeType);
  }

  private deleteStatement(): stmt {
    const s = this.p++;
    const targets: expr[] = [];
    for (;;) {
      const target = this.binary(1);
      if (!deleteContext(target)) this.fail();
      targets.push(target);
      if (this.kind[this.p] !== T.COMMA) break;
      this.p++;
      if (this.kind[this.p] === T.NEWLINE || this.kind[this.p] === T.SEMI) break;
    }
    const e = this.p - 1;
    return build.Delete(targets, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private dottedName(): string {
    let name = this.identifier();
    while (this.kind[this.p] === T.DOT) {
      this.p++;
      name = `${name}.${this.identifier()}`;
    }
    return name;
  }

  private asName(): string | null {
    if (this.kind[this.p] !== T.AS) return null;
    this.p++;
    return this.identifier();
  }

  private importName(): stmt {
    const { line, col, endLine, endCol } = this;
    const s = this.p;
    const names: alias[] = [];
    do {
      const first = ++this.p;
      const name = this.dottedName();
      const asname = this.asName();
      const e = this.p - 1;
      names.push(build.alias(name, asname, line[first], col[first], endLine[e], endCol[e]));
    } while (this.kind[this.p] === T.COMMA);
    const e = this.p - 1;
    return build.Import(names, line[s], col[s], endLine[e], endCol[e]);
  }

  private importFrom(): stmt {
    const { line, col, endLine, endCol, kind: kinds } = this;
    const s = this.p++;
    let level = 0;
    for (; ; this.p++) {
      if (kinds[this.p] === T.DOT) level++;
      else if (kinds[this.p] === T.ELLIPSIS) level += 3;
      else break;
    }
    const module = level > 0 && kinds[this.p] === T.IMPORT ? null : this.dottedName();
    this.expect(T.IMPORT);
    const names: alias[] = [];
    const parenthesized = kinds[this.p] === T.LPAR;
    if (kinds[this.p] === T.STAR) {
      const star = this.p++;
      names.push(build.alias("*", null, line[star], col[star], endLine[star], endCol[star]));
    } else {
      if (parenthesized) this.p++;
      for (;;) {
        const first = this.p;
        const name = this.identifier();
        const asname = this.asName();
        const e = this.p - 1;
        names.push(build.alias(name, asname, line[first], col[first], endLine[e], endCol[e]));
        if (kinds[this.p] !== T.COMMA) break;
        this.p++;
        if (parenthesized && kinds[this.p] === T.RPAR) break;
      }
      if (parenthesized) this.expect(T.RPAR);
    }
    if (level === 0 && module === "__future__" && names.some((name) => name.name === "barry_as_FLUFL")) {
      this.flufl = true;
    }
    const e = this.p - 1;
    return build.ImportFrom(module, names, level, line[s], col[s], endLine[e], endCol[e]);
  }

  protected typeAlias(): stmt {
    const s = this.p++;
    const name = this.name("Store");
    const parameters = this.typeParameters();
    this.expect(T.EQUAL);
    const value = this.expression();
    const e = this.p - 1;
    return build.TypeAlias(
      name,
      parameters,
      value,
      this.line[s],
      this.col[s],
      this.endLine[e],
      this.endCol[e],
    );
  }

  /** `[T: bound = default, *Ts = default, **P = default]` (PEP 695, PEP 696); none gives an empty list. */
  private typeParameters(): type_param[] {
    const { line, col, endLine, endCol, kind: kinds } = this;
    const parameters: type_param[] = [];
    if (kinds[this.p] !== T.LSQB) return parameters;
    do {
      const s = ++this.p;
      const kind = kinds[s];
      if (kind === T.RSQB && parameters.length > 0) break;
      if (kind === T.STAR || kind === T.DOUBLESTAR) this.p++;
      const name = this.identifier();
      let bound: expr | null = null;
      if (kind === T.NAME && kinds[this.p] === T.COLON) {
        this.p++;
        bound = this.expression();
      }
      let value: expr | null = null;
      if (kinds[this.p] === T.EQUAL) {
        this.p++;
        value = kind === T.STAR ? this.starExpression() : this.expression();
      }
      const e = this.p - 1;
      parameters.push(
        kind === T.STAR
          ? build.TypeVarTuple(name, value, line[s], col[s], endLine[e], endCol[e])
          : kind === T.DOUBLESTAR
            ? build.ParamSpec(name, value, line[s], col[s], endLine[e], endCol[e])
            : build.TypeVar(name, bound, value, line[s], col[s], endLine[e], endCol[e]),
      );
    } while (kinds[this.p] === T.COMMA);
    this.expect(T.RSQB);
    return parameters;
  }

  /** `block`: an indented block, or statements on the same line. */
  protected block(): stmt[] {
    const body: stmt[] = [];
    if (this.kind[this.p] !== T.NEWLINE) {
      this.simpleStatements(body);
      return body;
    }
    this.p++;
    this.expect(T.INDENT);
    this.enter();
    do this.statement(body);
    while (this.kind[this.p] !== T.DEDENT);
    this.p++;
    this.depth--;
    return body;
  }

  private colonBlock(): stmt[] {
    this.expect(T.COLON);
    return this.block();
  }

  private elseBlock(): stmt[] {
    if (this.kind[this.p] !== T.ELSE) return [];
    this.p++;
    return this.colonBlock();
  }

  private ifStatement(): stmt {
    // A chain of elifs is as deep a tree as it is long, and is built without recursion from its end.
    const firsts: number[] = [];
    const tests: expr[] = [];
    const bodies: stmt[][] = [];
    do {
      firsts.push(this.p++);
      tests.push(this.namedExpression());
      bodies.push(this.colonBlock());
      this.enter();
    } while (this.kind[this.p] === T.ELIF);
    this.depth -= firsts.length;
    let orelse = this.elseBlock();
    const e = this.lastToken();
    let node: stmt | null = null;
    for (let i = firsts.length - 1; i >= 0; i--) {
      const s = firsts[i];
      node = build.If(
        tests[i],
        bodies[i],
        orelse,
        this.line[s],
        this.col[s],
        this.endLine[e],
        this.endCol[e],
      );
      orelse = [node];
    }
    return node!;
  }

  private whileStatement(): stmt {
    const s = this.p++;
    const test = this.namedExpression();
    const body = this.colonBlock();
    const orelse = this.elseBlock();
    const e = this.lastToken();
    return build.While(test, body, orelse, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private forStatement(s: number, isAsync: boolean): stmt {
    this.p++;
    const target = this.starTargets();
    this.expect(T.IN);
    const iter = this.starExpressions();
    this.expect(T.COLON);
    const typeComment = this.typeComment();
    const body = this.block();
    const orelse = this.elseBlock();
    const e = this.lastToken();
    const node = isAsync ? build.AsyncFor : build.For;
    return node(
      target,
      iter,
      body,
      orelse,
      typeComment,
      this.line[s],
      this.col[s],
      this.endLine[e],
      this.endCol[e],
    );
  }

  private asyncStatement(): stmt {
    const s = this.p++;
    switch (this.kind[this.p]) {
      case T.DEF:
        return this.functionDef(s, [], true);
      case T.FOR:
        return this.forStatement(s, true);
      case T.WITH:
        return this.withStatement(s, true);
      default:
        return this.fail();
    }
  }

  private withStatement(s: number, isAsync: boolean): stmt {
    this.p++;
    const items = this.parenthesizedItems() ?? this.withItems();
    this.expect(T.COLON);
    const typeComment = this.typeComment();
    const body = this.block();
    const e = this.lastToken();
    const node = isAsync ? build.AsyncWith : build.With;
    return node(items, body, typeComment, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private withItems(): withitem[] {
    const items: withitem[] = [];
    for (;;) {
      items.push(this.withItem(this.expression()));
      if (this.kind[this.p] !== T.COMMA) return items;
      this.p++;
    }
  }

  /** The rest of an item behind its expression. */
  private withItem(context: expr): withitem {
    if (this.kind[this.p] !== T.AS) return build.withitem(context, null);
    this.p++;
    const target = this.starTarget();
    if (!this.store(target)) this.fail();
    return build.withitem(context, target);
  }

  /**
   * Items in parentheses; null (and no token taken) when the parentheses belong to an expression. Both
   * begin alike: what decides is whether `):` ends them and whether each element can be an item.
   */
  private parenthesizedItems(): withitem[] | null {
    const open = this.p;
    const kinds = this.kind;
    if (kinds[open] !== T.LPAR || kinds[this.closing(open) + 1] !== T.COLON) return null;
    const warnings = this.warnings.length;
    const items: withitem[] = [];
    this.p++;
    for (;;) {
      const kind = kinds[this.p];
      if (kind === T.RPAR && items.length > 0) break;
      const isItem =
        startsExpression[kind] === 1 &&
        kind !== T.STAR &&
        (kind !== T.NAME || kinds[this.p + 1] !== T.COLONEQUAL);
      const context = isItem ? this.expression() : null;
      const next = kinds[this.p];
      if (context === null || (next !== T.AS && next !== T.COMMA && next !== T.RPAR)) {
        this.p = open;
        this.warnings.length = warnings;
        return null;
      }
      items.push(this.withItem(context));
      if (kinds[this.p] !== T.COMMA) break;
      this.p++;
    }
    this.expect(T.RPAR);
    return items;
  }

  /** Index of the bracket that closes the one at `open`. */
  private closing(open: number): number {
    let level = 0;
    for (let i = open; ; i++) {
      switch (this.kind[i]) {
        case T.LPAR:
        case T.LSQB:
        case T.LBRACE:
          level++;
          break;
        case T.RPAR:
        case T.RSQB:
        case T.RBRACE:
          if (--level === 0) return i;
          break;
        case T.ENDMARKER:
        case T.ERRORTOKEN:
        case T.NEWLINE:
          return i;
      }
    }
  }

  private tryStatement(): stmt {
    const s = this.p++;
    const body = this.colonBlock();
    const handlers: excepthandler[] = [];
    const star = this.kind[this.p + 1] === T.STAR;
    while (this.kind[this.p] === T.EXCEPT) handlers.push(this.exceptBlock(star));
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    let finalbody: stmt[] = [];
    if (this.kind[this.p] === T.FINALLY) {
      this.p++;
      finalbody = this.colonBlock();
    } else if (handlers.length === 0) this.fail();
    const e = this.lastToken();
    const node = star && handlers.length > 0 ? build.TryStar : build.Try;
    return node(
      body,
      handlers,
      orelse,
      finalbody,
      this.line[s],
      this.col[s],
      this.endLine[e],
      this.endCol[e],
    );
  }

  private exceptBlock(star: boolean): excepthandler {
    const s = this.p++;
    let type: expr | null = null;
    let name: string | null = null;
    if (star) this.expect(T.STAR);
    if (star || this.kind[this.p] !== T.COLON) {
      const first = this.p;
      type = this.expression();
      if (this.kind[this.p] === T.COMMA) {
        // Several types without parentheses (PEP 758); `as` still wants them.
        type = this.bareTuple(first, type);
      } else name = this.asName();
    }
    const body = this.colonBlock();
    const e = this.lastToken();
    return build.ExceptHandler(type, name, body, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  private decorated(): stmt {
    const decorators: expr[] = [];
    while (this.kind[this.p] === T.AT) {
      this.p++;
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    const s = this.p;
    switch (this.kind[s]) {
      case T.DEF:
        return this.functionDef(s, decorators, false);
      case T.CLASS:
        return this.classDef(decorators);
      case T.ASYNC:
        this.p++;
        if (this.kind[this.p] === T.DEF) return this.functionDef(s, decorators, true);
    }
    return this.fail();
  }

  private functionDef(s: number, decorators: expr[], isAsync: boolean): stmt {
    this.p++;
    const name = this.identifier();
    const typeParameters = this.typeParameters();
    this.expect(T.LPAR);
    const parameters: Arguments = this.parameters(T.RPAR);
    this.expect(T.RPAR);
    let returns: expr | null = null;
    if (this.kind[this.p] === T.RARROW) {
      this.p++;
      returns = this.expression();
    }
    this.expect(T.COLON);
    const typeComment = this.functionTypeComment();
    const body = this.block();
    const e = this.lastToken();
    const node = isAsync ? build.AsyncFunctionDef : build.FunctionDef;
    return node(
      name,
      parameters,
      body,
      decorators,
      returns,
      typeComment,
      typeParameters,
      this.line[s],
      this.col[s],
      this.endLine[e],
      this.endCol[e],
    );
  }

  /** A type comment behind the colon, or alone on the first line of the body. */
  private functionTypeComment(): string | null {
    const kinds = this.kind;
    const p = this.p;
    if (
      kinds[p] === T.NEWLINE &&
      kinds[p + 1] === T.TYPE_COMMENT &&
      kinds[p + 2] === T.NEWLINE &&
      kinds[p + 3] === T.INDENT
    ) {
      this.p++;
    }
    return this.typeComment();
  }

  private classDef(decorators: expr[]): stmt {
    const s = this.p++;
    const name = this.identifier();
    const typeParameters = this.typeParameters();
    const bases: expr[] = [];
    const keywords: keyword[] = [];
    if (this.kind[this.p] === T.LPAR) this.callArguments(bases, keywords, false);
    const body = this.colonBlock();
    const e = this.lastToken();
    return build.ClassDef(
      name,
      bases,
      keywords,
      body,
      decorators,
      typeParameters,
      this.line[s],
      this.col[s],
      this.endLine[e],
      this.endCol[e],
    );
  }

  /**
   * Whether the `match` that stands here begins a match statement: nothing else ends its line with a
   * colon and goes on with an indented `case`.
   */
  private isMatchStatement(): boolean {
    const kinds = this.kind;
    let i = this.p + 1;
    if (startsExpression[kinds[i]] === 0) return false;
    for (;;) {
      const kind = kinds[i];
      if (kind === T.NEWLINE) break;
      if (kind === T.ENDMARKER || kind === T.ERRORTOKEN) return false;
      i++;
    }
    return (
      kinds[i - 1] === T.COLON &&
      kinds[i + 1] === T.INDENT &&
      kinds[i + 2] === T.NAME &&
      this.nameId[i + 2] === Soft.CASE
    );
  }

  private matchStatement(): stmt {
    const s = this.p++;
    const first = this.p;
    const starred = this.kind[first] === T.STAR;
    let subject = this.starNamedExpression();
    if (this.kind[this.p] === T.COMMA) {
      const elts = [subject];
      while (this.kind[this.p] === T.COMMA) {
        this.p++;
        if (startsExpression[this.kind[this.p]] === 0) break;
        elts.push(this.starNamedExpression());
      }
      const e = this.p - 1;
      subject = build.Tuple(elts, "Load", this.line[first], this.col[first], this.endLine[e], this.endCol[e]);
    } else if (starred) this.fail();
    this.expect(T.COLON);
    this.expect(T.NEWLINE);
    this.expect(T.INDENT);
    const cases: match_case[] = [];
    do cases.push(this.caseBlock());
    while (this.kind[this.p] !== T.DEDENT);
    this.p++;
    const e = this.lastToken();
    return build.Match(subject, cases, this.line[s], this.col[s], this.endLine[e], this.endCol[e]);
  }

  protected override caseBlock(): match_case {
    if (this.kind[this.p] !== T.NAME || this.nameId[this.p] !== Soft.CASE) this.fail();
    this.p++;
    const pattern = this.patterns();
    let guard: expr | null = null;
    if (this.kind[this.p] === T.IF) {
      this.p++;
      guard = this.namedExpression();
    }
    const body = this.colonBlock();
    return build.match_case(pattern, guard, body);
  }
}

function deleteContext(node: expr): boolean {
  switch (node.nodeType) {
    case "Name":
    case "Attribute":
    case "Subscript":
      node.ctx = "Del";
      return true;
    case "Tuple":
    case "List":
      node.ctx = "Del";
      return node.elts.every(deleteContext);
    default:
      return false;
  }
}
