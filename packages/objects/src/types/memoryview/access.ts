import { raise, typeName } from "../../core/errors.js";
import { toSize } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import type { BufferView } from "../../core/slots.js";
import { BUFFER_FULL_RO } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { typeOf } from "../../core/type-of.js";
import {
  IndexErrorType,
  NotImplementedErrorType,
  TypeErrorType,
  ValueErrorType,
} from "../exceptions/exception-types.js";
import { PyList } from "../list/py-list.js";
import { Ellipsis } from "../none/singletons.js";
import { sliceIndices } from "../slice/indices.js";
import { PySlice } from "../slice/py-slice.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { itemFormat, prepareItem } from "./item-format.js";
import { type Layout, type Loan, PyMemoryView } from "./py-memory-view.js";

/*
 * Reading and writing items of memoryviews, with one or more indices and slices.
 */

/** The lent buffer. ValueError once released: ask again after Python code has run. */
export function opened(ts: ThreadState, self: PyMemoryView): Result<BufferView> {
  return self.loan?.buffer ?? raise(ts, ValueErrorType, "operation forbidden on released memoryview object");
}

/** Makes a memoryview of an object with a buffer. TypeError when it has none. */
export function memoryViewOf(ts: ThreadState, object: Value): Result<PyMemoryView> {
  if (object instanceof PyMemoryView) return opened(ts, object) === null ? null : derive(object, {});
  const getBuffer = typeOf(object).bf_getbuffer;
  if (getBuffer === null) {
    return raise(ts, TypeErrorType, `memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  }
  const buffer = getBuffer(ts, object, BUFFER_FULL_RO);
  return buffer === null ? null : PyMemoryView.over(buffer);
}

/** Another view on the same loan, with a layout that differs in parts. The view is open. */
export function derive(self: PyMemoryView, layout: Partial<Layout>): PyMemoryView {
  return new PyMemoryView(self.loan as Loan, {
    format: layout.format ?? self.format,
    itemsize: layout.itemsize ?? self.itemsize,
    shape: layout.shape ?? self.shape,
    strides: layout.strides ?? self.strides,
    offset: layout.offset ?? self.offset,
    readonly: layout.readonly ?? self.readonly,
  });
}

/** All bytes, the last index running fastest, or the first one with `fortran`. */
export function contents(self: PyMemoryView, buffer: BufferView, fortran = false): Uint8Array {
  if (fortran ? self.fortran : self.contiguous) {
    return buffer.bytes.slice(self.offset, self.offset + self.count * self.itemsize);
  }
  const order = self.shape.map((_n, i) => (fortran ? self.shape.length - 1 - i : i));
  const out = new Uint8Array(self.count * self.itemsize);
  let to = 0;
  const walk = (depth: number, at: number): void => {
    if (depth === order.length) {
      out.set(buffer.bytes.subarray(at, at + self.itemsize), to);
      to += self.itemsize;
      return;
    }
    const dimension = order[depth];
    for (let i = 0; i < self.shape[dimension]; i++) walk(depth + 1, at + i * self.strides[dimension]);
  };
  walk(0, self.offset);
  return out;
}

const dataView = (buffer: BufferView): DataView =>
  new DataView(buffer.bytes.buffer, buffer.bytes.byteOffset, buffer.bytes.byteLength);

/** NotImplementedError: a format that is not one of `struct`'s native ones. */
export function unsupportedFormat(ts: ThreadState, self: PyMemoryView): null {
  return raise(ts, NotImplementedErrorType, `memoryview: format ${self.format} not supported`);
}

/** The items from a dimension on as nested lists; for the dimension behind the last, the item at `at`. */
export function items(
  ts: ThreadState,
  self: PyMemoryView,
  buffer: BufferView,
  dimension: number,
  at: number,
): Result<Value> {
  const format = itemFormat(self.format);
  if (format === undefined) return unsupportedFormat(ts, self);
  const view = dataView(buffer);
  const build = (depth: number, from: number): Value => {
    if (depth === self.shape.length) return format.read(view, from);
    const list: Value[] = [];
    for (let i = 0; i < self.shape[depth]; i++) list.push(build(depth + 1, from + i * self.strides[depth]));
    return new PyList(list);
  };
  return build(dimension, at);
}

/** The item at an index of a view of one dimension; `undefined` behind the last. */
export function itemAt(ts: ThreadState, self: PyMemoryView, index: number): Result<Value | undefined> {
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  return index < self.shape[0]
    ? items(ts, self, buffer, 1, self.offset + index * self.strides[0])
    : undefined;
}

/** Offset of the item that indices name, one for each dimension. */
function offsetOf(ts: ThreadState, self: PyMemoryView, indices: readonly Value[]): Result<number> {
  const dimensions = self.shape.length;
  if (indices.length > dimensions) {
    return raise(
      ts,
      TypeErrorType,
      `cannot index ${dimensions}-dimension view with ${indices.length}-element tuple`,
    );
  }
  let at = self.offset;
  for (let i = 0; i < indices.length; i++) {
    const index = toSize(ts, indices[i]);
    if (index === null) return null;
    const n = index < 0 ? index + self.shape[i] : index;
    if (n < 0 || n >= self.shape[i]) {
      return raise(ts, IndexErrorType, `index out of bounds on dimension ${i + 1}`);
    }
    at += n * self.strides[i];
  }
  return at;
}

const isIndex = (v: Value): boolean => typeOf(v).nb_index !== null;
const isSlice = (v: Value): boolean => v instanceof PySlice;
const isIndices = (v: Value): v is PyTuple => v instanceof PyTuple && v.items.every(isIndex);
const isSlices = (v: Value): boolean => v instanceof PyTuple && v.items.length > 0 && v.items.every(isSlice);
const isWhole = (v: Value): boolean => v === Ellipsis || (v instanceof PyTuple && v.items.length === 0);

function sliced(ts: ThreadState, self: PyMemoryView, loan: Loan, key: PySlice): Result<PyMemoryView> {
  const range = sliceIndices(ts, key, self.shape[0]);
  if (range === null) return null;
  // The loan is the one from before: `__index__` of a bound may have released the view, and CPython goes on.
  return new PyMemoryView(loan, {
    ...layoutOf(self),
    shape: [range.count, ...self.shape.slice(1)],
    strides: [self.strides[0] * range.step, ...self.strides.slice(1)],
    offset: self.offset + range.start * self.strides[0],
  });
}

const layoutOf = ({ format, itemsize, shape, strides, offset, readonly }: PyMemoryView): Layout => ({
  format,
  itemsize,
  shape,
  strides,
  offset,
  readonly,
});

/** `view[key]` (CPython `memory_subscript`). */
export function subscript(ts: ThreadState, self: PyMemoryView, key: Value): Result<Value> {
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  const dimensions = self.shape.length;
  if (dimensions === 0) {
    if (key === Ellipsis) return self;
    return isWhole(key)
      ? items(ts, self, buffer, 0, self.offset)
      : raise(ts, TypeErrorType, "invalid indexing of 0-dim memory");
  }
  if (key instanceof PySlice) return sliced(ts, self, self.loan as Loan, key);
  let indices: readonly Value[];
  if (isIndex(key)) {
    if (dimensions > 1) {
      return raise(ts, NotImplementedErrorType, "multi-dimensional sub-views are not implemented");
    }
    indices = [key];
  } else if (isIndices(key)) {
    if (key.items.length < dimensions) {
      return raise(ts, NotImplementedErrorType, "sub-views are not implemented");
    }
    indices = key.items;
  } else if (isSlices(key)) {
    return raise(ts, NotImplementedErrorType, "multi-dimensional slicing is not implemented");
  } else return raise(ts, TypeErrorType, "memoryview: invalid slice key");
  const at = offsetOf(ts, self, indices);
  if (at === null) return null;
  const current = opened(ts, self);
  return current === null ? null : items(ts, self, current, dimensions, at);
}

/** `view[key] = value`, `del view[key]` (CPython `memory_ass_sub`). */
export function assign(ts: ThreadState, self: PyMemoryView, key: Value, value: Value | undefined): Status {
  if (opened(ts, self) === null) return null;
  if (itemFormat(self.format) === undefined) return unsupportedFormat(ts, self);
  if (self.readonly) return raise(ts, TypeErrorType, "cannot modify read-only memory");
  if (value === undefined) return raise(ts, TypeErrorType, "cannot delete memory");
  const dimensions = self.shape.length;
  if (dimensions === 0) {
    return isWhole(key)
      ? assignItem(ts, self, self.offset, value)
      : raise(ts, TypeErrorType, "invalid indexing of 0-dim memory");
  }
  if (key instanceof PySlice && dimensions === 1) return assignSlice(ts, self, key, value);
  let indices: readonly Value[];
  if (isIndex(key)) indices = [key];
  else if (isIndices(key)) indices = key.items;
  else if (isSlice(key) || isSlices(key)) {
    return raise(
      ts,
      NotImplementedErrorType,
      "memoryview slice assignments are currently restricted to ndim = 1",
    );
  } else return raise(ts, TypeErrorType, "memoryview: invalid slice key");
  if (indices.length < dimensions) {
    return raise(ts, NotImplementedErrorType, "sub-views are not implemented");
  }
  const at = offsetOf(ts, self, indices);
  return at === null ? null : assignItem(ts, self, at, value);
}

function assignItem(ts: ThreadState, self: PyMemoryView, at: number, value: Value): Status {
  const write = prepareItem(ts, self.format, value);
  if (write === null) return null;
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  write(dataView(buffer), at);
  return true;
}

function assignSlice(ts: ThreadState, self: PyMemoryView, key: PySlice, value: Value): Status {
  const getBuffer = typeOf(value).bf_getbuffer;
  if (getBuffer === null) {
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(value)}'`);
  }
  const source = memoryViewOf(ts, value);
  if (source === null) return null;
  const done = copySlice(ts, self, key, source);
  release(source);
  return done;
}

function copySlice(ts: ThreadState, self: PyMemoryView, key: PySlice, source: PyMemoryView): Status {
  const range = sliceIndices(ts, key, self.shape[0]);
  if (range === null) return null;
  const buffer = opened(ts, self);
  if (buffer === null) return null;
  if (
    source.format.replace("@", "") !== self.format.replace("@", "") ||
    source.shape.length !== 1 ||
    source.shape[0] !== range.count
  ) {
    return raise(ts, ValueErrorType, "memoryview assignment: lvalue and rvalue have different structures");
  }
  const { itemsize } = self;
  // Copied first: both may lie in the same memory.
  const bytes = contents(source, (source.loan as Loan).buffer);
  let to = self.offset + range.start * self.strides[0];
  for (let i = 0; i < range.count; i++, to += range.step * self.strides[0]) {
    buffer.bytes.set(bytes.subarray(i * itemsize, (i + 1) * itemsize), to);
  }
  return true;
}

/** Gives up a view's share of the loan; it has lent nothing onwards. */
export function release(self: PyMemoryView): void {
  const { loan } = self;
  if (loan === null) return;
  self.loan = null;
  if (--loan.views === 0) loan.buffer.release();
}
