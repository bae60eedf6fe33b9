import {
  type CompareOp,
  compare,
  getItem,
  isTrue,
  ListType,
  None,
  PyList,
  PySlice,
  type Result,
  type Status,
  setItem,
  type ThreadState,
  type Value,
} from "@adder/objects";

/** COMPARE_OP whose result is only asked for its truth. */
export function compareToBool(ts: ThreadState, left: Value, right: Value, op: number): Result<boolean> {
  const result = compare(ts, left, right, op as CompareOp);
  if (result === null || typeof result === "boolean") return result;
  return isTrue(ts, result);
}

/** BINARY_SLICE. */
export function loadSlice(ts: ThreadState, container: Value, start: Value, stop: Value): Result<Value> {
  if (typeof container === "object" && container.cls === ListType) {
    const { items } = container as PyList;
    const from = plainIndex(start, 0);
    const to = plainIndex(stop, items.length);
    if (from !== undefined && to !== undefined) return new PyList(from < to ? items.slice(from, to) : []);
  }
  return getItem(ts, container, new PySlice(start, stop, None));
}

/** A bound of a slice as JavaScript's `slice` takes it; `undefined` when it is no small int or None. */
function plainIndex(bound: Value, otherwise: number): number | undefined {
  if (bound === None) return otherwise;
  return typeof bound === "number" && bound >= 0 ? bound : undefined;
}

/** STORE_SLICE. */
export function storeSlice(
  ts: ThreadState,
  container: Value,
  start: Value,
  stop: Value,
  value: Value,
): Status {
  return setItem(ts, container, new PySlice(start, stop, None), value);
}

/** DELETE_SUBSCR. */
export function deleteItem(ts: ThreadState, container: Value, sub: Value): Status {
  return setItem(ts, container, sub, undefined);
}
