import type {
  Await,
  comprehension,
  expr,
  keyword,
  Lambda,
  Name,
  NamedExpr,
  Yield,
  YieldFrom,
} from "@adder/ast";
import type { SymbolTableBuilder } from "./builder.js";
import type { SymbolTableEntry } from "./entry.js";
import * as flags from "./flags.js";
import { BlockType, Comprehension } from "./flags.js";
import { visitDefaults, visitParameters } from "./scopes.js";

/** Visits expressions in order; `null` stands for what is left out (`**` in a dict, a missing default). */
export function visitExpressions(b: SymbolTableBuilder, nodes: readonly (expr | null)[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (node !== null) visitExpression(b, node);
  }
}

/** Visits keyword arguments of a call or class. */
export function visitKeywords(b: SymbolTableBuilder, keywords: readonly keyword[]): void {
  for (let i = 0; i < keywords.length; i++) {
    const keyword = keywords[i];
    if (keyword.arg !== null) b.checkName(keyword.arg, keyword, "Store");
  }
  for (let i = 0; i < keywords.length; i++) visitExpression(b, keywords[i].value);
}

/** Visits one expression. Follows `symtable_visit_expr` (`Python/symtable.c`). Throws SyntaxError. */
export function visitExpression(b: SymbolTableBuilder, node: expr): void {
  switch (node.nodeType) {
    case "Name":
      visitName(b, node);
      return;
    case "Constant":
      return;
    case "Attribute":
      b.checkName(node.attr, node, node.ctx);
      visitExpression(b, node.value);
      return;
    case "Call":
      visitExpression(b, node.func);
      visitExpressions(b, node.args);
      visitKeywords(b, node.keywords);
      return;
    case "Subscript":
      visitExpression(b, node.value);
      visitExpression(b, node.slice);
      return;
    case "BinOp":
      visitExpression(b, node.left);
      visitExpression(b, node.right);
      return;
    case "Compare":
      visitExpression(b, node.left);
      visitExpressions(b, node.comparators);
      return;
    case "BoolOp":
    case "JoinedStr":
    case "TemplateStr":
      visitExpressions(b, node.values);
      return;
    case "List":
    case "Tuple":
    case "Set":
      visitExpressions(b, node.elts);
      return;
    case "UnaryOp":
      visitExpression(b, node.operand);
      return;
    case "Dict":
      visitExpressions(b, node.keys);
      visitExpressions(b, node.values);
      return;
    case "FormattedValue":
    case "Interpolation":
      visitExpression(b, node.value);
      if (node.format_spec !== null) visitExpression(b, node.format_spec);
      return;
    case "Starred":
      visitExpression(b, node.value);
      return;
    case "Slice":
      if (node.lower !== null) visitExpression(b, node.lower);
      if (node.upper !== null) visitExpression(b, node.upper);
      if (node.step !== null) visitExpression(b, node.step);
      return;
    case "IfExp":
      visitExpression(b, node.test);
      visitExpression(b, node.body);
      visitExpression(b, node.orelse);
      return;
    case "Lambda":
      visitLambda(b, node);
      return;
    case "GeneratorExp":
      visitComprehension(b, node, "genexpr", Comprehension.GENERATOR, node.elt, null);
      return;
    case "ListComp":
      visitComprehension(b, node, "listcomp", Comprehension.LIST, node.elt, null);
      return;
    case "SetComp":
      visitComprehension(b, node, "setcomp", Comprehension.SET, node.elt, null);
      return;
    case "DictComp":
      visitComprehension(b, node, "dictcomp", Comprehension.DICT, node.key, node.value);
      return;
    case "Yield":
    case "YieldFrom":
      visitYield(b, node);
      return;
    case "Await":
      visitAwait(b, node);
      return;
    case "NamedExpr":
      visitNamedExpression(b, node);
      return;
  }
}

function visitName(b: SymbolTableBuilder, node: Name): void {
  if (b.current.inUnevaluatedAnnotation) return;
  const load = node.ctx === "Load";
  b.defineWithContext(node.id, load ? flags.USE : flags.DEF_LOCAL, node, node.ctx);
  // A call of super() without arguments needs the class.
  if (load && node.id === "super" && b.current.isFunctionLike) b.define("__class__", flags.USE, node);
}

function visitLambda(b: SymbolTableBuilder, node: Lambda): void {
  visitDefaults(b, node.args);
  b.enterBlock("lambda", BlockType.FUNCTION, node, node);
  visitParameters(b, node.args);
  visitExpression(b, node.body);
  b.exitBlock();
}

/** Some expressions make no sense where they are evaluated later, or never. */
function refuseInAnnotation(b: SymbolTableBuilder, what: string, node: expr): void {
  const entry = b.current;
  switch (entry.type) {
    case BlockType.ANNOTATION:
      throw b.error(`${what} cannot be used within an annotation`, node);
    case BlockType.TYPE_VARIABLE:
      throw b.error(`${what} cannot be used within ${entry.scopeInfo}`, node);
    case BlockType.TYPE_ALIAS:
      throw b.error(`${what} cannot be used within a type alias`, node);
    case BlockType.TYPE_PARAMETERS:
      throw b.error(`${what} cannot be used within the definition of a generic`, node);
  }
}

const COMPREHENSION_NAMES: Readonly<Record<number, string>> = {
  [Comprehension.LIST]: "list comprehension",
  [Comprehension.SET]: "set comprehension",
  [Comprehension.DICT]: "dict comprehension",
  [Comprehension.GENERATOR]: "generator expression",
};

function visitYield(b: SymbolTableBuilder, node: Yield | YieldFrom): void {
  refuseInAnnotation(b, "yield expression", node);
  if (node.value !== null) visitExpression(b, node.value);
  b.current.generator = true;
  if (b.current.comprehension !== Comprehension.NONE) {
    throw b.error(`'yield' inside ${COMPREHENSION_NAMES[b.current.comprehension]}`, node);
  }
}

function visitAwait(b: SymbolTableBuilder, node: Await): void {
  refuseInAnnotation(b, "await expression", node);
  if (!b.allowsTopLevelAwait) {
    if (!b.current.isFunctionLike) throw b.error("'await' outside function", node);
    if (!b.inAsyncFunction && b.current.comprehension === Comprehension.NONE) {
      throw b.error("'await' outside async function", node);
    }
  }
  visitExpression(b, node.value);
  b.current.coroutine = true;
}

function visitNamedExpression(b: SymbolTableBuilder, node: NamedExpr): void {
  refuseInAnnotation(b, "named expression", node);
  if (b.current.iterableDepth > 0) {
    throw b.error("assignment expression cannot be used in a comprehension iterable expression", node);
  }
  if (b.current.comprehension !== Comprehension.NONE) extendScope(b, node.target as Name);
  visitExpression(b, node.value);
  visitExpression(b, node.target);
}

const WALRUS_REFUSED: Readonly<Partial<Record<number, string>>> = {
  [BlockType.CLASS]: "a class body",
  [BlockType.TYPE_PARAMETERS]: "within the definition of a generic",
  [BlockType.TYPE_ALIAS]: "a type alias",
  [BlockType.TYPE_VARIABLE]: "a TypeVar bound",
};

/**
 * The target of `:=` in a comprehension belongs to the nearest enclosing block that is none (PEP 572).
 * Follows `symtable_extend_namedexpr_scope`.
 */
function extendScope(b: SymbolTableBuilder, target: Name): void {
  const name = target.id;
  for (let i = b.stack.length - 1; i >= 0; i--) {
    const entry: SymbolTableEntry = b.stack[i];
    if (entry.comprehension !== Comprehension.NONE) {
      const known = b.lookupIn(entry, name);
      if (known & flags.DEF_COMP_ITER && known & flags.DEF_LOCAL) {
        throw b.error(
          `assignment expression cannot rebind comprehension iteration variable '${name}'`,
          target,
        );
      }
      continue;
    }
    if (entry.type === BlockType.FUNCTION) {
      const global = b.lookupIn(entry, name) & flags.DEF_GLOBAL;
      b.define(name, global ? flags.DEF_GLOBAL : flags.DEF_NONLOCAL, target);
      b.recordDirective(name, target);
      b.defineIn(entry, name, flags.DEF_LOCAL, target);
      return;
    }
    if (entry.type === BlockType.MODULE) {
      b.define(name, flags.DEF_GLOBAL, target);
      b.recordDirective(name, target);
      b.defineIn(entry, name, flags.DEF_GLOBAL, target);
      return;
    }
    const where = WALRUS_REFUSED[entry.type];
    if (where !== undefined) {
      const used = entry.type === BlockType.TYPE_PARAMETERS ? where : `in ${where}`;
      throw b.error(`assignment expression within a comprehension cannot be used ${used}`, target);
    }
  }
}

function visitIterable(b: SymbolTableBuilder, node: expr): void {
  const entry = b.current;
  entry.iterableDepth++;
  visitExpression(b, node);
  entry.iterableDepth--;
}

function visitTarget(b: SymbolTableBuilder, node: expr): void {
  const entry = b.current;
  entry.inIterationTarget = true;
  visitExpression(b, node);
  entry.inIterationTarget = false;
}

type ComprehensionNode = Extract<expr, { generators: comprehension[] }>;

/** Follows `symtable_handle_comprehension`: the outermost iterable belongs to the enclosing block. */
function visitComprehension(
  b: SymbolTableBuilder,
  node: ComprehensionNode,
  name: string,
  kind: Comprehension,
  element: expr,
  value: expr | null,
): void {
  const [outermost, ...rest] = node.generators;
  visitIterable(b, outermost.iter);
  b.enterBlock(name, BlockType.FUNCTION, node, node);
  const entry = b.current;
  entry.comprehension = kind;
  if (outermost.is_async) entry.coroutine = true;
  b.define(".0", flags.DEF_PARAM, node);
  visitTarget(b, outermost.target);
  visitExpressions(b, outermost.ifs);
  for (const generator of rest) {
    visitTarget(b, generator.target);
    visitIterable(b, generator.iter);
    visitExpressions(b, generator.ifs);
    if (generator.is_async) entry.coroutine = true;
  }
  if (value !== null) visitExpression(b, value);
  visitExpression(b, element);
  const isGenerator = kind === Comprehension.GENERATOR;
  entry.generator = isGenerator;
  b.exitBlock();
  if (!entry.coroutine || isGenerator) return;
  const outer = b.current;
  if (!b.inAsyncFunction && outer.comprehension === Comprehension.NONE && !b.allowsTopLevelAwait) {
    throw b.error("asynchronous comprehension outside of an asynchronous function", node);
  }
  outer.coroutine = true;
}
