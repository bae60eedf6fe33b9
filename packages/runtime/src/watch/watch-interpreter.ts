import type { ThreadState } from "@adder/objects";
import type { RuntimeEvaluator } from "../evaluator.js";
import { Watch } from "./watch.js";

/**
 * Has an interpreter execute everything in a loop that counts, from the next 500 back-edges and calls on: loaded only now,
 * since hardly anybody needs it.
 */
export async function watchInterpreter(ts: ThreadState): Promise<Watch> {
  const { run } = await import("../generated/dispatch-watched.js");
  const evaluator = ts.interp.evaluator as RuntimeEvaluator;
  evaluator.loop = run;
  evaluator.watched = true;
  return Watch.of(ts);
}
