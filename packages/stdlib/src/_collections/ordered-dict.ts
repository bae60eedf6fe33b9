import {
  CompareOp,
  call,
  callMethod,
  contains,
  copyDict,
  DictType,
  defineType,
  emptyTuple,
  equals,
  getItem,
  getIter,
  getOptionalAttr,
  isDict,
  isInstance,
  isTrue,
  iterate,
  iterNext,
  joinStr,
  KeyErrorType,
  type KwNames,
  mergeDict,
  None,
  NotImplemented,
  PyDict,
  PyTuple,
  type PyType,
  pairsOf,
  type Result,
  RuntimeErrorType,
  raise,
  raiseKeyError,
  repr,
  type Status,
  type Str,
  setItem,
  simpleKey,
  strFromKey,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  typeOf,
  unhashable,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { dictRow } from "../keywords.js";
import {
  Kind,
  OdictItemsType,
  OdictKeysType,
  OdictValuesType,
  PyOdictIterator,
  PyOdictView,
} from "./odict-views.js";

const none: readonly Value[] = [];

/** A dict whose order can be changed. The order is that of its entries. */
export class PyOrderedDict extends PyDict {
  /** Entries before this one are removed, unless the first entry of all is there. */
  private front = 0;
  /**
   * Keys that methods of dict took out: CPython keeps the order apart from the dict, and still has them there. To look for such a key's
   * value is a KeyError.
   */
  lost: readonly Value[] = none;

  /** What dict's methods do. */
  override removeEntry(entry: number): void {
    this.lost = [...this.lost, this.keys[entry] as Value];
    this.takeOut(entry);
  }

  override clear(): void {
    super.clear();
    this.lost = none;
  }

  /** Removes an entry that is there, and its place in the order. */
  takeOut(entry: number): void {
    super.removeEntry(entry);
    if (entry === 0) this.front = 1;
  }

  /** Can the value of an entry be taken without looking for its key? Python code may give a key another hash than it had. */
  isSure(entry: number): boolean {
    return simpleKey(this.keys[entry] as Value) !== undefined;
  }

  /** Entry of the first item, -1 if empty. Removing items from the front one by one stays cheap. */
  firstEntry(): number {
    if (this.size === 0) return -1;
    if (this.keys[0] !== undefined) return 0;
    this.front = this.nextIndex(this.front);
    return this.front;
  }

  /** Moves an entry to the end. */
  moveToEnd(ts: ThreadState, entry: number): Status {
    if (entry === this.lastEntry()) return true;
    const key = this.keys[entry] as Value;
    const value = this.values[entry] as Value;
    this.takeOut(entry);
    return this.set(ts, key, value);
  }

  /** Moves an entry to the front, which means to insert all others again. */
  moveToFront(ts: ThreadState, entry: number): Status {
    if (entry === this.firstEntry()) return true;
    const copy = this.copy();
    const key = this.keys[entry] as Value;
    const value = this.values[entry] as Value;
    this.clear();
    return this.set(ts, key, value) === null ? null : mergeDict(ts, this, copy, false);
  }
}

/** Is it an OrderedDict of the exact class, whose items can be reached without calling methods? */
function isExact(self: PyOrderedDict): boolean {
  return self.cls === OrderedDictType;
}

/** `update()` with one argument: a dict, something with `keys()` or `items()`, or pairs. */
function updateWith(ts: ThreadState, self: Value, arg: Value): Status {
  if (typeOf(self) === OrderedDictType && typeOf(arg) === DictType) {
    return mergeDict(ts, self as PyDict, arg as PyDict);
  }
  if (typeOf(arg) === DictType) return addPairs(ts, self, pairsOf(arg as PyDict));
  const keys = getOptionalAttr(ts, arg, "keys");
  if (keys === null) return null;
  if (keys !== undefined) {
    const names = call(ts, keys, []);
    if (names === null) return null;
    return iterate(ts, names, (key) => {
      const value = getItem(ts, arg, key);
      return value === null ? null : setItem(ts, self, key, value);
    });
  }
  const items = getOptionalAttr(ts, arg, "items");
  if (items === null) return null;
  const pairs = items === undefined ? arg : call(ts, items, []);
  if (pairs === null) return null;
  return iterate(ts, pairs, (pair) => addPair(ts, self, pair));
}

function addPairs(ts: ThreadState, self: Value, pairs: readonly PyTuple[]): Status {
  for (const { items } of pairs) if (setItem(ts, self, items[0], items[1]) === null) return null;
  return true;
}

function addPair(ts: ThreadState, self: Value, pair: Value): Status {
  const it = getIter(ts, pair);
  if (it === null) return null;
  const key = iterNext(ts, it);
  if (key === null) return null;
  if (key === undefined) return raise(ts, ValueErrorType, "need more than 0 values to unpack");
  const value = iterNext(ts, it);
  if (value === null) return null;
  if (value === undefined) return raise(ts, ValueErrorType, "need more than 1 value to unpack");
  const more = iterNext(ts, it);
  if (more === null) return null;
  if (more !== undefined) return raise(ts, ValueErrorType, "too many values to unpack (expected 2)");
  return setItem(ts, self, key, value);
}

function updateAll(ts: ThreadState, self: Value, args: readonly Value[], kwnames: KwNames): Status {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given === 1 && updateWith(ts, self, args[0]) === null) return null;
  if (kwnames !== null) {
    for (let i = 0; i < kwnames.length; i++) {
      if (setItem(ts, self, strFromKey(kwnames[i]), args[given + i]) === null) return null;
    }
  }
  return true;
}

function init(ts: ThreadState, self: PyOrderedDict, args: Value[], kwnames: KwNames): Status {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given > 1) return raise(ts, TypeErrorType, `expected at most 1 argument, got ${given}`);
  return updateAll(ts, self, args, kwnames);
}

function update(ts: ThreadState, self: Value, args: Value[], kwnames: KwNames): Result<Value> {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given > 1) {
    return raise(ts, TypeErrorType, `update() takes at most 1 positional argument (${given} given)`);
  }
  return updateAll(ts, self, args, kwnames) === null ? null : None;
}

function orderedDictRepr(ts: ThreadState, self: PyOrderedDict): Result<Str> {
  const name = strFromKey(self.cls.name);
  if (self.size === 0) return joinStr([name, "()"], "");
  if (ts.reprStack.includes(self)) return "...";
  ts.reprStack.push(self);
  const content = reprContent(ts, self);
  ts.reprStack.pop();
  return content === null ? null : joinStr([name, "(", content, ")"], "");
}

function reprContent(ts: ThreadState, self: PyOrderedDict): Result<Str> {
  if (isExact(self)) {
    const copy = copyDict(ts, self);
    return copy === null ? null : repr(ts, copy);
  }
  const items = callMethod(ts, self, "items", []);
  if (items === null) return null;
  const dict = call(ts, DictType, [items]);
  return dict === null ? null : repr(ts, dict);
}

function compareOrdered(ts: ThreadState, a: Value, b: Value, op: CompareOp): Result<Value> {
  if (op !== CompareOp.EQ && op !== CompareOp.NE) return NotImplemented;
  if (!isInstance(a, OrderedDictType) || !isDict(b)) return NotImplemented;
  const same = (DictType.tp_richcompare as NonNullable<PyType["tp_richcompare"]>)(ts, a, b, CompareOp.EQ);
  if (same === null) return null;
  let equal: Result<boolean> = same === true;
  if (equal && isInstance(b, OrderedDictType)) equal = sameOrder(ts, a as PyDict, b);
  return equal === null ? null : equal === (op === CompareOp.EQ);
}

function sameOrder(ts: ThreadState, a: PyDict, b: PyDict): Result<boolean> {
  const versions = [a.watchKeys(), b.watchKeys()];
  let i = a.nextIndex(0);
  let j = b.nextIndex(0);
  while (i >= 0 && j >= 0) {
    const same = equals(ts, a.keys[i] as Value, b.keys[j] as Value);
    if (same === null) return null;
    if (a.keysVersion !== versions[0] || b.keysVersion !== versions[1]) {
      return raise(ts, RuntimeErrorType, "OrderedDict mutated during iteration");
    }
    if (!same) return false;
    i = a.nextIndex(i + 1);
    j = b.nextIndex(j + 1);
  }
  return i < 0 && j < 0;
}

function or(ts: ThreadState, left: Value, right: Value): Result<Value> {
  const leftIsOne = isInstance(left, OrderedDictType);
  if (!isDict(leftIsOne ? right : left)) return NotImplemented;
  const made = call(ts, typeOf(leftIsOne ? left : right), [left]);
  if (made === null) return null;
  return updateWith(ts, made, right) === null ? null : made;
}

function fromkeys(ts: ThreadState, cls: Value, iterable: Value, value: Value = None): Result<Value> {
  const made = call(ts, cls, []);
  if (made === null) return null;
  const done = iterate(ts, iterable, (key) => setItem(ts, made, key, value));
  return done === null ? null : made;
}

function setdefault(ts: ThreadState, self: PyOrderedDict, key: Value, value: Value = None): Result<Value> {
  if (isExact(self)) return self.setDefault(ts, key, value) ?? (ts.pending === null ? value : null);
  const known = contains(ts, self, key);
  if (known === null) return null;
  if (known) return getItem(ts, self, key);
  return setItem(ts, self, key, value) === null ? null : value;
}

function pop(ts: ThreadState, self: PyOrderedDict, key: Value, otherwise: Value | undefined): Result<Value> {
  const entry = self.find(ts, key);
  if (entry === null) return null;
  if (entry < 0) return otherwise ?? raiseKeyError(ts, key);
  const value = self.values[entry] as Value;
  self.takeOut(entry);
  return value;
}

function popitem(ts: ThreadState, self: PyOrderedDict, lastValue: Value | undefined): Result<Value> {
  const last = lastValue === undefined ? true : isTrue(ts, lastValue);
  if (last === null) return null;
  const entry = last ? self.lastEntry() : self.firstEntry();
  if (entry < 0) return raise(ts, KeyErrorType, "dictionary is empty");
  const pair = new PyTuple([self.keys[entry] as Value, self.values[entry] as Value]);
  self.takeOut(entry);
  if (last) self.endAt(entry);
  return pair;
}

function moveToEnd(
  ts: ThreadState,
  self: PyOrderedDict,
  key: Value,
  lastValue: Value | undefined,
): Result<Value> {
  const last = lastValue === undefined ? true : isTrue(ts, lastValue);
  if (last === null) return null;
  const entry = self.find(ts, key);
  if (entry === null) return null;
  if (entry < 0) return raiseKeyError(ts, key);
  const status = last ? self.moveToEnd(ts, entry) : self.moveToFront(ts, entry);
  return status === null ? null : None;
}

/** Are the values of all keys found where they are? */
function allSure(self: PyOrderedDict): boolean {
  if (self.lost.length > 0) return false;
  for (let i = self.firstEntry(); i >= 0; i = self.nextIndex(i + 1)) if (!self.isSure(i)) return false;
  return true;
}

function copy(ts: ThreadState, self: PyOrderedDict): Result<Value> {
  const exact = isExact(self);
  const made = exact ? new PyOrderedDict(OrderedDictType) : call(ts, self.cls, []);
  if (made === null) return null;
  if (exact && allSure(self)) return mergeDict(ts, made as PyOrderedDict, self) === null ? null : made;
  for (const key of [...self.keysArray(), ...self.lost]) {
    const value = getItem(ts, self, key);
    if (value === null || setItem(ts, made, key, value) === null) return null;
  }
  return made;
}

/** `del self[key]`, and `self[key] = value`. */
function assSubscript(ts: ThreadState, self: PyOrderedDict, key: Value, value: Value | undefined): Status {
  if (value !== undefined) return self.set(ts, key, value);
  const entry = self.find(ts, key);
  if (entry === null) return null;
  if (entry < 0) return raiseKeyError(ts, key);
  self.takeOut(entry);
  return true;
}

function reduce(ts: ThreadState, self: PyOrderedDict): Result<Value> {
  const state = callMethod(ts, self, "__getstate__", []);
  const items = state === null ? null : callMethod(ts, self, "items", []);
  const it = items === null ? null : getIter(ts, items);
  return state === null || it === null ? null : new PyTuple([self.cls, emptyTuple, state, None, it]);
}

/** `collections.OrderedDict` (CPython `Objects/odictobject.c`). */
export const OrderedDictType: PyType = defineType({
  name: "collections.OrderedDict",
  base: DictType,
  doc: "A dict whose items can be moved to either end.",
  flags: TypeFlags.BASETYPE | TypeFlags.OWN_LAYOUT | TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: (_ts, cls) => new PyOrderedDict(cls),
    tp_init: init,
    tp_repr: orderedDictRepr,
    tp_hash: unhashable,
    tp_richcompare: compareOrdered,
    tp_iter: (_ts, self: PyOrderedDict) => new PyOdictIterator(self, Kind.KEYS, false),
    nb_or: or,
    nb_inplace_or: (ts, self: PyOrderedDict, other: Value) =>
      updateWith(ts, self, other) === null ? null : self,
    mp_ass_subscript: assSubscript,
  },
  methods: [
    [
      "fromkeys",
      "($type, /, iterable, value=None)",
      fromkeys,
      "An OrderedDict with the keys that an iterable gives, all with the same value.",
      { binding: "class" },
    ],
    ["__sizeof__", "($self, /)", (_ts, self: PyOrderedDict) => self.sizeOf() + 48 + 56 * self.size],
    ["__reduce__", "($self, /)", reduce, "Return state information for pickling"],
    [
      "setdefault",
      "($self, /, key, default=None)",
      setdefault,
      "The value of a key, which is set to a default value first if it is absent.",
    ],
    [
      "pop",
      "($self, /, key, default=<unrepresentable>)",
      pop,
      "Removes a key and returns its value; of an absent key the default value, or else KeyError.",
    ],
    [
      "popitem",
      "($self, /, last=True)",
      popitem,
      "Removes the last or the first item and returns it as a pair.",
    ],
    ["keys", "($self, /)", (_ts, self: PyOrderedDict) => new PyOdictView(OdictKeysType, self)],
    ["values", "($self, /)", (_ts, self: PyOrderedDict) => new PyOdictView(OdictValuesType, self)],
    ["items", "($self, /)", (_ts, self: PyOrderedDict) => new PyOdictView(OdictItemsType, self)],
    ["update", "($self, /, *args, **kwargs)", update, null, { hidden: true }],
    [
      "clear",
      "($self, /)",
      (_ts, self: PyOrderedDict) => {
        self.clear();
        return None;
      },
      "Removes all items.",
    ],
    ["copy", "($self, /)", copy, "A shallow copy."],
    [
      "__reversed__",
      "($self, /)",
      (_ts, self: PyOrderedDict) => new PyOdictIterator(self, Kind.KEYS, true),
      "An iterator over the keys, last first.",
    ],
    [
      "move_to_end",
      "($self, /, key, last=True)",
      moveToEnd,
      "Moves an item to the end, or to the beginning.",
    ],
  ],
  getset: [dictRow],
});
