import { Op } from "@adder/bytecode";
import { isTrue } from "../fold/kinds.js";
import type { BasicBlock, ConstTable } from "../ir/index.js";
import { constantOf, makeSmallInt } from "./constants.js";

const { LOAD_CONST, LOAD_SMALL_INT, COPY, TO_BOOL, IS_OP } = Op;
const { POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE, JUMP_IF_FALSE, JUMP_IF_TRUE } = Op;

/** Turns `x is None` before a jump at `index + 2` or `index + 3` into POP_JUMP_IF_NONE. */
function foldNoneTest(block: BasicBlock, index: number): void {
  const { instructions } = block;
  let jump = instructions[index + 2];
  if (jump === undefined) return;
  if (jump.opcode === TO_BOOL) {
    jump.clear();
    jump = instructions[index + 3];
    if (jump === undefined) return;
  }
  const test = instructions[index + 1];
  let negated = test.oparg !== 0;
  if (jump.opcode === POP_JUMP_IF_FALSE) negated = !negated;
  else if (jump.opcode !== POP_JUMP_IF_TRUE) return;
  instructions[index].clear();
  test.clear();
  jump.opcode = negated ? Op.POP_JUMP_IF_NOT_NONE : Op.POP_JUMP_IF_NONE;
}

function optimizeBlock(block: BasicBlock, consts: ConstTable): void {
  const { instructions } = block;
  let opcode = 0;
  let oparg = 0;
  for (let i = 0; i < instructions.length; i++) {
    const load = instructions[i];
    if (load.opcode === LOAD_CONST) makeSmallInt(load, consts.values[load.oparg]);
    // A copy of a constant is as good as the constant.
    if (opcode !== LOAD_CONST || load.opcode !== COPY || load.oparg !== 1) {
      opcode = load.opcode;
      oparg = load.oparg;
    }
    if (opcode !== LOAD_CONST && opcode !== LOAD_SMALL_INT) continue;
    const next = instructions[i + 1];
    if (next === undefined) continue;
    const what = next.opcode;
    if (
      what === POP_JUMP_IF_FALSE ||
      what === POP_JUMP_IF_TRUE ||
      what === JUMP_IF_FALSE ||
      what === JUMP_IF_TRUE
    ) {
      const jumps =
        isTrue(constantOf(opcode, oparg, consts)) === (what === POP_JUMP_IF_TRUE || what === JUMP_IF_TRUE);
      if (what === POP_JUMP_IF_FALSE || what === POP_JUMP_IF_TRUE) load.clear();
      if (jumps) next.opcode = Op.JUMP;
      else next.clear();
    } else if (what === IS_OP) {
      if (opcode === LOAD_CONST && consts.values[oparg] === null) foldNoneTest(block, i);
    } else if (what === TO_BOOL) {
      const truth = isTrue(constantOf(opcode, oparg, consts));
      load.clear();
      next.set(LOAD_CONST, consts.add(truth));
    }
  }
}

/** Decides conditions on constants and shortens tests for None. Follows CPython's `optimize_load_const`. */
export function optimizeConditions(entry: BasicBlock, consts: ConstTable): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) optimizeBlock(b, consts);
}
