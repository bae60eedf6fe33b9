import { isTrue } from "../fold/kinds.js";
import { Op } from "../generated/op.js";
import type { BasicBlock, ConstTable } from "../ir/index.js";
import { constantOf, makeSmallInt } from "./constants.js";

/** Turns `x is None` before a jump at `index + 2` or `index + 3` into POP_JUMP_IF_NONE. */
function foldNoneTest(block: BasicBlock, index: number): void {
  const { instructions } = block;
  let jump = instructions[index + 2];
  if (jump === undefined) return;
  if (jump.opcode === Op.TO_BOOL) {
    jump.clear();
    jump = instructions[index + 3];
    if (jump === undefined) return;
  }
  const test = instructions[index + 1];
  let negated = test.oparg !== 0;
  if (jump.opcode === Op.POP_JUMP_IF_FALSE) negated = !negated;
  else if (jump.opcode !== Op.POP_JUMP_IF_TRUE) return;
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
    const { opcode: loading } = load;
    if (loading === Op.LOAD_CONST) makeSmallInt(load, consts.values[load.oparg]);
    else if (loading !== Op.LOAD_SMALL_INT && loading !== Op.COPY) {
      opcode = loading;
      continue;
    }
    // A copy of a constant is as good as the constant.
    if (opcode !== Op.LOAD_CONST || load.opcode !== Op.COPY || load.oparg !== 1) {
      opcode = load.opcode;
      oparg = load.oparg;
    }
    if (opcode !== Op.LOAD_CONST && opcode !== Op.LOAD_SMALL_INT) continue;
    const next = instructions[i + 1];
    if (next === undefined) continue;
    const what = next.opcode;
    if (
      what === Op.POP_JUMP_IF_FALSE ||
      what === Op.POP_JUMP_IF_TRUE ||
      what === Op.JUMP_IF_FALSE ||
      what === Op.JUMP_IF_TRUE
    ) {
      const jumps =
        isTrue(constantOf(opcode, oparg, consts)) ===
        (what === Op.POP_JUMP_IF_TRUE || what === Op.JUMP_IF_TRUE);
      if (what === Op.POP_JUMP_IF_FALSE || what === Op.POP_JUMP_IF_TRUE) load.clear();
      if (jumps) next.opcode = Op.JUMP;
      else next.clear();
    } else if (what === Op.IS_OP) {
      if (opcode === Op.LOAD_CONST && consts.values[oparg] === null) foldNoneTest(block, i);
    } else if (what === Op.TO_BOOL) {
      const truth = isTrue(constantOf(opcode, oparg, consts));
      load.clear();
      next.set(Op.LOAD_CONST, consts.add(truth));
    }
  }
}

/** Decides conditions on constants and shortens tests for None. Follows CPython's `optimize_load_const`. */
export function optimizeConditions(entry: BasicBlock, consts: ConstTable): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) optimizeBlock(b, consts);
}
