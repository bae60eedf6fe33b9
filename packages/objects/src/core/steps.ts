import type { Status } from "./object.js";
import type { FrameView, ThreadState } from "./thread-state.js";

/*
 * Steps are what bounds how long a program may go on without being looked at: a back-edge or a call of Python code, an
 * item of an iterator that native code asks for, a stretch of other native work. Each thread counts them down (`ts.ticks`,
 * which the interpreter loop keeps in a variable of its own), and every 500 there is a tick.
 */

/**
 * Steps between two ticks, unless a thread says otherwise (`ts.interval`). The interpreter loop is left and entered again at each of them, because V8 replaces a running
 * function by optimised code only slowly, and a freshly called one at once.
 *
 * A tick also samples what is hot. Therefore it does not come at regular distances, which might hit the same place of a loop
 * again and again, but up to 31 steps earlier.
 */
export const TICKS = 500;

/**
 * A program has taken more steps than it may. This is no Python exception: nothing in Python can catch it, and no `finally`
 * or `with` block is executed on its way out.
 */
export class StepLimitError extends Error {
  override readonly name = "StepLimitError";

  constructor(
    /** How many steps it might take. */
    readonly limit: number,
    /** File and line where the program was, `null` outside of Python code. */
    readonly place: { readonly filename: string; readonly line: number } | null,
  ) {
    const where = place === null ? "" : `, at line ${place.line} of ${place.filename}`;
    super(`the program has taken more than ${limit} steps${where}`);
  }
}

const placeOf = (frame: FrameView | null): StepLimitError["place"] =>
  frame === null ? null : { filename: frame.code.code.filename, line: frame.lineno() };

/** What happens every {@link TICKS} steps: interrupts and objects that have gone are looked for. Throws StepLimitError when there have been too many. */
export function tick(ts: ThreadState): Status {
  const { interp } = ts;
  // Xorshift: the low bits of simpler generators have periods that loops have, too.
  ts.jitter ^= ts.jitter << 13;
  ts.jitter ^= ts.jitter >>> 17;
  ts.jitter ^= ts.jitter << 5;
  ts.ticks = ts.interval - (ts.interval > 100 ? (ts.jitter >>> 8) & 31 : 0);
  interp.steps += ts.ticks;
  if (interp.steps > interp.stepLimit) throw new StepLimitError(interp.stepLimit, placeOf(ts.frame));
  if (interp.departures.due) interp.departures.sweep(ts);
  return poll(ts);
}

/** Looks for interrupts at once: for native code that has waited. */
export function poll(ts: ThreadState): Status {
  const { poll: ask } = ts.interp;
  return ask === null ? true : ask(ts);
}

/** Counts a step of native code that may go on for long. May raise, as what it polls for does. */
export function step(ts: ThreadState): Status {
  return --ts.ticks >= 0 ? true : tick(ts);
}
