import {
  bindKeywords,
  call,
  checkPositional,
  defineType,
  equals,
  getIter,
  isInstance,
  iterNext,
  type KwNames,
  None,
  noKeywords,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  selfIter,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
} from "@adder/objects";
import { defineIterator, PyIterator } from "./common.js";

/** `groupby(iterable, key)`. */
class PyGroupBy extends PyIterator {
  /** Key of the group that was yielded last. */
  target: Value | undefined = undefined;
  /** Key of the item that was taken last. */
  key: Value | undefined = undefined;
  /** That item, until its group has yielded it. */
  item: Value | undefined = undefined;
  /** The only group that can still yield items. */
  group: PyGrouper | null = null;

  constructor(
    cls: PyType,
    readonly it: Value,
    /** None for the item itself. */
    readonly keyFunction: Value,
  ) {
    super(cls);
  }
}

/** The items of one group. */
class PyGrouper implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly parent: PyGroupBy,
    readonly target: Value,
  ) {
    this.cls = GrouperType;
    parent.group = this;
  }
}

/** Takes the next item: `false` when there is none. */
function step(ts: ThreadState, self: PyGroupBy): Result<boolean> {
  const item = iterNext(ts, self.it);
  if (item === null) return null;
  if (item === undefined) return false;
  const key = self.keyFunction === None ? item : call(ts, self.keyFunction, [item]);
  if (key === null) return null;
  self.item = item;
  self.key = key;
  return true;
}

function groupByNext(ts: ThreadState, self: PyGroupBy): Result<Value | undefined> {
  self.group = null;
  for (;;) {
    if (self.key !== undefined) {
      if (self.target === undefined) break;
      const same = equals(ts, self.target, self.key);
      if (same === null) return null;
      if (!same) break;
    }
    const more = step(ts, self);
    if (more === null) return null;
    if (!more) return undefined;
  }
  const { key } = self;
  self.target = key;
  return new PyTuple([key, new PyGrouper(self, key)]);
}

function groupNext(ts: ThreadState, self: PyGrouper): Result<Value | undefined> {
  const { parent } = self;
  if (parent.group !== self) return undefined;
  if (parent.item === undefined) {
    const more = step(ts, parent);
    if (more === null) return null;
    if (!more) return undefined;
  }
  const same = equals(ts, self.target, parent.key as Value);
  if (same === null) return null;
  if (!same) return undefined;
  const { item } = parent;
  parent.item = undefined;
  parent.key = undefined;
  return item;
}

function groupByNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "groupby", args, kwnames, ["iterable", "key"], 1, 2);
  if (bound === null) return null;
  const it = getIter(ts, bound[0] as Value);
  return it === null ? null : new PyGroupBy(cls, it, bound[1] ?? None);
}

/** `itertools.groupby`. */
export const GroupByType: PyType = defineIterator({
  name: "groupby",
  doc: "Pairs of a key and an iterator over the consecutive items that have it.",
  signature: "(iterable, key=None)",
  make: groupByNew,
  next: groupByNext,
});

/** `itertools._grouper`. */
export const GrouperType: PyType = defineType({
  name: "itertools._grouper",
  slots: {
    tp_new(ts, _cls, args, kwnames) {
      if (noKeywords(ts, "_grouper", kwnames) === null) return null;
      if (checkPositional(ts, "_grouper", args.length, 2, 2) === null) return null;
      const [parent, target] = args;
      if (isInstance(parent, GroupByType)) return new PyGrouper(parent as PyGroupBy, target);
      const message = `_grouper() argument 1 must be itertools.groupby, not ${typeName(parent)}`;
      return raise(ts, TypeErrorType, message);
    },
    tp_iter: selfIter,
    tp_iternext: groupNext,
  },
});
