import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { builtin } from "../function/builtins-of.js";
import { None } from "../none/singletons.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";
import { selfIter, stateIndex } from "./common.js";
import { TupleIteratorType } from "./iterator-types.js";

/** Iterator over a tuple. */
export class PyTupleIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  tuple: PyTuple | null;
  /** Index of the next item. */
  index = 0;

  constructor(tuple: PyTuple) {
    this.cls = TupleIteratorType;
    this.tuple = tuple;
  }
}

/** The next item of a tuple iterator; `undefined` when exhausted. */
export function tupleIteratorNext(_ts: ThreadState, self: PyTupleIterator): Value | undefined {
  const { tuple } = self;
  if (tuple === null) return undefined;
  const { items } = tuple;
  if (self.index < items.length) return items[self.index++];
  self.tuple = null;
  return undefined;
}

function reduce(ts: ThreadState, self: PyTupleIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  if (self.tuple === null) return new PyTuple([iter, new PyTuple([emptyTuple])]);
  return new PyTuple([iter, new PyTuple([self.tuple]), self.index]);
}

function setState(ts: ThreadState, self: PyTupleIterator, state: Value): Result<Value> {
  const index = stateIndex(ts, state);
  if (index === null) return null;
  if (self.tuple !== null) self.index = Math.max(0, Math.min(index, self.tuple.items.length));
  return None;
}

/** `tuple_iterator`. */
export const tupleIteratorSpec: TypeSpec = {
  name: "tuple_iterator",
  slots: { tp_iter: selfIter, tp_iternext: tupleIteratorNext },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PyTupleIterator) => (self.tuple === null ? 0 : self.tuple.items.length - self.index),
      "How many items are left.",
    ],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Goes to an index."],
  ],
};
