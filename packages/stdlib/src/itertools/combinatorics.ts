import {
  bindKeywords,
  type KwNames,
  MAX_ITEMS,
  type MethodRow,
  None,
  outOfMemory,
  PyTuple,
  type PyType,
  type Result,
  raise,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  toArray,
  toInt,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { defineIterator, PyIterator } from "./common.js";

/*
 * Each iterator keeps the indices of the result that it gave last, and the result itself: the next one
 * differs in few places. `undefined` as result means that the first one is still to come.
 */

/** `product(*iterables, repeat=repeat)`. */
class PyProduct extends PyIterator {
  readonly indices: number[];
  result: Value[] | undefined = undefined;
  stopped = false;

  constructor(
    cls: PyType,
    readonly pools: readonly (readonly Value[])[],
  ) {
    super(cls);
    this.indices = pools.map(() => 0);
  }
}

const sizeRow = (base: number): MethodRow => [
  "__sizeof__",
  "($self, /)",
  (_ts, self: { readonly indices: readonly number[] }) => base + 8 * self.indices.length,
  "Returns size in memory, in bytes.",
];

function productNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  let repeat = 1;
  const keywords = kwnames === null ? 0 : kwnames.length;
  const given = args.length - keywords;
  if (keywords > 0) {
    const bound = bindKeywords(ts, "product", args.slice(given), kwnames, ["repeat"], 0, 0);
    const times = bound === null ? null : sizeArgument(ts, bound[0] as Value);
    if (times === null) return null;
    if (times < 0) return raise(ts, ValueErrorType, "repeat argument cannot be negative");
    repeat = times;
  }
  const pools: Value[][] = [];
  if (repeat > 0) {
    for (let i = 0; i < given; i++) {
      const pool = toArray(ts, args[i]);
      if (pool === null) return null;
      pools.push(pool);
    }
  }
  if (pools.length * repeat > MAX_ITEMS) return outOfMemory(ts);
  const all: Value[][] = [];
  for (let i = 0; i < repeat && pools.length > 0; i++) for (const pool of pools) all.push(pool);
  return new PyProduct(cls, all);
}

function productNext(_ts: ThreadState, self: PyProduct): Value | undefined {
  if (self.stopped) return undefined;
  const { pools, indices, result } = self;
  if (result === undefined) {
    const first: Value[] = [];
    for (const pool of pools) {
      if (pool.length === 0) {
        self.stopped = true;
        return undefined;
      }
      first.push(pool[0]);
    }
    self.result = first;
    return new PyTuple(first.slice());
  }
  let i = pools.length - 1;
  for (; i >= 0; i--) {
    const pool = pools[i];
    const index = indices[i] + 1;
    if (index < pool.length) {
      indices[i] = index;
      result[i] = pool[index];
      break;
    }
    indices[i] = 0;
    result[i] = pool[0];
  }
  if (i < 0) {
    self.stopped = true;
    return undefined;
  }
  return new PyTuple(result.slice());
}

/** `itertools.product`. */
export const ProductType: PyType = defineIterator({
  name: "product",
  doc: "The cartesian product of the iterables, the last one changing fastest.",
  signature: "(*iterables, repeat=1)",
  make: productNew,
  next: productNext,
  methods: [sizeRow(80)],
});

/** `combinations`, with replacement or without, and `permutations`: selections of r items of a pool. */
class PySelection extends PyIterator {
  readonly indices: number[] = [];
  /** Permutations only: how many steps are left at each place. */
  readonly cycles: number[] = [];
  result: Value[] | undefined = undefined;
  stopped = false;

  constructor(
    cls: PyType,
    readonly pool: readonly Value[],
    readonly r: number,
  ) {
    super(cls);
  }
}

function selectionNew(
  ts: ThreadState,
  name: string,
  cls: PyType,
  args: Value[],
  kwnames: KwNames,
): Result<PySelection> {
  const bound = bindKeywords(ts, name, args, kwnames, ["iterable", "r"], 2, 2);
  if (bound === null) return null;
  const r = sizeArgument(ts, bound[1] as Value);
  const pool = r === null ? null : toArray(ts, bound[0] as Value);
  if (r === null || pool === null) return null;
  if (r < 0) return raise(ts, ValueErrorType, "r must be non-negative");
  return r > MAX_ITEMS ? outOfMemory(ts) : new PySelection(cls, pool, r);
}

function pick(self: PySelection): Value {
  const first: Value[] = [];
  for (let i = 0; i < self.r; i++) first.push(self.pool[self.indices[i]]);
  self.result = first;
  return new PyTuple(first.slice());
}

function combinationsNext(_ts: ThreadState, self: PySelection): Value | undefined {
  if (self.stopped) return undefined;
  const { pool, indices, r, result } = self;
  if (result === undefined) return pick(self);
  // The last index that can still grow.
  let i = r - 1;
  while (i >= 0 && indices[i] === i + pool.length - r) i--;
  if (i < 0) {
    self.stopped = true;
    return undefined;
  }
  let index = indices[i] + 1;
  for (; i < r; i++, index++) {
    indices[i] = index;
    result[i] = pool[index];
  }
  return new PyTuple(result.slice());
}

/** `itertools.combinations`. */
export const CombinationsType: PyType = defineIterator({
  name: "combinations",
  doc: "All selections of r items in the order of the iterable.",
  signature: "(iterable, r)",
  make(ts, cls, args, kwnames) {
    const made = selectionNew(ts, "combinations", cls, args, kwnames);
    if (made === null) return null;
    for (let i = 0; i < made.r && i < made.pool.length; i++) made.indices.push(i);
    made.stopped = made.r > made.pool.length;
    return made;
  },
  next: combinationsNext,
  methods: [sizeRow(96)],
});

function replacementNext(_ts: ThreadState, self: PySelection): Value | undefined {
  if (self.stopped) return undefined;
  const { pool, indices, r, result } = self;
  if (result === undefined) return pick(self);
  let i = r - 1;
  while (i >= 0 && indices[i] === pool.length - 1) i--;
  if (i < 0) {
    self.stopped = true;
    return undefined;
  }
  const index = indices[i] + 1;
  for (; i < r; i++) {
    indices[i] = index;
    result[i] = pool[index];
  }
  return new PyTuple(result.slice());
}

/** `itertools.combinations_with_replacement`. */
export const ReplacementType: PyType = defineIterator({
  name: "combinations_with_replacement",
  doc: "All selections of r items in the order of the iterable, where an item may be repeated.",
  signature: "(iterable, r)",
  make(ts, cls, args, kwnames) {
    const made = selectionNew(ts, "combinations_with_replacement", cls, args, kwnames);
    if (made === null) return null;
    made.stopped = made.pool.length === 0 && made.r > 0;
    for (let i = 0; i < made.r && !made.stopped; i++) made.indices.push(0);
    return made;
  },
  next: replacementNext,
  methods: [sizeRow(96)],
});

function permutationsNext(_ts: ThreadState, self: PySelection): Value | undefined {
  if (self.stopped) return undefined;
  const { pool, indices, cycles, r, result } = self;
  if (result === undefined) return pick(self);
  const n = pool.length;
  for (let i = r - 1; i >= 0; i--) {
    cycles[i]--;
    if (cycles[i] === 0) {
      // All were at this place: back to the order they had, and on to the place before.
      const index = indices[i];
      for (let j = i; j < n - 1; j++) indices[j] = indices[j + 1];
      indices[n - 1] = index;
      cycles[i] = n - i;
      continue;
    }
    const j = n - cycles[i];
    const index = indices[i];
    indices[i] = indices[j];
    indices[j] = index;
    for (let k = i; k < r; k++) result[k] = pool[indices[k]];
    return new PyTuple(result.slice());
  }
  self.stopped = true;
  return undefined;
}

function permutationsNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "permutations", args, kwnames, ["iterable", "r"], 1, 2);
  if (bound === null) return null;
  const pool = toArray(ts, bound[0] as Value);
  if (pool === null) return null;
  let r = pool.length;
  const given = bound[1] ?? None;
  if (given !== None) {
    if (toInt(given) === undefined) return raise(ts, TypeErrorType, "Expected int as r");
    const size = sizeArgument(ts, given);
    if (size === null) return null;
    if (size < 0) return raise(ts, ValueErrorType, "r must be non-negative");
    if (size > MAX_ITEMS) return outOfMemory(ts);
    r = size;
  }
  const made = new PySelection(cls, pool, r);
  made.stopped = r > pool.length;
  for (let i = 0; i < pool.length; i++) made.indices.push(i);
  for (let i = 0; i < r && !made.stopped; i++) made.cycles.push(pool.length - i);
  return made;
}

/** `itertools.permutations`. */
export const PermutationsType: PyType = defineIterator({
  name: "permutations",
  doc: "All selections of r items in every order.",
  signature: "(iterable, r=None)",
  make: permutationsNew,
  next: permutationsNext,
  methods: [sizeRow(104)],
});
