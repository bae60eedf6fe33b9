import type { cmpop, operator } from "@adder/ast";
import { compareMasks } from "@adder/bytecode";
import { BinaryOp } from "../generated/op.js";

/** Argument of BINARY_OP for each operator. */
export const BINARY: Readonly<Record<operator, number>> = {
  Add: BinaryOp.ADD,
  Sub: BinaryOp.SUBTRACT,
  Mult: BinaryOp.MULTIPLY,
  MatMult: BinaryOp.MATRIX_MULTIPLY,
  Div: BinaryOp.TRUE_DIVIDE,
  Mod: BinaryOp.REMAINDER,
  Pow: BinaryOp.POWER,
  LShift: BinaryOp.LSHIFT,
  RShift: BinaryOp.RSHIFT,
  BitOr: BinaryOp.OR,
  BitXor: BinaryOp.XOR,
  BitAnd: BinaryOp.AND,
  FloorDiv: BinaryOp.FLOOR_DIVIDE,
};

/** Distance from an operator to its in-place form in BINARY_OP's argument. */
export const INPLACE = BinaryOp.INPLACE_ADD - BinaryOp.ADD;

/** Index of the comparisons in COMPARE_OP's argument; the others have instructions of their own. */
const COMPARE_INDEX: Readonly<Partial<Record<cmpop, number>>> = {
  Lt: 0,
  LtE: 1,
  Eq: 2,
  NotEq: 3,
  Gt: 4,
  GtE: 5,
};

/** Argument of COMPARE_OP, or -1 for `is` and `in`. */
export function compareOperand(op: cmpop): number {
  const index = COMPARE_INDEX[op];
  return index === undefined ? -1 : (index << 5) | compareMasks[index];
}

/** Bits of SET_FUNCTION_ATTRIBUTE's argument (CPython's `MAKE_FUNCTION_*`). */
export const enum FunctionAttribute {
  DEFAULTS = 1,
  KWDEFAULTS = 2,
  ANNOTATIONS = 4,
  CLOSURE = 8,
  ANNOTATE = 16,
}

/** Arguments of RESUME. */
export const enum ResumeKind {
  START,
  AFTER_YIELD,
  AFTER_YIELD_FROM,
  AFTER_AWAIT,
}

/** Longest run of values pushed for one display or call (CPython's `_PY_STACK_USE_GUIDELINE`). */
export const STACK_USE_GUIDELINE = 30;
