import type { Slot } from "@adder/frames";
import {
  AttributeErrorType,
  callMethod,
  clearPending,
  DictType,
  extendList,
  getAttr,
  getItem,
  isInstance,
  isSequence,
  iterate,
  None,
  PyDict,
  type PyList,
  PySet,
  PySlice,
  pendingMatches,
  type Result,
  raise,
  SetType,
  type Status,
  str,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  typeOf,
  updateSet,
  type Value,
} from "@adder/objects";
import { functionName } from "./function-name.js";

/** BUILD_SET. */
export function buildSet(
  ts: ThreadState,
  stack: readonly Slot[],
  start: number,
  count: number,
): Result<PySet> {
  const set = new PySet(SetType);
  for (let i = 0; i < count; i++) if (set.add(ts, stack[start + i] as Value) === null) return null;
  return set;
}

/** BUILD_MAP: `count` pairs of key and value. */
export function buildMap(
  ts: ThreadState,
  stack: readonly Slot[],
  start: number,
  count: number,
): Result<PyDict> {
  const dict = new PyDict();
  for (let i = 0; i < count; i++) {
    const key = stack[start + 2 * i] as Value;
    const value = stack[start + 2 * i + 1] as Value;
    if (dict.set(ts, key, value) === null) return null;
  }
  return dict;
}

/** BUILD_SLICE of two or three values. */
export function buildSlice(stack: readonly Slot[], start: number, count: number): PySlice {
  return new PySlice(
    stack[start] as Value,
    stack[start + 1] as Value,
    count === 3 ? (stack[start + 2] as Value) : None,
  );
}

/** LIST_EXTEND. */
export function listExtend(ts: ThreadState, list: Value, iterable: Value): Status {
  const type = typeOf(iterable);
  if (type.tp_iter === null && !isSequence(iterable)) {
    return raise(ts, TypeErrorType, `Value after * must be an iterable, not ${type.tpName}`);
  }
  return extendList(ts, list as PyList, iterable);
}

/** SET_ADD. */
export function setAdd(ts: ThreadState, set: Value, item: Value): Status {
  return (set as PySet).add(ts, item) === null ? null : true;
}

/** SET_UPDATE. */
export function setUpdate(ts: ThreadState, set: Value, iterable: Value): Status {
  return updateSet(ts, set as PySet, iterable);
}

/** MAP_ADD. */
export function mapAdd(ts: ThreadState, dict: Value, key: Value, value: Value): Status {
  return (dict as PyDict).set(ts, key, value);
}

/** DICT_UPDATE. Raises TypeError for what is no mapping. */
export function dictUpdate(ts: ThreadState, dict: Value, update: Value): Status {
  const done = mergeInto(ts, dict as PyDict, update, null);
  if (done === null && pendingMatches(ts, AttributeErrorType)) {
    clearPending(ts);
    return raise(ts, TypeErrorType, `'${typeName(update)}' object is not a mapping`);
  }
  return done;
}

/** DICT_MERGE: keyword arguments of a call of `callable`. Raises TypeError for what is no mapping and for names given twice. */
export function dictMerge(ts: ThreadState, callable: Value, dict: Value, update: Value): Status {
  const duplicate: { key: Value | undefined } = { key: undefined };
  const done = mergeInto(ts, dict as PyDict, update, duplicate);
  if (done !== null) return true;
  const { key } = duplicate;
  if (key !== undefined) {
    clearPending(ts);
    const name = functionName(ts, callable);
    if (name === null) return null;
    const text = str(ts, key);
    if (text === null) return null;
    return raise(ts, TypeErrorType, `${name} got multiple values for keyword argument '${toJs(text)}'`);
  }
  if (pendingMatches(ts, AttributeErrorType)) {
    clearPending(ts);
    const name = functionName(ts, callable);
    if (name === null) return null;
    return raise(ts, TypeErrorType, `${name} argument after ** must be a mapping, not ${typeName(update)}`);
  }
  return null;
}

/**
 * Adds the items of a mapping to a dict, as `dict.update` does with an object that has `keys`. With `duplicate`, a key
 * that is there already ends it: the key is stored there.
 */
function mergeInto(
  ts: ThreadState,
  dict: PyDict,
  update: Value,
  duplicate: { key: Value | undefined } | null,
): Status {
  const put = (key: Value, value: Value): Status => {
    if (duplicate !== null) {
      const known = dict.has(ts, key);
      if (known === null) return null;
      if (known) {
        duplicate.key = key;
        return null;
      }
    }
    return dict.set(ts, key, value);
  };
  if (isInstance(update, DictType) && typeOf(update).tp_iter === DictType.tp_iter) {
    const source = update as PyDict;
    for (let i = source.nextIndex(0); i >= 0 && i < source.keys.length; i = source.nextIndex(i + 1)) {
      if (put(source.keys[i] as Value, source.values[i] as Value) === null) return null;
    }
    return true;
  }
  if (getAttr(ts, update, "keys") === null) return null;
  const keys = callMethod(ts, update, "keys", []);
  if (keys === null) return null;
  return iterate(ts, keys, (key) => {
    const value = getItem(ts, update, key);
    return value === null ? null : put(key, value);
  });
}
