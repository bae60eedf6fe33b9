import type { Specializer } from "@adder/frames";
import type { ThreadState } from "@adder/objects";
import type { RuntimeEvaluator } from "./evaluator.js";

/** The policy by which an interpreter's instructions specialise. */
export function specializerOf(ts: ThreadState): Specializer {
  return (ts.interp.evaluator as RuntimeEvaluator).specializer;
}
