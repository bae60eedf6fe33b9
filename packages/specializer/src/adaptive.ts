import type { Frame, Specializer } from "@adder/frames";
import type { PyCode, ThreadState } from "@adder/objects";
import { choosers } from "./choosers.js";
import { quicken } from "./quicken.js";
import { Site } from "./site.js";

/** The policy of PEP 659: code that is executed again becomes adaptive, sites specialise for what they see. */
export class AdaptiveSpecializer implements Specializer {
  /** @param threshold executions of a code object, back-edges included, from which on it is adaptive; 1 means at once */
  constructor(readonly threshold = 2) {}

  quicken(code: PyCode): void {
    quicken(code);
  }

  specialize(ts: ThreadState, frame: Frame, at: number, oparg: number, sp: number): void {
    const site = new Site(ts, frame, at, oparg, sp);
    const generic = site.opcode;
    const chosen = choosers.get(generic)?.(site) ?? 0;
    if (chosen === 0) site.giveUp(generic);
    else site.become(chosen);
  }
}
