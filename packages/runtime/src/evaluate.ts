import type { Frame } from "@adder/frames";
import type { Result, ThreadState, Value } from "@adder/objects";
import { run } from "./generated/dispatch.js";

/** Executes a frame whose `onReturn` is EXIT to its end. */
export function evaluate(ts: ThreadState, frame: Frame): Result<Value> {
  let result = run(ts, frame);
  while (result === undefined) result = run(ts, ts.frame as Frame);
  return result;
}
