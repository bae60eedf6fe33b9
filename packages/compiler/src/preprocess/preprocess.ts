import type {
  arguments_ as Arguments,
  arg,
  comprehension,
  expr,
  match_case,
  mod,
  pattern,
  stmt,
  type_param,
} from "@adder/ast";
import type { Diagnostics } from "../errors.js";
import { PyCF } from "../future.js";
import { hasDocstring } from "../symtable/scopes.js";
import { becomeConstant } from "./become.js";
import { optimizeFormat } from "./format.js";
import { foldPatternNumber } from "./pattern-numbers.js";

/** What {@link preprocess} must be told besides the tree. */
export interface PreprocessOptions {
  /** 0; 1: no assertions, `__debug__` is false; 2: no docstrings either. */
  readonly optimize: number;
  /** Flags of the module, future imports included. */
  readonly features: number;
  /** Leave expressions as they are written; only docstrings may go. */
  readonly keepExpressions?: boolean;
}

/** What encloses a statement most closely, for the warning of PEP 765. */
type Enclosure = "finally" | "function" | "loop" | null;

/**
 * Rewrites a syntax tree in place before it is compiled: removes docstrings (`-OO`), replaces `__debug__`, turns
 * `"..." % (...)` into an f-string, makes numbers of patterns constants, and warns of `return`, `break` and
 * `continue` that leave a `finally` block.
 * Follows `Python/ast_preprocess.c`. All other folding happens on instructions.
 */
export function preprocess(module: mod, diagnostics: Diagnostics, options: PreprocessOptions): void {
  new Preprocessor(diagnostics, options).module(module);
}

class Preprocessor {
  private readonly diagnostics: Diagnostics;
  private readonly optimize: number;
  /** Annotations stay as they are written when they become strings. */
  private readonly annotations: boolean;
  private readonly keepExpressions: boolean;
  private enclosure: Enclosure = null;

  constructor(diagnostics: Diagnostics, options: PreprocessOptions) {
    this.diagnostics = diagnostics;
    this.optimize = options.optimize;
    this.annotations = (options.features & PyCF.FUTURE_ANNOTATIONS) === 0;
    this.keepExpressions = options.keepExpressions === true;
  }

  module(module: mod): void {
    if (module.nodeType === "Module") this.body(module.body);
    else if (module.nodeType === "Interactive") this.statements(module.body);
    else if (module.nodeType === "Expression") this.expression(module.body);
  }

  /** A body that may begin with a docstring. */
  private body(body: stmt[]): void {
    let docstring = hasDocstring(body);
    if (docstring && this.optimize >= 2) {
      const { lineno, col_offset } = body.shift() as stmt;
      if (body.length === 0) {
        // A body may not be empty; `pass` stands where the docstring began.
        const end_col_offset = col_offset + "pass".length;
        body.push({ nodeType: "Pass", lineno, col_offset, end_lineno: lineno, end_col_offset });
      }
      docstring = false;
    }
    this.statements(body);
    if (!docstring && hasDocstring(body)) {
      // A string that has become first is no docstring: hide it in an f-string.
      const first = body[0];
      if (first.nodeType === "Expr") {
        const { lineno, col_offset, end_lineno, end_col_offset } = first;
        const values = [first.value];
        first.value = { nodeType: "JoinedStr", values, lineno, col_offset, end_lineno, end_col_offset };
      }
    }
  }

  private within(enclosure: Enclosure, body: stmt[], isBody = false): void {
    const outer = this.enclosure;
    this.enclosure = enclosure;
    if (isBody) this.body(body);
    else this.statements(body);
    this.enclosure = outer;
  }

  private leaving(keyword: string, node: stmt): void {
    if (this.enclosure === "finally") this.diagnostics.warn(`'${keyword}' in a 'finally' block`, node);
  }

  private statements(body: readonly stmt[]): void {
    for (let i = 0; i < body.length; i++) this.statement(body[i]);
  }

  private statement(node: stmt): void {
    switch (node.nodeType) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.typeParameters(node.type_params);
        this.arguments(node.args);
        this.within("function", node.body, true);
        this.expressions(node.decorator_list);
        if (this.annotations) this.optional(node.returns);
        return;
      case "ClassDef":
        this.typeParameters(node.type_params);
        this.expressions(node.bases);
        for (const keyword of node.keywords) this.expression(keyword.value);
        this.body(node.body);
        this.expressions(node.decorator_list);
        return;
      case "Return":
        this.leaving("return", node);
        this.optional(node.value);
        return;
      case "Delete":
        this.expressions(node.targets);
        return;
      case "Assign":
        this.expressions(node.targets);
        this.expression(node.value);
        return;
      case "AugAssign":
        this.expression(node.target);
        this.expression(node.value);
        return;
      case "AnnAssign":
        this.expression(node.target);
        if (this.annotations) this.expression(node.annotation);
        this.optional(node.value);
        return;
      case "TypeAlias":
        this.expression(node.name);
        this.typeParameters(node.type_params);
        this.expression(node.value);
        return;
      case "For":
      case "AsyncFor":
        this.expression(node.target);
        this.expression(node.iter);
        this.within("loop", node.body);
        this.statements(node.orelse);
        return;
      case "While":
        this.expression(node.test);
        this.within("loop", node.body);
        this.statements(node.orelse);
        return;
      case "If":
        this.expression(node.test);
        this.statements(node.body);
        this.statements(node.orelse);
        return;
      case "With":
      case "AsyncWith":
        for (const item of node.items) {
          this.expression(item.context_expr);
          this.optional(item.optional_vars);
        }
        this.statements(node.body);
        return;
      case "Raise":
        this.optional(node.exc);
        this.optional(node.cause);
        return;
      case "Try":
      case "TryStar":
        this.statements(node.body);
        for (const handler of node.handlers) {
          this.optional(handler.type);
          this.statements(handler.body);
        }
        this.statements(node.orelse);
        this.within("finally", node.finalbody);
        return;
      case "Assert":
        this.expression(node.test);
        this.optional(node.msg);
        return;
      case "Expr":
        this.expression(node.value);
        return;
      case "Match":
        this.expression(node.subject);
        for (const matchCase of node.cases) this.matchCase(matchCase);
        return;
      case "Break":
        this.leaving("break", node);
        return;
      case "Continue":
        this.leaving("continue", node);
        return;
    }
  }

  private optional(node: expr | null): void {
    if (node !== null) this.expression(node);
  }

  private expressions(nodes: readonly (expr | null)[]): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      if (node !== null) this.expression(node);
    }
  }

  private expression(node: expr): void {
    switch (node.nodeType) {
      case "Name":
        if (this.keepExpressions) return;
        if (node.ctx === "Load" && node.id === "__debug__") becomeConstant(node, this.optimize === 0);
        return;
      case "Constant":
        return;
      case "Attribute":
      case "Await":
      case "YieldFrom":
      case "Starred":
      case "NamedExpr":
        this.expression(node.value);
        return;
      case "Call":
        this.expression(node.func);
        this.expressions(node.args);
        for (let i = 0; i < node.keywords.length; i++) this.expression(node.keywords[i].value);
        return;
      case "BoolOp":
      case "JoinedStr":
      case "TemplateStr":
        this.expressions(node.values);
        return;
      case "BinOp":
        this.expression(node.left);
        this.expression(node.right);
        if (!this.keepExpressions) optimizeFormat(node);
        return;
      case "UnaryOp":
        this.expression(node.operand);
        return;
      case "Lambda":
        this.arguments(node.args);
        this.expression(node.body);
        return;
      case "IfExp":
        this.expression(node.test);
        this.expression(node.body);
        this.expression(node.orelse);
        return;
      case "Dict":
        this.expressions(node.keys);
        this.expressions(node.values);
        return;
      case "List":
      case "Tuple":
      case "Set":
        this.expressions(node.elts);
        return;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        this.expression(node.elt);
        this.generators(node.generators);
        return;
      case "DictComp":
        this.expression(node.key);
        this.expression(node.value);
        this.generators(node.generators);
        return;
      case "Yield":
        this.optional(node.value);
        return;
      case "Compare":
        this.expression(node.left);
        this.expressions(node.comparators);
        return;
      case "FormattedValue":
      case "Interpolation":
        this.expression(node.value);
        this.optional(node.format_spec);
        return;
      case "Subscript":
        this.expression(node.value);
        this.expression(node.slice);
        return;
      case "Slice":
        this.optional(node.lower);
        this.optional(node.upper);
        this.optional(node.step);
        return;
    }
  }

  private generators(generators: readonly comprehension[]): void {
    for (const generator of generators) {
      this.expression(generator.target);
      this.expression(generator.iter);
      this.expressions(generator.ifs);
    }
  }

  private arguments(args: Arguments): void {
    if (this.annotations) {
      this.parameters(args.posonlyargs);
      this.parameters(args.args);
      this.parameters(args.kwonlyargs);
      if (args.vararg !== null) this.optional(args.vararg.annotation);
      if (args.kwarg !== null) this.optional(args.kwarg.annotation);
    }
    this.expressions(args.kw_defaults);
    this.expressions(args.defaults);
  }

  private parameters(parameters: readonly arg[]): void {
    for (let i = 0; i < parameters.length; i++) this.optional(parameters[i].annotation);
  }

  private typeParameters(nodes: readonly type_param[]): void {
    for (const node of nodes) {
      if (node.nodeType === "TypeVar") this.optional(node.bound);
      this.optional(node.default_value);
    }
  }

  private matchCase(node: match_case): void {
    this.pattern(node.pattern);
    this.optional(node.guard);
    this.statements(node.body);
  }

  private patternValue(node: expr): void {
    if (!this.keepExpressions) foldPatternNumber(node);
  }

  private pattern(node: pattern): void {
    switch (node.nodeType) {
      case "MatchValue":
        this.patternValue(node.value);
        return;
      case "MatchSequence":
      case "MatchOr":
        for (const child of node.patterns) this.pattern(child);
        return;
      case "MatchMapping":
        for (const key of node.keys) this.patternValue(key);
        for (const child of node.patterns) this.pattern(child);
        return;
      case "MatchClass":
        this.expression(node.cls);
        for (const child of node.patterns) this.pattern(child);
        for (const child of node.kwd_patterns) this.pattern(child);
        return;
      case "MatchAs":
        if (node.pattern !== null) this.pattern(node.pattern);
        return;
    }
  }
}
