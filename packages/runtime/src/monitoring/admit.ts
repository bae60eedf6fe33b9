import { type PyCode, RecursionErrorType, raise, type Status, type ThreadState } from "@adder/objects";
import { bringUpToDate } from "./instrument.js";
import { monitoringOf } from "./state.js";

/**
 * Decides about a frame whose depth is above `frameLimit`: either it is one too many, which raises RecursionError, or
 * all frames are looked at, because tools want events of all code: its code is instrumented now.
 */
export function admit(ts: ThreadState, code: PyCode, depth: number): Status {
  if (depth > ts.interp.recursionLimit) {
    return raise(ts, RecursionErrorType, "maximum recursion depth exceeded");
  }
  bringUpToDate(monitoringOf(ts), code);
  return true;
}
