import { COMPARE_TO_BOOL } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { append, type BasicBlock, type ConstTable, Instruction } from "../ir/index.js";
import {
  foldBinaryOp,
  foldListOrSet,
  foldListToTuple,
  foldTuple,
  foldUnaryOp,
  LIST_TO_TUPLE,
  UNARY_POSITIVE,
} from "./constants.js";
import { optimizeSwaps } from "./swaps.js";

/** Lets a jump that ends a block go where the jump at its target goes; tells whether anything changed. */
function threadJump(block: BasicBlock, jump: Instruction, next: Instruction, opcode: number): boolean {
  if (jump.target === next.target) return false;
  const threaded = new Instruction(opcode, 0, next.loc);
  threaded.target = next.target;
  // The old jump's line may still be wanted.
  jump.clear();
  jump.target = null;
  append(block, threaded);
  return true;
}

/** Shortens a jump by what stands at its target; tells whether the block must be looked at again. */
function optimizeJump(block: BasicBlock, jump: Instruction): boolean {
  const { opcode } = jump;
  const next = jump.target!.instructions[0];
  if (next === undefined) return false;
  switch (opcode) {
    case Op.JUMP:
    case Op.JUMP_NO_INTERRUPT:
      if (next.opcode === Op.JUMP) return threadJump(block, jump, next, Op.JUMP);
      return next.opcode === Op.JUMP_NO_INTERRUPT && threadJump(block, jump, next, opcode);
    case Op.JUMP_IF_FALSE:
    case Op.JUMP_IF_TRUE:
      if (next.opcode === Op.JUMP || next.opcode === opcode) return threadJump(block, jump, next, opcode);
      if (next.opcode !== Op.JUMP_IF_FALSE && next.opcode !== Op.JUMP_IF_TRUE) return false;
      // The opposite test fails for a value that has passed this one.
      jump.target = jump.target!.next;
      return true;
    default:
      return next.opcode === Op.JUMP && threadJump(block, jump, next, opcode);
  }
}

/**
 * Replaces short runs of instructions inside a block by shorter ones. Follows CPython's `optimize_basic_block`
 * (`Python/flowgraph.c`).
 */
export function optimizeBlock(block: BasicBlock, consts: ConstTable): void {
  const { instructions } = block;
  let swaps = false;
  for (let i = 0; i < instructions.length; i++) {
    const current = instructions[i];
    const next = instructions[i + 1];
    const nextOpcode = next === undefined ? 0 : next.opcode;
    const { opcode, oparg } = current;
    switch (opcode) {
      case Op.BUILD_TUPLE:
        if (nextOpcode === Op.UNPACK_SEQUENCE && oparg === next.oparg && oparg >= 1 && oparg <= 3) {
          current.clear();
          if (oparg === 1) next.clear();
          else next.opcode = Op.SWAP;
        } else foldTuple(block, i, consts);
        break;
      case Op.BUILD_LIST:
      case Op.BUILD_SET:
        foldListOrSet(block, i, nextOpcode, consts);
        break;
      case Op.POP_JUMP_IF_NOT_NONE:
      case Op.POP_JUMP_IF_NONE:
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
      case Op.JUMP_IF_FALSE:
      case Op.JUMP_IF_TRUE:
      case Op.JUMP:
      case Op.JUMP_NO_INTERRUPT:
        if (optimizeJump(block, current)) i--;
        break;
      case Op.STORE_FAST:
        if (opcode === nextOpcode && oparg === next.oparg && current.loc.lineno === next.loc.lineno) {
          current.set(Op.POP_TOP, 0);
        }
        break;
      case Op.SWAP:
        if (oparg === 1) current.clear();
        else swaps = true;
        break;
      case Op.LOAD_GLOBAL:
        if (nextOpcode === Op.PUSH_NULL && (oparg & 1) === 0) {
          current.oparg = oparg | 1;
          next.clear();
        }
        break;
      case Op.COMPARE_OP:
        if (nextOpcode === Op.TO_BOOL) {
          current.clear();
          next.set(opcode, oparg | COMPARE_TO_BOOL);
        }
        break;
      case Op.CONTAINS_OP:
      case Op.IS_OP:
        if (nextOpcode === Op.TO_BOOL) {
          current.clear();
          next.set(opcode, oparg);
        } else if (nextOpcode === Op.UNARY_NOT) {
          current.clear();
          next.set(opcode, oparg ^ 1);
        }
        break;
      case Op.TO_BOOL:
        if (nextOpcode === Op.TO_BOOL) current.clear();
        break;
      case Op.UNARY_NOT:
        if (nextOpcode === Op.TO_BOOL) {
          current.clear();
          next.set(Op.UNARY_NOT, 0);
        } else if (nextOpcode === Op.UNARY_NOT) {
          current.clear();
          next.clear();
        } else foldUnaryOp(block, i, consts);
        break;
      case Op.UNARY_INVERT:
      case Op.UNARY_NEGATIVE:
        foldUnaryOp(block, i, consts);
        break;
      case Op.CALL_INTRINSIC_1:
        if (oparg === UNARY_POSITIVE) foldUnaryOp(block, i, consts);
        else if (oparg === LIST_TO_TUPLE) {
          if (nextOpcode === Op.GET_ITER) current.clear();
          else foldListToTuple(block, i, consts);
        }
        break;
      case Op.BINARY_OP:
        foldBinaryOp(block, i, consts);
        break;
    }
  }
  if (swaps) optimizeSwaps(block);
}
