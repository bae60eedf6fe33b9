import type { Frame } from "@adder/frames";
import type { ThreadState } from "@adder/objects";
import { specializerOf } from "../specializer-of.js";

/**
 * Lets the specialiser look at the instruction at code unit `at`, whose operands are on the stack below `sp`: an adaptive
 * one whose counter has run out, or a specialised one whose guard has failed.
 */
export function adapt(ts: ThreadState, frame: Frame, at: number, oparg: number, sp: number): void {
  specializerOf(ts).specialize(ts, frame, at, oparg, sp);
}
