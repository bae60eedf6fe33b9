import { Form, genericOf, makeWord, OPCODE_BITS, OPCODE_MASK } from "@adder/bytecode";
import type { Frame, SiteFeedback, Specializer } from "@adder/frames";
import type { PyCode, ThreadState } from "@adder/objects";
import { AdaptiveSpecializer } from "./adaptive.js";
import { makeCounter } from "./backoff.js";
import { feedbackOf } from "./feedback.js";
import { separate, unfuse } from "./fuse.js";

/**
 * Specialises and gives up at random, for tests: whatever the interpreter executes, a program must print the same. The
 * same seed makes the same choices.
 */
export class RandomSpecializer implements Specializer {
  readonly threshold = 1;
  readonly #adaptive = new AdaptiveSpecializer(1);
  #state: number;

  /** @param seed any integer */
  constructor(seed = 1) {
    this.#state = seed | 0 || 1;
  }

  /** A pseudo-random integer below `limit` (xorshift). */
  #below(limit: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % limit;
  }

  quicken(code: PyCode): void {
    this.#adaptive.quicken(code);
  }

  feedback(code: PyCode): readonly SiteFeedback[] {
    return feedbackOf(code);
  }

  specialize(ts: ThreadState, frame: Frame, at: number, oparg: number, sp: number): void {
    const words = frame.code.instructions;
    if (unfuse(words, at)) return;
    const opcode = words[at] & OPCODE_MASK;
    const generic = genericOf(opcode);
    const polymorphic = opcode === Form.LOAD_ATTR_POLYMORPHIC || opcode === Form.STORE_ATTR_POLYMORPHIC;
    if (this.#below(3) === 0 && (opcode !== generic || !polymorphic)) {
      // Gives up, for a while.
      if (opcode !== generic) separate(frame.code, at, opcode);
      words[at] = makeWord(generic, words[at] >> OPCODE_BITS);
      words[at + 1] = makeCounter(1 + this.#below(5), 0);
      return;
    }
    this.#adaptive.specialize(ts, frame, at, oparg, sp);
    // Few misses, so that the site is looked at again soon; none would leave no way past a guard that fails.
    const now = words[at] & OPCODE_MASK;
    if (now !== genericOf(now)) words[at + 1] = 1 + this.#below(3);
  }
}
