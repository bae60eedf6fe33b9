import type { ThreadState } from "./thread-state.js";

const key = {};

/**
 * The environment variables of an interpreter: those of the host, as `putenv` and `unsetenv` have changed them.
 * Programs that are started from here get them.
 */
export function environmentOf(ts: ThreadState): Map<string, string> {
  return ts.interp.state(key, () => new Map(ts.interp.host.environ()));
}
