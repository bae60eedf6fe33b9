import type { Frame } from "@adder/frames";
import { tick as countTick, type Status, type ThreadState } from "@adder/objects";
import { offer } from "./tier.js";

/** What the loop does every 500 back-edges and calls (`ts.interval`); they count for the code that executes now. */
export function tick(ts: ThreadState): Status {
  const frame = ts.frame as Frame;
  frame.code.warmth += ts.interval + 1;
  offer(ts, frame, frame.pc - 1);
  return countTick(ts);
}
