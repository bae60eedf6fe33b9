import type {
  AnnAssign,
  AsyncFor,
  AsyncWith,
  alias,
  excepthandler,
  For,
  Global,
  If,
  ImportFrom,
  Match,
  match_case,
  Nonlocal,
  stmt,
  Try,
  TryStar,
  While,
  With,
} from "@adder/ast";
import type { SymbolTableBuilder } from "./builder.js";
import { visitExpression, visitExpressions } from "./expressions.js";
import * as flags from "./flags.js";
import { BlockType } from "./flags.js";
import { visitPattern } from "./patterns.js";
import { visitAnnotation, visitClass, visitFunction, visitTypeAlias } from "./scopes.js";

/** Visits statements in order. */
export function visitStatements(b: SymbolTableBuilder, body: readonly stmt[]): void {
  for (let i = 0; i < body.length; i++) visitStatement(b, body[i]);
}

/** Visits what may not run, which makes annotations inside conditional. */
function visitConditionally<T>(
  b: SymbolTableBuilder,
  node: T,
  visit: (b: SymbolTableBuilder, node: T) => void,
): void {
  const entry = b.current;
  const before = entry.inConditionalBlock;
  entry.inConditionalBlock = true;
  visit(b, node);
  entry.inConditionalBlock = before;
}

function visitBranches(b: SymbolTableBuilder, node: If | While | For | AsyncFor): void {
  visitStatements(b, node.body);
  visitStatements(b, node.orelse);
}

function visitTry(b: SymbolTableBuilder, node: Try | TryStar): void {
  visitStatements(b, node.body);
  for (const handler of node.handlers) visitHandler(b, handler);
  visitStatements(b, node.orelse);
  visitStatements(b, node.finalbody);
}

function visitWith(b: SymbolTableBuilder, node: With | AsyncWith): void {
  for (const item of node.items) {
    visitExpression(b, item.context_expr);
    if (item.optional_vars !== null) visitExpression(b, item.optional_vars);
  }
  visitStatements(b, node.body);
}

function visitCases(b: SymbolTableBuilder, node: Match): void {
  for (const matchCase of node.cases) visitCase(b, matchCase);
}

/** Visits one statement. Follows `symtable_visit_stmt` (`Python/symtable.c`). Throws SyntaxError. */
export function visitStatement(b: SymbolTableBuilder, node: stmt): void {
  switch (node.nodeType) {
    case "Expr":
      visitExpression(b, node.value);
      return;
    case "Assign":
      visitExpressions(b, node.targets);
      visitExpression(b, node.value);
      return;
    case "Return":
      if (node.value !== null) {
        visitExpression(b, node.value);
        b.current.returnsValue = true;
      }
      return;
    case "If":
    case "While":
      visitExpression(b, node.test);
      visitConditionally(b, node, visitBranches);
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
      visitFunction(b, node);
      return;
    case "ClassDef":
      visitClass(b, node);
      return;
    case "AugAssign":
      visitExpression(b, node.target);
      visitExpression(b, node.value);
      return;
    case "AnnAssign":
      visitAnnAssign(b, node);
      return;
    case "For":
      visitFor(b, node);
      return;
    case "Try":
    case "TryStar":
      visitConditionally(b, node, visitTry);
      return;
    case "With":
    case "AsyncWith":
      if (node.nodeType === "AsyncWith") requireCoroutine(b, "'async with' outside async function", node);
      visitConditionally(b, node, visitWith);
      return;
    case "Raise":
      if (node.exc !== null) {
        visitExpression(b, node.exc);
        if (node.cause !== null) visitExpression(b, node.cause);
      }
      return;
    case "Import":
      for (const name of node.names) visitAlias(b, name);
      return;
    case "ImportFrom":
      for (const name of node.names) visitAlias(b, name);
      checkFutureImport(b, node);
      return;
    case "Assert":
      visitExpression(b, node.test);
      if (node.msg !== null) visitExpression(b, node.msg);
      return;
    case "Delete":
      visitExpressions(b, node.targets);
      return;
    case "Global":
    case "Nonlocal":
      visitDeclaration(b, node);
      return;
    case "AsyncFor":
      requireCoroutine(b, "'async for' outside async function", node);
      visitFor(b, node);
      return;
    case "Match":
      visitExpression(b, node.subject);
      visitConditionally(b, node, visitCases);
      return;
    case "TypeAlias":
      visitTypeAlias(b, node);
      return;
    case "Pass":
    case "Break":
    case "Continue":
      return;
  }
}

function visitFor(b: SymbolTableBuilder, node: For | AsyncFor): void {
  visitExpression(b, node.target);
  visitExpression(b, node.iter);
  visitConditionally(b, node, visitBranches);
}

function requireCoroutine(b: SymbolTableBuilder, message: string, node: stmt): void {
  if (b.allowsTopLevelAwait) b.current.coroutine = true;
  if (!b.current.coroutine) throw b.error(message, node);
}

function visitHandler(b: SymbolTableBuilder, handler: excepthandler): void {
  if (handler.type !== null) visitExpression(b, handler.type);
  if (handler.name !== null) b.define(handler.name, flags.DEF_LOCAL, handler);
  visitStatements(b, handler.body);
}

function visitCase(b: SymbolTableBuilder, node: match_case): void {
  visitPattern(b, node.pattern);
  if (node.guard !== null) visitExpression(b, node.guard);
  visitStatements(b, node.body);
}

function visitAlias(b: SymbolTableBuilder, node: alias): void {
  if (node.name === "*" && node.asname === null) {
    if (b.current.type !== BlockType.MODULE) throw b.error("import * only allowed at module level", node);
    return;
  }
  const name = node.asname ?? node.name;
  const dot = name.indexOf(".");
  b.define(dot < 0 ? name : name.slice(0, dot), flags.DEF_IMPORT, node);
}

function checkFutureImport(b: SymbolTableBuilder, node: ImportFrom): void {
  if (node.module !== "__future__" || node.level) return;
  const last = b.future.last;
  if (
    node.lineno > last.lineno ||
    (node.lineno === last.end_lineno && node.col_offset > last.end_col_offset)
  ) {
    throw b.error("from __future__ imports must occur at the beginning of the file", node);
  }
}

function visitDeclaration(b: SymbolTableBuilder, node: Global | Nonlocal): void {
  const kind = node.nodeType === "Global" ? "global" : "nonlocal";
  const flag = node.nodeType === "Global" ? flags.DEF_GLOBAL : flags.DEF_NONLOCAL;
  for (const name of node.names) {
    const known = b.lookup(name);
    if (known & (flags.DEF_PARAM | flags.DEF_LOCAL | flags.USE | flags.DEF_ANNOT)) {
      let message = `name '${name}' is assigned to before ${kind} declaration`;
      if (known & flags.DEF_PARAM) message = `name '${name}' is parameter and ${kind}`;
      else if (known & flags.USE) message = `name '${name}' is used prior to ${kind} declaration`;
      else if (known & flags.DEF_ANNOT) message = `annotated name '${name}' can't be ${kind}`;
      throw b.error(message, node);
    }
    b.define(name, flag, node);
    b.recordDirective(name, node);
  }
}

function visitAnnAssign(b: SymbolTableBuilder, node: AnnAssign): void {
  b.current.annotationsUsed = true;
  const target = node.target;
  if (target.nodeType === "Name") {
    const known = b.lookup(target.id);
    if (
      known & (flags.DEF_GLOBAL | flags.DEF_NONLOCAL) &&
      b.current.type !== BlockType.MODULE &&
      node.simple
    ) {
      const kind = known & flags.DEF_GLOBAL ? "global" : "nonlocal";
      throw b.error(`annotated name '${target.id}' can't be ${kind}`, node);
    }
    if (node.simple) b.define(target.id, flags.DEF_ANNOT | flags.DEF_LOCAL, target);
    if (node.value !== null) b.define(target.id, flags.DEF_LOCAL, target);
  } else {
    visitExpression(b, target);
  }
  visitAnnotation(b, node.annotation);
  if (node.value !== null) visitExpression(b, node.value);
}
