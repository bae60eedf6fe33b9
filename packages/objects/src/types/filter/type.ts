import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { BoolType, FilterType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import type { PyInstance } from "../../core/fields.js";
import type { TypeSpec } from "../../core/native.js";
import { isTrue } from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { getIter, iterNext } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { selfIter } from "../iterators/common.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";

/** `filter(function, iterable)`. */
export class PyFilter implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** None: items are judged by their own truth. */
  readonly fn: Value;
  readonly iterator: Value;
  attrs: PyInstance | null = null;

  constructor(cls: PyType, fn: Value, iterator: Value) {
    this.cls = cls;
    this.fn = fn;
    this.iterator = iterator;
  }
}

function filterNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (cls === FilterType || cls.tp_init === FilterType.tp_init) {
    if (noKeywords(ts, "filter", kwnames) === null) return null;
  }
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, "filter", given, 2, 2) === null) return null;
  const iterator = getIter(ts, args[1]);
  return iterator === null ? null : new PyFilter(cls, args[0], iterator);
}

/** The next item that passes. */
export function filterNext(ts: ThreadState, self: PyFilter): Result<Value | undefined> {
  const { fn, iterator } = self;
  const own = fn === None || fn === BoolType;
  for (;;) {
    const item = iterNext(ts, iterator);
    if (item === null || item === undefined) return item;
    const verdict = own ? item : call(ts, fn, [item]);
    if (verdict === null) return null;
    const passes = isTrue(ts, verdict);
    if (passes === null) return null;
    if (passes) return item;
  }
}

/** `filter` (CPython `Python/bltinmodule.c`). */
export const filterSpec: TypeSpec = {
  name: "filter",
  flags: TypeFlags.BASETYPE,
  doc: "An iterator over the items for which a function is true, or with None over those that are true themselves.",
  signature: "(function, iterable, /)",
  slots: { tp_new: filterNew, tp_iter: selfIter, tp_iternext: filterNext },
  methods: [
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyFilter) => new PyTuple([self.cls, new PyTuple([self.fn, self.iterator])]),
      "What pickle needs to go on from here.",
    ],
  ],
};
