import type { PyDict } from "../types/dict/py-dict.js";
import { TypeErrorType, ValueErrorType } from "../types/exceptions/exception-types.js";
import { toInt } from "../types/int/to-int.js";
import { PySequenceIterator } from "../types/iterators/py-sequence-iterator.js";
import type { PyList } from "../types/list/py-list.js";
import { MAX_GROWN_ITEMS, MAX_ITEMS, outOfMemory } from "../types/list/sequence.js";
import { NotImplemented } from "../types/none/singletons.js";
import type { PyRange } from "../types/range/py-range.js";
import type { PySet } from "../types/set/py-set.js";
import { asStr } from "../types/str/as-str.js";
import { type PyWideStr, type Str, strFromCodePoints } from "../types/str/py-str.js";
import type { PyTuple } from "../types/tuple/py-tuple.js";
import { classGetItem } from "../types/type/class-getitem.js";
import {
  DictType,
  FrozenSetType,
  IntType,
  ListType,
  RangeType,
  SetType,
  StrType,
  TupleType,
} from "./builtin-types.js";
import { call, callUnbound, enterNative, lookupSpecial } from "./call.js";
import { compareBool } from "./compare.js";
import { defaultRepr } from "./default-repr.js";
import { clearPending, pendingMatches, raise, typeName } from "./errors.js";
import { sizeArgument, toSize } from "./numbers.js";
import type { Result, Status, Value } from "./object.js";
import { hasSequenceSlots } from "./sequence-slots.js";
import { reprGlue } from "./slot-glue.js";
import { CompareOp, type UnaryFunc } from "./slots.js";
import { step as countStep, tick } from "./steps.js";
import type { ThreadState } from "./thread-state.js";
import { TypeFlags } from "./type.js";
import { lookup } from "./type-lookup.js";
import { typeOf } from "./type-of.js";

export { isInstanceOf, isSubclass } from "./instance-check.js";

/** `iter(v)`. Raises TypeError. */
export function getIter(ts: ThreadState, v: Value): Result<Value> {
  const type = typeOf(v);
  const slot = type.tp_iter;
  if (slot === null) {
    if (isSequence(v)) return new PySequenceIterator(v);
    return raise(ts, TypeErrorType, `'${type.tpName}' object is not iterable`);
  }
  const it = slot(ts, v);
  if (it === null) return null;
  if (typeOf(it).tp_iternext === null) {
    return raise(ts, TypeErrorType, `iter() returned non-iterator of type '${typeName(it)}'`);
  }
  return it;
}

/** Has the type of `v` a `__getitem__` for indices (CPython `PySequence_Check`)? */
export function isSequence(v: Value): boolean {
  const type = typeOf(v);
  return type.sq_item !== null && (type.flags & TypeFlags.DICT_SUBCLASS) === 0;
}

/** The next item of an iterator; `undefined` when it is exhausted. */
export function iterNext(ts: ThreadState, it: Value): Result<Value | undefined> {
  const slot = typeOf(it).tp_iternext;
  if (slot === null) return raise(ts, TypeErrorType, `'${typeName(it)}' object is not an iterator`);
  return --ts.ticks < 0 && tick(ts) === null ? null : slot(ts, it);
}

/** What the function given to {@link iterate} returns: go on, fail, or stop early. */
export type StepResult = true | null | "stop";

/** Calls `step` with each item of an iterable, until it fails or says "stop". */
export function iterate(ts: ThreadState, v: Value, step: (item: Value) => StepResult): Status {
  const it = getIter(ts, v);
  if (it === null) return null;
  const next = typeOf(it).tp_iternext;
  if (next === null) return raise(ts, TypeErrorType, `'${typeName(it)}' object is not an iterator`);
  for (;;) {
    const item = countStep(ts) === null ? null : next(ts, it);
    if (item === null) return null;
    if (item === undefined) return true;
    const outcome = step(item);
    if (outcome === null) return null;
    if (outcome === "stop") return true;
  }
}

/** All items of an iterable in a fresh array, without an iterator where that cannot be seen. */
export function toArray(ts: ThreadState, v: Value): Result<Value[]> {
  const type = typeOf(v);
  switch (type.tp_iter) {
    case ListType.tp_iter:
      return (v as PyList).items.slice();
    case TupleType.tp_iter:
      return (v as PyTuple).items.slice();
  }
  if (type === StrType) return characters(v as Str);
  if (type === DictType) return (v as PyDict).keysArray();
  if (type === SetType || type === FrozenSetType) return (v as PySet).itemsArray();
  if (type === RangeType) {
    const { start, step, length } = v as PyRange;
    if (length > MAX_ITEMS) return outOfMemory(ts);
    if (typeof start === "number" && typeof step === "number" && typeof length === "number") {
      const numbers: Value[] = [];
      for (let i = 0; i < length; i++) numbers.push(start + i * step);
      return numbers;
    }
  }
  const items: Value[] = [];
  const done = iterate(ts, v, (item) => items.push(item) <= MAX_GROWN_ITEMS || outOfMemory(ts));
  return done === null ? null : items;
}

/** The characters of a str, one str each. */
function characters(s: Str): Str[] {
  if (typeof s === "string") return s.split("");
  return Array.from((s as PyWideStr).codePoints, (c) => strFromCodePoints([c]));
}

/** `o[key]`. */
export function getItem(ts: ThreadState, o: Value, key: Value): Result<Value> {
  const type = typeOf(o);
  if (type.mp_subscript !== null) return type.mp_subscript(ts, o, key);
  if (type.sq_item !== null) {
    const index = sequenceIndex(ts, o, key);
    return index === null ? null : type.sq_item(ts, o, index);
  }
  if ((type.flags & TypeFlags.TYPE_SUBCLASS) !== 0) return classGetItem(ts, o, key);
  return raise(ts, TypeErrorType, `'${type.tpName}' object is not subscriptable`);
}

/** `o[key] = value`, or `del o[key]` when `value` is `undefined`. */
export function setItem(ts: ThreadState, o: Value, key: Value, value: Value | undefined): Status {
  const type = typeOf(o);
  if (type.mp_ass_subscript !== null) return type.mp_ass_subscript(ts, o, key, value);
  if (type.sq_ass_item !== null) {
    const index = sequenceIndex(ts, o, key);
    return index === null ? null : type.sq_ass_item(ts, o, index, value);
  }
  // CPython's words for a deletion depend on how far it gets in looking for a way.
  if (hasSequenceSlots(type) && typeOf(key).nb_index !== null) {
    if (toSize(ts, key) === null) return null;
    if (value === undefined) {
      return raise(ts, TypeErrorType, `'${type.tpName}' object doesn't support item deletion`);
    }
  }
  const what = value === undefined ? "deletion" : "assignment";
  return raise(ts, TypeErrorType, `'${type.tpName}' object does not support item ${what}`);
}

/** The index for a type that has `sq_item` alone: an int, counted from the end when negative. */
function sequenceIndex(ts: ThreadState, o: Value, key: Value): Result<number> {
  if (typeof key !== "number" && typeOf(key).nb_index === null) {
    return raise(ts, TypeErrorType, `sequence index must be integer, not '${typeName(key)}'`);
  }
  const index = toSize(ts, key);
  if (index === null || index >= 0) return index;
  return fromEnd(ts, o, index);
}

/** `index` counted from the end as `PySequence_GetItem` does: by adding the length, if there is one. */
function fromEnd(ts: ThreadState, o: Value, index: number): Result<number> {
  const { sq_length } = typeOf(o);
  if (sq_length === null) return index;
  const n = sq_length(ts, o);
  return n === null ? null : index + n;
}

/** `item in container`. */
export function contains(ts: ThreadState, container: Value, item: Value): Result<boolean> {
  const slot = typeOf(container).sq_contains;
  return slot === null ? searchItems(ts, container, item) : slot(ts, container, item);
}

/** `item in container` by looking at all items (CPython `_PySequence_IterSearch`). */
export function searchItems(ts: ThreadState, container: Value, item: Value): Result<boolean> {
  const it = getIter(ts, container);
  if (it === null) {
    if (!pendingMatches(ts, TypeErrorType)) return null;
    clearPending(ts);
    const kind = `argument of type '${typeName(container)}'`;
    return raise(ts, TypeErrorType, `${kind} is not a container or iterable`);
  }
  for (;;) {
    const candidate = iterNext(ts, it);
    if (candidate === null) return null;
    if (candidate === undefined) return false;
    const same = compareBool(ts, candidate, item, CompareOp.EQ);
    if (same !== false) return same;
  }
}

/** `len(v)`. */
export function length(ts: ThreadState, v: Value): Result<number> {
  const type = typeOf(v);
  const slot = type.sq_length ?? type.mp_length;
  if (slot === null) return raise(ts, TypeErrorType, `object of type '${type.tpName}' has no len()`);
  return slot(ts, v);
}

/** `operator.length_hint(v, otherwise)`. */
export function lengthHint(ts: ThreadState, v: Value, otherwise: number): Result<number> {
  const type = typeOf(v);
  if (type.sq_length !== null || type.mp_length !== null) {
    const n = length(ts, v);
    if (n !== null) return n;
    if (!pendingMatches(ts, TypeErrorType)) return null;
    clearPending(ts);
  }
  const hint = lookupSpecial(ts, v, "__length_hint__");
  if (hint === null) return null;
  if (hint === undefined) return otherwise;
  const result = call(ts, hint, []);
  if (result === null) {
    if (!pendingMatches(ts, TypeErrorType)) return null;
    clearPending(ts);
    return otherwise;
  }
  if (result === NotImplemented) return otherwise;
  if (toInt(result) === undefined) {
    return raise(ts, TypeErrorType, `__length_hint__ must be an integer, not ${typeName(result)}`);
  }
  const n = sizeArgument(ts, result);
  if (n !== null && n < 0) return raise(ts, ValueErrorType, "__length_hint__() should return >= 0");
  return n;
}

/** `repr(v)` as text. */
export function repr(ts: ThreadState, v: Value): Result<Str> {
  const result = reprObject(ts, v);
  return typeof result === "string" || result === null ? result : (asStr(result) as Str);
}

/** `repr(v)`: a str, or the instance of a subclass that `__repr__` returned. */
export function reprObject(ts: ThreadState, v: Value): Result<Value> {
  if (typeof v === "number") return `${v}`;
  const slot = typeOf(v).tp_repr;
  if (slot === null) return defaultRepr(ts, v);
  const result = slot === reprGlue ? slot(ts, v) : guarded(ts, slot, v);
  if (typeof result === "string" || result === null) return result;
  return asStr(result) === undefined ? nonString(ts, "__repr__", result) : result;
}

/** `str(v)` as text. */
export function str(ts: ThreadState, v: Value): Result<Str> {
  const result = strObject(ts, v);
  return typeof result === "string" || result === null ? result : (asStr(result) as Str);
}

/** `str(v)`: a str, or the instance of a subclass that `__str__` returned. */
export function strObject(ts: ThreadState, v: Value): Result<Value> {
  if (typeof v === "string") return v;
  if (typeof v === "number") return `${v}`;
  const type = typeOf(v);
  if (type === StrType) return v;
  const slot = type.tp_str;
  if (slot === null) return reprObject(ts, v);
  const result = guarded(ts, slot, v);
  if (typeof result === "string" || result === null) return result;
  return asStr(result) === undefined ? nonString(ts, "__str__", result) : result;
}

/** A slot of a native type, which may lead back here without any Python call in between. */
function guarded(ts: ThreadState, slot: UnaryFunc, v: Value): Result<Value> {
  if (!enterNative(ts)) return null;
  const result = slot(ts, v);
  ts.nativeDepth--;
  return result;
}

function nonString(ts: ThreadState, method: string, result: Value): null {
  return raise(ts, TypeErrorType, `${method} returned non-string (type ${typeName(result)})`);
}

/** `ascii(v)` as text. */
export function ascii(ts: ThreadState, v: Value): Result<Str> {
  const result = asciiObject(ts, v);
  return result === null ? null : (asStr(result) as Str);
}

/** `ascii(v)`: what `repr` returned if it is ASCII, else an escaped str. */
export function asciiObject(ts: ThreadState, v: Value): Result<Value> {
  const shown = reprObject(ts, v);
  if (shown === null) return null;
  const text = asStr(shown) as Str;
  if (typeof text === "string" && /^[\x00-\x7f]*$/.test(text)) return shown;
  let out = "";
  const points = typeof text === "string" ? Array.from(text, (c) => c.charCodeAt(0)) : text.codePoints;
  for (const c of points) {
    if (c < 0x80) out += String.fromCharCode(c);
    else if (c <= 0xff) out += `\\x${hex(c, 2)}`;
    else if (c <= 0xffff) out += `\\u${hex(c, 4)}`;
    else out += `\\U${hex(c, 8)}`;
  }
  return out;
}

const hex = (c: number, width: number): string => c.toString(16).padStart(width, "0");

/** `format(v, spec)` as text. */
export function format(ts: ThreadState, v: Value, spec: Str): Result<Str> {
  const result = formatObject(ts, v, spec);
  return typeof result === "string" || result === null ? result : (asStr(result) as Str);
}

/** `format(v, spec)`: a str, or the instance of a subclass that `__format__` returned. */
export function formatObject(ts: ThreadState, v: Value, spec: Str): Result<Value> {
  const type = typeOf(v);
  if (spec === "" && (type === StrType || type === IntType)) return strObject(ts, v);
  const method = lookup(type, "__format__");
  if (method === undefined) {
    return raise(ts, TypeErrorType, `Type ${type.tpName} doesn't define __format__`);
  }
  const result = callUnbound(ts, method, v, [spec]);
  if (result === null) return null;
  return asStr(result) === undefined
    ? raise(ts, TypeErrorType, `__format__ must return a str, not ${typeName(result)}`)
    : result;
}

/** `callable(v)`. */
export function isCallable(v: Value): boolean {
  return typeOf(v).tp_call !== null;
}
