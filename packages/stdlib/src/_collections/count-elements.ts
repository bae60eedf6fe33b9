import {
  BinaryOp,
  binaryOp,
  call,
  DictType,
  getAttr,
  getIter,
  hashHigh,
  hashKey,
  isDict,
  iterNext,
  lookup,
  None,
  type PyDict,
  type Result,
  setItem,
  type ThreadState,
  typeOf,
  type Value,
} from "@adder/objects";

/** Are reading and writing the mapping those of dict, so that entries can be counted in place? */
function isPlainMapping(v: Value): v is PyDict {
  if (!isDict(v)) return false;
  const type = typeOf(v);
  return (
    lookup(type, "get") === lookup(DictType, "get") &&
    lookup(type, "__setitem__") === lookup(DictType, "__setitem__")
  );
}

/** `_count_elements(mapping, iterable)`, which `collections.Counter` counts with. */
export function countElements(ts: ThreadState, _m: Value, mapping: Value, iterable: Value): Result<Value> {
  const it = getIter(ts, iterable);
  if (it === null) return null;
  if (isPlainMapping(mapping)) return countIn(ts, mapping, it);
  const get = getAttr(ts, mapping, "get");
  if (get === null) return null;
  for (;;) {
    const key = iterNext(ts, it);
    if (key === null) return null;
    if (key === undefined) return None;
    const old = call(ts, get, [key, 0]);
    const count = old === null ? null : binaryOp(ts, BinaryOp.ADD, old, 1);
    if (count === null || setItem(ts, mapping, key, count) === null) return null;
  }
}

function countIn(ts: ThreadState, counts: PyDict, it: Value): Result<Value> {
  for (;;) {
    const key = iterNext(ts, it);
    if (key === null) return null;
    if (key === undefined) return None;
    // Hashed here, an unhashable key is not called a key of a dict.
    const low = hashKey(ts, key);
    if (low === null) return null;
    const high = hashHigh;
    const entry = counts.findKnown(ts, key, low, high);
    if (entry === null) return null;
    if (entry < 0) {
      if (counts.setKnown(ts, key, low, high, 1) === null) return null;
      continue;
    }
    const old = counts.values[entry] as Value;
    if (typeof old === "number" && old < Number.MAX_SAFE_INTEGER) counts.values[entry] = old + 1;
    else {
      const count = binaryOp(ts, BinaryOp.ADD, old, 1);
      if (count === null || counts.setKnown(ts, key, low, high, count) === null) return null;
    }
  }
}
