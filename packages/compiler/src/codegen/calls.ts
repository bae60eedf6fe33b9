import type { Attribute, Call, expr, GeneratorExp, keyword } from "@adder/ast";
import { CommonConstant, Intrinsic1, Op } from "../generated/op.js";
import { type Label, type Location, locationOf, NO_LOCATION } from "../ir/index.js";
import { DEF_IMPORT } from "../symtable/flags.js";
import { attributeLocation, isSuperAccess, superAccess } from "./attributes.js";
import { argumentTuple } from "./displays.js";
import { expression, expressions } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { STACK_USE_GUIDELINE } from "./operands.js";
import { checkCaller } from "./warnings.js";

function refuseRepeatedKeywords(c: CodeGenerator, keywords: readonly keyword[]): void {
  if (keywords.length < 2) return;
  const names = new Set<string>();
  // The error stands where the first name that occurs twice comes again.
  for (let i = 0; i < keywords.length; i++) {
    const name = keywords[i].arg;
    if (name === null) continue;
    if (names.has(name)) throw repeatedKeyword(c, keywords);
    names.add(name);
  }
}

function repeatedKeyword(c: CodeGenerator, keywords: readonly keyword[]): Error {
  const first = keywords.find((one, k) =>
    keywords.some((other, m) => m > k && one.arg !== null && other.arg === one.arg),
  ) as keyword;
  const index = keywords.indexOf(first);
  const again = keywords.find((other, k) => k > index && other.arg === first.arg) as keyword;
  return c.error(`keyword argument repeated: ${first.arg}`, again);
}

function isPlain(args: readonly expr[], keywords: readonly keyword[]): boolean {
  for (let i = 0; i < args.length; i++) if (args[i].nodeType === "Starred") return false;
  for (let i = 0; i < keywords.length; i++) if (keywords[i].arg === null) return false;
  return true;
}

/** Pushes values of keyword arguments and the tuple of their names. */
function keywordArguments(c: CodeGenerator, loc: Location, keywords: readonly keyword[]): void {
  for (let i = 0; i < keywords.length; i++) expression(c, keywords[i].value);
  c.loadConst(loc, { type: "tuple", items: keywords.map((keyword) => keyword.arg) });
}

/** Compiles a call. Follows `codegen_call` (`Python/codegen.c`). */
export function call(c: CodeGenerator, node: Call): void {
  refuseRepeatedKeywords(c, node.keywords);
  const { func } = node;
  if (func.nodeType === "Attribute" && isMethodCall(c, node, func)) {
    methodCall(c, node, func);
    return;
  }
  const skip = c.newLabel();
  checkCaller(c, func);
  expression(c, func);
  consumeGenerator(c, node, skip);
  c.op(locationOf(func), Op.PUSH_NULL);
  callArguments(c, locationOf(node), 0, node.args, node.keywords);
  c.useLabel(skip);
}

/** Whether a call of an attribute can avoid the bound method. */
function isMethodCall(c: CodeGenerator, node: Call, func: Attribute): boolean {
  const base = func.value;
  // Attributes of imported modules are hardly ever methods.
  if (base.nodeType === "Name" && (c.table.top.symbols.get(base.id) ?? 0) & DEF_IMPORT) return false;
  const keywords = node.keywords.length;
  if (node.args.length + keywords + (keywords > 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false;
  return isPlain(node.args, node.keywords);
}

function methodCall(c: CodeGenerator, node: Call, func: Attribute): void {
  let loc = locationOf(func);
  if (isSuperAccess(c, func)) {
    loc = superAccess(c, func, true);
  } else {
    expression(c, func.value);
    loc = attributeLocation(loc, func);
    c.op(loc, Op.LOAD_ATTR, (c.nameIndex(func.attr) << 1) | 1);
  }
  expressions(c, node.args);
  const place = attributeLocation(locationOf(node), func);
  if (node.keywords.length > 0) {
    keywordArguments(c, loc, node.keywords);
    c.op(place, Op.CALL_KW, node.args.length + node.keywords.length);
  } else {
    c.op(place, Op.CALL, node.args.length);
  }
}

/** The built-in functions that a generator expression is given to without making a generator for it. */
const CONSUMERS: Readonly<Record<string, { constant: number; initial: boolean; next: number } | undefined>> =
  {
    all: { constant: CommonConstant.ALL, initial: true, next: Op.POP_JUMP_IF_TRUE },
    any: { constant: CommonConstant.ANY, initial: false, next: Op.POP_JUMP_IF_FALSE },
    tuple: { constant: CommonConstant.TUPLE, initial: false, next: Op.JUMP },
  };

/**
 * With a generator expression as its only argument, `all`, `any` and `tuple`, if they are the built-ins, become a
 * loop; otherwise the call behind it runs. Follows `maybe_optimize_function_call`.
 */
function consumeGenerator(c: CodeGenerator, node: Call, end: Label): void {
  const { func, args, keywords } = node;
  if (func.nodeType !== "Name" || args.length !== 1 || keywords.length > 0) return;
  if (args[0].nodeType !== "GeneratorExp" || !Object.hasOwn(CONSUMERS, func.id)) return;
  const consumer = CONSUMERS[func.id];
  if (consumer === undefined) return;
  const generator: GeneratorExp = args[0];
  const isTuple = consumer.constant === CommonConstant.TUPLE;
  const loc = locationOf(func);
  const skip = c.newLabel();
  c.op(loc, Op.COPY, 1);
  c.op(loc, Op.LOAD_COMMON_CONSTANT, consumer.constant);
  c.op(loc, Op.IS_OP, 0);
  c.jump(loc, Op.POP_JUMP_IF_FALSE, skip);
  c.op(loc, Op.POP_TOP);
  if (isTuple) c.op(loc, Op.BUILD_LIST, 0);
  expression(c, generator);
  const loop = c.newLabel();
  const cleanup = c.newLabel();
  c.useLabel(loop);
  c.jump(loc, Op.FOR_ITER, cleanup);
  if (isTuple) c.op(loc, Op.LIST_APPEND, 2);
  else c.op(loc, Op.TO_BOOL);
  c.jump(loc, consumer.next, loop);
  c.op(NO_LOCATION, Op.POP_ITER);
  if (!isTuple) c.loadConst(loc, !consumer.initial);
  c.jump(loc, Op.JUMP, end);
  c.useLabel(cleanup);
  c.op(NO_LOCATION, Op.END_FOR);
  c.op(NO_LOCATION, Op.POP_ITER);
  if (isTuple) c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.LIST_TO_TUPLE);
  else c.loadConst(loc, consumer.initial);
  c.jump(loc, Op.JUMP, end);
  c.useLabel(skip);
}

/**
 * Pushes arguments and calls what lies below them. `pushed` arguments are on the stack already; the variable
 * `extra`, if any, is the last positional argument. Follows `codegen_call_helper_impl`.
 */
export function callArguments(
  c: CodeGenerator,
  loc: Location,
  pushed: number,
  args: readonly expr[],
  keywords: readonly keyword[],
  extra: string | null = null,
): void {
  refuseRepeatedKeywords(c, keywords);
  if (args.length + keywords.length * 2 > STACK_USE_GUIDELINE || !isPlain(args, keywords)) {
    unpackingCall(c, loc, pushed, args, keywords, extra);
    return;
  }
  expressions(c, args);
  let count = pushed + args.length;
  if (extra !== null) {
    variable(c, loc, extra, "Load");
    count++;
  }
  if (keywords.length > 0) {
    keywordArguments(c, loc, keywords);
    c.op(loc, Op.CALL_KW, count + keywords.length);
  } else {
    c.op(loc, Op.CALL, count);
  }
}

function unpackingCall(
  c: CodeGenerator,
  loc: Location,
  pushed: number,
  args: readonly expr[],
  keywords: readonly keyword[],
  extra: string | null,
): void {
  const only = args.length === 1 && pushed === 0 ? args[0] : null;
  if (only !== null && only.nodeType === "Starred") expression(c, only.value);
  else argumentTuple(c, loc, args, pushed, extra);
  if (keywords.length > 0) keywordDict(c, loc, keywords);
  else c.op(loc, Op.PUSH_NULL);
  c.op(loc, Op.CALL_FUNCTION_EX);
}

/** Builds the dict of keyword arguments, some of them `**mapping`. */
function keywordDict(c: CodeGenerator, loc: Location, keywords: readonly keyword[]): void {
  let built = false;
  let pending = 0;
  const flush = (end: number) => {
    if (pending === 0) return;
    keywordRun(c, loc, keywords.slice(end - pending, end));
    if (built) c.op(loc, Op.DICT_MERGE, 1);
    built = true;
    pending = 0;
  };
  keywords.forEach((keyword, i) => {
    if (keyword.arg !== null) {
      pending++;
      return;
    }
    flush(i);
    if (!built) c.op(loc, Op.BUILD_MAP, 0);
    built = true;
    expression(c, keyword.value);
    c.op(loc, Op.DICT_MERGE, 1);
  });
  flush(keywords.length);
}

function keywordRun(c: CodeGenerator, loc: Location, keywords: readonly keyword[]): void {
  const big = keywords.length * 2 > STACK_USE_GUIDELINE;
  if (big) c.op(NO_LOCATION, Op.BUILD_MAP, 0);
  for (const keyword of keywords) {
    c.loadConst(loc, keyword.arg);
    expression(c, keyword.value);
    if (big) c.op(NO_LOCATION, Op.MAP_ADD, 1);
  }
  if (!big) c.op(loc, Op.BUILD_MAP, keywords.length);
}
