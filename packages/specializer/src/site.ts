import type { Frame, Slot } from "@adder/frames";
import type { PyCode, ThreadState } from "@adder/objects";

/** Why a site was left adaptive: in statistics, and `null` for none. */
export type Reason = string;

/** An adaptive instruction that is being looked at, with its operands. */
export class Site {
  readonly code: PyCode;
  readonly words: Int32Array;
  /** Values of the frame; the operands are below `sp`. */
  readonly stack: readonly Slot[];
  /** Why no form was chosen. */
  reason: Reason = "other operands";

  constructor(
    readonly ts: ThreadState,
    readonly frame: Frame,
    /** Code unit of the instruction. */
    readonly at: number,
    readonly oparg: number,
    readonly sp: number,
    /** The form whose guard has failed too often; the generic instruction where there was none. */
    readonly former: number,
  ) {
    this.code = frame.code;
    this.words = frame.code.instructions;
    this.stack = frame.stack;
  }

  /** An operand, counted from the top of the stack: 1 is the topmost. */
  operand(depth: number): Slot {
    return this.stack[this.sp - depth];
  }

  /** A word of the inline cache. */
  cache(index: number): number {
    return this.words[this.at + 1 + index];
  }

  /** The value that the inline cache refers to. */
  get value(): unknown {
    return this.code.caches[this.at + 1];
  }

  /** Sets a word of the inline cache; 0 is the counter. */
  setCache(index: number, value: number): void {
    this.words[this.at + 1 + index] = value;
  }

  /** A value that the inline cache refers to; one for each instruction. */
  setValue(value: unknown): void {
    this.code.caches[this.at + 1] = value;
  }

  /** Notes why no form fits; answers 0, "no form". */
  fail(reason: Reason): 0 {
    this.reason = reason;
    return 0;
  }
}
