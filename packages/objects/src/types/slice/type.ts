import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { SliceType } from "../../core/builtin-types.js";
import { raise } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { compare, equals, toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { hashHigh, hashLanes, joinHash, tupleHashResult } from "../dict/key-hash.js";
import { ValueErrorType } from "../exceptions/exception-types.js";
import { None, NotImplemented } from "../none/singletons.js";
import { joinStr } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { longIndices } from "./long-indices.js";
import { PySlice } from "./py-slice.js";

function sliceNew(ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "slice", kwnames) === null) return null;
  if (checkPositional(ts, "slice", args.length, 1, 3) === null) return null;
  if (args.length === 1) return new PySlice(None, args[0], None);
  return new PySlice(args[0], args[1], args.length === 3 ? args[2] : None);
}

function sliceRepr(ts: ThreadState, self: PySlice): Result<Value> {
  const start = repr(ts, self.start);
  if (start === null) return null;
  const stop = repr(ts, self.stop);
  if (stop === null) return null;
  const step = repr(ts, self.step);
  if (step === null) return null;
  return joinStr(["slice(", start, ", ", stop, ", ", step, ")"], "");
}

/** Slices compare as the tuples of their parts. */
function sliceCompare(ts: ThreadState, self: PySlice, other: Value, op: CompareOp): Result<Value> {
  if (typeOf(other) !== SliceType) return NotImplemented;
  const that = other as PySlice;
  if (self === that) return op === CompareOp.EQ || op === CompareOp.LE || op === CompareOp.GE;
  const mine = [self.start, self.stop, self.step];
  const theirs = [that.start, that.stop, that.step];
  for (let i = 0; i < 3; i++) {
    const same = equals(ts, mine[i], theirs[i]);
    if (same === null) return null;
    if (same) continue;
    if (op === CompareOp.EQ) return false;
    return op === CompareOp.NE ? true : compare(ts, mine[i], theirs[i], op);
  }
  return op === CompareOp.EQ || op === CompareOp.LE || op === CompareOp.GE;
}

function sliceHash(ts: ThreadState, self: PySlice): Result<number | bigint> {
  const lanes = hashLanes(ts, [self.start, self.stop, self.step]);
  if (lanes === null) return null;
  const low = tupleHashResult(lanes, hashHigh);
  return joinHash(low, hashHigh);
}

function indices(ts: ThreadState, self: PySlice, lengthValue: Value): Result<Value> {
  const length = toIndex(ts, lengthValue);
  if (length === null) return null;
  if (length < 0) return raise(ts, ValueErrorType, "length should not be negative");
  const range = longIndices(ts, self, length);
  return range === null ? null : new PyTuple(range);
}

/** `slice` (CPython `Objects/sliceobject.c`). */
export const sliceSpec: TypeSpec = {
  name: "slice",
  doc: "The indices start, stop and step of an extended subscript. slice(stop) or slice(start, stop[, step]).",
  slots: {
    tp_new: sliceNew,
    tp_repr: sliceRepr,
    tp_hash: sliceHash,
    tp_richcompare: sliceCompare,
  },
  methods: [
    [
      "indices",
      "($self, object, /)",
      indices,
      "The tuple (start, stop, step) for a sequence of the given length.",
    ],
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PySlice) => new PyTuple([SliceType, new PyTuple([self.start, self.stop, self.step])]),
      "What pickle needs to make an equal slice.",
    ],
  ],
  getset: [
    ["start", (_ts, self: PySlice) => self.start, null, null, "member"],
    ["stop", (_ts, self: PySlice) => self.stop, null, null, "member"],
    ["step", (_ts, self: PySlice) => self.step, null, null, "member"],
  ],
};
