import {
  classGetItem,
  getIter,
  iterNext,
  PyTuple,
  type PyType,
  type Result,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { defineIterator, PyIterator, refuseKeywords } from "./common.js";

/** `chain(*iterables)`. */
class PyChain extends PyIterator {
  /** Iterator over the iterables; `null` when there are none left. */
  source: Value | null;
  /** Iterator over the iterable whose turn it is. */
  active: Value | null = null;

  constructor(cls: PyType, source: Value) {
    super(cls);
    this.source = source;
  }
}

function chainNext(ts: ThreadState, self: PyChain): Result<Value | undefined> {
  while (self.source !== null) {
    if (self.active === null) {
      const iterable = iterNext(ts, self.source);
      const it = iterable === null || iterable === undefined ? iterable : getIter(ts, iterable);
      if (it === null || it === undefined) {
        self.source = null;
        return it;
      }
      self.active = it;
    }
    const item = iterNext(ts, self.active);
    if (item !== undefined) return item;
    self.active = null;
  }
  return undefined;
}

function makeChain(ts: ThreadState, cls: PyType, iterables: Value): Result<Value> {
  const source = getIter(ts, iterables);
  return source === null ? null : new PyChain(cls, source);
}

/** `itertools.chain`. */
export const ChainType: PyType = defineIterator({
  name: "chain",
  doc: "The items of the first iterable, then those of the next, and so on.",
  signature: "(*iterables)",
  make(ts, cls, args, kwnames) {
    if (refuseKeywords(ts, cls, ChainType, kwnames) === null) return null;
    const given = args.length - (kwnames === null ? 0 : kwnames.length);
    return makeChain(ts, cls, new PyTuple(args.slice(0, given)));
  },
  next: chainNext,
  methods: [
    [
      "from_iterable",
      "($type, iterable, /)",
      (ts, cls: PyType, iterables: Value) => makeChain(ts, cls, iterables),
      "A chain of the iterables that an iterable gives.",
      { binding: "class" },
    ],
    ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
  ],
});
