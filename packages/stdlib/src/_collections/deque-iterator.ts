import {
  checkPositional,
  defineType,
  type IterNextFunc,
  isInstance,
  type KwNames,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  selfIter,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
} from "@adder/objects";
import { DequeType } from "./deque.js";
import type { PyDeque } from "./py-deque.js";

/** Iterator over a deque, forwards or backwards by its class. */
export class PyDequeIterator implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly deque: PyDeque;
  /** Index of the next item. */
  index: number;
  /** Items left. */
  remaining: number;
  readonly version: number;

  constructor(cls: PyType, deque: PyDeque, index: number) {
    this.cls = cls;
    this.deque = deque;
    this.index = index;
    this.remaining = deque.size;
    this.version = deque.version;
  }
}

function changed(ts: ThreadState, self: PyDequeIterator): null {
  self.remaining = 0;
  return raise(ts, RuntimeErrorType, "deque mutated during iteration");
}

/** The next item; RuntimeError when the deque has changed. */
export function dequeNext(ts: ThreadState, self: PyDequeIterator): Result<Value | undefined> {
  const { deque } = self;
  if (deque.version !== self.version) return changed(ts, self);
  if (self.remaining === 0) return undefined;
  self.remaining--;
  return deque.at(self.index++);
}

function dequePrevious(ts: ThreadState, self: PyDequeIterator): Result<Value | undefined> {
  const { deque } = self;
  if (deque.version !== self.version) return changed(ts, self);
  if (self.remaining === 0) return undefined;
  self.remaining--;
  return deque.at(self.index--);
}

function iteratorNew(ts: ThreadState, cls: PyType, args: Value[], _kwnames: KwNames): Result<Value> {
  if (checkPositional(ts, cls.name, args.length, 1, 2) === null) return null;
  const [deque] = args;
  if (!isInstance(deque, DequeType)) {
    return raise(ts, TypeErrorType, `argument 1 must be collections.deque, not ${typeName(deque)}`);
  }
  const skip = args.length > 1 ? sizeArgument(ts, args[1]) : 0;
  if (skip === null) return null;
  const it = cls === DequeIteratorType ? iterateDeque(deque as PyDeque) : reverseDeque(deque as PyDeque);
  for (let i = 0; i < skip && it.remaining > 0; i++) {
    it.remaining--;
    it.index += cls === DequeIteratorType ? 1 : -1;
  }
  return it;
}

const define = (name: string, next: IterNextFunc): PyType =>
  defineType({
    name,
    slots: { tp_new: iteratorNew, tp_iter: selfIter, tp_iternext: next },
    methods: [
      [
        "__length_hint__",
        "($self, /)",
        (_ts, self: PyDequeIterator) => self.remaining,
        "Private method returning an estimate of len(list(it)).",
      ],
      [
        "__reduce__",
        "($self, /)",
        (_ts, self: PyDequeIterator) =>
          new PyTuple([self.cls, new PyTuple([self.deque, self.deque.size - self.remaining])]),
        "Return state information for pickling.",
      ],
    ],
  });

/** `_collections._deque_iterator`. */
export const DequeIteratorType = define("collections._deque_iterator", dequeNext);
/** `_collections._deque_reverse_iterator`. */
export const DequeReverseIteratorType = define("collections._deque_reverse_iterator", dequePrevious);

/** `iter(deque)`. */
export function iterateDeque(deque: PyDeque): PyDequeIterator {
  return new PyDequeIterator(DequeIteratorType, deque, 0);
}

/** `reversed(deque)`. */
export function reverseDeque(deque: PyDeque): PyDequeIterator {
  return new PyDequeIterator(DequeReverseIteratorType, deque, deque.size - 1);
}
