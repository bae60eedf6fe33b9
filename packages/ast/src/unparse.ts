import type { alias, excepthandler, expr, Node, stmt, type_param } from "./generated/nodes.js";
import {
  operatorSign,
  Precedence,
  textOf,
  unparseArguments,
  unparseExpression,
  unparseParameters,
  unparsePattern,
} from "./unparse-expressions.js";
import { docstringLiteral } from "./unparse-strings.js";

/** The text of Python's `ast.unparse(node)` (Lib/_ast_unparse.py): source that parses to an equal tree. */
export function unparse(node: Node): string {
  const unparser = new Unparser();
  unparser.any(node);
  return unparser.source;
}

class Unparser {
  source = "";
  /** Something was written, be it nothing: from then on statements begin on a line of their own. */
  private started = false;
  private indent = 0;
  private interactive = false;
  private star = false;
  private typeIgnores = new Map<number, string>();

  any(node: Node): void {
    switch (node.nodeType) {
      case "Module":
        for (const { lineno, tag } of node.type_ignores) this.typeIgnores.set(lineno, `ignore${tag}`);
        this.documented(node.body);
        break;
      case "Interactive":
        this.interactive = true;
        this.statements(node.body);
        break;
      case "Expression":
        this.write(unparseExpression(node.body));
        break;
      case "FunctionType": {
        const types = node.argtypes.map((item) => unparseExpression(item)).join(", ");
        this.write(`(${types}) -> ${unparseExpression(node.returns)}`);
        break;
      }
      default:
        this.part(node);
    }
  }

  /** A node by itself: a statement, an expression or a part of either. */
  private part(node: Node): void {
    switch (node.nodeType) {
      case "arguments":
        this.write(unparseParameters(node));
        break;
      case "arg":
        this.write(node.arg + (node.annotation === null ? "" : `: ${unparseExpression(node.annotation)}`));
        break;
      case "keyword":
        this.write(unparseArguments([], [node]));
        break;
      case "alias":
        this.write(aliases([node]));
        break;
      case "withitem":
        this.write(unparseExpression(node.context_expr));
        if (node.optional_vars !== null) this.write(` as ${unparseExpression(node.optional_vars)}`);
        break;
      case "match_case":
        this.matchCase(node);
        break;
      case "ExceptHandler":
        this.handler(node);
        break;
      case "TypeVar":
      case "ParamSpec":
      case "TypeVarTuple":
        this.write(typeParameter(node));
        break;
      case "MatchValue":
      case "MatchSingleton":
      case "MatchSequence":
      case "MatchMapping":
      case "MatchClass":
      case "MatchStar":
      case "MatchAs":
      case "MatchOr":
        this.write(unparsePattern(node));
        break;
      case "comprehension":
      case "TypeIgnore":
        break;
      default:
        if (isStatement(node)) this.statement(node);
        else this.write(unparseExpression(node as expr));
    }
  }

  private write(text: string): void {
    this.source += text;
    this.started = true;
  }

  private newline(): void {
    if (this.started) this.source += "\n";
  }

  /** Begins a statement: on a new line, or (simple statements of interactive input) behind a semicolon. */
  private fill(text: string, simple = true): void {
    if (this.interactive && this.indent === 0 && simple) {
      if (this.started) this.source += "; ";
      this.write(text);
    } else {
      this.newline();
      this.write("    ".repeat(this.indent) + text);
    }
  }

  private block(body: readonly stmt[], extra = "", documented = false): void {
    this.write(`:${extra}`);
    this.indent++;
    if (documented) this.documented(body);
    else this.statements(body);
    this.indent--;
  }

  private statements(body: readonly stmt[]): void {
    for (const statement of body) this.statement(statement);
  }

  /** A body that may begin with a docstring. */
  private documented(body: readonly stmt[]): void {
    const first = body.length > 0 ? body[0] : null;
    const value = first?.nodeType === "Expr" && first.value.nodeType === "Constant" ? first.value : null;
    const isText =
      value !== null &&
      (typeof value.value === "string" ||
        (value.value !== null && typeof value.value === "object" && value.value.type === "str"));
    if (value === null || !isText) {
      this.statements(body);
      return;
    }
    this.fill((value.kind === "u" ? "u" : "") + docstringLiteral(textOf(value.value)), false);
    this.statements(body.slice(1));
  }

  private typeComment(node: { lineno: number; type_comment: string | null }): string {
    const comment = this.typeIgnores.get(node.lineno) ?? node.type_comment;
    return comment === null ? "" : ` # type: ${comment}`;
  }

  private orElse(body: readonly stmt[], word = "else"): void {
    if (body.length === 0) return;
    this.fill(word, false);
    this.block(body);
  }

  private statement(node: stmt): void {
    switch (node.nodeType) {
      case "Expr":
        this.fill(unparseExpression(node.value, Precedence.YIELD));
        break;
      case "Assign": {
        const targets = node.targets
          .map((target) => `${unparseExpression(target, Precedence.TUPLE)} = `)
          .join("");
        this.fill(targets + unparseExpression(node.value) + this.typeComment(node));
        break;
      }
      case "AugAssign": {
        const sign = operatorSign(node.op);
        this.fill(`${unparseExpression(node.target)} ${sign}= ${unparseExpression(node.value)}`);
        break;
      }
      case "AnnAssign": {
        const target = unparseExpression(node.target);
        const bare = node.simple !== 0 || node.target.nodeType !== "Name";
        const value = node.value === null ? "" : ` = ${unparseExpression(node.value)}`;
        this.fill(`${bare ? target : `(${target})`}: ${unparseExpression(node.annotation)}${value}`);
        break;
      }
      case "Return":
        this.fill(node.value === null ? "return" : `return ${unparseExpression(node.value)}`);
        break;
      case "Pass":
        this.fill("pass");
        break;
      case "Break":
        this.fill("break");
        break;
      case "Continue":
        this.fill("continue");
        break;
      case "Delete":
        this.fill(`del ${node.targets.map((target) => unparseExpression(target)).join(", ")}`);
        break;
      case "Assert": {
        const message = node.msg === null ? "" : `, ${unparseExpression(node.msg)}`;
        this.fill(`assert ${unparseExpression(node.test)}${message}`);
        break;
      }
      case "Global":
        this.fill(`global ${node.names.join(", ")}`);
        break;
      case "Nonlocal":
        this.fill(`nonlocal ${node.names.join(", ")}`);
        break;
      case "Raise": {
        const cause = node.cause === null ? "" : ` from ${unparseExpression(node.cause)}`;
        this.fill(node.exc === null ? "raise" : `raise ${unparseExpression(node.exc)}${cause}`);
        break;
      }
      case "Import":
        this.fill(`import ${aliases(node.names)}`);
        break;
      case "ImportFrom":
        this.fill(`from ${".".repeat(node.level ?? 0)}${node.module ?? ""} import ${aliases(node.names)}`);
        break;
      case "TypeAlias": {
        const parameters = typeParameters(node.type_params);
        this.fill(`type ${unparseExpression(node.name)}${parameters} = ${unparseExpression(node.value)}`);
        break;
      }
      default:
        this.compound(node);
    }
  }

  private compound(node: stmt): void {
    switch (node.nodeType) {
      case "If":
        this.ifStatement(node);
        break;
      case "While":
        this.fill(`while ${unparseExpression(node.test)}`, false);
        this.block(node.body);
        this.orElse(node.orelse);
        break;
      case "For":
      case "AsyncFor": {
        const word = node.nodeType === "For" ? "for" : "async for";
        const target = unparseExpression(node.target, Precedence.TUPLE);
        this.fill(`${word} ${target} in ${unparseExpression(node.iter)}`, false);
        this.block(node.body, this.typeComment(node));
        this.orElse(node.orelse);
        break;
      }
      case "With":
      case "AsyncWith": {
        const items = node.items.map(({ context_expr, optional_vars }) => {
          const as = optional_vars === null ? "" : ` as ${unparseExpression(optional_vars)}`;
          return unparseExpression(context_expr) + as;
        });
        this.fill(`${node.nodeType === "With" ? "with" : "async with"} ${items.join(", ")}`, false);
        this.block(node.body, this.typeComment(node));
        break;
      }
      case "Try":
      case "TryStar": {
        const { star } = this;
        this.star = node.nodeType === "TryStar";
        this.fill("try", false);
        this.block(node.body);
        for (const handler of node.handlers) this.handler(handler);
        this.orElse(node.orelse);
        this.orElse(node.finalbody, "finally");
        this.star = star;
        break;
      }
      case "ClassDef": {
        this.decorators(node.decorator_list);
        const bases = unparseArguments(node.bases, node.keywords);
        const parameters = typeParameters(node.type_params);
        this.fill(`class ${node.name}${parameters}${bases === "" ? "" : `(${bases})`}`, false);
        this.block(node.body, "", true);
        break;
      }
      case "FunctionDef":
      case "AsyncFunctionDef": {
        this.decorators(node.decorator_list);
        const word = node.nodeType === "FunctionDef" ? "def" : "async def";
        const returns = node.returns === null ? "" : ` -> ${unparseExpression(node.returns)}`;
        const parameters = typeParameters(node.type_params);
        this.fill(`${word} ${node.name}${parameters}(${unparseParameters(node.args)})${returns}`, false);
        this.block(node.body, this.typeComment(node), true);
        break;
      }
      case "Match":
        this.fill(`match ${unparseExpression(node.subject)}`, false);
        this.write(":");
        this.indent++;
        for (const item of node.cases) this.matchCase(item);
        this.indent--;
        break;
    }
  }

  private ifStatement(node: stmt & { nodeType: "If" }): void {
    let current = node;
    this.fill(`if ${unparseExpression(current.test)}`, false);
    this.block(current.body);
    while (current.orelse.length === 1 && current.orelse[0].nodeType === "If") {
      current = current.orelse[0];
      this.fill(`elif ${unparseExpression(current.test)}`, false);
      this.block(current.body);
    }
    this.orElse(current.orelse);
  }

  private decorators(list: readonly expr[]): void {
    this.newline();
    for (const decorator of list) this.fill(`@${unparseExpression(decorator)}`, false);
  }

  private handler(node: excepthandler): void {
    const type = node.type === null ? "" : ` ${unparseExpression(node.type)}`;
    this.fill(
      `${this.star ? "except*" : "except"}${type}${node.name === null ? "" : ` as ${node.name}`}`,
      false,
    );
    this.block(node.body);
  }

  private matchCase(node: Node & { nodeType: "match_case" }): void {
    const guard = node.guard === null ? "" : ` if ${unparseExpression(node.guard)}`;
    this.fill(`case ${unparsePattern(node.pattern)}${guard}`, false);
    this.block(node.body);
  }
}

const statementTypes: ReadonlySet<string> = new Set(
  (
    "FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor While If " +
    "With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue"
  ).split(" "),
);

function isStatement(node: Node): node is stmt {
  return statementTypes.has(node.nodeType);
}

function aliases(names: readonly alias[]): string {
  return names.map(({ name, asname }) => (asname === null ? name : `${name} as ${asname}`)).join(", ");
}

function typeParameter(node: type_param): string {
  const star = node.nodeType === "TypeVarTuple" ? "*" : node.nodeType === "ParamSpec" ? "**" : "";
  const bound =
    node.nodeType === "TypeVar" && node.bound !== null ? `: ${unparseExpression(node.bound)}` : "";
  const value = node.default_value === null ? "" : ` = ${unparseExpression(node.default_value)}`;
  return star + node.name + bound + value;
}

function typeParameters(nodes: readonly type_param[]): string {
  return nodes.length === 0 ? "" : `[${nodes.map(typeParameter).join(", ")}]`;
}
