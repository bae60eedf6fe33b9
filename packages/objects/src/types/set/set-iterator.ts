import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { RuntimeErrorType } from "../exceptions/exception-types.js";
import { builtin } from "../function/builtins-of.js";
import { selfIter } from "../iterators/common.js";
import { SetIteratorType } from "../iterators/iterator-types.js";
import { PyList } from "../list/py-list.js";
import { PyTuple } from "../tuple/py-tuple.js";
import type { PySet } from "./py-set.js";

/** Iterator over a set or frozenset. */
export class PySetIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  set: PySet | null;
  /** Slot to look at next. */
  position = 0;
  /** Number of elements that the set must still have; -1 once it had another. */
  expected: number;
  /** Elements left. */
  remaining: number;

  constructor(set: PySet) {
    this.cls = SetIteratorType;
    this.set = set;
    this.expected = set.size;
    this.remaining = set.size;
  }
}

/** The next element. RuntimeError when elements were added or removed since the iterator was made. */
export function setIteratorNext(ts: ThreadState, self: PySetIterator): Result<Value | undefined> {
  const { set } = self;
  if (set === null) return undefined;
  if (self.expected !== set.size) {
    self.expected = -1;
    return raise(ts, RuntimeErrorType, "Set changed size during iteration");
  }
  const { table } = set;
  for (let slot = self.position; slot < table.length; slot++) {
    const key = table[slot];
    if (key === undefined || key === null) continue;
    self.position = slot + 1;
    self.remaining--;
    return key;
  }
  self.set = null;
  return undefined;
}

/** `(iter, (list of what is left,))`; the iterator itself does not move. */
function reduce(ts: ThreadState, self: PySetIterator): Result<Value> {
  const iter = builtin(ts, "iter");
  if (iter === null) return null;
  const { set, position, expected, remaining } = self;
  const items = toArray(ts, self);
  self.set = set;
  self.position = position;
  self.expected = expected;
  self.remaining = remaining;
  return items === null ? null : new PyTuple([iter, new PyTuple([new PyList(items)])]);
}

/** `set_iterator` (CPython `Objects/setobject.c`). */
export const setIteratorSpec: TypeSpec = {
  name: "set_iterator",
  slots: { tp_iter: selfIter, tp_iternext: setIteratorNext },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (_ts, self: PySetIterator) =>
        self.set !== null && self.set.size === self.expected ? self.remaining : 0,
      "How many elements are left.",
    ],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
  ],
};
