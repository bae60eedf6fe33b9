import { TupleType } from "../../core/builtin-types.js";
import { equals } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyTuple } from "../tuple/py-tuple.js";

/** Is a stored key the same as another, or equal to it? As `equals`, with a short way for tuples. */
export function sameKey(ts: ThreadState, stored: Value, key: Value): Result<boolean> {
  if (stored === key) return true;
  if (typeof stored !== "object" || typeof key !== "object") {
    if (typeof stored === "string" && typeof key === "string") return false;
    return equals(ts, stored, key);
  }
  if (stored.cls !== TupleType || key.cls !== TupleType) return equals(ts, stored, key);
  const a = (stored as PyTuple).items;
  const b = (key as PyTuple).items;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i];
    if (x === y) continue;
    const kind = typeof x;
    if (kind === typeof y && (kind === "number" || kind === "string")) return false;
    const same = equals(ts, x, y);
    if (same === null || !same) return same;
  }
  return true;
}
