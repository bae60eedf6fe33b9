import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { builtin } from "../function/builtins-of.js";
import { PyList } from "../list/py-list.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { selfIter, stateIndex } from "./common.js";
import { ListIteratorType, ListReverseIteratorType } from "./iterator-types.js";

/** Iterator over a list; it sees changes of the list while it is under way. */
export class PyListIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  list: PyList | null;
  /** Index of the next item. */
  index = 0;

  constructor(list: PyList) {
    this.cls = ListIteratorType;
    this.list = list;
  }
}

/** Iterator over a list from its end. */
export class PyListReverseIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  list: PyList | null;
  /** Index of the next item, -1 when exhausted. */
  index: number;

  constructor(list: PyList) {
    this.cls = ListReverseIteratorType;
    this.list = list;
    this.index = list.items.length - 1;
  }
}

/** The next item of a list iterator; `undefined` when exhausted. */
export function listIteratorNext(_ts: ThreadState, self: PyListIterator): Value | undefined {
  const { list } = self;
  if (list === null) return undefined;
  const { items } = list;
  // A program can set a negative index, which is the end too.
  if (self.index >= 0 && self.index < items.length) return items[self.index++];
  self.list = null;
  return undefined;
}

function reverseNext(_ts: ThreadState, self: PyListReverseIterator): Value | undefined {
  const { list } = self;
  if (list === null) return undefined;
  const { items } = list;
  if (self.index >= 0 && self.index < items.length) return items[self.index--];
  self.list = null;
  self.index = -1;
  return undefined;
}

function reduce(ts: ThreadState, self: PyListIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  if (self.list === null) return new PyTuple([iter, new PyTuple([new PyList([])])]);
  return new PyTuple([iter, new PyTuple([self.list]), self.index]);
}

function reverseReduce(ts: ThreadState, self: PyListReverseIterator): Result<Value> {
  const reversed = builtin(ts, "reversed");
  if (reversed === null) return null;
  if (self.list === null || self.index < 0) return new PyTuple([reversed, new PyTuple([new PyList([])])]);
  return new PyTuple([reversed, new PyTuple([self.list]), self.index]);
}

function setState(ts: ThreadState, self: PyListIterator, state: Value): Result<Value> {
  const index = stateIndex(ts, state);
  if (index === null) return null;
  if (self.list !== null) self.index = Math.max(-1, Math.min(index, self.list.items.length));
  return None;
}

function reverseSetState(ts: ThreadState, self: PyListReverseIterator, state: Value): Result<Value> {
  const index = stateIndex(ts, state);
  if (index === null) return null;
  if (self.list !== null) self.index = Math.max(-1, Math.min(index, self.list.items.length - 1));
  return None;
}

/** `list_iterator`. */
export const listIteratorSpec: TypeSpec = {
  name: "list_iterator",
  slots: { tp_iter: selfIter, tp_iternext: listIteratorNext },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PyListIterator) =>
        self.list === null ? 0 : Math.max(0, self.list.items.length - self.index),
      "How many items are left.",
    ],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Goes to an index."],
  ],
};

/** `list_reverseiterator`. */
export const listReverseIteratorSpec: TypeSpec = {
  name: "list_reverseiterator",
  slots: { tp_iter: selfIter, tp_iternext: reverseNext },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PyListReverseIterator) =>
        self.list === null || self.list.items.length < self.index + 1 ? 0 : self.index + 1,
      "How many items are left.",
    ],
    ["__reduce__", "($self, /)", reverseReduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", reverseSetState, "Goes to an index."],
  ],
};
