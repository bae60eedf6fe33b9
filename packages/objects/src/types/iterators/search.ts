import { equals } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { iterate } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";

/** Index of the first item of an iterable that is or equals `value`, -1 if there is none. */
export function indexByIteration(ts: ThreadState, iterable: Value, value: Value): Result<number> {
  let at = 0;
  let found = false;
  const done = iterate(ts, iterable, (item) => {
    const same = equals(ts, item, value);
    if (same === null) return null;
    if (same) {
      found = true;
      return "stop";
    }
    at++;
    return true;
  });
  return done === null ? null : found ? at : -1;
}

/** Number of items of an iterable that are or equal `value`. */
export function countByIteration(ts: ThreadState, iterable: Value, value: Value): Result<number> {
  let count = 0;
  const done = iterate(ts, iterable, (item) => {
    const same = equals(ts, item, value);
    if (same === null) return null;
    if (same) count++;
    return true;
  });
  return done === null ? null : count;
}
