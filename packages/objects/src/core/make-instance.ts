import type { Result, Value } from "./object.js";
import { newGlue } from "./slot-glue.js";
import type { KwNames, NewFunc } from "./slots.js";
import { standInFor } from "./stand-in.js";
import type { ThreadState } from "./thread-state.js";
import { type PyType, TypeFlags } from "./type.js";

/** Calls the `tp_new` of a class, and sees to it that `__del__` of what a native one has made will be called. */
export function makeInstance(
  ts: ThreadState,
  make: NewFunc,
  cls: PyType,
  args: Value[],
  kwnames: KwNames,
): Result<Value> {
  const object = make(ts, cls, args, kwnames);
  if (cls.tp_finalize === null || make === newGlue || object === null) return object;
  // A class knows its bases, and they know it, as soon as it has been made.
  if (typeof object !== "object" || object.cls !== cls || (cls.flags & TypeFlags.TYPE_SUBCLASS) !== 0)
    return object;
  return standInFor(ts, object);
}
