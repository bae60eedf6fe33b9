import {
  bindKeywords,
  callMethod,
  defineType,
  type GetSetRow,
  getAttr,
  getOptionalAttr,
  type KwNames,
  type MethodRow,
  None,
  OSErrorType,
  PyByteArray,
  PyBytes,
  type PyType,
  type Result,
  raise,
  repr,
  type Status,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toIndex,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { BufferedIOBaseType, streamNew } from "./base.js";
import { ByteCollector } from "./byte-collector.js";
import { askStream, bytesArgument, fillBuffer, isClosed, sizeArgument, unsupported } from "./common.js";
import { FileIOType, fileSeekable, readAllFile, readFile, seekFile, writeFile } from "./file-io.js";
import { PyBuffered, type PyFileIO } from "./py-io.js";

/** `io.DEFAULT_BUFFER_SIZE`. */
export const DEFAULT_BUFFER_SIZE = 131072;

const EMPTY = new Uint8Array(0);

/** The raw stream. ValueError when there is none. */
function rawOf(ts: ThreadState, self: PyBuffered): Result<Value> {
  if (self.raw === undefined) return raise(ts, ValueErrorType, "I/O operation on uninitialized object");
  return self.raw ?? raise(ts, ValueErrorType, "raw stream has been detached");
}

/** The raw stream when it is a plain FileIO, whose host calls can be made directly. */
function plainFile(raw: Value): PyFileIO | null {
  return typeof raw === "object" && raw.cls === FileIOType ? (raw as PyFileIO) : null;
}

function checkUsable(ts: ThreadState, self: PyBuffered, message: string): Result<Value> {
  const raw = rawOf(ts, self);
  if (raw === null) return null;
  const file = plainFile(raw);
  const closed = file !== null ? file.closed || file.fd < 0 : isClosed(ts, raw);
  if (closed === null) return null;
  return closed ? raise(ts, ValueErrorType, message) : raw;
}

/** One read of the raw stream: at most so many bytes; empty at the end, -1 in `undefined` when it would block. */
function rawRead(ts: ThreadState, raw: Value, size: number): Result<Uint8Array | undefined> {
  const file = plainFile(raw);
  if (file !== null) {
    const into = new Uint8Array(size);
    const count = readFile(ts, file, into);
    return count === null || count === undefined ? count : into.subarray(0, count);
  }
  const buffer = new PyByteArray(new Uint8Array(size));
  const answer = callMethod(ts, raw, "readinto", [buffer]);
  if (answer === null) return null;
  if (answer === None) return undefined;
  const count = toIndex(ts, answer);
  if (count === null) return null;
  if (count < 0 || count > size) {
    return raise(
      ts,
      OSErrorType,
      `raw readinto() returned invalid length ${count} (should have been between 0 and ${size})`,
    );
  }
  return buffer.value.slice(0, Number(count));
}

/** One write to the raw stream. @returns bytes written, `undefined` when it would block */
function rawWrite(ts: ThreadState, raw: Value, bytes: Uint8Array): Result<number | undefined> {
  const file = plainFile(raw);
  if (file !== null) return writeFile(ts, file, bytes);
  const answer = callMethod(ts, raw, "write", [new PyBytes(bytes.slice())]);
  if (answer === null) return null;
  if (answer === None) return undefined;
  const count = toIndex(ts, answer);
  if (count === null) return null;
  if (count < 0 || count > bytes.length) {
    return raise(
      ts,
      OSErrorType,
      `raw write() returned invalid length ${count} (should have been between 0 and ${bytes.length})`,
    );
  }
  return Number(count);
}

function rawSeek(ts: ThreadState, raw: Value, offset: number, whence: number): Result<number> {
  const file = plainFile(raw);
  if (file !== null) return seekFile(ts, file, offset, whence);
  const answer = callMethod(ts, raw, "seek", [offset, whence]);
  if (answer === null) return null;
  const at = toIndex(ts, answer);
  if (at === null) return null;
  return at < 0 ? raise(ts, OSErrorType, `Raw stream returned invalid position ${at}`) : Number(at);
}

/** Passes on everything that was written. */
export function flushPending(ts: ThreadState, self: PyBuffered, raw: Value): Status {
  let from = 0;
  while (from < self.pendingLength) {
    const count = rawWrite(ts, raw, self.pending.subarray(from, self.pendingLength));
    if (count === null || count === undefined) {
      self.pending.copyWithin(0, from, self.pendingLength);
      self.pendingLength -= from;
      if (count === null) return null;
      return raise(
        ts,
        ts.interp.builtins.getStr("BlockingIOError") as PyType,
        "write could not complete without blocking",
      );
    }
    from += count;
  }
  self.pendingLength = 0;
  return true;
}

/** Before writing: what was read ahead is given back. */
function rewind(ts: ThreadState, self: PyBuffered, raw: Value): Status {
  const ahead = self.chunk.length - self.at;
  self.chunk = EMPTY;
  self.at = 0;
  if (ahead === 0) return true;
  return rawSeek(ts, raw, -ahead, 1) === null ? null : true;
}

/** Takes bytes: `size` of them, fewer only at the end; all for a negative size. */
export function readBuffered(
  ts: ThreadState,
  self: PyBuffered,
  size: number,
): Result<Uint8Array | undefined> {
  const raw = checkUsable(ts, self, "read of closed file");
  if (raw === null || flushPending(ts, self, raw) === null) return null;
  const left = self.chunk.length - self.at;
  if (size >= 0 && size <= left) {
    const taken = self.chunk.subarray(self.at, self.at + size);
    self.at += size;
    return taken;
  }
  const out = new ByteCollector();
  if (left > 0) out.add(self.chunk.subarray(self.at));
  self.chunk = EMPTY;
  self.at = 0;
  if (size < 0) {
    const file = plainFile(raw);
    if (file !== null) {
      const rest = readAllFile(ts, file);
      if (rest === null) return null;
      if (rest === undefined) return out.length === 0 ? undefined : out.finish();
      out.add(rest);
      return out.finish();
    }
    const readall = getOptionalAttr(ts, raw, "readall");
    if (readall === null) return null;
    if (readall !== undefined) {
      const rest = callMethod(ts, raw, "readall", []);
      if (rest === null) return null;
      if (rest === None) return out.length === 0 ? undefined : out.finish();
      if (!(rest instanceof PyBytes)) return raise(ts, TypeErrorType, "readall() should return bytes");
      out.add(rest.value);
      return out.finish();
    }
  }
  while (size < 0 || out.length < size) {
    const want = size < 0 ? self.bufferSize : Math.max(self.bufferSize, size - out.length);
    const part = rawRead(ts, raw, want);
    if (part === null) return null;
    if (part === undefined) return out.length === 0 ? undefined : out.finish();
    if (part.length === 0) break;
    if (size >= 0 && part.length > size - out.length) {
      const need = size - out.length;
      out.add(part.subarray(0, need));
      self.chunk = part;
      self.at = need;
    } else out.add(part);
  }
  return out.finish();
}

/** Fills the buffer when it is empty, and answers what it holds without taking it. */
export function peekBuffered(ts: ThreadState, self: PyBuffered, size: number): Result<Uint8Array> {
  const raw = checkUsable(ts, self, "peek of closed file");
  if (raw === null || flushPending(ts, self, raw) === null) return null;
  if (self.at === self.chunk.length) {
    const part = rawRead(ts, raw, Math.max(size, self.bufferSize));
    if (part === null) return null;
    self.chunk = part ?? EMPTY;
    self.at = 0;
  }
  return self.chunk.subarray(self.at);
}

/** Takes at most `size` bytes with at most one read of the raw stream. */
export function read1Buffered(ts: ThreadState, self: PyBuffered, size: number): Result<Uint8Array> {
  if (checkUsable(ts, self, "read of closed file") === null) return null;
  if (size === 0) return EMPTY;
  const ready = peekBuffered(ts, self, 1);
  if (ready === null) return null;
  const count = size < 0 ? ready.length : Math.min(size, ready.length);
  self.at += count;
  return ready.subarray(0, count);
}

/** Adds bytes to what is to be written. */
export function writeBuffered(ts: ThreadState, self: PyBuffered, bytes: Uint8Array): Status {
  const raw = checkUsable(ts, self, "write to closed file");
  if (raw === null || rewind(ts, self, raw) === null) return null;
  if (self.pendingLength + bytes.length > self.bufferSize) {
    if (flushPending(ts, self, raw) === null) return null;
    if (bytes.length > self.bufferSize) {
      for (let from = 0; from < bytes.length; ) {
        const count = rawWrite(ts, raw, bytes.subarray(from));
        if (count === null) return null;
        if (count === undefined) {
          return raise(
            ts,
            ts.interp.builtins.getStr("BlockingIOError") as PyType,
            "write could not complete without blocking",
          );
        }
        from += count;
      }
      return true;
    }
  }
  if (self.pendingLength + bytes.length > self.pending.length) {
    const grown = new Uint8Array(
      Math.min(self.bufferSize, Math.max(4096, (self.pendingLength + bytes.length) * 2)),
    );
    grown.set(self.pending.subarray(0, self.pendingLength));
    self.pending = grown;
  }
  self.pending.set(bytes, self.pendingLength);
  self.pendingLength += bytes.length;
  return true;
}

/** A line, its end included; at most `size` bytes unless that is negative. */
function readlineBuffered(ts: ThreadState, self: PyBuffered, size: number): Result<Uint8Array> {
  const out = new ByteCollector();
  while (size < 0 || out.length < size) {
    const ready = peekBuffered(ts, self, 1);
    if (ready === null) return null;
    if (ready.length === 0) break;
    const newline = ready.indexOf(10);
    let count = newline < 0 ? ready.length : newline + 1;
    if (size >= 0) count = Math.min(count, size - out.length);
    out.add(ready.subarray(0, count));
    self.at += count;
    if (newline >= 0 && newline < count) break;
  }
  return out.finish();
}

/** Position of the stream as the program sees it. */
export function tellBuffered(ts: ThreadState, self: PyBuffered): Result<number> {
  const raw = rawOf(ts, self);
  if (raw === null) return null;
  const at = rawSeek(ts, raw, 0, 1);
  if (at === null) return null;
  return at - (self.chunk.length - self.at) + self.pendingLength;
}

/** Moves the position. */
export function seekBuffered(
  ts: ThreadState,
  self: PyBuffered,
  offset: number,
  whence: number,
): Result<number> {
  if (whence < 0 || whence > 2) return raise(ts, ValueErrorType, `whence value ${whence} unsupported`);
  const raw = checkUsable(ts, self, "seek of closed file");
  if (raw === null) return null;
  const file = plainFile(raw);
  const seekable = file !== null ? fileSeekable(ts, file) : askStream(ts, raw, "seekable");
  if (seekable === null) return null;
  if (!seekable) return unsupported(ts, "File or stream is not seekable.");
  if (flushPending(ts, self, raw) === null) return null;
  const relative = whence === 1 ? offset - (self.chunk.length - self.at) : offset;
  self.chunk = EMPTY;
  self.at = 0;
  return rawSeek(ts, raw, relative, whence);
}

function flush(ts: ThreadState, self: PyBuffered): Result<Value> {
  const raw = checkUsable(ts, self, "flush of closed file");
  if (raw === null || flushPending(ts, self, raw) === null) return null;
  if (self.readable && self.writable && rewind(ts, self, raw) === null) return null;
  if (self.writable && plainFile(raw) === null) return callMethod(ts, raw, "flush", []);
  return None;
}

function close(ts: ThreadState, self: PyBuffered): Result<Value> {
  const raw = rawOf(ts, self);
  if (raw === null) return null;
  const closed = isClosed(ts, raw);
  if (closed === null) return null;
  if (closed) return None;
  const flushed = callMethod(ts, self, "flush", []);
  const pending = flushed === null ? ts.pending : null;
  if (pending !== null) ts.pending = null;
  self.pendingLength = 0;
  const done = callMethod(ts, raw, "close", []);
  if (pending !== null && done !== null) ts.pending = pending;
  return pending !== null ? null : done;
}

/** Calls the same method of the raw stream. */
const delegate =
  (name: string) =>
  (ts: ThreadState, self: PyBuffered): Result<Value> => {
    const raw = rawOf(ts, self);
    return raw === null ? null : callMethod(ts, raw, name, []);
  };

const attribute =
  (name: string) =>
  (ts: ThreadState, self: PyBuffered): Result<Value> => {
    const raw = rawOf(ts, self);
    return raw === null ? null : getAttr(ts, raw, name);
  };

const toBytes = (bytes: Result<Uint8Array | undefined>): Result<Value> =>
  bytes === null ? null : bytes === undefined ? None : new PyBytes(bytes.slice());

const readers: readonly MethodRow[] = [
  [
    "read",
    "($self, size=-1, /)",
    (ts, self: PyBuffered, sizeValue: Value | undefined) => {
      const n = sizeValue === undefined || sizeValue === None ? -1 : toIndex(ts, sizeValue);
      if (n === null) return null;
      if (n < -1) return raise(ts, ValueErrorType, "read length must be non-negative or -1");
      return toBytes(readBuffered(ts, self, Number(n)));
    },
    "Reads bytes.",
  ],
  [
    "read1",
    "($self, size=-1, /)",
    (ts, self: PyBuffered, sizeValue) => {
      const size = sizeArgument(ts, sizeValue);
      return size === null ? null : toBytes(read1Buffered(ts, self, size < 0 ? self.bufferSize : size));
    },
    "Reads bytes by at most one system call.",
  ],
  [
    "readinto",
    "($self, buffer, /)",
    (ts, self: PyBuffered, target: Value) =>
      fillBuffer(ts, "readinto", target, (into) => {
        const bytes = readBuffered(ts, self, into.length);
        if (bytes === null) return null;
        if (bytes === undefined) return -1;
        into.set(bytes);
        return bytes.length;
      }),
    "Reads into a buffer.",
  ],
  [
    "readinto1",
    "($self, buffer, /)",
    (ts, self: PyBuffered, target: Value) =>
      fillBuffer(ts, "readinto1", target, (into) => {
        const bytes = read1Buffered(ts, self, into.length);
        if (bytes === null) return null;
        into.set(bytes);
        return bytes.length;
      }),
    "Reads into a buffer by at most one system call.",
  ],
  [
    "readline",
    "($self, size=-1, /)",
    (ts, self: PyBuffered, sizeValue) => {
      const size = sizeArgument(ts, sizeValue);
      return size === null ? null : toBytes(readlineBuffered(ts, self, size));
    },
    "Reads a line.",
  ],
  [
    "peek",
    "($self, size=0, /)",
    (ts, self: PyBuffered) => toBytes(peekBuffered(ts, self, 1)),
    "What can be read without a system call, not taken.",
  ],
];

const writers: readonly MethodRow[] = [
  [
    "write",
    "($self, buffer, /)",
    (ts, self: PyBuffered, data: Value) => {
      if (typeof data === "string")
        return raise(ts, TypeErrorType, "a bytes-like object is required, not 'str'");
      const bytes = bytesArgument(ts, data);
      if (bytes === null) return null;
      return writeBuffered(ts, self, bytes) === null ? null : bytes.length;
    },
    "Writes bytes.",
  ],
];

const common: readonly MethodRow[] = [
  ["flush", "($self, /)", flush, "Writes what is buffered."],
  ["close", "($self, /)", close, "Flushes and closes."],
  [
    "detach",
    "($self, /)",
    (ts, self: PyBuffered) => {
      const raw = rawOf(ts, self);
      if (raw === null || callMethod(ts, self, "flush", []) === null) return null;
      self.raw = null;
      return raw;
    },
    "Gives the raw stream away.",
  ],
  ["seekable", "($self, /)", delegate("seekable"), "Can the position be changed?"],
  ["fileno", "($self, /)", delegate("fileno"), "The descriptor."],
  ["isatty", "($self, /)", delegate("isatty"), "Is it a terminal?"],
  ["tell", "($self, /)", tellBuffered, "The position."],
  [
    "seek",
    "($self, target, whence=0, /)",
    (ts, self: PyBuffered, target: Value, whenceValue: Value | undefined) => {
      const offset = toIndex(ts, target);
      if (offset === null) return null;
      const whence = whenceValue === undefined ? 0 : toIndex(ts, whenceValue);
      return whence === null ? null : seekBuffered(ts, self, Number(offset), Number(whence));
    },
    "Changes the position.",
  ],
  [
    "truncate",
    "($self, pos=None, /)",
    (ts, self: PyBuffered, pos: Value | undefined) => {
      const raw = checkUsable(ts, self, "truncate of closed file");
      if (raw === null) return null;
      if (!self.writable) return unsupported(ts, "truncate");
      if (flushPending(ts, self, raw) === null) return null;
      const at = pos === undefined || pos === None ? tellBuffered(ts, self) : pos;
      if (at === null || rewind(ts, self, raw) === null) return null;
      return callMethod(ts, raw, "truncate", [at]);
    },
    "Cuts the stream.",
  ],
  ["_dealloc_warn", "($self, source, /)", () => None],
  [
    "__getstate__",
    "($self, /)",
    (ts, self: PyBuffered) => raise(ts, TypeErrorType, `cannot pickle '${typeName(self)}' instances`),
  ],
  ["__sizeof__", "($self, /)", (_ts, self: PyBuffered) => 200 + self.bufferSize],
];

const getset: readonly GetSetRow[] = [
  ["raw", (_ts, self: PyBuffered) => self.raw ?? None, null, "The raw stream."],
  ["closed", attribute("closed")],
  ["name", attribute("name"), null, "Name of the raw stream."],
  ["mode", attribute("mode"), null, "Mode of the raw stream."],
  [
    "_finalizing",
    (_ts, self: PyBuffered) => self.finalizing,
    (_ts, self: PyBuffered, v) => {
      self.finalizing = v === true;
      return true;
    },
  ],
];

function show(ts: ThreadState, self: PyBuffered): Result<Value> {
  const name =
    self.raw === undefined || self.raw === null ? undefined : getOptionalAttr(ts, self.raw, "name");
  if (name === null) return null;
  if (name === undefined) return strFromJs(`<${typeName(self)}>`);
  const text = repr(ts, name);
  return text === null ? null : strFromJs(`<${typeName(self)} name=${toJs(text)}>`);
}

function initBuffered(
  ts: ThreadState,
  self: PyBuffered,
  name: string,
  args: Value[],
  kwnames: KwNames,
  readable: boolean,
  writable: boolean,
): Status {
  const bound = bindKeywords(ts, name, args, kwnames, ["raw", "buffer_size"], 1);
  if (bound === null) return null;
  const [raw, sizeValue] = bound;
  const size = sizeValue === undefined ? DEFAULT_BUFFER_SIZE : toIndex(ts, sizeValue);
  if (size === null) return null;
  const needs = [
    readable ? "readable" : "",
    writable ? "writable" : "",
    readable && writable ? "seekable" : "",
  ];
  for (const method of needs) {
    if (method === "") continue;
    const fine = askStream(ts, raw as Value, method);
    if (fine === null) return null;
    if (!fine) return unsupported(ts, `File or stream is not ${method}.`);
  }
  if (size <= 0) return raise(ts, ValueErrorType, "buffer size must be strictly positive");
  return attachBuffer(self, raw as Value, Number(size), readable, writable);
}

/** Puts a buffer over a raw stream that is known to be fit. */
export function attachBuffer(
  self: PyBuffered,
  raw: Value,
  size: number,
  readable: boolean,
  writable: boolean,
): true {
  self.raw = raw;
  self.bufferSize = size;
  self.readable = readable;
  self.writable = writable;
  self.chunk = EMPTY;
  self.at = 0;
  self.pending = EMPTY;
  self.pendingLength = 0;
  return true;
}

function bufferedType(name: string, doc: string, readable: boolean, writable: boolean): PyType {
  return defineType({
    name: `_io.${name}`,
    base: BufferedIOBaseType,
    flags: TypeFlags.BASETYPE,
    doc,
    signature: "(raw, buffer_size=DEFAULT_BUFFER_SIZE)",
    slots: {
      tp_new: streamNew(PyBuffered),
      tp_init: (ts, self: PyBuffered, args, kwnames) =>
        initBuffered(ts, self, name, args, kwnames, readable, writable),
      tp_repr: show,
      ...(readable && {
        tp_iternext(ts: ThreadState, self: PyBuffered) {
          const line = readlineBuffered(ts, self, -1);
          return line === null ? null : line.length === 0 ? undefined : new PyBytes(line.slice());
        },
      }),
    },
    methods: [
      ...common,
      ...(readable ? readers : []),
      ...(writable ? writers : []),
      ...(readable ? [["readable", "($self, /)", delegate("readable"), "Can it be read?"] as MethodRow] : []),
      ...(writable
        ? [["writable", "($self, /)", delegate("writable"), "Can it be written?"] as MethodRow]
        : []),
    ],
    getset,
  });
}

/** `_io.BufferedReader`. */
export const BufferedReaderType = bufferedType(
  "BufferedReader",
  "A buffer over a raw stream that is read.",
  true,
  false,
);
/** `_io.BufferedWriter`. */
export const BufferedWriterType = bufferedType(
  "BufferedWriter",
  "A buffer over a raw stream that is written.",
  false,
  true,
);
/** `_io.BufferedRandom`. */
export const BufferedRandomType = bufferedType(
  "BufferedRandom",
  "A buffer over a raw stream that is read and written.",
  true,
  true,
);
