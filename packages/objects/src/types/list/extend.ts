import { DictType, FrozenSetType, ListType, SetType, TupleType } from "../../core/builtin-types.js";
import { raise, typeName } from "../../core/errors.js";
import type { Status, Value } from "../../core/object.js";
import { getIter, lengthHint } from "../../core/protocols.js";
import { step } from "../../core/steps.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import type { PyDict } from "../dict/py-dict.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import type { PySet } from "../set/py-set.js";
import type { PyList } from "./py-list.js";
import { MAX_ITEMS, outOfMemory } from "./sequence.js";

/** `list.extend(iterable)`. Of an iterable that fails on the way, what came before stays in the list. */
export function extendList(ts: ThreadState, self: PyList, iterable: Value): Status {
  const known = iterable === self ? self.items : knownItems(iterable);
  if (known !== undefined) {
    if (self.items.length + known.length > MAX_ITEMS) return outOfMemory(ts);
    const { items } = self;
    const count = known.length;
    for (let i = 0; i < count; i++) items.push(known[i]);
    return true;
  }
  const it = getIter(ts, iterable);
  if (it === null) return null;
  // CPython asks for the length in order to allocate; the iterable sees that, and may refuse.
  const hint = lengthHint(ts, iterable, 8);
  if (hint === null) return null;
  // A length that no list can have, added to others, is taken for a lie; a merely huge one is believed.
  const lie = hint >= Number.MAX_SAFE_INTEGER && self.items.length > 0;
  if (hint > MAX_ITEMS && !lie) return outOfMemory(ts);
  const next = typeOf(it).tp_iternext;
  if (next === null) return raise(ts, TypeErrorType, `'${typeName(it)}' object is not an iterator`);
  for (;;) {
    const item = step(ts) === null ? null : next(ts, it);
    if (item === null) return null;
    if (item === undefined) return true;
    if (self.items.length >= MAX_ITEMS) return outOfMemory(ts);
    self.items.push(item);
  }
}

/** Items of built-in containers whose iteration nobody can see; `undefined` for other iterables. */
function knownItems(iterable: Value): readonly Value[] | undefined {
  switch (typeOf(iterable)) {
    case ListType:
    case TupleType:
      return (iterable as PyList).items;
    case DictType:
      return (iterable as PyDict).keysArray();
    case SetType:
    case FrozenSetType:
      return (iterable as PySet).itemsArray();
    default:
      return undefined;
  }
}
