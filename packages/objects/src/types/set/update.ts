import { DictType, FrozenSetType, SetType } from "../../core/builtin-types.js";
import type { Status, Value } from "../../core/object.js";
import { iterate } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { hashHigh } from "../dict/key-hash.js";
import type { PyDict } from "../dict/py-dict.js";
import type { PySet } from "./py-set.js";

/** Is the value a set, a frozenset or an instance of a subclass? */
export function isAnySet(v: Value): v is PySet {
  return typeof v === "object" && (v.cls.flags & TypeFlags.SET_SUBCLASS) !== 0;
}

/** Is the value a set or frozenset, subclasses excepted? */
export function isExactSet(v: Value): v is PySet {
  const type = typeOf(v);
  return type === SetType || type === FrozenSetType;
}

/** Adds the elements of an iterable; those of sets and dicts are not hashed again (CPython `set_update_internal`). */
export function updateSet(ts: ThreadState, self: PySet, iterable: Value): Status {
  if (isAnySet(iterable)) return self.merge(ts, iterable);
  if (typeOf(iterable) === DictType) return addKeys(ts, self, iterable as PyDict);
  return iterate(ts, iterable, (item) => self.add(ts, item));
}

function addKeys(ts: ThreadState, self: PySet, dict: PyDict): Status {
  self.reserve(dict.size);
  for (let entry = dict.nextIndex(0); entry >= 0; entry = dict.nextIndex(entry + 1)) {
    const low = dict.entryHash(ts, entry);
    if (low === null) return null;
    if (self.addHashed(ts, dict.keys[entry] as Value, low, hashHigh) === null) return null;
  }
  return true;
}
