import type { arguments_ as Arguments, AsyncFunctionDef, expr, FunctionDef, Lambda } from "@adder/ast";
import { Intrinsic1, Intrinsic2, Op } from "../generated/op.js";
import { type Location, locationOf, NO_LABEL, NO_LOCATION } from "../ir/index.js";
import { functionAnnotations } from "./annotations.js";
import { makeFunction } from "./closures.js";
import { docstringOf, docstringValue } from "./docstrings.js";
import { expression, expressions } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { FunctionAttribute } from "./operands.js";
import { statement } from "./statements.js";
import { typeParameters } from "./type-parameters.js";
import type { ParameterCounts } from "./unit.js";

function countsOf(args: Arguments): ParameterCounts {
  return {
    argcount: args.args.length,
    posonlyargcount: args.posonlyargs.length,
    kwonlyargcount: args.kwonlyargs.length,
  };
}

/** Line of the first decorator, or of the definition. */
export function firstLine(node: { lineno: number; decorator_list: expr[] }): number {
  return node.decorator_list.length > 0 ? node.decorator_list[0].lineno : node.lineno;
}

/** Calls the decorators that are on the stack below what they decorate. */
export function applyDecorators(c: CodeGenerator, decorators: readonly expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.op(locationOf(decorators[i]), Op.CALL, 0);
}

/** Pushes the defaults of parameters; returns the bits of the attributes that were pushed. */
function defaults(c: CodeGenerator, loc: Location, args: Arguments): number {
  let attributes = 0;
  if (args.defaults.length > 0) {
    expressions(c, args.defaults);
    c.op(loc, Op.BUILD_TUPLE, args.defaults.length);
    attributes |= FunctionAttribute.DEFAULTS;
  }
  let count = 0;
  const keywordDefaults: readonly (expr | null)[] = args.kw_defaults;
  args.kwonlyargs.forEach((parameter, i) => {
    const value = keywordDefaults[i];
    if (value === null || value === undefined) return;
    c.loadConst(loc, c.maybeMangle(parameter.arg));
    expression(c, value);
    count++;
  });
  if (count > 0) {
    c.op(loc, Op.BUILD_MAP, count);
    attributes |= FunctionAttribute.KWDEFAULTS;
  }
  return attributes;
}

/** A generator whose body lets StopIteration out raises RuntimeError instead (PEP 479). */
export function wrapInStopIterationHandler(c: CodeGenerator): void {
  const handler = c.newLabel();
  c.unit.sequence.prependJump(Op.SETUP_CLEANUP, handler, NO_LOCATION);
  c.loadConst(NO_LOCATION, null);
  c.op(NO_LOCATION, Op.RETURN_VALUE);
  c.useLabel(handler);
  c.op(NO_LOCATION, Op.CALL_INTRINSIC_1, Intrinsic1.STOPITERATION_ERROR);
  c.op(NO_LOCATION, Op.RERAISE, 1);
}

/** Compiles a function's body and pushes the function. */
function functionBody(
  c: CodeGenerator,
  node: FunctionDef | AsyncFunctionDef,
  attributes: number,
  firstlineno: number,
): void {
  const scopeType = node.nodeType === "FunctionDef" ? "function" : "async-function";
  c.enterScope(node.name, scopeType, c.entryOf(node), firstlineno, null, countsOf(node.args));
  const { entry, metadata } = c.unit;
  let first = 0;
  if (entry.hasDocstring) {
    const docstring = docstringOf(node.body);
    if (docstring !== null) {
      first = 1;
      metadata.consts.add(docstringValue(c.diagnostics, docstring));
    }
  }
  const start = c.newLabel();
  c.useLabel(start);
  const isGenerator = entry.coroutine || entry.generator;
  if (isGenerator) c.pushBlock(NO_LOCATION, "stop-iteration", start, NO_LABEL);
  for (let i = first; i < node.body.length; i++) statement(c, node.body[i]);
  if (isGenerator) {
    wrapInStopIterationHandler(c);
    c.popBlock();
  }
  makeFunction(c, locationOf(node), c.finishScope(true), attributes);
}

/** Compiles `def` and `async def`. Follows `codegen_function`. */
export function functionDefinition(c: CodeGenerator, node: FunctionDef | AsyncFunctionDef): void {
  const loc = locationOf(node);
  const firstlineno = firstLine(node);
  expressions(c, node.decorator_list);
  let attributes = defaults(c, loc, node.args);
  if (node.type_params.length === 0) {
    attributes |= functionAnnotations(c, loc, node.args, node.returns);
    functionBody(c, node, attributes, firstlineno);
  } else {
    genericFunction(c, loc, node, attributes, firstlineno);
  }
  applyDecorators(c, node.decorator_list);
  variable(c, loc, node.name, "Store");
}

/** A generic function is made in a scope that holds its type parameters; defaults are passed in as arguments. */
function genericFunction(
  c: CodeGenerator,
  loc: Location,
  node: FunctionDef | AsyncFunctionDef,
  attributes: number,
  firstlineno: number,
): void {
  let passed = 0;
  if (attributes & FunctionAttribute.DEFAULTS) passed++;
  if (attributes & FunctionAttribute.KWDEFAULTS) passed++;
  if (passed === 2) c.op(loc, Op.SWAP, 2);
  const name = `<generic parameters of ${node.name}>`;
  c.enterScope(name, "annotations", c.entryOf(node.type_params), firstlineno, null, { argcount: passed });
  typeParameters(c, node.type_params);
  for (let i = 0; i < passed; i++) c.op(loc, Op.LOAD_FAST, i);
  attributes |= functionAnnotations(c, loc, node.args, node.returns);
  functionBody(c, node, attributes, firstlineno);
  c.op(loc, Op.SWAP, 2);
  c.op(loc, Op.CALL_INTRINSIC_2, Intrinsic2.SET_FUNCTION_TYPE_PARAMS);
  makeFunction(c, loc, c.finishScope(false));
  if (passed > 0) {
    c.op(loc, Op.SWAP, passed + 1);
    c.op(loc, Op.CALL, passed - 1);
  } else {
    c.op(loc, Op.PUSH_NULL);
    c.op(loc, Op.CALL, 0);
  }
}

/** Compiles `lambda`. */
export function lambda(c: CodeGenerator, node: Lambda): void {
  const loc = locationOf(node);
  const attributes = defaults(c, loc, node.args);
  c.enterScope("<lambda>", "lambda", c.entryOf(node), node.lineno, null, countsOf(node.args));
  expression(c, node.body);
  const isGenerator = c.unit.entry.generator;
  if (!isGenerator) c.op(locationOf(node.body), Op.RETURN_VALUE);
  makeFunction(c, loc, c.finishScope(!isGenerator), attributes);
}
