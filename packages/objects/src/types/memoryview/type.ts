import { noKeywords } from "../../core/bind-arguments.js";
import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { equals, hash, intArgument, toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { getIter, iterate } from "../../core/protocols.js";
import { BUFFER_WRITABLE, type BufferView, CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { objectId, typeOf } from "../../core/type-of.js";
import { hexMethod } from "../bytes/methods.js";
import { PyBytes } from "../bytes/py-bytes.js";
import {
  BufferErrorType,
  NotImplementedErrorType,
  TypeErrorType,
  ValueErrorType,
} from "../exceptions/exception-types.js";
import { classGetItem } from "../iterators/common.js";
import { MAX_ITEMS, outOfMemory } from "../list/sequence.js";
import { None, NotImplemented } from "../none/singletons.js";
import { boundArgument } from "../slice/indices.js";
import { asStr } from "../str/as-str.js";
import { hashBytes } from "../str/hash.js";
import { PyTuple } from "../tuple/py-tuple.js";
import {
  assign,
  contents,
  derive,
  itemAt,
  items,
  memoryViewOf,
  opened,
  release,
  subscript,
} from "./access.js";
import { cast } from "./cast.js";
import { itemFormat } from "./item-format.js";
import { PyMemoryIterator } from "./memory-iterator.js";
import { PyMemoryView } from "./py-memory-view.js";
import { releaseBuffer, releaseView } from "./release-buffer.js";

type View = PyMemoryView;

function memoryViewNew(ts: ThreadState, _cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (args.length === 1 && (kwnames === null || kwnames.length === 0 || kwnames[0] === "object")) {
    return memoryViewOf(ts, args[0]);
  }
  return raise(
    ts,
    TypeErrorType,
    args.length < 2
      ? "memoryview() missing required argument 'object' (pos 1)"
      : `memoryview() takes at most 1 argument (${args.length} given)`,
  );
}

function memoryHash(ts: ThreadState, self: View): Result<number | bigint> {
  if (self.hash !== null) return self.hash;
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  if (!self.readonly) return raise(ts, ValueErrorType, "cannot hash writable memoryview object");
  if (!"bBc".includes(self.format.replace("@", ""))) {
    return raise(ts, ValueErrorType, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  // Who lends the memory must be immutable too.
  if (hash(ts, buffer.owner) === null) return null;
  self.hash = hashBytes(ts, contents(self, buffer));
  return self.hash;
}

function richCompare(ts: ThreadState, self: View, other: Value, op: CompareOp): Result<Value> {
  if (op !== CompareOp.EQ && op !== CompareOp.NE) return NotImplemented;
  const equal = sameItems(ts, self, other);
  if (equal === null) return null;
  return equal === undefined ? NotImplemented : equal === (op === CompareOp.EQ);
}

/** Is another buffer equal, item by item? `undefined` when there is no other buffer. */
function sameItems(ts: ThreadState, self: View, other: Value): Result<boolean | undefined> {
  if (self.loan === null) return self === other;
  if (typeOf(other).bf_getbuffer === null) return undefined;
  if (other instanceof PyMemoryView && other.loan === null) return false;
  const view = memoryViewOf(ts, other);
  if (view === null) {
    ts.pending = null;
    return undefined;
  }
  const equal = sameOpenItems(ts, self, view);
  release(view);
  return equal;
}

function sameOpenItems(ts: ThreadState, a: View, b: View): Result<boolean> {
  if (a.shape.length !== b.shape.length || a.shape.some((n, i) => n !== b.shape[i])) return false;
  // Items of unknown formats are never equal.
  if (itemFormat(a.format) === undefined || itemFormat(b.format) === undefined) return false;
  const left = opened(ts, a);
  if (left === null) return null;
  const right = opened(ts, b);
  if (right === null) return null;
  const x = items(ts, a, left, 0, a.offset);
  if (x === null) return null;
  const y = items(ts, b, right, 0, b.offset);
  return y === null ? null : equals(ts, x, y);
}

function iterator(ts: ThreadState, self: View): Result<Value> {
  if (opened(ts, self) === null) return null;
  if (self.shape.length === 0) return raise(ts, TypeErrorType, "invalid indexing of 0-dim memory");
  if (self.shape.length > 1) {
    return raise(ts, NotImplementedErrorType, "multi-dimensional sub-views are not implemented");
  }
  return new PyMemoryIterator(self);
}

function lengthOf(ts: ThreadState, self: View): Result<number> {
  if (opened(ts, self) === null) return null;
  return self.shape.length === 0 ? raise(ts, TypeErrorType, "0-dim memory has no length") : self.shape[0];
}

function lend(ts: ThreadState, self: View, flags: number): Result<BufferView> {
  const writable = (flags & BUFFER_WRITABLE) !== 0;
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  if (writable && self.readonly) {
    return raise(ts, BufferErrorType, "memoryview: underlying buffer is not writable");
  }
  const { contiguous, itemsize } = self;
  if (writable && !contiguous) {
    return raise(ts, BufferErrorType, "memoryview: underlying buffer is not C-contiguous");
  }
  self.exports++;
  let lent = true;
  return {
    owner: self,
    bytes: contiguous
      ? buffer.bytes.subarray(self.offset, self.offset + self.count * itemsize)
      : contents(self, buffer),
    readonly: self.readonly || !contiguous,
    format: self.format,
    itemsize,
    shape: self.shape,
    strides: contiguous ? self.strides : [itemsize],
    release() {
      if (lent) self.exports--;
      lent = false;
    },
  };
}

/** A getter or method that needs the view to be open. */
const open =
  (get: (ts: ThreadState, self: View, buffer: BufferView) => Result<Value>) =>
  (ts: ThreadState, self: View): Result<Value> => {
    const buffer = opened(ts, self);
    return buffer === null ? null : get(ts, self, buffer);
  };

function exit(ts: ThreadState, self: View, _args: Value[], kwnames: KwNames): Result<Value> {
  return noKeywords(ts, "__exit__", kwnames) === null ? null : releaseView(ts, self);
}

function toBytes(ts: ThreadState, self: View, order: Value | undefined): Result<Value> {
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  let how: Value = "C";
  if (order !== undefined && order !== None) {
    if (asStr(order) === undefined) {
      return raise(
        ts,
        TypeErrorType,
        `tobytes() argument 'order' must be str or None, not ${typeName(order)}`,
      );
    }
    how = order;
  }
  if (how !== "C" && how !== "F" && how !== "A") {
    return raise(ts, ValueErrorType, "order must be 'C', 'F' or 'A'");
  }
  return new PyBytes(contents(self, buffer, how === "F" || (how === "A" && self.fortran)));
}

function hex(
  ts: ThreadState,
  self: View,
  separator: Value | undefined,
  group: Value | undefined,
): Result<Value> {
  if (opened(ts, self) === null) return null;
  const size = group === undefined ? undefined : toIndex(ts, group);
  if (size === null) return null;
  // __index__ of the group size may have released the view.
  const buffer = opened(ts, self);
  return buffer === null ? null : hexMethod(ts, contents(self, buffer), separator, size);
}

function count(ts: ThreadState, self: View, value: Value): Result<Value> {
  const iter = getIter(ts, self);
  if (iter === null) return null;
  let n = 0;
  const done = iterate(ts, iter, (item) => {
    const equal = equals(ts, item, value);
    if (equal) n++;
    return equal === null ? null : true;
  });
  return done === null ? null : n;
}

function index(
  ts: ThreadState,
  self: View,
  value: Value,
  startValue: Value | undefined,
  stopValue: Value | undefined,
): Result<Value> {
  const start = boundArgument(ts, startValue, 0);
  if (start === null) return null;
  const stop = boundArgument(ts, stopValue, Number.MAX_SAFE_INTEGER);
  if (stop === null || opened(ts, self) === null) return null;
  if (self.shape.length === 0) return raise(ts, TypeErrorType, "invalid lookup on 0-dim memory");
  if (self.shape.length > 1) {
    return raise(ts, NotImplementedErrorType, "multi-dimensional lookup is not implemented");
  }
  const length = self.shape[0];
  const from = start < 0 ? Math.max(0, start + length) : start;
  const to = stop < 0 ? stop + length : Math.min(stop, length);
  for (let i = from; i < to; i++) {
    const item = itemAt(ts, self, i);
    if (item === null) return null;
    const equal = equals(ts, item as Value, value);
    if (equal === null) return null;
    if (equal) return i;
  }
  return raise(ts, ValueErrorType, "memoryview.index(x): x not found");
}

function fromFlags(ts: ThreadState, _cls: PyType, object: Value, flagsValue: Value): Result<Value> {
  const flags = intArgument(ts, flagsValue);
  if (flags === null) return null;
  const getBuffer = typeOf(object).bf_getbuffer;
  if (getBuffer === null) {
    return raise(ts, TypeErrorType, `memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  }
  const buffer = getBuffer(ts, object, flags);
  return buffer === null ? null : PyMemoryView.over(buffer);
}

/** `memoryview` (CPython `Objects/memoryobject.c`). */
export const memoryviewSpec: TypeSpec = {
  name: "memoryview",
  flags: TypeFlags.SEQUENCE | TypeFlags.HAS_WEAKREFS | TypeFlags.VAR_SIZED,
  doc: "A window on the memory of another object.",
  signature: "(object)",
  slots: {
    tp_new: memoryViewNew,
    tp_repr: (ts, self: View) =>
      `<${self.loan === null ? "released memory" : "memory"} at 0x${objectId(ts, self).toString(16)}>`,
    tp_hash: memoryHash,
    tp_richcompare: richCompare,
    tp_iter: iterator,
    sq_length: lengthOf,
    mp_length: lengthOf,
    sq_item: (ts, self: View, at: number) => subscript(ts, self, at),
    mp_subscript: subscript,
    mp_ass_subscript: assign,
    bf_getbuffer: lend,
  },
  methods: [
    [
      "cast",
      "($self, /, format, shape=<unrepresentable>)",
      cast,
      "A view with another item format or shape.",
    ],
    ["tobytes", "($self, /, order='C')", toBytes, "The contents as bytes."],
    [
      "tolist",
      "($self, /)",
      open((ts, self, buffer) =>
        self.shape[0] > MAX_ITEMS ? outOfMemory(ts) : items(ts, self, buffer, 0, self.offset),
      ),
      "The items as a list.",
    ],
    ["hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex, "The contents as hexadecimal text."],
    ["toreadonly", "($self, /)", open((_ts, self) => derive(self, { readonly: true })), "A read-only view."],
    ["release", "($self, /)", releaseView, "Gives the buffer back."],
    releaseBuffer,
    ["__enter__", "($self, /)", open((_ts, self) => self)],
    ["__exit__", "($self, /, *exc_info)", exit],
    ["count", "($self, value, /)", count, "How often a value occurs."],
    ["index", "($self, value, start=0, stop=sys.maxsize, /)", index, "First index of a value."],
    [
      "_from_flags",
      "($type, /, object, flags)",
      fromFlags,
      "A view of an object's buffer, asked for with these flags of inspect.BufferFlags.",
      { binding: "class" },
    ],
    ["__class_getitem__", "($type, object, /)", classGetItem, "See PEP 585", { binding: "class" }],
  ],
  getset: [
    ["obj", open((_ts, _self, buffer) => buffer.owner), null, "The object that lends the memory."],
    ["nbytes", open((_ts, self) => self.count * self.itemsize), null, "Size in bytes."],
    ["readonly", open((_ts, self) => self.readonly), null, "May it not be written to?"],
    ["itemsize", open((_ts, self) => self.itemsize), null, "Size of an item in bytes."],
    ["format", open((_ts, self) => self.format), null, "Format of an item in struct syntax."],
    ["ndim", open((_ts, self) => self.shape.length), null, "Number of dimensions."],
    ["shape", open((_ts, self) => new PyTuple(self.shape)), null, "Items in each dimension."],
    [
      "strides",
      open((_ts, self) => new PyTuple(self.strides)),
      null,
      "Bytes from one item to the next in each dimension.",
    ],
    ["suboffsets", open(() => new PyTuple([])), null, "Empty: there is no indirection."],
    ["c_contiguous", open((_ts, self) => self.contiguous), null, "One block in C order?"],
    ["f_contiguous", open((_ts, self) => self.fortran), null, "One block in Fortran order?"],
    ["contiguous", open((_ts, self) => self.contiguous || self.fortran), null, "One block in either order?"],
  ],
};
