import {
  call,
  checkPositional,
  defineType,
  getIter,
  getOptionalAttr,
  iterNext,
  MAX_ITEMS,
  noKeywords,
  outOfMemory,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  selfIter,
  sizeArgument,
  type ThreadState,
  TypeFlags,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** The iterator behind some tees. */
interface TeeSource {
  readonly it: Value;
  /** An item is being taken from it. */
  running: boolean;
}

/** An item that some tees have still before them; each holds on to what it has not seen yet. */
interface Cell {
  item: Value | undefined;
  next: Cell | null;
}

/** One of several iterators over the items of one iterator. */
class PyTee implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly source: TeeSource,
    /** Holds the next item, if that was taken already. */
    public cell: Cell,
  ) {
    this.cls = TeeType;
  }
}

function teeNext(ts: ThreadState, self: PyTee): Result<Value | undefined> {
  const { cell, source } = self;
  if (cell.next === null) {
    if (source.running) return raise(ts, RuntimeErrorType, "cannot re-enter the tee iterator");
    source.running = true;
    const item = iterNext(ts, source.it);
    source.running = false;
    if (item === null || item === undefined) return item;
    cell.item = item;
    cell.next = { item: undefined, next: null };
  }
  self.cell = cell.next;
  return cell.item;
}

const copy = (_ts: ThreadState, self: PyTee): Value => new PyTee(self.source, self.cell);

/** A tee over an iterable; one that is a tee already shares its items. */
function teeOf(ts: ThreadState, iterable: Value): Result<PyTee> {
  const it = getIter(ts, iterable);
  if (it === null) return null;
  if (it instanceof PyTee) return new PyTee(it.source, it.cell);
  return new PyTee({ it, running: false }, { item: undefined, next: null });
}

/** `tee(iterable, n)`. */
export function tee(ts: ThreadState, _m: Value, iterable: Value, n: Value | undefined): Result<Value> {
  const count = n === undefined ? 2 : sizeArgument(ts, n);
  if (count === null) return null;
  if (count < 0) return raise(ts, ValueErrorType, "n must be >= 0");
  if (count === 0) return new PyTuple([]);
  if (count > MAX_ITEMS) return outOfMemory(ts);
  let first = getIter(ts, iterable);
  let copier = first === null ? null : getOptionalAttr(ts, first, "__copy__");
  if (first === null || copier === null) return null;
  if (copier === undefined || first instanceof PyTee) {
    first = teeOf(ts, first);
    copier = first === null ? null : getOptionalAttr(ts, first, "__copy__");
    if (first === null || copier === null) return null;
  }
  const made: Value[] = [first];
  while (made.length < count) {
    const next = call(ts, copier as Value, []);
    if (next === null) return null;
    made.push(next);
  }
  return new PyTuple(made);
}

/** `itertools._tee`. */
export const TeeType: PyType = defineType({
  name: "itertools._tee",
  doc: "Iterator wrapped to make it copyable.",
  signature: "(iterable, /)",
  flags: TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new(ts, _cls, args, kwnames) {
      if (noKeywords(ts, "_tee", kwnames) === null) return null;
      return checkPositional(ts, "_tee", args.length, 1, 1) === null ? null : teeOf(ts, args[0]);
    },
    tp_iter: selfIter,
    tp_iternext: teeNext,
  },
  methods: [["__copy__", "($self, /)", copy, "Returns an independent iterator."]],
});

/** `itertools._tee_dataobject`: CPython keeps blocks of items in such objects. Nothing here makes one. */
export const TeeDataType: PyType = defineType({
  name: "itertools._tee_dataobject",
  doc: "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
});
