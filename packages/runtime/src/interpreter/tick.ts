import { tick as countTick, type Status, type ThreadState, TICKS } from "@adder/objects";

export { TICKS };

/** What the loop does every {@link TICKS} back-edges and calls. */
export function tick(ts: ThreadState): Status {
  return countTick(ts);
}
