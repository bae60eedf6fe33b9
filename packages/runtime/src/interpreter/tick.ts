import type { Frame } from "@adder/frames";
import { tick as countTick, type Status, type ThreadState, TICKS } from "@adder/objects";
import type { RuntimeEvaluator } from "../evaluator.js";

export { TICKS };

/** What the loop does every {@link TICKS} back-edges and calls; they count for the code that executes now. */
export function tick(ts: ThreadState): Status {
  const { code } = ts.frame as Frame;
  const { compiler, specializer } = ts.interp.evaluator as RuntimeEvaluator;
  code.warmth += TICKS;
  if (code.warmth >= compiler.threshold && code.compiled === undefined)
    code.compiled = compiler.compile(code, specializer.feedback(code));
  return countTick(ts);
}
