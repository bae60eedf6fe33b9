import { OPCODE_MASK } from "@adder/bytecode";
import type { Frame } from "@adder/frames";
import type { ThreadState } from "@adder/objects";
import { specializerOf } from "../specializer-of.js";

/**
 * Lets the specialiser look at the adaptive instruction whose counter has run out: the one before `frame.pc`, with its
 * operands on the stack below `sp`. Answers the opcode to execute.
 */
export function adapt(ts: ThreadState, frame: Frame, oparg: number, sp: number): number {
  const at = frame.pc - 1;
  specializerOf(ts).specialize(ts, frame, at, oparg, sp);
  return frame.code.instructions[at] & OPCODE_MASK;
}
