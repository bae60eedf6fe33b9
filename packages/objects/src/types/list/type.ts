import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { ListType } from "../../core/builtin-types.js";
import { unhashable } from "../../core/compare.js";
import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { isTrue, sizeArgument } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import type { KwNames } from "../../core/slots.js";
import { CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { IndexErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { classGetItem } from "../iterators/common.js";
import { PyListIterator, PyListReverseIterator } from "../iterators/list-iterator.js";
import { None, NotImplemented } from "../none/singletons.js";
import { extendList } from "./extend.js";
import { PyList } from "./py-list.js";
import {
  canRepeat,
  compareItems,
  countItem,
  indexMethod,
  indexOfItem,
  isInRepr,
  MAX_ITEMS,
  outOfMemory,
  repeatItems,
  reprItems,
} from "./sequence.js";
import { sortList } from "./sort.js";
import { listAssItem, listAssSubscript, listSubscript, removeAt } from "./subscript.js";

/** Is the value a list or an instance of a subclass? */
export function isList(v: Value): v is PyList {
  return typeof v === "object" && (v.cls.flags & TypeFlags.LIST_SUBCLASS) !== 0;
}

function listInit(ts: ThreadState, self: PyList, args: Value[], kwnames: KwNames): Status {
  const { cls } = self;
  // A subclass with a `__new__` of its own may take keywords, which arrive here too.
  if (cls === ListType || cls.tp_new === ListType.tp_new) {
    if (noKeywords(ts, "list", kwnames) === null) return null;
  }
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, "list", given, 0, 1) === null) return null;
  self.items = [];
  return given === 0 ? true : extendList(ts, self, args[0]);
}

function listRepr(ts: ThreadState, self: PyList): Result<Value> {
  if (self.items.length === 0) return "[]";
  if (isInRepr(ts, self)) return "[...]";
  ts.reprStack.push(self);
  const text = reprItems(ts, self, "[", "]");
  ts.reprStack.pop();
  return text;
}

function listCompare(ts: ThreadState, self: PyList, other: Value, op: CompareOp): Result<Value> {
  if (!isList(other)) return NotImplemented;
  // Tuples of different lengths are compared item by item all the same.
  if (self.items.length !== other.items.length && (op === CompareOp.EQ || op === CompareOp.NE))
    return op === CompareOp.NE;
  return compareItems(ts, self, other, op);
}

function listContains(ts: ThreadState, self: PyList, value: Value): Result<boolean> {
  const at = indexOfItem(ts, self, value, 0, Number.POSITIVE_INFINITY);
  return at === null ? null : at >= 0;
}

function listConcat(ts: ThreadState, self: PyList, other: Value): Result<Value> {
  if (!isList(other)) {
    return raise(ts, TypeErrorType, `can only concatenate list (not "${typeName(other)}") to list`);
  }
  if (self.items.length + other.items.length > MAX_ITEMS) return outOfMemory(ts);
  return new PyList(self.items.concat(other.items));
}

function listRepeat(ts: ThreadState, self: PyList, count: number): Result<Value> {
  return canRepeat(self.items, count) ? new PyList(repeatItems(self.items, count)) : outOfMemory(ts);
}

function listInplaceRepeat(ts: ThreadState, self: PyList, count: number): Result<Value> {
  if (!canRepeat(self.items, count)) return outOfMemory(ts);
  self.items = repeatItems(self.items, count);
  return self;
}

function listItem(ts: ThreadState, self: PyList, index: number): Result<Value> {
  const { items } = self;
  if (index < 0 || index >= items.length) return raise(ts, IndexErrorType, "list index out of range");
  return items[index];
}

function append(_ts: ThreadState, self: PyList, value: Value): Value {
  self.items.push(value);
  return None;
}

function insert(ts: ThreadState, self: PyList, indexValue: Value, value: Value): Result<Value> {
  let index = sizeArgument(ts, indexValue);
  if (index === null) return null;
  const { items } = self;
  if (index < 0) index = Math.max(0, index + items.length);
  if (index >= items.length) items.push(value);
  else if (index === 0) items.unshift(value);
  else items.splice(index, 0, value);
  return None;
}

function pop(ts: ThreadState, self: PyList, indexValue: Value | undefined): Result<Value> {
  let index = indexValue === undefined ? -1 : sizeArgument(ts, indexValue);
  if (index === null) return null;
  const { items } = self;
  if (items.length === 0) return raise(ts, IndexErrorType, "pop from empty list");
  if (index < 0) index += items.length;
  if (index < 0 || index >= items.length) return raise(ts, IndexErrorType, "pop index out of range");
  const value = items[index];
  removeAt(self, index);
  return value;
}

function clear(_ts: ThreadState, self: PyList): Value {
  // Clearing an empty list does not change it, which a sort that is going on would notice.
  if (self.items.length > 0) self.items = [];
  return None;
}

function remove(ts: ThreadState, self: PyList, value: Value): Result<Value> {
  const at = indexOfItem(ts, self, value, 0, Number.POSITIVE_INFINITY);
  if (at === null) return null;
  if (at < 0) return raise(ts, ValueErrorType, "list.remove(x): x not in list");
  // The comparison may have made the list shorter.
  if (at < self.items.length) removeAt(self, at);
  return None;
}

function sort(
  ts: ThreadState,
  self: PyList,
  key: Value | undefined,
  reverseValue: Value | undefined,
): Result<Value> {
  const reverse = reverseValue === undefined ? false : isTrue(ts, reverseValue);
  if (reverse === null) return null;
  return sortList(ts, self, key === None ? undefined : key, reverse) === null ? null : None;
}

/** `list` (CPython `Objects/listobject.c`). */
export const listSpec: TypeSpec = {
  name: "list",
  flags: TypeFlags.BASETYPE | TypeFlags.LIST_SUBCLASS | TypeFlags.SEQUENCE,
  doc: "A sequence that can be changed. list(iterable) makes one of the items of an iterable.",
  signature: "(iterable=(), /)",
  slots: {
    tp_new: (_ts: ThreadState, cls: PyType) => new PyList([], cls),
    tp_init: listInit,
    tp_repr: listRepr,
    tp_hash: unhashable,
    tp_richcompare: listCompare,
    tp_iter: (_ts, self: PyList) => new PyListIterator(self),
    sq_length: (_ts, self: PyList) => self.items.length,
    mp_length: (_ts, self: PyList) => self.items.length,
    sq_concat: listConcat,
    sq_repeat: listRepeat,
    sq_item: listItem,
    sq_ass_item: listAssItem,
    sq_contains: listContains,
    sq_inplace_concat: (ts, self: PyList, other: Value) =>
      extendList(ts, self, other) === null ? null : self,
    sq_inplace_repeat: listInplaceRepeat,
    mp_subscript: listSubscript,
    mp_ass_subscript: listAssSubscript,
  },
  methods: [
    ["__getitem__", "($self, index, /)", listSubscript, "self[index]."],
    [
      "__reversed__",
      "($self, /)",
      (_ts, self: PyList) => new PyListReverseIterator(self),
      "An iterator from the last item to the first.",
    ],
    [
      "__sizeof__",
      "($self, /)",
      (_ts, self: PyList) => 40 + 8 * self.items.length,
      "Size of the list in bytes, as CPython counts it.",
    ],
    ["clear", "($self, /)", clear, "Removes all items."],
    [
      "copy",
      "($self, /)",
      (_ts, self: PyList) => new PyList(self.items.slice()),
      "A list of the same items.",
    ],
    ["append", "($self, object, /)", append, "Adds an item at the end."],
    ["insert", "($self, index, object, /)", insert, "Puts an item before the one at an index."],
    [
      "extend",
      "($self, iterable, /)",
      (ts, self: PyList, iterable: Value) => (extendList(ts, self, iterable) === null ? null : None),
      "Adds the items of an iterable at the end.",
    ],
    [
      "pop",
      "($self, index=-1, /)",
      pop,
      "Removes the item at an index, the last by default, and returns it.",
    ],
    [
      "remove",
      "($self, value, /)",
      remove,
      "Removes the first item that equals a value; ValueError without one.",
    ],
    [
      "index",
      "($self, value, start=0, stop=sys.maxsize, /)",
      indexMethod("list"),
      "The first index of a value between start and stop; ValueError without one.",
    ],
    [
      "count",
      "($self, value, /)",
      (ts, self: PyList, value: Value) => countItem(ts, self, value),
      "How many items equal a value.",
    ],
    [
      "reverse",
      "($self, /)",
      (_ts, self: PyList) => {
        self.items.reverse();
        return None;
      },
      "Turns the order of the items around.",
    ],
    [
      "sort",
      "($self, /, *, key=None, reverse=False)",
      sort,
      "Sorts in place by the results of a key function, stable, ascending unless reverse is true.",
    ],
    [
      "__class_getitem__",
      "($type, object, /)",
      classGetItem,
      "list[T] in annotations.",
      { binding: "class" },
    ],
  ],
};
