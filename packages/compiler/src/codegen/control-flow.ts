import type { AsyncFor, BoolOp, Compare, expr, For, If, IfExp, While } from "@adder/ast";
import { Op } from "../generated/op.js";
import { type Label, locationOf, NO_LOCATION } from "../ir/index.js";
import { checkCompare, compareOp } from "./compare.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { statements } from "./statements.js";
import { yieldFrom } from "./unwind.js";

/** Jumps to `target` if the truth of `node` is `condition`. Follows `codegen_jump_if`. */
export function jumpIf(c: CodeGenerator, node: expr, target: Label, condition: boolean): void {
  switch (node.nodeType) {
    case "UnaryOp":
      if (node.op === "Not") {
        jumpIf(c, node.operand, target, !condition);
        return;
      }
      break;
    case "BoolOp":
      jumpIfBool(c, node, target, condition);
      return;
    case "IfExp":
      jumpIfConditional(c, node, target, condition);
      return;
    case "Compare":
      if (node.ops.length > 1) {
        jumpIfChain(c, node, target, condition);
        return;
      }
      break;
  }
  expression(c, node);
  const place = locationOf(node);
  c.op(place, Op.TO_BOOL);
  c.jump(place, condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
}

function jumpIfBool(c: CodeGenerator, node: BoolOp, target: Label, condition: boolean): void {
  const isOr = node.op === "Or";
  const last = node.values.length - 1;
  // What decides the whole early goes to the target, or else behind the last operand.
  const early = isOr === condition ? target : c.newLabel();
  for (let i = 0; i < last; i++) jumpIf(c, node.values[i], early, isOr);
  jumpIf(c, node.values[last], target, condition);
  if (early !== target) c.useLabel(early);
}

function jumpIfConditional(c: CodeGenerator, node: IfExp, target: Label, condition: boolean): void {
  const end = c.newLabel();
  const otherwise = c.newLabel();
  jumpIf(c, node.test, otherwise, false);
  jumpIf(c, node.body, target, condition);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(otherwise);
  jumpIf(c, node.orelse, target, condition);
  c.useLabel(end);
}

function jumpIfChain(c: CodeGenerator, node: Compare, target: Label, condition: boolean): void {
  checkCompare(c, node);
  const place = locationOf(node);
  const last = node.ops.length - 1;
  const cleanup = c.newLabel();
  expression(c, node.left);
  for (let i = 0; i < last; i++) {
    expression(c, node.comparators[i]);
    c.op(place, Op.SWAP, 2);
    c.op(place, Op.COPY, 2);
    compareOp(c, place, node.ops[i]);
    c.op(place, Op.TO_BOOL);
    c.jump(place, Op.POP_JUMP_IF_FALSE, cleanup);
  }
  expression(c, node.comparators[last]);
  compareOp(c, place, node.ops[last]);
  c.op(place, Op.TO_BOOL);
  c.jump(place, condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
  const end = c.newLabel();
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.op(place, Op.POP_TOP);
  if (!condition) c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, target);
  c.useLabel(end);
}

/** Compiles `a if test else b`. */
export function conditionalExpression(c: CodeGenerator, node: IfExp): void {
  const end = c.newLabel();
  const otherwise = c.newLabel();
  jumpIf(c, node.test, otherwise, false);
  expression(c, node.body);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(otherwise);
  expression(c, node.orelse);
  c.useLabel(end);
}

/** Compiles `if`. */
export function ifStatement(c: CodeGenerator, node: If): void {
  const end = c.newLabel();
  const hasElse = node.orelse.length > 0;
  const otherwise = hasElse ? c.newLabel() : end;
  jumpIf(c, node.test, otherwise, false);
  statements(c, node.body);
  if (hasElse) {
    c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
    c.useLabel(otherwise);
    statements(c, node.orelse);
  }
  c.useLabel(end);
}

/** Compiles `for`. */
export function forLoop(c: CodeGenerator, node: For): void {
  const start = c.newLabel();
  const cleanup = c.newLabel();
  const end = c.newLabel();
  c.pushBlock(locationOf(node), "for-loop", start, end);
  expression(c, node.iter);
  const loc = locationOf(node.iter);
  c.op(loc, Op.GET_ITER);
  c.useLabel(start);
  c.jump(loc, Op.FOR_ITER, cleanup);
  // Gives the target its own line where the header spans several; goes away if it is not needed.
  c.op(locationOf(node.target), Op.NOP);
  expression(c, node.target);
  statements(c, node.body);
  c.jump(NO_LOCATION, Op.JUMP, start);
  c.useLabel(cleanup);
  // A generator's return jumps to END_FOR, any other iterator's end behind it.
  c.op(NO_LOCATION, Op.END_FOR);
  c.op(NO_LOCATION, Op.POP_ITER);
  c.popBlock();
  statements(c, node.orelse);
  c.useLabel(end);
}

/** Compiles `async for`. */
export function asyncForLoop(c: CodeGenerator, node: AsyncFor): void {
  const loc = locationOf(node);
  const iterLoc = locationOf(node.iter);
  const start = c.newLabel();
  const send = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  expression(c, node.iter);
  c.op(iterLoc, Op.GET_AITER);
  c.useLabel(start);
  c.pushBlock(loc, "for-loop", start, end);
  c.jump(loc, Op.SETUP_FINALLY, except);
  c.op(loc, Op.GET_ANEXT);
  c.loadConst(loc, null);
  c.useLabel(send);
  yieldFrom(c, loc, true);
  c.op(loc, Op.POP_BLOCK);
  c.op(loc, Op.NOT_TAKEN);
  expression(c, node.target);
  statements(c, node.body);
  c.jump(NO_LOCATION, Op.JUMP, start);
  c.popBlock();
  c.useLabel(except);
  c.jump(iterLoc, Op.END_ASYNC_FOR, send);
  statements(c, node.orelse);
  c.useLabel(end);
}

/** Compiles `while`. */
export function whileLoop(c: CodeGenerator, node: While): void {
  const loc = locationOf(node);
  const loop = c.newLabel();
  const end = c.newLabel();
  const anchor = c.newLabel();
  c.useLabel(loop);
  c.pushBlock(loc, "while-loop", loop, end);
  jumpIf(c, node.test, anchor, false);
  statements(c, node.body);
  c.jump(NO_LOCATION, Op.JUMP, loop);
  c.popBlock();
  c.useLabel(anchor);
  statements(c, node.orelse);
  c.useLabel(end);
}
