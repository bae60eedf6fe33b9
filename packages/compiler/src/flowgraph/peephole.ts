import { COMPARE_TO_BOOL, OpcodeFlag, opcodeFlags } from "@adder/bytecode";
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

/** What can be done about an instruction. */
const enum Rule {
  NONE,
  TUPLE,
  LIST_OR_SET,
  JUMP,
  STORE,
  SWAP,
  GLOBAL,
  COMPARE,
  TEST,
  TO_BOOL,
  NOT,
  UNARY,
  INTRINSIC,
  BINARY,
}

/** `Rule` of each opcode: most have none, and a look into a table is all that they cost. */
const rules = new Uint8Array(512);
rules[Op.BUILD_TUPLE] = Rule.TUPLE;
rules[Op.BUILD_LIST] = rules[Op.BUILD_SET] = Rule.LIST_OR_SET;
for (let opcode = 0; opcode < opcodeFlags.length; opcode++)
  if (opcodeFlags[opcode] & OpcodeFlag.CONDITIONAL) rules[opcode] = Rule.JUMP;
rules[Op.JUMP_IF_FALSE] = rules[Op.JUMP_IF_TRUE] = rules[Op.JUMP] = rules[Op.JUMP_NO_INTERRUPT] = Rule.JUMP;
rules[Op.STORE_FAST] = Rule.STORE;
rules[Op.SWAP] = Rule.SWAP;
rules[Op.LOAD_GLOBAL] = Rule.GLOBAL;
rules[Op.COMPARE_OP] = Rule.COMPARE;
rules[Op.CONTAINS_OP] = rules[Op.IS_OP] = Rule.TEST;
rules[Op.TO_BOOL] = Rule.TO_BOOL;
rules[Op.UNARY_NOT] = Rule.NOT;
rules[Op.UNARY_INVERT] = rules[Op.UNARY_NEGATIVE] = Rule.UNARY;
rules[Op.CALL_INTRINSIC_1] = Rule.INTRINSIC;
rules[Op.BINARY_OP] = Rule.BINARY;

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
    const { opcode } = current;
    const rule = rules[opcode];
    if (rule === Rule.NONE) continue;
    const { oparg } = current;
    const next = instructions[i + 1];
    const nextOpcode = next === undefined ? 0 : next.opcode;
    switch (rule) {
      case Rule.TUPLE:
        if (nextOpcode === Op.UNPACK_SEQUENCE && oparg === next.oparg && oparg >= 1 && oparg <= 3) {
          current.clear();
          if (oparg === 1) next.clear();
          else next.opcode = Op.SWAP;
        } else foldTuple(block, i, consts);
        break;
      case Rule.LIST_OR_SET:
        foldListOrSet(block, i, nextOpcode, consts);
        break;
      case Rule.JUMP:
        if (optimizeJump(block, current)) i--;
        break;
      case Rule.STORE:
        if (opcode === nextOpcode && oparg === next.oparg && current.loc.lineno === next.loc.lineno) {
          current.set(Op.POP_TOP, 0);
        }
        break;
      case Rule.SWAP:
        if (oparg === 1) current.clear();
        else swaps = true;
        break;
      case Rule.GLOBAL:
        if (nextOpcode === Op.PUSH_NULL && (oparg & 1) === 0) {
          current.oparg = oparg | 1;
          next.clear();
        }
        break;
      case Rule.COMPARE:
        if (nextOpcode === Op.TO_BOOL) {
          current.clear();
          next.set(opcode, oparg | COMPARE_TO_BOOL);
        }
        break;
      case Rule.TEST:
        if (nextOpcode === Op.TO_BOOL) {
          current.clear();
          next.set(opcode, oparg);
        } else if (nextOpcode === Op.UNARY_NOT) {
          current.clear();
          next.set(opcode, oparg ^ 1);
        }
        break;
      case Rule.TO_BOOL:
        if (nextOpcode === Op.TO_BOOL) current.clear();
        break;
      case Rule.NOT:
        if (nextOpcode === Op.TO_BOOL) {
          current.clear();
          next.set(Op.UNARY_NOT, 0);
        } else if (nextOpcode === Op.UNARY_NOT) {
          current.clear();
          next.clear();
        } else foldUnaryOp(block, i, consts);
        break;
      case Rule.UNARY:
        foldUnaryOp(block, i, consts);
        break;
      case Rule.INTRINSIC:
        if (oparg === UNARY_POSITIVE) foldUnaryOp(block, i, consts);
        else if (oparg === LIST_TO_TUPLE) {
          if (nextOpcode === Op.GET_ITER) current.clear();
          else foldListToTuple(block, i, consts);
        }
        break;
      case Rule.BINARY:
        foldBinaryOp(block, i, consts);
        break;
    }
  }
  if (swaps) optimizeSwaps(block);
}
