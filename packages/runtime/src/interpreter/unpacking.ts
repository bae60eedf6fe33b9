import type { Slot } from "@adder/frames";
import {
  clearPending,
  DictType,
  getIter,
  isSequence,
  iterNext,
  ListType,
  type PyDict,
  PyList,
  type PyTuple,
  type Result,
  raise,
  type Status,
  type ThreadState,
  TupleType,
  TypeErrorType,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** UNPACK_SEQUENCE: replaces the top of the stack by `count` items, the first on top. */
export function unpackSequence(
  ts: ThreadState,
  stack: Slot[],
  sp: number,
  seq: Value,
  count: number,
): Status {
  if (typeof seq === "object" && (seq.cls === TupleType || seq.cls === ListType)) {
    const { items } = seq as PyTuple | PyList;
    if (items.length === count) {
      for (let i = 0; i < count; i++) stack[sp - 1 + i] = items[count - 1 - i];
      return true;
    }
  }
  return unpack(ts, stack, sp - 1 + count, seq, count, -1);
}

/** UNPACK_EX: around a starred target. */
export function unpackEx(ts: ThreadState, stack: Slot[], sp: number, seq: Value, oparg: number): Status {
  const before = oparg & 0xff;
  const after = oparg >> 8;
  return unpack(ts, stack, sp + before + after, seq, before, after);
}

/**
 * Writes the items of an iterable below `top`, the first uppermost.
 *
 * @param after items behind the starred target, -1 without one
 */
function unpack(
  ts: ThreadState,
  stack: Slot[],
  top: number,
  seq: Value,
  before: number,
  after: number,
): Status {
  const it = unpackingIterator(ts, seq);
  if (it === null) return null;
  for (let i = 0; i < before; i++) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) return tooFew(ts, before, after, i);
    stack[--top] = item;
  }
  if (after < 0) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    return item === undefined ? true : tooMany(ts, seq, before);
  }
  const rest: Value[] = [];
  for (;;) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) break;
    rest.push(item);
  }
  if (rest.length < after) return tooFew(ts, before, after, before + rest.length);
  const tail = rest.splice(rest.length - after, after);
  stack[--top] = new PyList(rest);
  for (const item of tail) stack[--top] = item;
  return true;
}

function unpackingIterator(ts: ThreadState, seq: Value): Result<Value> {
  const it = getIter(ts, seq);
  if (it !== null) return it;
  const type = typeOf(seq);
  if (ts.pending?.cls === TypeErrorType && type.tp_iter === null && !isSequence(seq)) {
    clearPending(ts);
    return raise(ts, TypeErrorType, `cannot unpack non-iterable ${type.tpName} object`);
  }
  return null;
}

function tooFew(ts: ThreadState, before: number, after: number, got: number): null {
  const expected = after < 0 ? `${before}` : `at least ${before + after}`;
  return raise(ts, ValueErrorType, `not enough values to unpack (expected ${expected}, got ${got})`);
}

function tooMany(ts: ThreadState, seq: Value, expected: number): null {
  const cls = typeOf(seq);
  let got = "";
  if (cls === ListType || cls === TupleType) got = `, got ${(seq as PyList).items.length}`;
  else if (cls === DictType) got = `, got ${(seq as PyDict).size}`;
  return raise(ts, ValueErrorType, `too many values to unpack (expected ${expected}${got})`);
}
