import { numPopped, numPushed, OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { InternalError } from "../internal-error.js";
import type { BasicBlock } from "../ir/index.js";

const hasTarget = OpcodeFlag.JUMP | OpcodeFlag.EXC;
const leaves = OpcodeFlag.ALWAYS | OpcodeFlag.EXIT;

function enter(block: BasicBlock, depth: number, stack: BasicBlock[]): void {
  if (block.startDepth === depth) return;
  if (block.startDepth >= 0) throw new InternalError("inconsistent stack depth");
  block.startDepth = depth;
  stack.push(block);
}

/**
 * Sets the depth on entry to each block that is reached. Follows CPython's `calculate_stackdepth` (`Python/flowgraph.c`).
 *
 * @returns values that the deepest stack holds
 */
export function computeStackDepth(entry: BasicBlock): number {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) b.startDepth = -1;
  let deepest = 0;
  const stack: BasicBlock[] = [];
  enter(entry, 0, stack);
  while (stack.length > 0) {
    const block = stack.pop()!;
    let depth = block.startDepth;
    let next = block.next;
    const { instructions } = block;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i];
      const { opcode, oparg } = instruction;
      const flags = opcodeFlags[opcode];
      const effect = numPushed(opcode, oparg) - numPopped(opcode, oparg);
      if (depth > deepest) deepest = depth;
      if ((flags & hasTarget) !== 0 && opcode !== Op.END_ASYNC_FOR)
        enter(instruction.target!, depth + effect, stack);
      if ((flags & OpcodeFlag.EXC) === 0) depth += effect;
      if (depth < 0) throw new InternalError("stack underflow");
      if ((flags & leaves) !== 0) {
        next = null;
        break;
      }
    }
    if (next !== null) enter(next, depth, stack);
  }
  return deepest;
}
