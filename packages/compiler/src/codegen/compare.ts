import type { Compare, cmpop, expr } from "@adder/ast";
import { Op } from "../generated/op.js";
import { type Location, locationOf, NO_LOCATION } from "../ir/index.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { compareOperand } from "./operands.js";
import { typeName } from "./warnings.js";

/** Appends the instruction of a comparison. */
export function compareOp(c: CodeGenerator, loc: Location, op: cmpop): void {
  switch (op) {
    case "Is":
    case "IsNot":
      c.op(loc, Op.IS_OP, op === "Is" ? 0 : 1);
      return;
    case "In":
    case "NotIn":
      c.op(loc, Op.CONTAINS_OP, op === "In" ? 0 : 1);
      return;
    default:
      c.op(loc, Op.COMPARE_OP, compareOperand(op));
  }
}

/** Whether comparing the identity of an operand makes sense: it is no literal, or a singleton. */
function hasIdentity(node: expr): boolean {
  if (node.nodeType === "Tuple") return node.elts.some((elt) => elt.nodeType !== "Constant");
  if (node.nodeType !== "Constant") return true;
  const value = node.value;
  if (value === null || typeof value === "boolean") return true;
  return typeof value === "object" && value.type === "ellipsis";
}

/** Warns of `is` with a literal. Follows `codegen_check_compare`. */
export function checkCompare(c: CodeGenerator, node: Compare): void {
  let left = node.left;
  for (let i = 0; i < node.ops.length; i++) {
    const right = node.comparators[i];
    const op = node.ops[i];
    if (op === "Is" || op === "IsNot") {
      const literal = !hasIdentity(left) ? left : !hasIdentity(right) ? right : null;
      if (literal !== null) {
        const type = typeName(literal);
        const is = op === "Is" ? "is" : "is not";
        const instead = op === "Is" ? "==" : "!=";
        c.warn(`"${is}" with '${type}' literal. Did you mean "${instead}"?`, node);
        return;
      }
    }
    left = right;
  }
}

/** Compiles a comparison, or a chain of them. Follows `codegen_compare`. */
export function comparison(c: CodeGenerator, node: Compare): void {
  const loc = locationOf(node);
  const last = node.ops.length - 1;
  checkCompare(c, node);
  expression(c, node.left);
  if (last === 0) {
    expression(c, node.comparators[0]);
    compareOp(c, loc, node.ops[0]);
    return;
  }
  const cleanup = c.newLabel();
  for (let i = 0; i < last; i++) {
    expression(c, node.comparators[i]);
    c.op(loc, Op.SWAP, 2);
    c.op(loc, Op.COPY, 2);
    compareOp(c, loc, node.ops[i]);
    c.op(loc, Op.COPY, 1);
    c.op(loc, Op.TO_BOOL);
    c.jump(loc, Op.POP_JUMP_IF_FALSE, cleanup);
    c.op(loc, Op.POP_TOP);
  }
  expression(c, node.comparators[last]);
  compareOp(c, loc, node.ops[last]);
  const end = c.newLabel();
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.op(loc, Op.SWAP, 2);
  c.op(loc, Op.POP_TOP);
  c.useLabel(end);
}
