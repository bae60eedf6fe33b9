import type {
  arguments_ as Arguments,
  AsyncFunctionDef,
  arg,
  ClassDef,
  expr,
  FunctionDef,
  Name,
  stmt,
  TypeAlias,
  type_param,
} from "@adder/ast";
import { PyCF } from "../future.js";
import type { Place, SymbolTableBuilder } from "./builder.js";
import { visitExpression, visitExpressions, visitKeywords } from "./expressions.js";
import * as flags from "./flags.js";
import { BlockType } from "./flags.js";
import { visitStatements } from "./statements.js";

/** Whether the first statement is a string. */
export function hasDocstring(body: readonly stmt[]): boolean {
  const first = body[0];
  if (first === undefined || first.nodeType !== "Expr" || first.value.nodeType !== "Constant") return false;
  const value = first.value.value;
  return typeof value === "string" || (typeof value === "object" && value !== null && value.type === "str");
}

/** Visits the defaults of parameters, which belong to the enclosing block. */
export function visitDefaults(b: SymbolTableBuilder, args: Arguments): void {
  visitExpressions(b, args.defaults);
  visitExpressions(b, args.kw_defaults);
}

/** Defines parameters in the order of the frame. Follows `symtable_visit_arguments`. */
export function visitParameters(b: SymbolTableBuilder, args: Arguments): void {
  for (const parameters of [args.posonlyargs, args.args, args.kwonlyargs]) {
    for (let i = 0; i < parameters.length; i++) b.define(parameters[i].arg, flags.DEF_PARAM, parameters[i]);
  }
  if (args.vararg !== null) {
    b.define(args.vararg.arg, flags.DEF_PARAM, args.vararg);
    b.current.varargs = true;
  }
  if (args.kwarg !== null) {
    b.define(args.kwarg.arg, flags.DEF_PARAM, args.kwarg);
    b.current.varkeywords = true;
  }
}

/** Visits a function definition and its inner scopes. */
export function visitFunction(b: SymbolTableBuilder, node: FunctionDef | AsyncFunctionDef): void {
  b.define(node.name, flags.DEF_LOCAL, node);
  visitDefaults(b, node.args);
  visitExpressions(b, node.decorator_list);
  const generic = node.type_params.length > 0;
  if (generic) {
    enterTypeParameters(b, node.name, node.type_params, node);
    // CPython's parser never leaves the list of defaults out, so the first exists even if it is empty.
    b.define(".defaults", flags.DEF_PARAM, node);
    if ((node.args.kw_defaults as (expr | null)[]).some((value) => value !== null)) {
      b.define(".kwdefaults", flags.DEF_PARAM, node);
    }
    visitTypeParameters(b, node.type_params);
  }
  const entry = b.newBlock(node.name, BlockType.FUNCTION, node, node);
  entry.hasDocstring = hasDocstring(node.body);
  visitSignature(b, node);
  b.enterChild(entry);
  if (node.nodeType === "AsyncFunctionDef") entry.coroutine = true;
  visitParameters(b, node.args);
  visitStatements(b, node.body);
  b.exitBlock();
  if (generic) b.exitBlock();
}

/** Visits a class definition and its inner scopes. */
export function visitClass(b: SymbolTableBuilder, node: ClassDef): void {
  b.define(node.name, flags.DEF_LOCAL, node);
  visitExpressions(b, node.decorator_list);
  const outerPrivate = b.privateName;
  const generic = node.type_params.length > 0;
  if (generic) {
    enterTypeParameters(b, node.name, node.type_params, node);
    // Set when the tuple of parameters is made, used when the bases are built.
    b.define(".type_params", flags.DEF_LOCAL, node);
    b.define(".type_params", flags.USE, node);
    b.define(".generic_base", flags.DEF_LOCAL, node);
    b.define(".generic_base", flags.USE, node);
    b.privateName = node.name;
    b.current.mangledNames = new Set();
    visitTypeParameters(b, node.type_params);
  }
  visitExpressions(b, node.bases);
  visitKeywords(b, node.keywords);
  b.enterBlock(node.name, BlockType.CLASS, node, node);
  b.privateName = node.name;
  if (generic) {
    b.define("__type_params__", flags.DEF_LOCAL, node);
    b.define(".type_params", flags.USE, node);
  }
  b.current.hasDocstring = hasDocstring(node.body);
  visitStatements(b, node.body);
  b.exitBlock();
  if (generic) b.exitBlock();
  b.privateName = outerPrivate;
}

/** Visits a `type` statement and its inner scopes. */
export function visitTypeAlias(b: SymbolTableBuilder, node: TypeAlias): void {
  visitExpression(b, node.name);
  const name = (node.name as Name).id;
  const inClass = b.current.type === BlockType.CLASS;
  const generic = node.type_params.length > 0;
  if (generic) {
    enterTypeParameters(b, name, node.type_params, node);
    visitTypeParameters(b, node.type_params);
  }
  b.enterBlock(name, BlockType.TYPE_ALIAS, node, node);
  if (inClass) seeClassScope(b, node.value);
  visitExpression(b, node.value);
  b.exitBlock();
  if (generic) b.exitBlock();
}

/** The current block may read names of the class around it, through `__classdict__`. */
function seeClassScope(b: SymbolTableBuilder, place: Place): void {
  b.current.canSeeClassScope = true;
  b.define("__classdict__", flags.USE, place);
}

function enterTypeParameters(b: SymbolTableBuilder, name: string, key: object, place: Place): void {
  const inClass = b.current.type === BlockType.CLASS;
  b.enterBlock(name, BlockType.TYPE_PARAMETERS, key, place);
  if (inClass) seeClassScope(b, place);
}

function visitTypeParameters(b: SymbolTableBuilder, nodes: readonly type_param[]): void {
  for (const node of nodes) {
    b.define(node.name, flags.DEF_TYPE_PARAM | flags.DEF_LOCAL, node);
    if (node.name === "__classdict__") {
      throw b.error(`reserved name '${node.name}' cannot be used for type parameter`, node);
    }
    if (node.nodeType === "TypeVar") {
      if (node.bound !== null) {
        const info = node.bound.nodeType === "Tuple" ? "a TypeVar constraint" : "a TypeVar bound";
        visitTypeVariable(b, node, node.bound, info, b.blocks);
      }
      if (node.default_value !== null) {
        visitTypeVariable(b, node, node.default_value, "a TypeVar default", b.defaultBlocks);
      }
    } else if (node.default_value !== null) {
      visitTypeVariable(b, node, node.default_value, `a ${node.nodeType} default`, b.blocks);
    }
  }
}

function visitTypeVariable(
  b: SymbolTableBuilder,
  node: type_param,
  value: expr,
  info: string,
  table: SymbolTableBuilder["blocks"],
): void {
  const inClass = b.current.canSeeClassScope;
  b.enterBlock(node.name, BlockType.TYPE_VARIABLE, node, value, table);
  if (inClass) seeClassScope(b, value);
  b.current.scopeInfo = info;
  visitExpression(b, value);
  b.exitBlock();
}

/** Visits the annotation of a variable. Follows `symtable_visit_annotation`. */
export function visitAnnotation(b: SymbolTableBuilder, annotation: expr): void {
  const parent = b.current;
  // Annotations of locals are never evaluated and must leave no trace.
  const unevaluated = parent.type === BlockType.FUNCTION;
  // A module may be imported half-way, so all its annotations count as conditional.
  const conditional =
    parent.type === BlockType.MODULE || (parent.type === BlockType.CLASS && parent.inConditionalBlock);
  if (conditional && !parent.hasConditionalAnnotations) {
    parent.hasConditionalAnnotations = true;
    b.define("__conditional_annotations__", flags.USE, annotation);
  }
  if (parent.annotationBlock === null) {
    b.enterBlock("__annotate__", BlockType.ANNOTATION, annotation, annotation, b.defaultBlocks);
    parent.annotationBlock = b.current;
    const strings = (b.future.features & PyCF.FUTURE_ANNOTATIONS) !== 0;
    if (parent.type === BlockType.CLASS && !strings) seeClassScope(b, annotation);
  } else {
    b.reenter(parent.annotationBlock);
  }
  if (unevaluated) b.current.inUnevaluatedAnnotation = true;
  visitExpression(b, annotation);
  if (unevaluated) b.current.inUnevaluatedAnnotation = false;
  b.exitBlock();
}

/** Visits the annotations of a function, which share one scope. Follows `symtable_visit_annotations`. */
function visitSignature(b: SymbolTableBuilder, node: FunctionDef | AsyncFunctionDef): void {
  const inClass = b.current.canSeeClassScope || b.current.type === BlockType.CLASS;
  const args = node.args;
  b.enterBlock("__annotate__", BlockType.ANNOTATION, args, node);
  if (inClass) seeClassScope(b, node);
  for (const parameter of args.posonlyargs) visitParameterAnnotation(b, parameter);
  for (const parameter of args.args) visitParameterAnnotation(b, parameter);
  visitParameterAnnotation(b, args.vararg);
  visitParameterAnnotation(b, args.kwarg);
  for (const parameter of args.kwonlyargs) visitParameterAnnotation(b, parameter);
  if (node.returns !== null) {
    b.current.annotationsUsed = true;
    visitExpression(b, node.returns);
  }
  b.exitBlock();
}

function visitParameterAnnotation(b: SymbolTableBuilder, parameter: arg | null): void {
  if (parameter === null || parameter.annotation === null) return;
  b.current.annotationsUsed = true;
  visitExpression(b, parameter.annotation);
}
