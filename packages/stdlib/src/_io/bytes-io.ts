import {
  attributesOf,
  BUFFER_CONTIG_RO,
  BufferErrorType,
  bindKeywords,
  defineType,
  getInstanceDict,
  intArgument,
  iterate,
  type KwNames,
  MemoryErrorType,
  memoryViewOf,
  None,
  PyBytes,
  PyDict,
  PyList,
  type PyObject,
  PyTuple,
  type PyType,
  type Result,
  raise,
  releaseBuffer,
  type Status,
  sizeArgument as sizeOf,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toInt,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { BufferedIOBaseType, streamNew } from "./base.js";
import { bytesArgument, checkOpen, fillBuffer, sizeArgument } from "./common.js";
import { PyBytesIO } from "./py-io.js";

const MAX = 2 ** 32;

function mayChange(ts: ThreadState, self: PyBytesIO): Status {
  if (checkOpen(ts, self) === null) return null;
  return self.exports === 0
    ? true
    : raise(ts, BufferErrorType, "Existing exports of data: object cannot be re-sized");
}

/** Makes room for `length` bytes. */
function reserve(self: PyBytesIO, length: number): void {
  if (length <= self.buffer.length) return;
  const grown = new Uint8Array(Math.max(length + (length >> 1), 64));
  grown.set(self.buffer.subarray(0, self.length));
  self.buffer = grown;
}

function write(ts: ThreadState, self: PyBytesIO, data: Value): Result<Value> {
  if (mayChange(ts, self) === null) return null;
  const bytes = bytesArgument(ts, data, BUFFER_CONTIG_RO);
  if (bytes === null || checkOpen(ts, self) === null) return null;
  if (bytes.length === 0) return 0;
  const end = self.position + bytes.length;
  if (end > MAX) return raise(ts, MemoryErrorType, "");
  reserve(self, end);
  if (self.position > self.length) self.buffer.fill(0, self.length, self.position);
  self.buffer.set(bytes, self.position);
  self.position = end;
  self.length = Math.max(self.length, end);
  return bytes.length;
}

/** Takes at most `size` bytes, all for a negative size. */
function take(self: PyBytesIO, size: number): PyBytes {
  const start = Math.min(self.position, self.length);
  const end = size < 0 ? self.length : Math.min(self.length, start + size);
  self.position += end - start;
  return new PyBytes(self.buffer.slice(start, end));
}

function lineEnd(self: PyBytesIO): number {
  const start = Math.min(self.position, self.length);
  const at = self.buffer.indexOf(10, start);
  return at < 0 || at >= self.length ? self.length - start : at + 1 - start;
}

const read = (ts: ThreadState, self: PyBytesIO, sizeValue: Value | undefined): Result<Value> => {
  if (checkOpen(ts, self) === null) return null;
  const size = sizeArgument(ts, sizeValue);
  return size === null ? null : take(self, size);
};

function seek(
  ts: ThreadState,
  self: PyBytesIO,
  posValue: Value,
  whenceValue: Value | undefined,
): Result<Value> {
  if (checkOpen(ts, self) === null) return null;
  const pos = sizeOf(ts, posValue);
  if (pos === null) return null;
  const whence = whenceValue === undefined ? 0 : intArgument(ts, whenceValue);
  if (whence === null) return null;
  if (whence === 0 && pos < 0) return raise(ts, ValueErrorType, `negative seek value ${pos}`);
  if (whence !== 0 && whence !== 1 && whence !== 2) {
    return raise(ts, ValueErrorType, `invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  const from = whence === 0 ? 0 : whence === 1 ? self.position : self.length;
  self.position = Math.max(0, from + pos);
  return self.position;
}

function truncate(ts: ThreadState, self: PyBytesIO, sizeValue: Value | undefined): Result<Value> {
  if (mayChange(ts, self) === null) return null;
  const size = sizeValue === undefined || sizeValue === None ? self.position : sizeOf(ts, sizeValue);
  if (size === null) return null;
  if (size < 0) return raise(ts, ValueErrorType, `negative size value ${size}`);
  if (size < self.length) self.length = size;
  return size;
}

/** What `getbuffer()` lends: keeps the stream from being resized. */
class PyBytesIOBuffer implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(readonly stream: PyBytesIO) {
    this.cls = BytesIOBufferType;
  }
}

const BytesIOBufferType = defineType({
  name: "_io._BytesIOBuffer",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  methods: [releaseBuffer],
  slots: {
    bf_getbuffer(_ts, self: PyBytesIOBuffer) {
      const { stream } = self;
      stream.exports++;
      let open = true;
      return {
        owner: self,
        bytes: stream.buffer.subarray(0, stream.length),
        readonly: false,
        format: "B",
        itemsize: 1,
        shape: [stream.length],
        strides: [1],
        release() {
          if (open) stream.exports--;
          open = false;
        },
      };
    },
  },
});

function setState(ts: ThreadState, self: PyBytesIO, state: Value): Result<Value> {
  if (checkOpen(ts, self) === null) return null;
  if (!(state instanceof PyTuple) || state.items.length < 3) {
    return raise(
      ts,
      TypeErrorType,
      `${typeName(self)}.__setstate__ argument should be 3-tuple, got ${typeName(state)}`,
    );
  }
  const [initial, position, dict] = state.items;
  const bytes = bytesArgument(ts, initial, BUFFER_CONTIG_RO);
  if (bytes === null || mayChange(ts, self) === null) return null;
  const at = toInt(position);
  if (at === undefined) {
    return raise(ts, TypeErrorType, `second item of state must be an integer, not ${typeName(position)}`);
  }
  if (at < 0) return raise(ts, ValueErrorType, "position value cannot be negative");
  self.buffer = bytes.slice();
  self.length = bytes.length;
  self.position = Number(at);
  if (dict !== None) {
    if (!(dict instanceof PyDict)) {
      return raise(ts, TypeErrorType, `third item of state should be a dict, got a ${typeName(dict)}`);
    }
    const own = getInstanceDict(ts, self);
    if (own === null) return null;
    for (let i = 0; i < dict.keys.length; i++) {
      const key = dict.keys[i];
      if (key !== undefined && own.set(ts, key, dict.values[i] as Value) === null) return null;
    }
  }
  return None;
}

/** `_io.BytesIO` (CPython `Modules/_io/bytesio.c`). */
export const BytesIOType = defineType({
  name: "_io.BytesIO",
  base: BufferedIOBaseType,
  flags: TypeFlags.BASETYPE,
  doc: "Bytes in memory as a stream.",
  signature: "(initial_bytes=b'')",
  slots: {
    tp_new: streamNew(PyBytesIO),
    tp_init(ts, self: PyBytesIO, args: Value[], kwnames: KwNames) {
      const bound = bindKeywords(ts, "BytesIO", args, kwnames, ["initial_bytes"]);
      if (bound === null) return null;
      const [initial] = bound;
      if (self.exports > 0) return mayChange(ts, self);
      self.length = 0;
      self.position = 0;
      self.closed = false;
      if (initial === undefined || initial === None) return true;
      const bytes = bytesArgument(ts, initial, BUFFER_CONTIG_RO);
      if (bytes === null) return null;
      self.buffer = bytes.slice();
      self.length = bytes.length;
      return true;
    },
    tp_iternext(ts, self: PyBytesIO) {
      if (checkOpen(ts, self) === null) return null;
      const n = lineEnd(self);
      return n <= 0 ? undefined : take(self, n);
    },
  },
  methods: [
    ["read", "($self, size=-1, /)", read, "Reads bytes."],
    ["read1", "($self, size=-1, /)", read, "Reads bytes."],
    [
      "readline",
      "($self, size=-1, /)",
      (ts, self: PyBytesIO, sizeValue) => {
        if (checkOpen(ts, self) === null) return null;
        const size = sizeArgument(ts, sizeValue);
        if (size === null) return null;
        const n = lineEnd(self);
        return take(self, size >= 0 ? Math.min(size, n) : n);
      },
      "Reads a line.",
    ],
    [
      "readlines",
      "($self, size=None, /)",
      (ts, self: PyBytesIO, sizeValue) => {
        if (checkOpen(ts, self) === null) return null;
        const limit = sizeArgument(ts, sizeValue);
        if (limit === null) return null;
        const lines: Value[] = [];
        let total = 0;
        for (let n = lineEnd(self); n > 0; n = lineEnd(self)) {
          lines.push(take(self, n));
          total += n;
          if (limit > 0 && total >= limit) break;
        }
        return new PyList(lines);
      },
      "Reads all lines.",
    ],
    [
      "readinto",
      "($self, buffer, /)",
      (ts, self: PyBytesIO, target: Value) => {
        if (checkOpen(ts, self) === null) return null;
        return fillBuffer(ts, "readinto", target, (into) => {
          const { value } = take(self, into.length);
          into.set(value);
          return value.length;
        });
      },
      "Reads into a buffer.",
    ],
    ["write", "($self, b, /)", write, "Writes bytes."],
    [
      "writelines",
      "($self, lines, /)",
      (ts, self: PyBytesIO, lines: Value) => {
        if (checkOpen(ts, self) === null) return null;
        const done = iterate(ts, lines, (line) => (write(ts, self, line) === null ? null : true));
        return done === null ? null : None;
      },
      "Writes all bytes of an iterable.",
    ],
    ["seek", "($self, pos, whence=0, /)", seek, "Changes the position."],
    [
      "tell",
      "($self, /)",
      (ts, self: PyBytesIO) => (checkOpen(ts, self) === null ? null : self.position),
      "The position.",
    ],
    ["truncate", "($self, size=None, /)", truncate, "Cuts the contents."],
    [
      "getvalue",
      "($self, /)",
      (ts, self: PyBytesIO) =>
        checkOpen(ts, self) === null ? null : new PyBytes(self.buffer.slice(0, self.length)),
      "All contents.",
    ],
    [
      "getbuffer",
      "($self, /)",
      (ts, self: PyBytesIO) =>
        checkOpen(ts, self) === null ? null : memoryViewOf(ts, new PyBytesIOBuffer(self)),
      "A view of the contents.",
    ],
    [
      "close",
      "($self, /)",
      (ts, self: PyBytesIO) => {
        if (self.exports > 0) return mayChange(ts, self) as null;
        self.closed = true;
        self.buffer = new Uint8Array(0);
        self.length = 0;
        return None;
      },
      "Gives the contents up.",
    ],
    [
      "flush",
      "($self, /)",
      (ts, self: PyBytesIO) => (checkOpen(ts, self) === null ? null : None),
      "Does nothing.",
    ],
    [
      "isatty",
      "($self, /)",
      (ts, self: PyBytesIO) => (checkOpen(ts, self) === null ? null : false),
      "False.",
    ],
    ["readable", "($self, /)", (ts, self: PyBytesIO) => checkOpen(ts, self), "True."],
    ["writable", "($self, /)", (ts, self: PyBytesIO) => checkOpen(ts, self), "True."],
    ["seekable", "($self, /)", (ts, self: PyBytesIO) => checkOpen(ts, self), "True."],
    [
      "__getstate__",
      "($self, /)",
      (ts, self: PyBytesIO) => {
        if (checkOpen(ts, self) === null) return null;
        const inst = attributesOf(self);
        const dict = inst === null ? None : getInstanceDict(ts, self);
        if (dict === null) return null;
        return new PyTuple([
          new PyBytes(self.buffer.slice(0, self.length)),
          self.position,
          dict instanceof PyDict ? dict.copy() : None,
        ]);
      },
    ],
    ["__setstate__", "($self, object, /)", setState],
    ["__sizeof__", "($self, /)", (_ts, self: PyBytesIO) => 96 + self.buffer.length],
  ],
  getset: [["closed", (_ts, self: PyBytesIO) => self.closed, null, "True if the file is closed."]],
});
export { BytesIOBufferType };
