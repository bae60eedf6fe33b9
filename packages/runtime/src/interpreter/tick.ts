import type { Status, ThreadState } from "@adder/objects";

/**
 * Back-edges between two ticks. The loop is left and entered again at each of them, because V8 replaces a running
 * function by optimised code only slowly, and a freshly called one at once.
 */
export const TICKS = 500;

/** What happens once in a while: interrupts are looked for. */
export function tick(ts: ThreadState): Status {
  const poll = ts.interp.poll;
  return poll === null ? true : poll(ts);
}
