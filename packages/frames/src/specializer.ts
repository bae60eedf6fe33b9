import { COLD_COUNTER } from "@adder/bytecode";
import type { PyCode, ThreadState } from "@adder/objects";
import type { Frame } from "./frame.js";
import type { SiteFeedback } from "./tier-compiler.js";

/**
 * The policy of the specialising interpreter (PEP 659): which form an instruction takes, and when. The interpreter
 * only counts and calls it.
 */
export interface Specializer {
  /** Executions of a code object, back-edges included, from which on it is quickened: 1 means before the first. */
  readonly threshold: number;
  /** Makes the instructions of a code object adaptive: from now on they count, and {@link specialize} is asked. */
  quicken(code: PyCode): void;
  /**
   * Observes the operands of the adaptive instruction at code unit `at`, which are on top of the frame's stack up to
   * `sp`, and may replace the instruction and fill its cache in `frame.code`. Never fails and has no effect that
   * Python can see. The interpreter executes afterwards what stands there, so the instruction may not be left with a
   * counter that has run out.
   */
  specialize(ts: ThreadState, frame: Frame, at: number, oparg: number, sp: number): void;
  /** What the adaptive instructions of a code object have learned, for tiers above. */
  feedback(code: PyCode): readonly SiteFeedback[];
}

/** Leaves all code generic. */
export const neverSpecialize: Specializer = {
  threshold: Number.POSITIVE_INFINITY,
  quicken() {},
  specialize(_ts, frame, at) {
    frame.code.instructions[at + 1] = COLD_COUNTER;
  },
  feedback: () => [],
};
