import type { PyObject } from "./object.js";
import type { ThreadState } from "./thread-state.js";
import { lookup } from "./type-lookup.js";

/** What a stand-in holds: the object itself. No field of an object has this name. */
interface StandIn {
  behind: Record<string, unknown>;
}

/** The prototypes of stand-ins, by the prototype of what they stand for. */
const prototypes = new Map<object, object>();
const made = new WeakSet<object>();

/**
 * Has `__del__` called some time after an object has gone. There is no way back to an object that has gone, so a program gets
 * a stand-in, which has the same methods and reads and writes the fields of the object behind it; that is
 * what `__del__` gets, and nobody can tell them apart.
 *
 * @param object has just been made, so nobody else knows it
 */
export function standInFor<T extends PyObject>(ts: ThreadState, object: T): T {
  if (made.has(object)) return object;
  const standIn = Object.create(prototypeFor(object)) as T & StandIn;
  standIn.behind = object as unknown as StandIn["behind"];
  made.add(standIn);
  ts.interp.departures.watch(standIn, (thread) => {
    const finalise = object.cls.tp_finalize;
    if (finalise === null || finalise(thread, object) !== null) return;
    const message = "Exception ignored while calling deallocator";
    thread.interp.evaluator.unraisable(thread, lookup(object.cls, "__del__"), message);
  });
  return standIn;
}

/** A prototype with an accessor for each field; constructors set all fields, so one object shows those of its class. */
function prototypeFor(object: PyObject): object {
  const original = Object.getPrototypeOf(object) as object;
  let prototype = prototypes.get(original);
  if (prototype === undefined) {
    prototype = Object.create(original) as object;
    for (const field of Object.keys(object)) {
      Object.defineProperty(prototype, field, {
        get(this: StandIn) {
          return this.behind[field];
        },
        set(this: StandIn, value: unknown) {
          this.behind[field] = value;
        },
      });
    }
    prototypes.set(original, prototype);
  }
  return prototype;
}
