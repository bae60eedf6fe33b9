import {
  address,
  callMethod,
  FrozenSetType,
  getIter,
  isTuple,
  iterNext,
  type PyDict,
  PyList,
  type PySet,
  PyTuple,
  RuntimeErrorType,
  raise,
  repr,
  SetType,
  type Status,
  type ThreadState,
  TypeErrorType,
  toArray,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { whileSaving } from "./errors.js";
import { BATCH_SIZE, Op } from "./opcodes.js";
import type { PyPickler } from "./py-pickler.js";
import { save } from "./save.js";
import { saveReduce } from "./save-reduce.js";

/** In fast mode containers are watched from this depth on, so that cycles are found. */
const FAST_NESTING_LIMIT = 50;

/** Saves the contents of a container, which in fast mode may not contain itself. Raises ValueError. */
function guarded(ts: ThreadState, p: PyPickler, obj: Value, contents: () => Status): Status {
  if (p.fast === 0) return contents();
  if (++p.fastNesting >= FAST_NESTING_LIMIT) {
    p.fastMemo ??= new Set();
    if (p.fastMemo.has(obj)) {
      const message = "fast mode: can't pickle cyclic objects including object type";
      return raise(ts, ValueErrorType, `${message} ${typeName(obj)} at ${address(ts, obj)}`);
    }
    p.fastMemo.add(obj);
  }
  const saved = contents();
  if (p.fastNesting-- >= FAST_NESTING_LIMIT) p.fastMemo?.delete(obj);
  return saved;
}

const saveItem = (ts: ThreadState, p: PyPickler, obj: Value, item: Value, index: number): Status =>
  save(ts, p, item) === null ? whileSaving(ts, obj, `item ${index}`) : true;

/** Writes a tuple. One that contains itself has been written when its items have been. */
export function saveTuple(ts: ThreadState, p: PyPickler, obj: PyTuple): Status {
  const { items } = obj;
  const { length } = items;
  const { out } = p;
  if (length === 0) {
    if (p.binary) out.byte(Op.EMPTY_TUPLE);
    else out.latin1("(t");
    return true;
  }
  const short = length <= 3 && p.protocol >= 2;
  if (!short) out.byte(Op.MARK);
  for (let i = 0; i < length; i++) {
    if (saveItem(ts, p, obj, items[i], i) === null) return null;
  }
  const known = p.memo.get(obj);
  if (known !== undefined) {
    if (short || !p.binary) {
      const count = short ? length : length + 1;
      for (let i = 0; i < count; i++) out.byte(Op.POP);
    } else out.byte(Op.POP_MARK);
    p.recall(known);
    return true;
  }
  out.byte(short ? Op.TUPLE1 + length - 1 : Op.TUPLE);
  p.memoize(obj);
  return true;
}

/** Writes a list. */
export function saveList(ts: ThreadState, p: PyPickler, obj: PyList): Status {
  return guarded(ts, p, obj, () => {
    if (p.binary) p.out.byte(Op.EMPTY_LIST);
    else p.out.latin1("(l");
    p.memoize(obj);
    if (obj.items.length === 0) return true;
    if (p.binary) return batchList(ts, p, obj);
    const it = getIter(ts, obj);
    return it === null ? null : batchAppends(ts, p, it, obj);
  });
}

/** The items of a list, which may change meanwhile. */
function batchList(ts: ThreadState, p: PyPickler, obj: PyList): Status {
  const { out } = p;
  if (obj.items.length === 1) {
    if (saveItem(ts, p, obj, obj.items[0], 0) === null) return null;
    out.byte(Op.APPEND);
    return true;
  }
  let i = 0;
  do {
    out.byte(Op.MARK);
    const end = i + BATCH_SIZE;
    for (; i < end && i < obj.items.length; i++) {
      if (saveItem(ts, p, obj, obj.items[i], i) === null) return null;
    }
    out.byte(Op.APPENDS);
  } while (i < obj.items.length);
  return true;
}

/**
 * Writes what an iterator yields so that it is put into a container in batches: a batch of one by the opcode
 * `single`, another by `many`.
 *
 * @param one writes a value
 */
function batches(
  ts: ThreadState,
  p: PyPickler,
  it: Value,
  single: number,
  many: number,
  one: (value: Value, index: number) => Status,
): Status {
  const { out } = p;
  let index = 0;
  for (;;) {
    const first = iterNext(ts, it);
    if (first === null) return null;
    if (first === undefined) return true;
    if (!p.binary) {
      if (one(first, index++) === null) return null;
      out.byte(single);
      continue;
    }
    let next = iterNext(ts, it);
    if (next === null) return null;
    if (next === undefined) {
      if (one(first, index) === null) return null;
      out.byte(single);
      return true;
    }
    out.byte(Op.MARK);
    if (one(first, index++) === null) return null;
    let count = 1;
    while (next !== undefined) {
      if (one(next, index++) === null) return null;
      if (++count === BATCH_SIZE) break;
      next = iterNext(ts, it);
      if (next === null) return null;
    }
    out.byte(many);
    if (count < BATCH_SIZE) return true;
  }
}

/** Writes what an iterator yields as items of a list. */
export const batchAppends = (ts: ThreadState, p: PyPickler, it: Value, obj: Value): Status =>
  batches(ts, p, it, Op.APPEND, Op.APPENDS, (item, index) => saveItem(ts, p, obj, item, index));

/** Writes a dict. */
export function saveDict(ts: ThreadState, p: PyPickler, obj: PyDict): Status {
  return guarded(ts, p, obj, () => {
    if (p.binary) p.out.byte(Op.EMPTY_DICT);
    else p.out.latin1("(d");
    p.memoize(obj);
    if (obj.size === 0) return true;
    if (p.binary) return batchDict(ts, p, obj);
    const items = callMethod(ts, obj, "items", []);
    const it = items === null ? null : getIter(ts, items);
    return it === null ? null : batchSetItems(ts, p, it, obj);
  });
}

function savePair(ts: ThreadState, p: PyPickler, obj: Value, key: Value, value: Value): Status {
  if (save(ts, p, key) === null) return null;
  if (save(ts, p, value) !== null) return true;
  const failure = ts.pending;
  ts.pending = null;
  const shown = repr(ts, key);
  ts.pending = failure;
  return whileSaving(ts, obj, shown === null ? "item" : `item ${toJs(shown)}`);
}

/** The items of a dict. Raises RuntimeError if it changes meanwhile. */
function batchDict(ts: ThreadState, p: PyPickler, obj: PyDict): Status {
  const { out } = p;
  const { size } = obj;
  let entry = obj.nextIndex(0);
  if (size === 1) {
    if (savePair(ts, p, obj, obj.keys[entry] as Value, obj.values[entry] as Value) === null) return null;
    out.byte(Op.SETITEM);
    return true;
  }
  let count: number;
  do {
    out.byte(Op.MARK);
    count = 0;
    for (; entry >= 0 && count < BATCH_SIZE; count++) {
      if (savePair(ts, p, obj, obj.keys[entry] as Value, obj.values[entry] as Value) === null) return null;
      entry = obj.nextIndex(entry + 1);
    }
    out.byte(Op.SETITEMS);
    if (obj.size !== size) return raise(ts, RuntimeErrorType, "dictionary changed size during iteration");
  } while (count === BATCH_SIZE);
  return true;
}

/** Writes what an iterator yields as items of a dict. Raises TypeError for what is no pair. */
export const batchSetItems = (ts: ThreadState, p: PyPickler, it: Value, obj: Value): Status =>
  batches(ts, p, it, Op.SETITEM, Op.SETITEMS, (pair) => {
    if (!isTuple(pair) || pair.items.length !== 2) {
      return raise(ts, TypeErrorType, "dict items iterator must return 2-tuples");
    }
    return savePair(ts, p, obj, pair.items[0], pair.items[1]);
  });

function saveElement(ts: ThreadState, p: PyPickler, obj: Value, element: Value): Status {
  return save(ts, p, element) === null ? whileSaving(ts, obj, "element") : true;
}

/** A set for a protocol that has no opcode for it. */
function saveAsList(ts: ThreadState, p: PyPickler, obj: PySet): Status {
  const elements = toArray(ts, obj);
  if (elements === null) return null;
  const cls = obj.cls === SetType ? SetType : FrozenSetType;
  return saveReduce(ts, p, [cls, new PyTuple([new PyList(elements)])], obj);
}

/** Writes a set. */
export function saveSet(ts: ThreadState, p: PyPickler, obj: PySet): Status {
  if (p.protocol < 4) return saveAsList(ts, p, obj);
  const { out } = p;
  out.byte(Op.EMPTY_SET);
  p.memoize(obj);
  const { size } = obj;
  if (size === 0) return true;
  const elements = toArray(ts, obj);
  if (elements === null) return null;
  let i = 0;
  let count: number;
  do {
    out.byte(Op.MARK);
    for (count = 0; i < elements.length && count < BATCH_SIZE; count++) {
      if (saveElement(ts, p, obj, elements[i++]) === null) return null;
    }
    out.byte(Op.ADDITEMS);
    if (obj.size !== size) return raise(ts, RuntimeErrorType, "set changed size during iteration");
  } while (count === BATCH_SIZE);
  return true;
}

/** Writes a frozenset. One that contains itself has been written when its elements have been. */
export function saveFrozenSet(ts: ThreadState, p: PyPickler, obj: PySet): Status {
  if (p.protocol < 4) return saveAsList(ts, p, obj);
  const { out } = p;
  return guarded(ts, p, obj, () => {
    out.byte(Op.MARK);
    const elements = toArray(ts, obj);
    if (elements === null) return null;
    for (const element of elements) {
      if (saveElement(ts, p, obj, element) === null) return null;
    }
    const known = p.memo.get(obj);
    if (known !== undefined) {
      out.byte(Op.POP_MARK);
      p.recall(known);
      return true;
    }
    out.byte(Op.FROZENSET);
    p.memoize(obj);
    return true;
  });
}
