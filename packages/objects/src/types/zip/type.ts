import type { PyInstance } from "../../core/fields.js";
import type { TypeSpec } from "../../core/native.js";
import { isTrue } from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { iterNext } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { selfIter } from "../iterators/common.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { iteratorsOf, nextOfEach, strictArgument } from "./strict.js";

/** `zip(*iterables, strict=strict)`. */
export class PyZip implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly iterators: readonly Value[];
  strict: boolean;
  attrs: PyInstance | null = null;

  constructor(cls: PyType, iterators: readonly Value[], strict: boolean) {
    this.cls = cls;
    this.iterators = iterators;
    this.strict = strict;
  }
}

function zipNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const strict = strictArgument(ts, "zip", args, kwnames);
  if (strict === null) return null;
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  const iterators = iteratorsOf(ts, args.slice(0, given));
  return iterators === null ? null : new PyZip(cls, iterators, strict);
}

/** The next tuple. */
export function zipNext(ts: ThreadState, self: PyZip): Result<Value | undefined> {
  const { iterators } = self;
  if (iterators.length === 0) return undefined;
  if (iterators.length === 2 && !self.strict) {
    const first = iterNext(ts, iterators[0]);
    if (first === null || first === undefined) return first;
    const second = iterNext(ts, iterators[1]);
    if (second === null || second === undefined) return second;
    return new PyTuple([first, second]);
  }
  const items = nextOfEach(ts, "zip", iterators, self.strict);
  return items === null || items === undefined ? items : new PyTuple(items);
}

function reduce(_ts: ThreadState, self: PyZip): Value {
  const iterators = new PyTuple(self.iterators);
  return new PyTuple(self.strict ? [self.cls, iterators, true] : [self.cls, iterators]);
}

function setState(ts: ThreadState, self: PyZip, state: Value): Result<Value> {
  const strict = isTrue(ts, state);
  if (strict === null) return null;
  self.strict = strict;
  return None;
}

/** `zip` (CPython `Python/bltinmodule.c`). */
export const zipSpec: TypeSpec = {
  name: "zip",
  flags: TypeFlags.BASETYPE,
  doc: "An iterator over tuples with one item of each iterable, until one is exhausted; strict wants all to be.",
  signature: "(*iterables, strict=False)",
  slots: { tp_new: zipNew, tp_iter: selfIter, tp_iternext: zipNext },
  methods: [
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Sets strict."],
  ],
};
