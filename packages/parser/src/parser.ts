import { build, type expr, type mod, type stmt } from "@adder/ast";
import { StatementParser } from "./statement-parser.js";
import { T } from "./tokens.js";

/** What kind of input is parsed, as the `mode` of Python's `compile()`. */
export type ParseMode = "exec" | "eval" | "single" | "func_type";

/** The start rules of Grammar/python.gram. */
export class Parser extends StatementParser {
  /** Parses the whole input; throws `mismatch` or a `ParseError`. */
  parse(mode: ParseMode): mod {
    switch (mode) {
      case "exec":
        return this.file();
      case "eval":
        return this.evaluation();
      case "single":
        return this.interactive();
      case "func_type":
        return this.functionType();
    }
  }

  private file(): mod {
    const body: stmt[] = [];
    while (this.kind[this.p] !== T.ENDMARKER) this.statement(body);
    const ignores = this.lexer.typeIgnores.map(({ line, tag }) => build.TypeIgnore(line, tag));
    return build.Module(body, ignores);
  }

  private newlines(): void {
    while (this.kind[this.p] === T.NEWLINE) this.p++;
    this.expect(T.ENDMARKER);
  }

  private evaluation(): mod {
    const value = this.expressions();
    this.newlines();
    return build.Expression(value);
  }

  /** `expressions`: as `star_expressions`, without stars. */
  private expressions(): expr {
    if (this.kind[this.p] === T.STAR) this.fail();
    const value = this.starExpressions();
    const s = value.nodeType === "Tuple" ? value.elts : [];
    if (this.kind[0] !== T.LPAR && s.some((element) => element.nodeType === "Starred")) this.fail();
    return value;
  }

  private interactive(): mod {
    const body: stmt[] = [];
    const s = this.p;
    if (this.kind[s] === T.NEWLINE) {
      this.p++;
      body.push(build.Pass(this.line[s], this.col[s], this.endLine[s], this.endCol[s]));
    } else {
      const compound = this.isCompound();
      this.statement(body);
      if (compound) this.expect(T.NEWLINE);
    }
    if (hasStatement(this.src, this.ends[this.p - 1], this.lexer.length)) this.fail();
    return build.Interactive(body);
  }

  private functionType(): mod {
    const types: expr[] = [];
    this.expect(T.LPAR);
    let stars = 0;
    while (this.kind[this.p] !== T.RPAR) {
      const kind = this.kind[this.p];
      if (kind === T.STAR || kind === T.DOUBLESTAR) {
        const rank = kind === T.STAR ? 1 : 2;
        if (rank <= stars) this.fail();
        stars = rank;
        this.p++;
      } else if (stars > 0) this.fail();
      types.push(this.expression());
      if (this.kind[this.p] !== T.COMMA) break;
      this.p++;
      if (this.kind[this.p] === T.RPAR) this.fail();
    }
    this.expect(T.RPAR);
    this.expect(T.RARROW);
    const returns = this.expression();
    this.newlines();
    return build.FunctionType(types, returns);
  }
}

/** Whether anything but blanks, newlines and comments stands in `source[from:end]` (`bad_single_statement` in pegen.c). */
export function hasStatement(source: string, from: number, end: number): boolean {
  return /[^ \t\n\f]/.test(source.substring(from, end).replace(/#[^\n]*/g, ""));
}
