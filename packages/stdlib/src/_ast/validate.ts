import type {
  arguments_,
  comprehension,
  excepthandler,
  expr,
  expr_context,
  keyword,
  Located,
  mod,
  stmt,
  type_param,
  withitem,
} from "@adder/ast";
import { InvalidConstant } from "./invalid-constant.js";
import { validatePattern } from "./validate-pattern.js";

/** What is wrong with a tree, as Python's exception type and its message. */
export class TreeError {
  constructor(
    readonly type: "ValueError" | "TypeError",
    readonly message: string,
  ) {}
}

const fail = (message: string): never => {
  throw new TreeError("ValueError", message);
};

/** Checks that a tree from Python objects is one that the compiler can take (CPython Python/ast.c). @throws TreeError */
export function validate(tree: mod): void {
  if (tree.nodeType === "Expression") validateExpr(tree.body);
  else if (tree.nodeType !== "FunctionType") validateStmts(tree.body);
}

/** Lines and columns must not go backwards. */
export function validatePosition(node: Located): void {
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  if (lineno > end_lineno) fail(`AST node line range (${lineno}, ${end_lineno}) is not valid`);
  if ((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset)) {
    const lines = `line range (${lineno}, ${end_lineno})`;
    fail(`AST node column range (${col_offset}, ${end_col_offset}) for ${lines} is not valid`);
  }
  if (lineno === end_lineno && col_offset > end_col_offset) {
    fail(`line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`);
  }
}

/** The names of constants are no identifiers. */
export function validateName(name: string): void {
  if (name === "None" || name === "True" || name === "False") {
    fail(`identifier field can't represent '${name}' constant`);
  }
}

function nonEmpty(list: readonly unknown[], what: string, owner: string): void {
  if (list.length === 0) fail(`empty ${what} on ${owner}`);
}

function validateExprs(
  list: readonly (expr | null)[],
  context: expr_context = "Load",
  noneIsFine = false,
): void {
  for (const item of list) {
    if (item !== null) validateExpr(item, context);
    else if (!noneIsFine) fail("None disallowed in expression list");
  }
}

const optional = (node: expr | null | undefined): void => {
  if (node !== null && node !== undefined) validateExpr(node);
};

/** Checks an expression that stands in a context. @throws TreeError */
export function validateExpr(node: expr, context: expr_context = "Load"): void {
  validatePosition(node);
  if (node.nodeType === "Name") validateName(node.id);
  if ("ctx" in node) {
    if (node.ctx !== context) fail(`expression must have ${context} context but has ${node.ctx} instead`);
  } else if (context !== "Load") {
    fail(`expression which can't be assigned to in ${context} context`);
  }
  switch (node.nodeType) {
    case "BoolOp":
      if (node.values.length < 2) fail("BoolOp with less than 2 values");
      validateExprs(node.values);
      return;
    case "BinOp":
      validateExpr(node.left);
      validateExpr(node.right);
      return;
    case "UnaryOp":
      validateExpr(node.operand);
      return;
    case "Lambda":
      validateArguments(node.args);
      validateExpr(node.body);
      return;
    case "IfExp":
      validateExpr(node.test);
      validateExpr(node.body);
      validateExpr(node.orelse);
      return;
    case "Dict":
      if (node.keys.length !== node.values.length)
        fail("Dict doesn't have the same number of keys as values");
      validateExprs(node.keys, "Load", true);
      validateExprs(node.values);
      return;
    case "Set":
      validateExprs(node.elts);
      return;
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      validateGenerators(node.generators);
      validateExpr(node.elt);
      return;
    case "DictComp":
      validateGenerators(node.generators);
      validateExpr(node.key);
      validateExpr(node.value);
      return;
    case "Yield":
      optional(node.value);
      return;
    case "YieldFrom":
    case "Await":
    case "Attribute":
      validateExpr(node.value);
      return;
    case "Compare":
      if (node.comparators.length === 0) fail("Compare with no comparators");
      if (node.comparators.length !== node.ops.length) {
        fail("Compare has a different number of comparators and operands");
      }
      validateExprs(node.comparators);
      validateExpr(node.left);
      return;
    case "Call":
      validateExpr(node.func);
      validateExprs(node.args);
      validateKeywords(node.keywords);
      return;
    case "Constant":
      if (node.value instanceof InvalidConstant) {
        throw new TreeError("TypeError", `got an invalid type in Constant: ${node.value.typeName}`);
      }
      return;
    case "JoinedStr":
    case "TemplateStr":
      validateExprs(node.values);
      return;
    case "FormattedValue":
    case "Interpolation":
      validateExpr(node.value);
      optional(node.format_spec);
      return;
    case "Subscript":
      validateExpr(node.slice);
      validateExpr(node.value);
      return;
    case "Starred":
      validateExpr(node.value, context);
      return;
    case "List":
    case "Tuple":
      validateExprs(node.elts, context);
      return;
    case "NamedExpr":
      if (node.target.nodeType !== "Name")
        throw new TreeError("TypeError", "NamedExpr target must be a Name");
      validateExpr(node.value);
      return;
    case "Slice":
      optional(node.lower);
      optional(node.upper);
      optional(node.step);
      return;
    case "Name":
      return;
  }
}

function validateGenerators(generators: readonly comprehension[]): void {
  if (generators.length === 0) fail("comprehension with no generators");
  for (const { target, iter, ifs } of generators) {
    validateExpr(target, "Store");
    validateExpr(iter);
    validateExprs(ifs);
  }
}

function validateKeywords(keywords: readonly keyword[]): void {
  for (const { value } of keywords) validateExpr(value);
}

function validateArguments(node: arguments_): void {
  const all = [...node.posonlyargs, ...node.args, node.vararg, ...node.kwonlyargs, node.kwarg];
  for (const arg of all) {
    if (arg === null) continue;
    validatePosition(arg);
    optional(arg.annotation);
  }
  if (node.defaults.length > node.posonlyargs.length + node.args.length) {
    fail("more positional defaults than args on arguments");
  }
  if (node.kw_defaults.length !== node.kwonlyargs.length) {
    fail("length of kwonlyargs is not the same as kw_defaults on arguments");
  }
  validateExprs(node.defaults);
  validateExprs(node.kw_defaults, "Load", true);
}

function validateTypeParams(params: readonly type_param[]): void {
  for (const param of params) {
    validatePosition(param);
    validateName(param.name);
    if (param.nodeType === "TypeVar") optional(param.bound);
    optional(param.default_value);
  }
}

function validateStmts(body: readonly (stmt | null)[]): void {
  for (const node of body) {
    if (node === null) fail("None disallowed in statement list");
    else validateStmt(node);
  }
}

function validateBody(body: readonly stmt[], owner: string): void {
  nonEmpty(body, "body", owner);
  validateStmts(body);
}

function validateTargets(targets: readonly expr[], context: expr_context): void {
  nonEmpty(targets, "targets", context === "Del" ? "Delete" : "Assign");
  validateExprs(targets, context);
}

function validateStmt(node: stmt): void {
  validatePosition(node);
  switch (node.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      validateBody(node.body, node.nodeType);
      validateTypeParams(node.type_params);
      validateArguments(node.args);
      validateExprs(node.decorator_list);
      optional(node.returns);
      return;
    case "ClassDef":
      validateBody(node.body, "ClassDef");
      validateTypeParams(node.type_params);
      validateExprs(node.bases);
      validateKeywords(node.keywords);
      validateExprs(node.decorator_list);
      return;
    case "Return":
      optional(node.value);
      return;
    case "Delete":
      validateTargets(node.targets, "Del");
      return;
    case "Assign":
      validateTargets(node.targets, "Store");
      validateExpr(node.value);
      return;
    case "AugAssign":
      validateExpr(node.target, "Store");
      validateExpr(node.value);
      return;
    case "AnnAssign":
      if (node.target.nodeType !== "Name" && node.simple !== 0) {
        throw new TreeError("TypeError", "AnnAssign with simple non-Name target");
      }
      validateExpr(node.target, "Store");
      optional(node.value);
      validateExpr(node.annotation);
      return;
    case "TypeAlias":
      if (node.name.nodeType !== "Name") throw new TreeError("TypeError", "TypeAlias with non-Name name");
      validateExpr(node.name, "Store");
      validateTypeParams(node.type_params);
      validateExpr(node.value);
      return;
    case "For":
    case "AsyncFor":
      validateExpr(node.target, "Store");
      validateExpr(node.iter);
      validateBody(node.body, node.nodeType);
      validateStmts(node.orelse);
      return;
    case "While":
    case "If":
      validateExpr(node.test);
      validateBody(node.body, node.nodeType);
      validateStmts(node.orelse);
      return;
    case "With":
    case "AsyncWith":
      validateItems(node.items, node.nodeType);
      validateBody(node.body, node.nodeType);
      return;
    case "Match":
      validateExpr(node.subject);
      nonEmpty(node.cases, "cases", "Match");
      for (const { pattern, guard, body } of node.cases) {
        validatePattern(pattern, false);
        optional(guard);
        validateBody(body, "match_case");
      }
      return;
    case "Raise":
      if (node.exc !== null) {
        validateExpr(node.exc);
        optional(node.cause);
        return;
      }
      if (node.cause !== null) fail("Raise with cause but no exception");
      return;
    case "Try":
    case "TryStar":
      validateBody(node.body, node.nodeType);
      if (node.handlers.length === 0) {
        if (node.finalbody.length === 0) fail(`${node.nodeType} has neither except handlers nor finalbody`);
        if (node.orelse.length > 0) fail(`${node.nodeType} has orelse but no except handlers`);
      }
      node.handlers.forEach(validateHandler);
      validateStmts(node.finalbody);
      validateStmts(node.orelse);
      return;
    case "Assert":
      validateExpr(node.test);
      optional(node.msg);
      return;
    case "ImportFrom":
      if (node.level !== null && node.level < 0) fail("Negative ImportFrom level");
      nonEmpty(node.names, "names", "ImportFrom");
      return;
    case "Import":
    case "Global":
    case "Nonlocal":
      nonEmpty(node.names, "names", node.nodeType);
      return;
    case "Expr":
      validateExpr(node.value);
      return;
    default:
      return;
  }
}

function validateItems(items: readonly withitem[], owner: string): void {
  nonEmpty(items, "items", owner);
  for (const { context_expr, optional_vars } of items) {
    validateExpr(context_expr);
    if (optional_vars !== null) validateExpr(optional_vars, "Store");
  }
}

function validateHandler(handler: excepthandler): void {
  validatePosition(handler);
  optional(handler.type);
  validateBody(handler.body, "ExceptHandler");
}
