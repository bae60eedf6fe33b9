import { equals } from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { DictItemsType, DictKeysType } from "../iterators/iterator-types.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { PyDict } from "./py-dict.js";

/** A live view of a dict: its keys, values or items, by its class. */
export class PyDictView implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly dict: PyDict;

  constructor(cls: PyType, dict: PyDict) {
    this.cls = cls;
    this.dict = dict;
  }
}

/** Is the value a view that behaves like a set: of keys or items? */
export function isSetView(v: Value): v is PyDictView {
  const type = typeOf(v);
  if (type === DictKeysType || type === DictItemsType) return true;
  return type.base === DictKeysType || type.base === DictItemsType;
}

/** `key in dict.keys()`. */
export function keysContain(ts: ThreadState, self: PyDictView, key: Value): Result<boolean> {
  return self.dict.has(ts, key);
}

/** `pair in dict.items()`. */
export function itemsContain(ts: ThreadState, self: PyDictView, pair: Value): Result<boolean> {
  if (typeof pair !== "object" || (pair.cls.flags & TypeFlags.TUPLE_SUBCLASS) === 0) return false;
  const { items } = pair as PyTuple;
  if (items.length !== 2) return false;
  const value = self.dict.get(ts, items[0]);
  if (value === null) return null;
  return value === undefined ? false : equals(ts, value, items[1]);
}

/** The items of a dict as tuples. */
export function pairsOf(dict: PyDict): PyTuple[] {
  const pairs: PyTuple[] = [];
  for (let entry = dict.nextIndex(0); entry >= 0; entry = dict.nextIndex(entry + 1)) {
    pairs.push(new PyTuple([dict.keys[entry] as Value, dict.values[entry] as Value]));
  }
  return pairs;
}
