import { call } from "../../core/call.js";
import { raise } from "../../core/errors.js";
import type { PyInstance } from "../../core/fields.js";
import type { TypeSpec } from "../../core/native.js";
import { isTrue } from "../../core/numbers.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { iterNext } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { selfIter } from "../iterators/common.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { iteratorsOf, nextOfEach, strictArgument } from "../zip/strict.js";

/** `map(function, *iterables, strict=strict)`. */
export class PyMap implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly fn: Value;
  readonly iterators: readonly Value[];
  strict: boolean;
  attrs: PyInstance | null = null;

  constructor(cls: PyType, fn: Value, iterators: readonly Value[], strict: boolean) {
    this.cls = cls;
    this.fn = fn;
    this.iterators = iterators;
    this.strict = strict;
  }
}

function mapNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const strict = strictArgument(ts, "map", args, kwnames);
  if (strict === null) return null;
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given < 2) return raise(ts, TypeErrorType, "map() must have at least two arguments.");
  const iterators = iteratorsOf(ts, args.slice(1, given));
  return iterators === null ? null : new PyMap(cls, args[0], iterators, strict);
}

/** The function's next result. */
export function mapNext(ts: ThreadState, self: PyMap): Result<Value | undefined> {
  const { iterators } = self;
  if (iterators.length === 1) {
    const item = iterNext(ts, iterators[0]);
    return item === null || item === undefined ? item : call(ts, self.fn, [item]);
  }
  const items = nextOfEach(ts, "map", iterators, self.strict);
  return items === null || items === undefined ? items : call(ts, self.fn, items);
}

function reduce(_ts: ThreadState, self: PyMap): Value {
  const args = new PyTuple([self.fn, ...self.iterators]);
  return new PyTuple(self.strict ? [self.cls, args, true] : [self.cls, args]);
}

function setState(ts: ThreadState, self: PyMap, state: Value): Result<Value> {
  const strict = isTrue(ts, state);
  if (strict === null) return null;
  self.strict = strict;
  return None;
}

/** `map` (CPython `Python/bltinmodule.c`). */
export const mapSpec: TypeSpec = {
  name: "map",
  flags: TypeFlags.BASETYPE,
  doc: "An iterator over the results of a function that gets one item of each iterable as arguments.",
  signature: "(function, iterable, /, *iterables, strict=False)",
  slots: { tp_new: mapNew, tp_iter: selfIter, tp_iternext: mapNext },
  methods: [
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Sets strict."],
  ],
};
