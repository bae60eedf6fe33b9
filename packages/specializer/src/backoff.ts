/*
 * The counter in the first cache word of an adaptive instruction, as CPython has it (`Include/internal/pycore_backoff.h`):
 * the upper 12 bits count down executions, the lower 4 say how long to wait after the next failure, as a power of two.
 */

const BACKOFF_BITS = 4;
const MAX_BACKOFF = 12;
/** The bits of a counter that are 0 when it triggers. */
const TRIGGER_MASK = ((1 << MAX_BACKOFF) - 1) << BACKOFF_BITS;
/** Longest wait, in executions. */
export const MAX_VALUE = (1 << MAX_BACKOFF) - 1;

/** Misses that a specialised instruction may have before it becomes adaptive again. */
export const COOLDOWN_VALUE = 52;

/** A counter that triggers after `value` more executions, and waits for `2 ** backoff - 1` when that fails. */
export function makeCounter(value: number, backoff: number): number {
  return (value << BACKOFF_BITS) | backoff;
}

/** What a fresh adaptive instruction starts with: it is looked at on its second execution. */
export const ADAPTIVE_START = makeCounter(1, 1);

/** The counter of an instruction that has never been looked at. */
export const COLD = 0;

/** The counter of an instruction that has seen too much to be looked at again soon. */
export const PATIENT = makeCounter(0, 8);

/** Is it time? */
export function triggers(counter: number): boolean {
  return (counter & TRIGGER_MASK) === 0;
}

/** After an execution. A counter that triggers stays as it is. */
export function advance(counter: number): number {
  return triggers(counter) ? counter : counter - (1 << BACKOFF_BITS);
}

/** After an attempt that failed: wait twice as long as the last time, 4095 executions at most. */
export function restart(counter: number): number {
  const backoff = Math.min((counter & ((1 << BACKOFF_BITS) - 1)) + 1, MAX_BACKOFF);
  return makeCounter((1 << backoff) - 1, backoff);
}

/** How often in a row an attempt has failed, as far as a counter knows: one that begins anew looks like a fresh one. */
export function attempts(counter: number): number {
  return Math.max(0, (counter & ((1 << BACKOFF_BITS) - 1)) - 1);
}

/*
 * A guard that fails now and then is no reason to give a form up. The counter of a specialised instruction counts the
 * misses that it may still have; while the generic instruction stands in its place for one execution, the upper half of
 * the counter says which form waits.
 */

/** The counter of a generic instruction that is executed once in the place of the form `opcode`, which has `misses` left. */
export function suspended(opcode: number, misses: number): number {
  return (misses << 26) | (opcode << 16) | makeCounter(1, 0);
}

/** The form that waits behind a counter; 0 for none. */
export function waitingForm(counter: number): number {
  return (counter >> 16) & 0x3ff;
}

/** Misses that the form that waits has left. */
export function missesLeft(counter: number): number {
  return counter >>> 26;
}
