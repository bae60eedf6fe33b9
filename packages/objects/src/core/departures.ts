import type { ThreadState } from "./thread-state.js";

/** An object that is watched, and what happens when it has gone. */
interface Watch {
  readonly target: WeakRef<object>;
  readonly gone: (ts: ThreadState) => void;
}

/** Sweeps come only when so many objects have been watched since the last one. */
const FEWEST = 1000;

/**
 * Notices that objects have gone away. One per interpreter.
 *
 * JavaScript tells of it only between tasks, and a Python program is one task; a weak reference shows it as
 * soon as the host has collected. So they are looked through from time to time, as CPython starts a collection when many objects
 * have been made: in a tick of the interpreter, when the number of watched objects has doubled; and when
 * a program asks for it (`gc.collect`).
 */
export class Departures {
  /** Weak references with callbacks; the callbacks are called before the finalisers, as in CPython. */
  readonly #callbacks: Watch[] = [];
  #finalisers: Watch[] = [];
  #limit = FEWEST;
  #looks = 0;
  /** Is it time for {@link sweep}? */
  due = false;

  /** Calls `gone` some time after the target of a weak reference has gone away. */
  watchReference(target: WeakRef<object>, gone: Watch["gone"]): void {
    this.#callbacks.push({ target, gone });
    this.#count();
  }

  /** Calls `gone`, which may not refer to the object, some time after the object has gone away. */
  watch(object: object, gone: Watch["gone"]): void {
    this.#finalisers.push({ target: new WeakRef(object), gone });
    this.#count();
  }

  /** A weak reference has been made: the host keeps its target alive until {@link sweep}. */
  looked(): void {
    if (++this.#looks > 16 * FEWEST) this.due = true;
  }

  #count(): void {
    if (this.#callbacks.length + this.#finalisers.length > this.#limit) this.due = true;
  }

  /**
   * Does what is to be done for all objects that have gone since the last time: callbacks of the youngest references
   * first, finalisers of the oldest objects first.
   *
   * @returns how many objects there were
   */
  sweep(ts: ThreadState): number {
    this.due = false;
    this.#looks = 0;
    const { memory } = ts.interp.host;
    memory?.release();
    const callbacks = takeGone(this.#callbacks);
    const finalisers = takeGone(this.#finalisers);
    this.#limit = Math.max(FEWEST, 2 * (this.#callbacks.length + this.#finalisers.length));
    memory?.release();
    this.#act(ts, [...callbacks.reverse(), ...finalisers]);
    return callbacks.length + finalisers.length;
  }

  /** The end of the interpreter: everything has gone, or is about to. Finalisers run, callbacks do not. */
  finish(ts: ThreadState): void {
    if (this.#callbacks.length + this.#finalisers.length === 0) return;
    this.sweep(ts);
    const finalisers = this.#finalisers;
    this.#finalisers = [];
    this.#act(ts, finalisers);
  }

  /** What was raised and what is being handled is kept. */
  #act(ts: ThreadState, watches: readonly Watch[]): void {
    const raised = ts.pending;
    for (const { gone } of watches) {
      ts.pending = null;
      gone(ts);
    }
    ts.pending = raised;
  }
}

/** Takes those out of a list whose objects have gone. */
function takeGone(watches: Watch[]): Watch[] {
  const taken: Watch[] = [];
  let kept = 0;
  for (const watch of watches) {
    if (watch.target.deref() === undefined) taken.push(watch);
    else watches[kept++] = watch;
  }
  watches.length = kept;
  return taken;
}
