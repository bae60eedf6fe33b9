import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { equals, toIndex } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import { type BufferView, CompareOp } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { TypeFlags } from "../../core/type.js";
import { objectId, typeOf } from "../../core/type-of.js";
import { hexMethod } from "../bytes/methods.js";
import { PyBytes } from "../bytes/py-bytes.js";
import {
  BufferErrorType,
  IndexErrorType,
  NotImplementedErrorType,
  TypeErrorType,
  ValueErrorType,
} from "../exceptions/exception-types.js";
import { PySequenceIterator } from "../iterators/py-sequence-iterator.js";
import { PyList } from "../list/py-list.js";
import { None, NotImplemented } from "../none/singletons.js";
import { sliceIndices } from "../slice/indices.js";
import { PySlice } from "../slice/py-slice.js";
import { asStr } from "../str/as-str.js";
import { hashBytes } from "../str/hash.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { itemFormats, writeItem } from "./item-format.js";
import { PyMemoryView } from "./py-memory-view.js";

type View = PyMemoryView;

/** The lent buffer. ValueError once released. */
function opened(ts: ThreadState, self: View): Result<BufferView> {
  return self.buffer ?? raise(ts, ValueErrorType, "operation forbidden on released memoryview object");
}

const dataView = (buffer: BufferView): DataView =>
  new DataView(buffer.bytes.buffer, buffer.bytes.byteOffset, buffer.bytes.byteLength);

const formatOf = (self: View): ReturnType<typeof itemFormats.get> =>
  itemFormats.get(self.format.replace("@", ""));

/** Makes a memoryview of an object with a buffer. */
export function memoryViewOf(ts: ThreadState, object: Value): Result<PyMemoryView> {
  const getBuffer = typeOf(object).bf_getbuffer;
  if (getBuffer === null) {
    return raise(ts, TypeErrorType, `memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  }
  const buffer = getBuffer(ts, object, false);
  if (buffer === null) return null;
  const { format, itemsize, shape, strides, readonly } = buffer;
  return new PyMemoryView(buffer, { format, itemsize, shape, strides, offset: 0, readonly }, null);
}

/** A view with another layout on the same loan. */
function derive(self: View, buffer: BufferView, layout: Partial<View>): View {
  self.exports++;
  return new PyMemoryView(
    buffer,
    {
      format: layout.format ?? self.format,
      itemsize: layout.itemsize ?? self.itemsize,
      shape: layout.shape ?? self.shape,
      strides: layout.strides ?? self.strides,
      offset: layout.offset ?? self.offset,
      readonly: layout.readonly ?? self.readonly,
    },
    self,
  );
}

/** All bytes in C order. */
function contents(self: View, buffer: BufferView): Uint8Array {
  if (self.contiguous) return buffer.bytes.slice(self.offset, self.offset + self.count * self.itemsize);
  const out = new Uint8Array(self.count * self.itemsize);
  let to = 0;
  const walk = (dimension: number, at: number): void => {
    if (dimension === self.shape.length) {
      out.set(buffer.bytes.subarray(at, at + self.itemsize), to);
      to += self.itemsize;
      return;
    }
    for (let i = 0; i < self.shape[dimension]; i++) walk(dimension + 1, at + i * self.strides[dimension]);
  };
  walk(0, self.offset);
  return out;
}

function items(
  ts: ThreadState,
  self: View,
  buffer: BufferView,
  dimension: number,
  at: number,
): Result<Value> {
  const format = formatOf(self);
  if (format === undefined) {
    return raise(ts, NotImplementedErrorType, `memoryview: unsupported format ${self.format}`);
  }
  const view = dataView(buffer);
  const build = (depth: number, from: number): Value => {
    if (depth === self.shape.length) return format.read(view, from);
    const list: Value[] = [];
    for (let i = 0; i < self.shape[depth]; i++) list.push(build(depth + 1, from + i * self.strides[depth]));
    return new PyList(list);
  };
  return build(dimension, at);
}

/** Offset of the item that an index or tuple of indices names. */
function offsetOf(ts: ThreadState, self: View, indices: readonly Value[]): Result<number> {
  if (indices.length > self.shape.length) {
    return raise(
      ts,
      TypeErrorType,
      `cannot index ${self.shape.length}-dimension view with ${indices.length}-element tuple`,
    );
  }
  if (indices.length < self.shape.length) {
    return raise(ts, NotImplementedErrorType, "sub-views are not implemented");
  }
  let at = self.offset;
  for (let i = 0; i < indices.length; i++) {
    const index = toIndex(ts, indices[i]);
    if (index === null) return null;
    const n = Number(index) < 0 ? Number(index) + self.shape[i] : Number(index);
    if (n < 0 || n >= self.shape[i]) {
      return raise(ts, IndexErrorType, `index out of bounds on dimension ${i + 1}`);
    }
    at += n * self.strides[i];
  }
  return at;
}

const isIndex = (v: Value): boolean => typeOf(v).nb_index !== null;

function sliced(ts: ThreadState, self: View, buffer: BufferView, key: PySlice): Result<View> {
  const range = sliceIndices(ts, key, self.shape[0]);
  if (range === null) return null;
  return derive(self, buffer, {
    shape: [range.count, ...self.shape.slice(1)],
    strides: [self.strides[0] * range.step, ...self.strides.slice(1)],
    offset: self.offset + range.start * self.strides[0],
  });
}

function subscript(ts: ThreadState, self: View, key: Value): Result<Value> {
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  if (self.shape.length === 0) {
    return raise(ts, TypeErrorType, "invalid indexing of 0-dim memory");
  }
  if (key instanceof PySlice) return sliced(ts, self, buffer, key);
  const indices = isIndex(key)
    ? [key]
    : key instanceof PyTuple && key.items.every(isIndex)
      ? key.items
      : null;
  if (indices === null) return raise(ts, TypeErrorType, "memoryview: invalid slice key");
  if (isIndex(key) && self.shape.length > 1) {
    return raise(ts, NotImplementedErrorType, "multi-dimensional sub-views are not implemented");
  }
  const at = offsetOf(ts, self, indices);
  return at === null ? null : items(ts, self, buffer, self.shape.length, at);
}

function assign(ts: ThreadState, self: View, key: Value, value: Value | undefined): Status {
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  if (self.readonly) return raise(ts, TypeErrorType, "cannot modify read-only memory");
  if (value === undefined) return raise(ts, TypeErrorType, "cannot delete memory");
  if (formatOf(self) === undefined) {
    return raise(ts, NotImplementedErrorType, `memoryview: unsupported format ${self.format}`);
  }
  if (key instanceof PySlice && self.shape.length === 1) {
    const target = sliced(ts, self, buffer, key);
    if (target === null) return null;
    self.exports--;
    const source = memoryViewOf(ts, value);
    if (source === null) return null;
    const from = source.buffer as BufferView;
    let done: Status = true;
    if (source.format.replace("@", "") !== self.format.replace("@", "") || source.count !== target.count) {
      done = raise(ts, ValueErrorType, "memoryview assignment: lvalue and rvalue have different structures");
    } else {
      // Copied first: both may lie in the same memory.
      const bytes = contents(source, from);
      for (let i = 0; i < target.count; i++) {
        buffer.bytes.set(
          bytes.subarray(i * self.itemsize, (i + 1) * self.itemsize),
          target.offset + i * target.strides[0],
        );
      }
    }
    from.release();
    return done;
  }
  const indices = isIndex(key)
    ? [key]
    : key instanceof PyTuple && key.items.every(isIndex)
      ? key.items
      : null;
  if (indices === null) return raise(ts, TypeErrorType, "memoryview: invalid slice key");
  const at = offsetOf(ts, self, indices);
  return at === null ? null : writeItem(ts, self.format, dataView(buffer), at, value);
}

function richCompare(ts: ThreadState, self: View, other: Value, op: CompareOp): Result<Value> {
  if (op !== CompareOp.EQ && op !== CompareOp.NE) return NotImplemented;
  const same = (equal: boolean): boolean => equal === (op === CompareOp.EQ);
  if (self === other) return same(true);
  if (self.buffer === null || typeOf(other).bf_getbuffer === null)
    return self.buffer === null ? same(false) : NotImplemented;
  const view = other instanceof PyMemoryView ? other : memoryViewOf(ts, other);
  if (view === null) return null;
  if (view.buffer === null) return same(false);
  let equal = view.shape.length === self.shape.length && view.shape.every((n, i) => n === self.shape[i]);
  if (equal) {
    const a = items(ts, self, self.buffer, 0, self.offset);
    if (a === null) return null;
    const b = items(ts, view, view.buffer, 0, view.offset);
    if (b === null) return null;
    const result = equals(ts, a, b);
    if (result === null) return null;
    equal = result;
  }
  if (view !== other) view.buffer.release();
  return same(equal);
}

function cast(ts: ThreadState, self: View, formatValue: Value, shapeValue: Value | undefined): Result<Value> {
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  const text = asStr(formatValue);
  if (text === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `cast() argument 'format' must be str, not ${argumentTypeName(formatValue)}`,
    );
  }
  const format = toJs(text);
  const item = itemFormats.get(format.replace(/^@/, ""));
  if (item === undefined) {
    return raise(
      ts,
      ValueErrorType,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (!self.contiguous)
    return raise(ts, TypeErrorType, "memoryview: casts are restricted to C-contiguous views");
  const fromBytes = "bBc".includes(self.format.replace("@", ""));
  if (!fromBytes && !"bBc".includes(format.replace("@", ""))) {
    return raise(ts, TypeErrorType, "memoryview: cannot cast between two non-byte formats");
  }
  const size = self.count * self.itemsize;
  if (size % item.size !== 0) {
    return raise(ts, TypeErrorType, "memoryview: length is not a multiple of itemsize");
  }
  let shape = [size / item.size];
  if (shapeValue !== undefined) {
    const dimensions = toArray(ts, shapeValue);
    if (dimensions === null) return null;
    shape = [];
    for (const dimension of dimensions) {
      const n = toIndex(ts, dimension);
      if (n === null) return null;
      if (n <= 0) {
        return raise(ts, ValueErrorType, "memoryview.cast(): elements of shape must be integers > 0");
      }
      shape.push(Number(n));
    }
    if (shape.reduce((a, b) => a * b, 1) * item.size !== size) {
      return raise(ts, TypeErrorType, "memoryview: product(shape) * itemsize != buffer size");
    }
  }
  const strides: number[] = [];
  let stride = item.size;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides.unshift(stride);
    stride *= shape[i];
  }
  return derive(self, buffer, { format, itemsize: item.size, shape, strides });
}

function release(ts: ThreadState, self: View): Status {
  if (self.buffer === null) return true;
  if (self.exports > 0) {
    return raise(
      ts,
      BufferErrorType,
      `memoryview has ${self.exports} exported buffer${self.exports === 1 ? "" : "s"}`,
    );
  }
  if (self.parent === null) self.buffer.release();
  else self.parent.exports--;
  self.buffer = null;
  return true;
}

/** A getter that needs the view to be open. */
const open =
  (get: (ts: ThreadState, self: View, buffer: BufferView) => Result<Value>) =>
  (ts: ThreadState, self: View): Result<Value> => {
    const buffer = opened(ts, self);
    return buffer === null ? null : get(ts, self, buffer);
  };

function search(
  ts: ThreadState,
  self: View,
  value: Value,
  startAt: number,
  stopAt: number,
  each: (i: number) => boolean,
): Status {
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  const list = items(ts, self, buffer, 0, self.offset);
  if (list === null) return null;
  const all = (list as PyList).items;
  for (let i = startAt; i < Math.min(stopAt, all.length); i++) {
    const equal = equals(ts, all[i], value);
    if (equal === null) return null;
    if (equal && !each(i)) break;
  }
  return true;
}

/** `memoryview` (CPython `Objects/memoryobject.c`). */
export const memoryviewSpec: TypeSpec = {
  name: "memoryview",
  flags: TypeFlags.SEQUENCE | TypeFlags.HAS_WEAKREFS | TypeFlags.VAR_SIZED,
  doc: "A window on the memory of another object.",
  signature: "(object)",
  slots: {
    tp_new(ts, _cls, args, kwnames) {
      if (args.length !== 1 || (kwnames !== null && kwnames[0] !== "object")) {
        return raise(
          ts,
          TypeErrorType,
          args.length === 0
            ? "memoryview() missing required argument 'object' (pos 1)"
            : `memoryview() takes at most 1 argument (${args.length} given)`,
        );
      }
      const object = args[0];
      if (object instanceof PyMemoryView) {
        const buffer = opened(ts, object);
        return buffer === null ? null : derive(object, buffer, {});
      }
      return memoryViewOf(ts, object);
    },
    tp_repr: (ts, self: View) =>
      `<${self.buffer === null ? "released memory" : "memory"} at 0x${objectId(ts, self).toString(16)}>`,
    tp_hash(ts, self: View) {
      const buffer = opened(ts, self);
      if (buffer === null) return null;
      if (!self.readonly) return raise(ts, ValueErrorType, "cannot hash writable memoryview object");
      if (!"bBc".includes(self.format.replace("@", ""))) {
        return raise(ts, ValueErrorType, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
      }
      return hashBytes(ts, contents(self, buffer));
    },
    tp_richcompare: richCompare,
    tp_iter: open((_ts, self) => new PySequenceIterator(self)),
    sq_length: lengthOf,
    mp_length: lengthOf,
    sq_item: (ts, self: View, index: number) => subscript(ts, self, index),
    mp_subscript: subscript,
    mp_ass_subscript: assign,
    bf_getbuffer(ts, self: View, writable: boolean) {
      const buffer = opened(ts, self);
      if (buffer === null) return null;
      if (writable && self.readonly) {
        return raise(ts, BufferErrorType, "memoryview: underlying buffer is not writable");
      }
      self.exports++;
      let lent = true;
      const bytes = self.contiguous
        ? buffer.bytes.subarray(self.offset, self.offset + self.count * self.itemsize)
        : contents(self, buffer);
      return {
        owner: self,
        bytes,
        readonly: self.readonly || !self.contiguous,
        format: self.format,
        itemsize: self.itemsize,
        shape: self.shape,
        strides: self.contiguous ? self.strides : [self.itemsize],
        release() {
          if (lent) self.exports--;
          lent = false;
        },
      };
    },
  },
  methods: [
    [
      "cast",
      "($self, /, format, shape=<unrepresentable>)",
      cast,
      "A view with another item format or shape.",
    ],
    [
      "tobytes",
      "($self, /, order='C')",
      (ts, self: View) => open((_ts, view, buffer) => new PyBytes(contents(view, buffer)))(ts, self),
      "The contents as bytes.",
    ],
    [
      "tolist",
      "($self, /)",
      open((ts, self, buffer) => items(ts, self, buffer, 0, self.offset)),
      "The items as a list.",
    ],
    [
      "hex",
      "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
      (ts, self: View, sep, group) => {
        const buffer = opened(ts, self);
        return buffer === null ? null : hexMethod(ts, contents(self, buffer), sep, group);
      },
      "The contents as hexadecimal text.",
    ],
    [
      "toreadonly",
      "($self, /)",
      open((_ts, self, buffer) => derive(self, buffer, { readonly: true })),
      "A read-only view.",
    ],
    [
      "release",
      "($self, /)",
      (ts, self: View) => (release(ts, self) === null ? null : None),
      "Gives the buffer back.",
    ],
    ["__enter__", "($self, /)", open((_ts, self) => self)],
    ["__exit__", "($self, /, *exc_info)", (ts, self: View) => (release(ts, self) === null ? null : None)],
    [
      "count",
      "($self, value, /)",
      (ts, self: View, value: Value) => {
        let n = 0;
        return search(ts, self, value, 0, Number.POSITIVE_INFINITY, () => ++n > 0) === null ? null : n;
      },
      "How often a value occurs.",
    ],
    [
      "index",
      "($self, value, start=0, stop=sys.maxsize, /)",
      (ts, self: View, value: Value, start?: Value, stop?: Value) => {
        const bound = (v: Value | undefined, fallback: number): Result<number> => {
          if (v === undefined) return fallback;
          const n = toIndex(ts, v);
          return n === null ? null : Number(n) < 0 ? Math.max(0, Number(n) + self.shape[0]) : Number(n);
        };
        const from = bound(start, 0);
        if (from === null) return null;
        const to = bound(stop, Number.POSITIVE_INFINITY);
        if (to === null) return null;
        let found = -1;
        const done = search(ts, self, value, from, to, (i) => {
          found = i;
          return false;
        });
        if (done === null) return null;
        return found < 0 ? raise(ts, ValueErrorType, "memoryview.index(x): x not found") : found;
      },
      "First index of a value.",
    ],
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
    [
      "f_contiguous",
      open((_ts, self) => self.contiguous && self.shape.length <= 1),
      null,
      "One block in Fortran order?",
    ],
    ["contiguous", open((_ts, self) => self.contiguous), null, "One block?"],
  ],
};

function lengthOf(ts: ThreadState, self: View): Result<number> {
  if (opened(ts, self) === null) return null;
  return self.shape.length === 0 ? raise(ts, TypeErrorType, "0-dim memory has no length") : self.shape[0];
}
