import { unhashable } from "../../core/compare.js";
import type { GetSetRow, MethodRow, TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import type { Slots } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import {
  DictItemIteratorType,
  DictKeyIteratorType,
  DictReverseItemIteratorType,
  DictReverseKeyIteratorType,
  DictReverseValueIteratorType,
  DictValueIteratorType,
} from "../iterators/iterator-types.js";
import { PyList } from "../list/py-list.js";
import { isInRepr, reprItems } from "../list/sequence.js";
import { PyMappingProxy } from "../mappingproxy/py-mapping-proxy.js";
import { PyDictIterator } from "./dict-iterator.js";
import { viewAnd, viewCompare, viewIsDisjoint, viewOr, viewSub, viewXor } from "./view-operators.js";
import { itemsContain, keysContain, type PyDictView } from "./views.js";

function viewRepr(ts: ThreadState, self: PyDictView): Result<Value> {
  if (isInRepr(ts, self)) return "...";
  ts.reprStack.push(self);
  const items = toArray(ts, self);
  const text = items === null ? null : reprItems(ts, new PyList(items), `${self.cls.tpName}([`, "])");
  ts.reprStack.pop();
  return text;
}

const viewSlots = (iterator: PyType): Partial<Slots> => ({
  tp_repr: viewRepr,
  tp_iter: (_ts, self: PyDictView) => new PyDictIterator(iterator, self.dict, 0),
  sq_length: (_ts, self: PyDictView) => self.dict.size,
});

const setSlots: Partial<Slots> = {
  tp_hash: unhashable,
  tp_richcompare: viewCompare,
  nb_subtract: viewSub,
  nb_and: viewAnd,
  nb_xor: viewXor,
  nb_or: viewOr,
};

const isDisjoint: MethodRow = [
  "isdisjoint",
  "($self, object, /)",
  viewIsDisjoint,
  "Do the view and an iterable have no item in common?",
];

const reversed = (iterator: PyType): MethodRow => [
  "__reversed__",
  "($self, /)",
  (_ts, self: PyDictView) => new PyDictIterator(iterator, self.dict, self.dict.keys.length - 1),
  "An iterator, last first.",
];

const mapping: GetSetRow = [
  "mapping",
  (_ts, self: PyDictView) => new PyMappingProxy(self.dict, false),
  null,
  "The dict that the view shows, read-only.",
];

/** `dict_keys` (CPython `Objects/dictobject.c`). */
export const dictKeysSpec: TypeSpec = {
  name: "dict_keys",
  slots: { ...viewSlots(DictKeyIteratorType), ...setSlots, sq_contains: keysContain },
  methods: [isDisjoint, reversed(DictReverseKeyIteratorType)],
  getset: [mapping],
};

/** `dict_values`. */
export const dictValuesSpec: TypeSpec = {
  name: "dict_values",
  slots: viewSlots(DictValueIteratorType),
  methods: [reversed(DictReverseValueIteratorType)],
  getset: [mapping],
};

/** `dict_items`. */
export const dictItemsSpec: TypeSpec = {
  name: "dict_items",
  slots: { ...viewSlots(DictItemIteratorType), ...setSlots, sq_contains: itemsContain },
  methods: [isDisjoint, reversed(DictReverseItemIteratorType)],
  getset: [mapping],
};
