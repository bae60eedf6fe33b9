import type { ConstantValue, expr, Slice, Subscript } from "@adder/ast";
import { BinaryOp, Op } from "../generated/op.js";
import { locationOf } from "../ir/index.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { checkIndex, checkSubscripted } from "./warnings.js";

function isConstant(node: expr | null): boolean {
  return node === null || node.nodeType === "Constant";
}

function isConstantSlice(node: Slice): boolean {
  return isConstant(node.lower) && isConstant(node.upper) && isConstant(node.step);
}

/** Whether a subscript is `a:b` with bounds that are not both constants, which has its own instructions. */
export function isTwoPartSlice(node: expr): node is Slice {
  return node.nodeType === "Slice" && node.step === null && !isConstantSlice(node);
}

/** Pushes the two bounds of a slice. */
export function sliceParts(c: CodeGenerator, node: Slice): void {
  for (const part of [node.lower, node.upper]) {
    if (part !== null) expression(c, part);
    else c.loadConst(locationOf(node), null);
  }
}

function constantOf(node: expr | null): ConstantValue {
  return node !== null && node.nodeType === "Constant" ? node.value : null;
}

/** Pushes a slice object. */
export function slice(c: CodeGenerator, node: Slice): void {
  const loc = locationOf(node);
  if (isConstantSlice(node)) {
    const [start, stop, step] = [node.lower, node.upper, node.step].map(constantOf);
    c.loadConst(loc, { type: "slice", start, stop, step });
    return;
  }
  sliceParts(c, node);
  if (node.step !== null) expression(c, node.step);
  c.op(loc, Op.BUILD_SLICE, node.step === null ? 2 : 3);
}

/** Compiles a subscript that is read, assigned to or deleted. Follows `codegen_subscript`. */
export function subscript(c: CodeGenerator, node: Subscript): void {
  const loc = locationOf(node);
  const { ctx } = node;
  if (ctx === "Load") {
    checkSubscripted(c, node.value);
    checkIndex(c, node.value, node.slice);
  }
  expression(c, node.value);
  if (ctx !== "Del" && isTwoPartSlice(node.slice)) {
    sliceParts(c, node.slice);
    c.op(loc, ctx === "Load" ? Op.BINARY_SLICE : Op.STORE_SLICE);
    return;
  }
  expression(c, node.slice);
  if (ctx === "Load") c.op(loc, Op.BINARY_OP, BinaryOp.SUBSCR);
  else c.op(loc, ctx === "Store" ? Op.STORE_SUBSCR : Op.DELETE_SUBSCR);
}
