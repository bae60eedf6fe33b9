import { materialise } from "./attributes.js";
import { PyInstance } from "./fields.js";
import type { ThreadState } from "./thread-state.js";
import { TypeFlags } from "./type.js";
import { lookup } from "./type-lookup.js";

/**
 * Has `__del__` called some time after an instance has gone. There is no way back to an object that has gone: what
 * `__del__` gets is another instance with the same `__dict__`, which nobody can tell from it. Where attributes are in
 * slots there is none.
 */
export function finaliseLater(ts: ThreadState, instance: PyInstance): void {
  if (instance.shape.names.length > 0) return;
  const dict = (instance.cls.flags & TypeFlags.HAS_DICT) !== 0 ? materialise(ts, instance) : null;
  const { cls, shape } = instance;
  ts.interp.departures.watch(instance, (thread) => {
    const heir = new PyInstance(cls, shape);
    heir.dict = dict;
    const finalise = cls.tp_finalize;
    if (finalise === null || finalise(thread, heir) !== null) return;
    const message = "Exception ignored while calling deallocator";
    thread.interp.evaluator.unraisable(thread, lookup(cls, "__del__"), message);
  });
}
