import {
  BinaryOp,
  binaryOp,
  bindKeywords,
  getIter,
  iterNext,
  joinStr,
  type KwNames,
  type PyType,
  type Result,
  raise,
  repr,
  type Str,
  sizeArgument,
  strFromKey,
  type ThreadState,
  TypeErrorType,
  toInt,
  typeOf,
  type Value,
} from "@adder/objects";
import { defineIterator, PyIterator, positionalArguments } from "./common.js";

/** `count(start, step)`. */
export class PyCount extends PyIterator {
  constructor(
    cls: PyType,
    public current: Value,
    readonly step: Value,
  ) {
    super(cls);
  }
}

/** Has the type the numeric protocol at all (CPython `PyNumber_Check`)? */
function isNumber(v: Value): boolean {
  const { nb_index, nb_int, nb_float, nb_absolute, nb_positive } = typeOf(v);
  return (
    nb_index !== null ||
    nb_int !== null ||
    nb_float !== null ||
    (nb_absolute !== null && nb_positive !== null)
  );
}

function countNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "count", args, kwnames, ["start", "step"], 0, 2);
  if (bound === null) return null;
  const [start = 0, step = 1] = bound;
  if (!isNumber(start) || !isNumber(step)) return raise(ts, TypeErrorType, "a number is required");
  // A bool becomes an int where plain counting is possible.
  return new PyCount(cls, toInt(step) === 1 ? (toInt(start) ?? start) : start, step);
}

function countNext(ts: ThreadState, self: PyCount): Result<Value | undefined> {
  const { current, step } = self;
  const following =
    typeof current === "number" && step === 1 && current < Number.MAX_SAFE_INTEGER
      ? current + 1
      : binaryOp(ts, BinaryOp.ADD, current, step);
  if (following === null) return null;
  self.current = following;
  return current;
}

function countRepr(ts: ThreadState, self: PyCount): Result<Str> {
  const current = repr(ts, self.current);
  if (current === null) return null;
  const parts: Str[] = [strFromKey(self.cls.name), "(", current];
  if (toInt(self.step) !== 1) {
    const step = repr(ts, self.step);
    if (step === null) return null;
    parts.push(", ", step);
  }
  parts.push(")");
  return joinStr(parts, "");
}

/** `itertools.count`. */
export const CountType: PyType = defineIterator({
  name: "count",
  doc: "Counts from start by step, without end.",
  signature: "(start=0, step=1)",
  make: countNew,
  next: countNext,
  slots: { tp_repr: countRepr },
});

/** `cycle(iterable)`. */
class PyCycle extends PyIterator {
  /** `null` once exhausted: from then on the saved items come. */
  it: Value | null;
  readonly saved: Value[] = [];
  index = 0;

  constructor(cls: PyType, it: Value) {
    super(cls);
    this.it = it;
  }
}

function cycleNext(ts: ThreadState, self: PyCycle): Result<Value | undefined> {
  const { saved } = self;
  if (self.it !== null) {
    const item = iterNext(ts, self.it);
    if (item === null) return null;
    if (item !== undefined) {
      saved.push(item);
      return item;
    }
    self.it = null;
  }
  if (saved.length === 0) return undefined;
  const item = saved[self.index];
  self.index = self.index + 1 === saved.length ? 0 : self.index + 1;
  return item;
}

/** `itertools.cycle`. */
export const CycleType: PyType = defineIterator({
  name: "cycle",
  doc: "The items of an iterable, again and again.",
  signature: "(iterable, /)",
  make(ts, cls, args, kwnames) {
    const given = positionalArguments(ts, cls, CycleType, args, kwnames, 1, 1);
    const it = given === null ? null : getIter(ts, given[0]);
    return it === null ? null : new PyCycle(cls, it);
  },
  next: cycleNext,
});

/** `repeat(object, times)`. */
export class PyRepeat extends PyIterator {
  constructor(
    cls: PyType,
    readonly item: Value,
    /** How often it is still to come; -1 for ever. */
    public remaining: number,
  ) {
    super(cls);
  }
}

function repeatNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "repeat", args, kwnames, ["object", "times"], 1, 2);
  if (bound === null) return null;
  const [item, times] = bound;
  if (times === undefined) return new PyRepeat(cls, item as Value, -1);
  const n = sizeArgument(ts, times);
  return n === null ? null : new PyRepeat(cls, item as Value, Math.max(0, n));
}

function repeatNext(_ts: ThreadState, self: PyRepeat): Value | undefined {
  if (self.remaining === 0) return undefined;
  if (self.remaining > 0) self.remaining--;
  return self.item;
}

function repeatRepr(ts: ThreadState, self: PyRepeat): Result<Str> {
  const item = repr(ts, self.item);
  if (item === null) return null;
  const times = self.remaining < 0 ? "" : `, ${self.remaining}`;
  return joinStr([strFromKey(self.cls.name), "(", item, times, ")"], "");
}

/** `itertools.repeat`. */
export const RepeatType: PyType = defineIterator({
  name: "repeat",
  doc: "An object again and again, without end or a number of times.",
  make: repeatNew,
  next: repeatNext,
  slots: { tp_repr: repeatRepr },
  methods: [
    [
      "__length_hint__",
      "($self, /)",
      (ts, self: PyRepeat) =>
        self.remaining < 0 ? raise(ts, TypeErrorType, "len() of unsized object") : self.remaining,
      "Private method returning an estimate of len(list(it)).",
    ],
  ],
});
