import { ByteArrayType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { sizeArgument, toSize } from "../../core/numbers.js";
import type { Result, Status, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { byteContents, byteValue } from "../bytes/byte-text.js";
import { bytesFromIterable, bytesFromObject, constructBytes } from "../bytes/construct.js";
import { byteMethods } from "../bytes/methods.js";
import { PyByteArray, PyBytes } from "../bytes/py-bytes.js";
import { bytesRepr } from "../bytes/repr.js";
import { repeatBytes } from "../bytes/search.js";
import { bufferBytes, byteSlots, byteSubscript, remainder } from "../bytes/slots.js";
import { warnConversion } from "../bytes/warning.js";
import {
  BufferErrorType,
  IndexErrorType,
  MemoryErrorType,
  TypeErrorType,
  ValueErrorType,
} from "../exceptions/exception-types.js";
import { PyBytesIterator } from "../iterators/bytes-iterator.js";
import { releaseBuffer } from "../memoryview/release-buffer.js";
import { None } from "../none/singletons.js";
import { unpackSlice } from "../slice/indices.js";
import { PySlice } from "../slice/py-slice.js";
import { asStr } from "../str/as-str.js";
import { textOfUnits } from "../str/py-str.js";
import { PyTuple } from "../tuple/py-tuple.js";

/** Refuses a change of size while buffers are lent out, `more` of them than are counted. */
function mayResize(ts: ThreadState, self: PyByteArray, more = 0): Status {
  return self.exports + more === 0
    ? true
    : raise(ts, BufferErrorType, "Existing exports of data: object cannot be re-sized");
}

/** Replaces the bytes from `start` to `end` by others. */
function splice(ts: ThreadState, self: PyByteArray, start: number, end: number, bytes: Uint8Array): Status {
  const removed = end - start;
  const length = self.length - removed + bytes.length;
  if (length !== self.length) {
    if (mayResize(ts, self) === null) return null;
    const old = self.buffer;
    let buffer = old;
    if (length > old.length) {
      // Grown by an eighth, as CPython does.
      buffer = new Uint8Array(length + (length >> 3) + (length < 9 ? 3 : 6));
      buffer.set(old.subarray(0, start));
    }
    buffer.set(old.subarray(end, self.length), start + bytes.length);
    self.buffer = buffer;
    self.length = length;
  }
  self.buffer.set(bytes, start);
  return true;
}

/** `self[key] = value`, or `del self[key]` with `undefined`. */
function setItem(ts: ThreadState, self: PyByteArray, key: Value, value: Value | undefined): Status {
  if (key instanceof PySlice) return setSlice(ts, self, key, value);
  if (typeOf(key).nb_index === null) {
    return raise(ts, TypeErrorType, `bytearray indices must be integers or slices, not ${typeName(key)}`);
  }
  const index = toSize(ts, key);
  if (index === null) return null;
  // The value may change the array.
  const byte = value === undefined ? 0 : byteValue(ts, value);
  if (byte === null) return null;
  const at = index < 0 ? index + self.length : index;
  if (at < 0 || at >= self.length) return raise(ts, IndexErrorType, "bytearray index out of range");
  if (value === undefined) return splice(ts, self, at, at + 1, new Uint8Array(0));
  self.buffer[at] = byte;
  return true;
}

function setSlice(ts: ThreadState, self: PyByteArray, key: PySlice, value: Value | undefined): Status {
  const range = unpackSlice(ts, key);
  if (range === null) return null;
  let bytes: Uint8Array | null;
  if (value === undefined) bytes = new Uint8Array(0);
  else {
    const direct = byteContents(value);
    if (direct !== undefined) bytes = direct.slice();
    else {
      const type = typeOf(value);
      if (
        asStr(value) !== undefined ||
        type.nb_index !== null ||
        type.nb_int !== null ||
        type.nb_float !== null
      ) {
        return raise(
          ts,
          TypeErrorType,
          "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
        );
      }
      bytes = bytesFromObject(ts, value, false);
    }
  }
  if (bytes === null) return null;
  // Both the slice and the bytes may have changed the array.
  range.adjust(self.length);
  if (range.step === 1) return splice(ts, self, range.start, range.start + range.count, bytes);
  if (bytes.length === 0) {
    if (range.count === 0) return true;
    if (mayResize(ts, self) === null) return null;
    const gone = new Set<number>();
    for (let i = 0, at = range.start; i < range.count; i++, at += range.step) gone.add(at);
    self.buffer = self.value.filter((_, i) => !gone.has(i));
    self.length = self.buffer.length;
    return true;
  }
  if (bytes.length !== range.count) {
    return raise(
      ts,
      ValueErrorType,
      `attempt to assign bytes of size ${bytes.length} to extended slice of size ${range.count}`,
    );
  }
  for (let i = 0, at = range.start; i < range.count; i++, at += range.step) self.buffer[at] = bytes[i];
  return true;
}

/** Inserts a byte before an index, which is cut to the length that the array has when the byte is known. */
function insertAt(ts: ThreadState, self: PyByteArray, index: number, item: Value): Result<Value> {
  const byte = byteValue(ts, item);
  if (byte === null) return null;
  const at = index < 0 ? Math.max(0, index + self.length) : Math.min(index, self.length);
  return splice(ts, self, at, at, Uint8Array.of(byte)) === null ? null : None;
}

function extend(ts: ThreadState, self: PyByteArray, source: Value): Result<Value> {
  let bytes = bufferBytes(ts, source);
  if (bytes === null) return null;
  if (bytes === undefined) {
    const type = typeOf(source);
    if (typeof source === "string") {
      return raise(ts, TypeErrorType, "expected iterable of integers; got: 'str'");
    }
    if (type.tp_iter === null && type.sq_item === null) {
      return raise(ts, TypeErrorType, `can't extend bytearray with ${typeName(source)}`);
    }
    bytes = bytesFromIterable(ts, source, "byte must be in range(0, 256)");
    if (bytes === null) return null;
  }
  // Its own contents are copied before they move.
  const copy = bytes.slice();
  return splice(ts, self, self.length, self.length, copy) === null ? null : None;
}

function pop(ts: ThreadState, self: PyByteArray, indexValue: Value | undefined): Result<Value> {
  const index = indexValue === undefined ? -1 : sizeArgument(ts, indexValue);
  if (index === null) return null;
  if (self.length === 0) return raise(ts, IndexErrorType, "pop from empty bytearray");
  const at = index < 0 ? index + self.length : index;
  if (at < 0 || at >= self.length) return raise(ts, IndexErrorType, "pop index out of range");
  const byte = self.buffer[at];
  return splice(ts, self, at, at + 1, new Uint8Array(0)) === null ? null : byte;
}

function remove(ts: ThreadState, self: PyByteArray, item: Value): Result<Value> {
  const byte = byteValue(ts, item);
  if (byte === null) return null;
  const at = self.value.indexOf(byte);
  if (at < 0) return raise(ts, ValueErrorType, "value not found in bytearray");
  return splice(ts, self, at, at + 1, new Uint8Array(0)) === null ? null : None;
}

function resize(ts: ThreadState, self: PyByteArray, sizeValue: Value): Result<Value> {
  const size = sizeArgument(ts, sizeValue);
  if (size === null) return null;
  if (size < 0) return raise(ts, ValueErrorType, `Can only resize to positive sizes, got ${size}`);
  if (size > 2 ** 32) return raise(ts, MemoryErrorType, "");
  const done =
    size <= self.length
      ? splice(ts, self, size, self.length, new Uint8Array(0))
      : splice(ts, self, self.length, self.length, new Uint8Array(size - self.length));
  return done === null ? null : None;
}

/** Bytes of memory, with the null that C wants behind the last one. */
const allocated = (self: PyByteArray): number => (self.buffer.length === 0 ? 0 : self.buffer.length + 1);

function reduce(ts: ThreadState, self: PyByteArray, protocolValue: Value = 2): Result<Value> {
  const protocol = toSize(ts, protocolValue);
  const state = protocol === null ? null : callMethod(ts, self, "__getstate__", []);
  if (protocol === null || state === null) return null;
  const args =
    protocol >= 3
      ? self.length === 0
        ? []
        : [new PyBytes(self.value.slice())]
      : self.length === 0
        ? []
        : [textOfUnits(self.value), "latin-1"];
  return new PyTuple([self.cls, new PyTuple(args), state]);
}

/** `bytearray` (CPython `Objects/bytearrayobject.c`). */
export const bytearraySpec: TypeSpec = {
  name: "bytearray",
  flags: TypeFlags.BASETYPE,
  doc: "bytearray(text, encoding), bytearray(count), bytearray(buffer) or bytearray(ints): a mutable sequence of bytes.",
  slots: {
    ...byteSlots,
    nb_remainder: remainder(ByteArrayType),
    tp_new: (_ts, cls: PyType) => new PyByteArray(new Uint8Array(0), cls),
    tp_init(ts, self: PyByteArray, args, kwnames) {
      // It is emptied before anything is made of the arguments.
      const empty = (): Status => self.length === 0 || splice(ts, self, 0, self.length, new Uint8Array(0));
      const bytes = constructBytes(ts, "bytearray", args, kwnames, empty);
      if (bytes === null || (self.length > 0 && mayResize(ts, self) === null)) return null;
      self.buffer = bytes;
      self.length = bytes.length;
      return true;
    },
    tp_repr: (_ts, self: PyByteArray) => `${self.cls.name}(${bytesRepr(self.value, true)})`,
    tp_str: (ts, self: PyByteArray) =>
      warnConversion(ts, "bytearray") && `${self.cls.name}(${bytesRepr(self.value, true)})`,
    tp_hash: null,
    tp_iter: (_ts, self: PyByteArray) => new PyBytesIterator(self),
    sq_inplace_concat(ts, self: PyByteArray, other: Value) {
      const bytes = bufferBytes(ts, other);
      if (bytes === null) return null;
      if (bytes === undefined) {
        return raise(ts, TypeErrorType, `can't concat ${typeName(other)} to ${typeName(self)}`);
      }
      // The operand's buffer is lent out while this grows, even if it is its own.
      if (other === self && self.length > 0 && mayResize(ts, self, 1) === null) return null;
      return splice(ts, self, self.length, self.length, bytes.slice()) === null ? null : self;
    },
    sq_inplace_repeat(ts, self: PyByteArray, count: number) {
      const unit = self.value.slice();
      if (unit.length * count > 2 ** 32) return raise(ts, MemoryErrorType, "");
      const out = repeatBytes(unit, Math.max(0, count));
      return splice(ts, self, 0, self.length, out) === null ? null : self;
    },
    mp_subscript: (ts, self: PyByteArray, key: Value) =>
      byteSubscript(ts, self, key, "bytearray", "bytearray index out of range"),
    mp_ass_subscript: setItem,
    bf_getbuffer(_ts, self: PyByteArray) {
      self.exports++;
      let open = true;
      return {
        owner: self,
        bytes: self.value,
        readonly: false,
        format: "B",
        itemsize: 1,
        shape: [self.length],
        strides: [1],
        release() {
          if (open) self.exports--;
          open = false;
        },
      };
    },
  },
  methods: [
    ...byteMethods,
    releaseBuffer,
    [
      "append",
      "($self, item, /)",
      (ts, self: PyByteArray, item: Value) => insertAt(ts, self, Number.POSITIVE_INFINITY, item),
      "Appends a byte.",
    ],
    [
      "insert",
      "($self, index, item, /)",
      (ts, self: PyByteArray, indexValue: Value, item: Value) => {
        const index = sizeArgument(ts, indexValue);
        return index === null ? null : insertAt(ts, self, index, item);
      },
      "Inserts a byte before an index.",
    ],
    ["extend", "($self, iterable_of_ints, /)", extend, "Appends all bytes of an iterable or buffer."],
    ["pop", "($self, index=-1, /)", pop, "Removes and returns a byte."],
    ["remove", "($self, value, /)", remove, "Removes the first occurrence of a byte."],
    [
      "reverse",
      "($self, /)",
      (_ts, self: PyByteArray) => {
        self.value.reverse();
        return None;
      },
      "Reverses in place.",
    ],
    [
      "clear",
      "($self, /)",
      (ts, self: PyByteArray) => (splice(ts, self, 0, self.length, new Uint8Array(0)) === null ? null : None),
      "Removes all bytes.",
    ],
    ["copy", "($self, /)", (_ts, self: PyByteArray) => new PyByteArray(self.value.slice()), "A copy."],
    ["resize", "($self, size, /)", resize, "Cuts, or fills up with zeros."],
    ["__alloc__", "($self, /)", (_ts, self: PyByteArray) => allocated(self), "Bytes of room."],
    ["__reduce__", "($self, /)", reduce, "For pickling."],
    ["__reduce_ex__", "($self, proto=0, /)", reduce, "For pickling."],
    ["__sizeof__", "($self, /)", (_ts, self: PyByteArray) => 56 + allocated(self), "Size in bytes."],
  ],
};
