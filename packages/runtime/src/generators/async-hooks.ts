import type { Interpreter, ThreadState, Value } from "@adder/objects";

/** What `sys.set_asyncgen_hooks` has set; `null` for None. */
export interface AsyncGenHooks {
  firstiter: Value | null;
  finalizer: Value | null;
}

const key = {};

/** The hooks for asynchronous generators. */
export function asyncGenHooks(interp: Interpreter): AsyncGenHooks {
  return interp.state<AsyncGenHooks>(key, () => ({ firstiter: null, finalizer: null }));
}

/** As {@link asyncGenHooks}, of the thread's interpreter. */
export function hooksOf(ts: ThreadState): AsyncGenHooks {
  return asyncGenHooks(ts.interp);
}
