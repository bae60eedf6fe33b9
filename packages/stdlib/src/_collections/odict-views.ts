import {
  builtin,
  DictItemsType,
  DictKeysType,
  DictValuesType,
  defineType,
  getItem,
  PyDictView,
  PyList,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  raiseKeyError,
  selfIter,
  type ThreadState,
  TypeFlags,
  toArray,
  type Value,
} from "@adder/objects";
import { OrderedDictType, type PyOrderedDict } from "./ordered-dict.js";

/** What an iterator gives. */
export const Kind = { KEYS: 0, VALUES: 1, ITEMS: 2 } as const;
export type Kind = 0 | 1 | 2;

/** Iterator over an OrderedDict. */
export class PyOdictIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once it failed. */
  dict: PyOrderedDict | null;
  readonly kind: Kind;
  readonly reversed: boolean;
  /** Entry of the next item, -1 when exhausted. */
  entry: number;
  /** How many of the keys that the dict has lost were given. */
  private lost = 0;
  readonly version: number;

  constructor(dict: PyOrderedDict, kind: Kind, reversed: boolean) {
    this.cls = OdictIteratorType;
    this.dict = dict;
    this.kind = kind;
    this.reversed = reversed;
    this.entry = reversed ? dict.lastEntry() : dict.firstEntry();
    this.version = dict.watchKeys();
  }

  /** A key that the dict has lost, `undefined` when there are no more. */
  nextLost(): Value | undefined {
    return this.dict?.lost[this.lost++];
  }
}

function next(ts: ThreadState, self: PyOdictIterator): Result<Value | undefined> {
  const { dict, entry } = self;
  if (dict === null) return undefined;
  if (entry < 0 && dict.lost.length === 0) return undefined;
  if (dict.keysVersion !== self.version) {
    self.dict = null;
    return raise(ts, RuntimeErrorType, "OrderedDict mutated during iteration");
  }
  if (entry < 0) {
    const key = self.nextLost();
    return key === undefined ? undefined : getItem(ts, dict, key);
  }
  const { keys } = dict;
  const key = keys[entry] as Value;
  const sure = dict.isSure(entry);
  // The entry to come is looked for now: what happens to the dict after the last item does not matter.
  let following = entry;
  if (self.reversed) {
    do following--;
    while (following >= 0 && keys[following] === undefined);
    self.entry = following;
  } else self.entry = dict.nextIndex(entry + 1);
  if (self.kind === Kind.KEYS) {
    const found = sure ? entry : dict.find(ts, key);
    if (found === null) return null;
    return found >= 0 ? key : raiseKeyError(ts, key);
  }
  const value = sure && dict.cls === OrderedDictType ? (dict.values[entry] as Value) : getItem(ts, dict, key);
  if (value === null || self.kind === Kind.VALUES) return value;
  return new PyTuple([key, value]);
}

/** `(iter, (list of what is left,))`; the iterator itself does not move. */
function reduce(ts: ThreadState, self: PyOdictIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  const { dict, entry } = self;
  const items = toArray(ts, self);
  self.dict = dict;
  self.entry = entry;
  return items === null ? null : new PyTuple([iter, new PyTuple([new PyList(items)])]);
}

/** `odict_iterator` (CPython `Objects/odictobject.c`). */
export const OdictIteratorType = defineType({
  name: "odict_iterator",
  slots: { tp_iter: selfIter, tp_iternext: next },
  methods: [["__reduce__", "($self, /)", reduce, "Return state information for pickling"]],
});

/** A view of an OrderedDict. */
export class PyOdictView extends PyDictView {}

const define = (name: string, base: PyType, kind: Kind): PyType =>
  defineType({
    name,
    base,
    flags: TypeFlags.DISALLOW_INSTANTIATION,
    slots: {
      tp_iter: (_ts, self: PyDictView) => new PyOdictIterator(self.dict as PyOrderedDict, kind, false),
    },
    methods: [
      [
        "__reversed__",
        "($self, /)",
        (_ts, self: PyDictView) => new PyOdictIterator(self.dict as PyOrderedDict, kind, true),
      ],
    ],
  });

/** `odict_keys`. */
export const OdictKeysType = define("odict_keys", DictKeysType, Kind.KEYS);
/** `odict_values`. */
export const OdictValuesType = define("odict_values", DictValuesType, Kind.VALUES);
/** `odict_items`. */
export const OdictItemsType = define("odict_items", DictItemsType, Kind.ITEMS);
