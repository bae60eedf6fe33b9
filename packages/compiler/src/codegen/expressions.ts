import type { BinOp, BoolOp, expr, UnaryOp, Yield, YieldFrom } from "@adder/ast";
import { Intrinsic1, Op } from "../generated/op.js";
import { type Location, locationOf } from "../ir/index.js";
import { attribute } from "./attributes.js";
import { call } from "./calls.js";
import { comparison } from "./compare.js";
import { comprehension } from "./comprehensions.js";
import { conditionalExpression } from "./control-flow.js";
import { dict, list, setDisplay, tuple } from "./displays.js";
import { lambda } from "./functions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { BINARY, ResumeKind } from "./operands.js";
import { formattedValue, interpolation, joinedString, templateString } from "./strings.js";
import { slice, subscript } from "./subscripts.js";
import { awaitValue, yieldFrom } from "./unwind.js";

/** Compiles expressions in order. */
export function expressions(c: CodeGenerator, nodes: readonly expr[]): void {
  for (let i = 0; i < nodes.length; i++) expression(c, nodes[i]);
}

/**
 * Compiles an expression, which leaves its value on the stack, or as a target takes a value from it.
 * Follows `codegen_visit_expr` (`Python/codegen.c`). Throws SyntaxError.
 */
export function expression(c: CodeGenerator, node: expr): void {
  switch (node.nodeType) {
    case "Name":
      variable(c, locationOf(node), node.id, node.ctx);
      return;
    case "Constant":
      c.loadConst(locationOf(node), node.value);
      return;
    case "Attribute":
      attribute(c, node);
      return;
    case "Call":
      call(c, node);
      return;
    case "Subscript":
      subscript(c, node);
      return;
    case "BinOp":
      binary(c, node);
      return;
    case "Compare":
      comparison(c, node);
      return;
    case "Tuple":
      tuple(c, node);
      return;
    case "List":
      list(c, node);
      return;
    case "Dict":
      dict(c, node);
      return;
    case "Set":
      setDisplay(c, node);
      return;
    case "BoolOp":
      boolean(c, node);
      return;
    case "UnaryOp":
      unary(c, node);
      return;
    case "IfExp":
      conditionalExpression(c, node);
      return;
    case "JoinedStr":
      joinedString(c, node);
      return;
    case "FormattedValue":
      formattedValue(c, node);
      return;
    case "TemplateStr":
      templateString(c, node);
      return;
    case "Interpolation":
      interpolation(c, node);
      return;
    case "Lambda":
      lambda(c, node);
      return;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      comprehension(c, node);
      return;
    case "NamedExpr":
      expression(c, node.value);
      c.op(locationOf(node), Op.COPY, 1);
      expression(c, node.target);
      return;
    case "Slice":
      slice(c, node);
      return;
    case "Yield":
      yieldExpression(c, node);
      return;
    case "YieldFrom":
      yieldFromExpression(c, node);
      return;
    case "Await":
      expression(c, node.value);
      awaitValue(c, locationOf(node));
      return;
    case "Starred":
      // Where a starred expression may stand, the list, tuple or call around it takes care of it.
      if (node.ctx === "Store") throw c.error("starred assignment target must be in a list or tuple", node);
      throw c.error("can't use starred expression here", node);
  }
}

/** Long sums nest deeply to the left, so that spine is walked in a loop. */
function binary(c: CodeGenerator, node: BinOp): void {
  const spine: BinOp[] = [node];
  let left = node.left;
  while (left.nodeType === "BinOp") {
    spine.push(left);
    left = left.left;
  }
  expression(c, left);
  for (let i = spine.length - 1; i >= 0; i--) {
    const part = spine[i];
    expression(c, part.right);
    c.op(locationOf(part), Op.BINARY_OP, BINARY[part.op]);
  }
}

function unary(c: CodeGenerator, node: UnaryOp): void {
  expression(c, node.operand);
  const loc = locationOf(node);
  switch (node.op) {
    case "UAdd":
      c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.UNARY_POSITIVE);
      return;
    case "Not":
      c.op(loc, Op.TO_BOOL);
      c.op(loc, Op.UNARY_NOT);
      return;
    case "USub":
      c.op(loc, Op.UNARY_NEGATIVE);
      return;
    case "Invert":
      c.op(loc, Op.UNARY_INVERT);
      return;
  }
}

function boolean(c: CodeGenerator, node: BoolOp): void {
  const loc = locationOf(node);
  const jump = node.op === "And" ? Op.JUMP_IF_FALSE : Op.JUMP_IF_TRUE;
  const end = c.newLabel();
  const last = node.values.length - 1;
  for (let i = 0; i < last; i++) {
    expression(c, node.values[i]);
    c.jump(loc, jump, end);
    c.op(loc, Op.POP_TOP);
  }
  expression(c, node.values[last]);
  c.useLabel(end);
}

/** Yields the value on the stack. */
export function yieldValue(c: CodeGenerator, loc: Location): void {
  const { entry } = c.unit;
  if (entry.generator && entry.coroutine) c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.ASYNC_GEN_WRAP);
  c.op(loc, Op.YIELD_VALUE, 0);
  c.op(loc, Op.RESUME, ResumeKind.AFTER_YIELD);
}

function yieldExpression(c: CodeGenerator, node: Yield): void {
  if (!c.unit.entry.isFunctionLike) throw c.error("'yield' outside function", node);
  const loc = locationOf(node);
  if (node.value !== null) expression(c, node.value);
  else c.loadConst(loc, null);
  yieldValue(c, loc);
}

function yieldFromExpression(c: CodeGenerator, node: YieldFrom): void {
  if (!c.unit.entry.isFunctionLike) throw c.error("'yield from' outside function", node);
  if (c.unit.scopeType === "async-function") throw c.error("'yield from' inside async function", node);
  const loc = locationOf(node);
  expression(c, node.value);
  c.op(loc, Op.GET_YIELD_FROM_ITER);
  c.loadConst(loc, null);
  yieldFrom(c, loc, false);
}
