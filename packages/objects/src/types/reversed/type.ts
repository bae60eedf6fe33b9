import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { ReversedType } from "../../core/builtin-types.js";
import { call, lookupSpecial } from "../../core/call.js";
import { clearPending, pendingMatches, raise, typeName } from "../../core/errors.js";
import type { PyInstance } from "../../core/fields.js";
import type { TypeSpec } from "../../core/native.js";
import type { PyObject, Result, Value } from "../../core/object.js";
import { isSequence, length } from "../../core/protocols.js";
import type { KwNames, SizeArgFunc } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { IndexErrorType, StopIterationType, TypeErrorType } from "../exceptions/exception-types.js";
import { selfIter, stateIndex } from "../iterators/common.js";
import { None } from "../none/singletons.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";

/** What `reversed(sequence)` makes of a sequence without `__reversed__`. */
export class PyReversed implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once exhausted. */
  sequence: Value | null;
  /** Index of the next item. */
  index: number;
  attrs: PyInstance | null = null;

  constructor(cls: PyType, sequence: Value, index: number) {
    this.cls = cls;
    this.sequence = sequence;
    this.index = index;
  }
}

function reversedNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (cls === ReversedType || cls.tp_init === ReversedType.tp_init) {
    if (noKeywords(ts, "reversed", kwnames) === null) return null;
  }
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, "reversed", given, 1, 1) === null) return null;
  const sequence = args[0];
  const method = lookupSpecial(ts, sequence, "__reversed__");
  if (method === null) return null;
  if (method !== undefined && method !== None) return call(ts, method, []);
  if (method === None || !isSequence(sequence)) {
    return raise(ts, TypeErrorType, `'${typeName(sequence)}' object is not reversible`);
  }
  const n = length(ts, sequence);
  return n === null ? null : new PyReversed(cls, sequence, n - 1);
}

function next(ts: ThreadState, self: PyReversed): Result<Value | undefined> {
  const { sequence } = self;
  if (sequence === null) return undefined;
  if (self.index >= 0) {
    const getItem = typeOf(sequence).sq_item as SizeArgFunc;
    const item = getItem(ts, sequence, self.index);
    if (item !== null) {
      self.index--;
      return item;
    }
    if (!pendingMatches(ts, IndexErrorType) && !pendingMatches(ts, StopIterationType)) return null;
    clearPending(ts);
  }
  self.index = -1;
  self.sequence = null;
  return undefined;
}

function lengthHint(ts: ThreadState, self: PyReversed): Result<Value> {
  if (self.sequence === null) return 0;
  const n = length(ts, self.sequence);
  if (n === null) return null;
  return n < self.index + 1 ? 0 : self.index + 1;
}

function reduce(_ts: ThreadState, self: PyReversed): Value {
  if (self.sequence === null) return new PyTuple([self.cls, new PyTuple([emptyTuple])]);
  return new PyTuple([self.cls, new PyTuple([self.sequence]), self.index]);
}

function setState(ts: ThreadState, self: PyReversed, state: Value): Result<Value> {
  const index = stateIndex(ts, state);
  if (index === null) return null;
  if (self.sequence === null) return None;
  const n = length(ts, self.sequence);
  if (n === null) return null;
  self.index = Math.max(-1, Math.min(index, n - 1));
  return None;
}

/** `reversed` (CPython `Objects/enumobject.c`). */
export const reversedSpec: TypeSpec = {
  name: "reversed",
  flags: TypeFlags.BASETYPE,
  doc: "An iterator over a sequence from its end.",
  signature: "(sequence, /)",
  slots: { tp_new: reversedNew, tp_iter: selfIter, tp_iternext: next },
  methods: [
    ["__length_hint__", "($self, /)", lengthHint, "How many items are left."],
    ["__reduce__", "($self, /)", reduce, "What pickle needs to go on from here."],
    ["__setstate__", "($self, object, /)", setState, "Goes to an index."],
  ],
};
