import {
  bindKeywords,
  boundArgument,
  CompareOp,
  call,
  callMethod,
  classGetItem,
  compare,
  cutBound,
  defineType,
  emptyTuple,
  equals,
  getIter,
  IndexErrorType,
  isInstance,
  iterNext,
  type KwNames,
  MAX_ITEMS,
  None,
  NotImplemented,
  outOfMemory,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  reprItems,
  type Status,
  type Str,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toInt,
  typeName,
  unhashable,
  type Value,
  ValueErrorType,
  wrapStr,
} from "@adder/objects";
import { iterateDeque, reverseDeque } from "./deque-iterator.js";
import { PyDeque } from "./py-deque.js";

const CHANGED = "deque mutated during iteration";

function isDeque(v: Value): v is PyDeque {
  return isInstance(v, DequeType);
}

/** Adds an item at the end; with a bound, the first one may have to go. */
function appendItem(deque: PyDeque, item: Value): void {
  deque.push(item);
  if (deque.maxlen >= 0 && deque.size > deque.maxlen) deque.shift();
}

function appendLeftItem(deque: PyDeque, item: Value): void {
  deque.unshift(item);
  if (deque.maxlen >= 0 && deque.size > deque.maxlen) deque.pop();
}

/** Adds the items of an iterable at one end. */
function extendWith(
  ts: ThreadState,
  self: PyDeque,
  iterable: Value,
  add: (deque: PyDeque, item: Value) => void,
): Status {
  if (isDeque(iterable) && iterable.cls.tp_iter === DequeType.tp_iter) {
    for (const item of iterable.toArray()) add(self, item);
    return true;
  }
  const it = getIter(ts, iterable);
  if (it === null) return null;
  for (;;) {
    const item = iterNext(ts, it);
    if (item === null) return null;
    if (item === undefined) return true;
    add(self, item);
  }
}

function init(ts: ThreadState, self: PyDeque, args: Value[], kwnames: KwNames): Status {
  const bound = bindKeywords(ts, "deque", args, kwnames, ["iterable", "maxlen"], 0, 2);
  if (bound === null) return null;
  const [iterable, maxlenValue = None] = bound;
  let maxlen = -1;
  if (maxlenValue !== None) {
    if (toInt(maxlenValue) === undefined) return raise(ts, TypeErrorType, "an integer is required");
    const given = sizeArgument(ts, maxlenValue);
    if (given === null) return null;
    if (given < 0) return raise(ts, ValueErrorType, "maxlen must be non-negative");
    maxlen = given;
  }
  self.maxlen = maxlen;
  if (self.size > 0) self.clear();
  return iterable === undefined ? true : extendWith(ts, self, iterable, appendItem);
}

function dequeRepr(ts: ThreadState, self: PyDeque): Result<Str> {
  if (ts.reprStack.includes(self)) return "[...]";
  ts.reprStack.push(self);
  const bound = self.maxlen < 0 ? ")" : `, maxlen=${self.maxlen})`;
  const text = reprItems(ts, { items: self.toArray() }, "[", "]");
  ts.reprStack.pop();
  return text === null ? null : wrapStr(`${self.cls.name}(`, text, bound);
}

function dequeCompare(ts: ThreadState, a: Value, b: Value, op: CompareOp): Result<Value> {
  if (!isDeque(a) || !isDeque(b)) return NotImplemented;
  if (a === b) return op === CompareOp.EQ || op === CompareOp.LE || op === CompareOp.GE;
  if (a.size !== b.size) {
    if (op === CompareOp.EQ) return false;
    if (op === CompareOp.NE) return true;
  }
  const left = iterateDeque(a);
  const right = iterateDeque(b);
  for (;;) {
    const x = iterNext(ts, left);
    const y = x === null ? null : iterNext(ts, right);
    if (x === null || y === null) return null;
    // The shorter one is smaller when all that it has is equal.
    if (x === undefined || y === undefined) return compare(ts, a.size, b.size, op);
    const same = equals(ts, x, y);
    if (same === null) return null;
    if (same) continue;
    if (op === CompareOp.EQ) return false;
    return op === CompareOp.NE ? true : compare(ts, x, y, op);
  }
}

/**
 * Index of the first item in `[start, stop)` that is or equals a value, -1 if there is none. Raises RuntimeError
 * (or what `error` says) when a comparison changes the deque.
 */
function find(
  ts: ThreadState,
  self: PyDeque,
  value: Value,
  start: number,
  stop: number,
  error = RuntimeErrorType,
): Result<number> {
  const { version } = self;
  for (let i = start; i < stop && i < self.size; i++) {
    const same = equals(ts, self.at(i), value);
    if (same === null) return null;
    if (self.version !== version) return raise(ts, error, CHANGED);
    if (same) return i;
  }
  return -1;
}

function contains(ts: ThreadState, self: PyDeque, value: Value): Result<boolean> {
  const at = find(ts, self, value, 0, self.size);
  return at === null ? null : at >= 0;
}

function concat(ts: ThreadState, self: PyDeque, other: Value): Result<Value> {
  if (!isDeque(other)) {
    return raise(ts, TypeErrorType, `can only concatenate deque (not "${typeName(other)}") to deque`);
  }
  const result = copy(ts, self);
  if (result === null) return null;
  return extendWith(ts, result as PyDeque, other, appendItem) === null ? null : result;
}

function repeatInPlace(ts: ThreadState, self: PyDeque, count: number): Result<Value> {
  const { size, maxlen } = self;
  if (count === 1 || size === 0) return self;
  if (count <= 0) {
    self.clear();
    return self;
  }
  if (maxlen < 0 && size * count > MAX_ITEMS) return outOfMemory(ts);
  const items = self.toArray();
  // With a bound, what comes first would leave again.
  const rounds = maxlen < 0 ? count - 1 : Math.min(count - 1, Math.ceil(maxlen / size));
  for (let n = 0; n < rounds; n++) for (let i = 0; i < size; i++) appendItem(self, items[i]);
  return self;
}

function repeatCopy(ts: ThreadState, self: PyDeque, count: number): Result<Value> {
  const result = copy(ts, self);
  return result === null ? null : repeatInPlace(ts, result as PyDeque, count);
}

function copy(ts: ThreadState, self: PyDeque): Result<Value> {
  if (self.cls === DequeType) {
    const plain = new PyDeque(DequeType);
    plain.maxlen = self.maxlen;
    for (const item of self.toArray()) plain.push(item);
    return plain;
  }
  const made = call(ts, self.cls, self.maxlen < 0 ? [self] : [self, self.maxlen]);
  if (made === null || isDeque(made)) return made;
  return raise(ts, TypeErrorType, `${self.cls.tpName}() must return a deque, not ${typeName(made)}`);
}

function checkIndex(ts: ThreadState, self: PyDeque, index: number): Status {
  if (index >= 0 && index < self.size) return true;
  return raise(ts, IndexErrorType, "deque index out of range");
}

function getItem(ts: ThreadState, self: PyDeque, index: number): Result<Value> {
  return checkIndex(ts, self, index) === null ? null : self.at(index);
}

function setItem(ts: ThreadState, self: PyDeque, index: number, value: Value | undefined): Status {
  if (checkIndex(ts, self, index) === null) return null;
  if (value === undefined) self.removeAt(index);
  else self.put(index, value);
  return true;
}

function count(ts: ThreadState, self: PyDeque, value: Value): Result<Value> {
  const { version } = self;
  let found = 0;
  for (let i = 0; i < self.size; i++) {
    const same = equals(ts, self.at(i), value);
    if (same === null) return null;
    if (same) found++;
    if (self.version !== version) return raise(ts, RuntimeErrorType, CHANGED);
  }
  return found;
}

function index(
  ts: ThreadState,
  self: PyDeque,
  value: Value,
  startValue: Value | undefined,
  stopValue: Value | undefined,
): Result<Value> {
  const start = boundArgument(ts, startValue, 0);
  const stop = start === null ? null : boundArgument(ts, stopValue, self.size);
  if (start === null || stop === null) return null;
  const at = find(ts, self, value, cutBound(start, self.size), cutBound(stop, self.size));
  if (at === null || at >= 0) return at;
  return raise(ts, ValueErrorType, "deque.index(x): x not in deque");
}

function insert(ts: ThreadState, self: PyDeque, indexValue: Value, value: Value): Result<Value> {
  const at = sizeArgument(ts, indexValue);
  if (at === null) return null;
  const { size, maxlen } = self;
  if (maxlen >= 0 && size >= maxlen) return raise(ts, IndexErrorType, "deque already at its maximum size");
  self.insert(at < 0 ? Math.max(0, at + size) : Math.min(at, size), value);
  return None;
}

function remove(ts: ThreadState, self: PyDeque, value: Value): Result<Value> {
  const at = find(ts, self, value, 0, self.size, IndexErrorType);
  if (at === null) return null;
  if (at < 0) return raise(ts, ValueErrorType, "deque.remove(x): x not in deque");
  self.removeAt(at);
  return None;
}

function rotate(ts: ThreadState, self: PyDeque, steps: Value | undefined): Result<Value> {
  const n = steps === undefined ? 1 : sizeArgument(ts, steps);
  if (n === null) return null;
  const { size } = self;
  if (size <= 1) return None;
  // The shorter way round.
  let turn = n % size;
  if (turn > size / 2) turn -= size;
  else if (turn < -size / 2) turn += size;
  if (turn !== 0) self.rotate(turn);
  return None;
}

function reduce(ts: ThreadState, self: PyDeque): Result<Value> {
  const state = callMethod(ts, self, "__getstate__", []);
  const it = state === null ? null : getIter(ts, self);
  if (state === null || it === null) return null;
  const args = self.maxlen < 0 ? emptyTuple : new PyTuple([emptyTuple, self.maxlen]);
  return new PyTuple([self.cls, args, state, it]);
}

/** What CPython would allocate on a 64-bit machine: blocks of 64 items. */
function sizeOf(self: PyDeque): number {
  return 232 + 528 * Math.max(1, Math.ceil((1 + self.size) / 64));
}

const emptyPop = (ts: ThreadState): null => raise(ts, IndexErrorType, "pop from an empty deque");

/** `collections.deque` (CPython `Modules/_collectionsmodule.c`). */
export const DequeType: PyType = defineType({
  name: "collections.deque",
  doc: "A sequence with fast access to both ends, of bounded length if maxlen is given.",
  signature: "([iterable[, maxlen]])",
  flags: TypeFlags.BASETYPE | TypeFlags.SEQUENCE | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: (_ts, cls) => new PyDeque(cls),
    tp_init: init,
    tp_repr: dequeRepr,
    tp_hash: unhashable,
    tp_richcompare: dequeCompare,
    tp_iter: (_ts, self: PyDeque) => iterateDeque(self),
    sq_length: (_ts, self: PyDeque) => self.size,
    sq_concat: concat,
    sq_repeat: repeatCopy,
    sq_item: getItem,
    sq_ass_item: setItem,
    sq_contains: contains,
    sq_inplace_concat: (ts, self: PyDeque, other: Value) =>
      extendWith(ts, self, other, appendItem) === null ? null : self,
    sq_inplace_repeat: repeatInPlace,
  },
  methods: [
    [
      "append",
      "($self, item, /)",
      (_ts, self: PyDeque, item: Value) => {
        self.push(item);
        if (self.maxlen >= 0 && self.size > self.maxlen) self.shift();
        return None;
      },
      "Adds an item at the end.",
    ],
    [
      "appendleft",
      "($self, item, /)",
      (_ts, self: PyDeque, item: Value) => {
        self.unshift(item);
        if (self.maxlen >= 0 && self.size > self.maxlen) self.pop();
        return None;
      },
      "Adds an item at the beginning.",
    ],
    [
      "clear",
      "($self, /)",
      (_ts, self: PyDeque) => {
        self.clear();
        return None;
      },
      "Removes all items.",
    ],
    ["__copy__", "($self, /)", copy, "A shallow copy."],
    ["copy", "($self, /)", copy, "A shallow copy."],
    ["count", "($self, value, /)", count, "How many items equal a value."],
    [
      "extend",
      "($self, iterable, /)",
      (ts, self: PyDeque, iterable: Value) =>
        extendWith(ts, self, iterable, appendItem) === null ? null : None,
      "Adds the items of an iterable at the end.",
    ],
    [
      "extendleft",
      "($self, iterable, /)",
      (ts, self: PyDeque, iterable: Value) =>
        extendWith(ts, self, iterable, appendLeftItem) === null ? null : None,
      "Adds the items of an iterable at the beginning, one after the other.",
    ],
    [
      "index",
      "($self, value, [start, [stop]])",
      index,
      "The first index of a value between start and stop; ValueError without one.",
    ],
    ["insert", "($self, index, value, /)", insert, "Puts an item before the one at an index."],
    [
      "pop",
      "($self, /)",
      (ts, self: PyDeque) => (self.size === 0 ? emptyPop(ts) : self.pop()),
      "Removes the last item and returns it.",
    ],
    [
      "popleft",
      "($self, /)",
      (ts, self: PyDeque) => (self.size === 0 ? emptyPop(ts) : self.shift()),
      "Removes the first item and returns it.",
    ],
    ["__reduce__", "($self, /)", reduce, "Return state information for pickling."],
    ["remove", "($self, value, /)", remove, "Removes the first item that equals a value."],
    [
      "__reversed__",
      "($self, /)",
      (_ts, self: PyDeque) => reverseDeque(self),
      "An iterator from the last item to the first.",
    ],
    [
      "reverse",
      "($self, /)",
      (_ts, self: PyDeque) => {
        self.reverse();
        return None;
      },
      "Turns the order of the items around.",
    ],
    [
      "rotate",
      "($self, n=1, /)",
      rotate,
      "Moves n items from the end to the beginning; for negative n, the other way.",
    ],
    [
      "__sizeof__",
      "($self, /)",
      (_ts, self: PyDeque) => sizeOf(self),
      "Return the size of the deque in memory, in bytes.",
    ],
    ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
  ],
  getset: [
    [
      "maxlen",
      (_ts, self: PyDeque) => (self.maxlen < 0 ? None : self.maxlen),
      null,
      "maximum size of a deque or None if unbounded",
    ],
  ],
});
