import { cacheWords, OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import type { BasicBlock, Instruction } from "../ir/index.js";

/** Code units from END_ASYNC_FOR's target, a SEND, to the END_SEND that `sys.monitoring` looks for. */
const END_SEND_OFFSET = 5;

/** Code units of an instruction with its cache and the EXTENDED_ARGs in front. */
export function instructionSize(instruction: Instruction): number {
  const { oparg } = instruction;
  const extended = oparg > 0xff ? (oparg > 0xffffff ? 3 : oparg > 0xffff ? 2 : 1) : 0;
  return extended + 1 + cacheWords[instruction.opcode];
}

/** Makes a JUMP lead forward or backward. */
function direct(jump: Instruction, index: number): void {
  const forward = jump.oparg > index;
  if (jump.opcode === Op.JUMP) jump.opcode = forward ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD;
  else if (jump.opcode === Op.JUMP_NO_INTERRUPT) {
    jump.opcode = forward ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD_NO_INTERRUPT;
  }
}

/**
 * Puts the blocks of a graph in a row and computes jump distances; EXTENDED_ARGs for far jumps move other targets, so
 * that this repeats until nothing changes. Follows CPython's `resolve_jump_offsets` (`Python/assemble.c`).
 */
export function layOut(entry: BasicBlock): Instruction[] {
  const all: Instruction[] = [];
  const jumps: Instruction[] = [];
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    b.position = all.length;
    const { instructions } = b;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i];
      if ((opcodeFlags[instruction.opcode] & OpcodeFlag.JUMP) !== 0) {
        instruction.offset = all.length;
        jumps.push(instruction);
      }
      all.push(instruction);
    }
  }
  for (let i = 0; i < jumps.length; i++) {
    const jump = jumps[i];
    // The index serves as a first guess of the distance, as in CPython, whose result can depend on it.
    jump.oparg = jump.target!.position;
    direct(jump, jump.offset);
  }
  for (let changed = true; changed; ) {
    changed = false;
    let offset = 0;
    for (let i = 0; i < all.length; i++) {
      const instruction = all[i];
      instruction.offset = offset;
      offset += instructionSize(instruction);
    }
    for (let i = 0; i < jumps.length; i++) {
      const jump = jumps[i];
      const size = instructionSize(jump);
      const end = jump.offset + size;
      const target = all[jump.target!.position].offset;
      if (jump.opcode === Op.END_ASYNC_FOR) jump.oparg = end - target - END_SEND_OFFSET;
      else jump.oparg = target < end ? end - target : target - end;
      if (instructionSize(jump) !== size) changed = true;
    }
  }
  return all;
}
