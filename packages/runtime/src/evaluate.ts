import type { Frame } from "@adder/frames";
import type { Result, ThreadState, Value } from "@adder/objects";
import type { RuntimeEvaluator } from "./evaluator.js";

/** A loop that executes frames: see `run` of `generated/dispatch.ts`. */
export type Loop = (ts: ThreadState, entry: Frame) => Value | null | undefined;

/** Executes a frame whose `onReturn` is EXIT to its end. */
export function evaluate(ts: ThreadState, frame: Frame): Result<Value> {
  const evaluator = ts.interp.evaluator as RuntimeEvaluator;
  let result = evaluator.loop(ts, frame);
  while (result === undefined) result = evaluator.loop(ts, ts.frame as Frame);
  return result;
}
