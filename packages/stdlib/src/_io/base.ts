import {
  callMethod,
  clearPending,
  defineType,
  getAttr,
  getInstanceDict,
  iterate,
  type MethodRow,
  None,
  PyByteArray,
  PyBytes,
  PyList,
  type PyType,
  type Result,
  raise,
  repr,
  type Status,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  takePending,
  toIndex,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { ByteCollector } from "./byte-collector.js";
import { askStream, bytesArgument, isClosed, sizeArgument, unsupported } from "./common.js";
import { PyStream } from "./py-io.js";

/** Makes the `tp_new` of a stream class. */
export function streamNew<T extends PyStream>(
  make: new (cls: PyType) => T,
): (ts: ThreadState, cls: PyType) => T {
  return (_ts, cls) => new make(cls);
}

function closedError(ts: ThreadState): null {
  return raise(ts, ValueErrorType, "I/O operation on closed file.");
}

function checkClosed(ts: ThreadState, self: Value): Status {
  const closed = isClosed(ts, self);
  return closed === null ? null : closed ? closedError(ts) : true;
}

const no =
  (name: string) =>
  (ts: ThreadState): null =>
    unsupported(ts, name);

/** `close()`: flushes once, and closes even when that fails. */
function close(ts: ThreadState, self: PyStream): Result<Value> {
  if (self.closed) return None;
  const flushed = callMethod(ts, self, "flush", []);
  self.closed = true;
  return flushed === null ? null : None;
}

function reportUnfinalised(ts: ThreadState, self: Value): void {
  const exc = takePending(ts);
  const shown = repr(ts, self);
  if (shown === null) clearPending(ts);
  ts.pending = exc;
  const what = shown === null ? "object" : toJs(shown);
  ts.interp.evaluator.unraisable(ts, undefined, `Exception ignored while finalizing file ${what}`);
}

/** `__del__()`: closes a stream that can still be asked whether it is closed (CPython `iobase_finalize`). */
function finalise(ts: ThreadState, self: Value): Value {
  const closed = isClosed(ts, self);
  if (closed === null) clearPending(ts);
  else if (!closed && callMethod(ts, self, "close", []) === null) reportUnfinalised(ts, self);
  return None;
}

function readline(ts: ThreadState, self: Value, sizeValue: Value | undefined): Result<Value> {
  const size = sizeArgument(ts, sizeValue);
  if (size === null) return null;
  const peek = getAttr(ts, self, "peek");
  if (peek === null) {
    clearPending(ts);
  }
  const out = new ByteCollector();
  while (size < 0 || out.length < size) {
    let want = 1;
    if (peek !== null) {
      const peeked = callMethod(ts, self, "peek", [1]);
      if (peeked === null) return null;
      if (!(peeked instanceof PyBytes)) {
        return raise(
          ts,
          ValueErrorType,
          `peek() should have returned a bytes object, not '${typeName(peeked)}'`,
        );
      }
      if (peeked.value.length > 0) {
        const newline = peeked.value.indexOf(10);
        want = newline < 0 ? peeked.value.length : newline + 1;
        if (size >= 0) want = Math.min(want, size - out.length);
      }
    }
    const part = callMethod(ts, self, "read", [want]);
    if (part === null) return null;
    if (!(part instanceof PyBytes)) {
      return raise(ts, ValueErrorType, `read() should have returned a bytes object, not '${typeName(part)}'`);
    }
    if (part.value.length === 0) break;
    out.add(part.value);
    if (part.value[part.value.length - 1] === 10) break;
  }
  return new PyBytes(out.finish());
}

function readlines(ts: ThreadState, self: Value, hintValue: Value | undefined): Result<Value> {
  const hint = sizeArgument(ts, hintValue);
  if (hint === null) return null;
  const lines: Value[] = [];
  let total = 0;
  const done = iterate(ts, self, (line) => {
    lines.push(line);
    total += typeof line === "string" ? line.length : line instanceof PyBytes ? line.value.length : 0;
    return hint > 0 && total >= hint ? "stop" : true;
  });
  return done === null ? null : new PyList(lines);
}

const checks: readonly MethodRow[] = (
  [
    ["_checkReadable", "readable", "File or stream is not readable."],
    ["_checkWritable", "writable", "File or stream is not writable."],
    ["_checkSeekable", "seekable", "File or stream is not seekable."],
  ] as const
).map(([name, method, message]) => [
  name,
  "($self, /)",
  (ts, self: Value) => {
    const fine = askStream(ts, self, method);
    return fine === null ? null : fine ? None : unsupported(ts, message);
  },
]);

/** `_io._IOBase`. */
export const IOBaseType = defineType({
  name: "_io._IOBase",
  doc: "Base of all streams.",
  flags: TypeFlags.BASETYPE | TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS,
  slots: {
    tp_new: streamNew(PyStream),
    tp_iter: (ts, self: Value) => (checkClosed(ts, self) === null ? null : self),
    tp_iternext(ts, self: Value) {
      const line = callMethod(ts, self, "readline", []);
      if (line === null) return null;
      const empty = line === "" || (line instanceof PyBytes && line.value.length === 0);
      return empty ? undefined : line;
    },
  },
  methods: [
    ["seek", "($self, offset, whence=os.SEEK_SET, /)", no("seek"), "Changes the position."],
    ["tell", "($self, /)", (ts, self: Value) => callMethod(ts, self, "seek", [0, 1]), "The position."],
    ["truncate", "($self, size=None, /)", no("truncate"), "Cuts the stream."],
    [
      "flush",
      "($self, /)",
      (ts, self: PyStream) => (self.closed ? closedError(ts) : None),
      "Writes what is buffered.",
    ],
    ["close", "($self, /)", close, "Flushes and closes."],
    ["__del__", "($self, /)", finalise, "Closes before the stream goes away."],
    ["seekable", "($self, /)", () => false, "Can the position be changed?"],
    ["readable", "($self, /)", () => false, "Can it be read?"],
    ["writable", "($self, /)", () => false, "Can it be written?"],
    ["_checkClosed", "($self, /)", (ts, self: Value) => (checkClosed(ts, self) === null ? null : None)],
    ...checks,
    ["fileno", "($self, /)", no("fileno"), "The descriptor."],
    [
      "isatty",
      "($self, /)",
      (ts, self: Value) => (checkClosed(ts, self) === null ? null : false),
      "Is it a terminal?",
    ],
    ["__enter__", "($self, /)", (ts, self: Value) => (checkClosed(ts, self) === null ? null : self)],
    [
      "__exit__",
      "($self, /, *exc_info)",
      (ts, self: Value) => callMethod(ts, self, "close", []),
      null,
      { hidden: true },
    ],
    ["readline", "($self, size=-1, /)", readline, "A line."],
    ["readlines", "($self, hint=-1, /)", readlines, "All lines."],
    [
      "writelines",
      "($self, lines, /)",
      (ts, self: Value, lines: Value) => {
        if (checkClosed(ts, self) === null) return null;
        const done = iterate(ts, lines, (line) =>
          callMethod(ts, self, "write", [line]) === null ? null : true,
        );
        return done === null ? null : None;
      },
      "Writes all strings of an iterable.",
    ],
  ],
  getset: [
    ["__dict__", (ts, self: PyStream) => getInstanceDict(ts, self), null, null, "member"],
    ["closed", (_ts, self: PyStream) => self.closed],
  ],
});

/** `read(n)` of a raw stream through its `readinto`. */
function rawRead(ts: ThreadState, self: Value, sizeValue: Value | undefined): Result<Value> {
  const size = sizeArgument(ts, sizeValue);
  if (size === null) return null;
  if (size < 0) return callMethod(ts, self, "readall", []);
  const buffer = new PyByteArray(new Uint8Array(size));
  const count = callMethod(ts, self, "readinto", [buffer]);
  if (count === null || count === None) return count;
  const n = toIndex(ts, count);
  if (n === null) return null;
  if (n < 0 || n > size) {
    return raise(ts, ValueErrorType, `readinto returned ${n} outside buffer size ${size}`);
  }
  return new PyBytes(buffer.value.slice(0, Number(n)));
}

function rawReadAll(ts: ThreadState, self: Value): Result<Value> {
  const out = new ByteCollector();
  while (true) {
    const part = callMethod(ts, self, "read", [131072]);
    if (part === null) return null;
    if (part === None) return out.length === 0 ? None : new PyBytes(out.finish());
    if (!(part instanceof PyBytes)) return raise(ts, TypeErrorType, "read() should return bytes");
    if (part.value.length === 0) return new PyBytes(out.finish());
    out.add(part.value);
  }
}

/** `_io._RawIOBase`. */
export const RawIOBaseType = defineType({
  name: "_io._RawIOBase",
  base: IOBaseType,
  doc: "Base of raw binary streams.",
  flags: TypeFlags.BASETYPE,
  slots: { tp_new: streamNew(PyStream) },
  methods: [
    ["read", "($self, size=-1, /)", rawRead, "At most size bytes by one system call."],
    ["readall", "($self, /)", rawReadAll, "All bytes to the end."],
    [
      "readinto",
      "($self, buffer, /)",
      (ts) => raise(ts, ts.interp.builtins.getStr("NotImplementedError") as PyType, ""),
      null,
      { hidden: true },
    ],
    [
      "write",
      "($self, b, /)",
      (ts) => raise(ts, ts.interp.builtins.getStr("NotImplementedError") as PyType, ""),
      null,
      { hidden: true },
    ],
  ],
});

/** `readinto` and `readinto1` through `read` or `read1`. */
const intoThrough =
  (method: "read" | "read1") =>
  (ts: ThreadState, self: Value, target: Value): Result<Value> => {
    const size = callMethod(ts, target, "__len__", []);
    if (size === null) return null;
    const data = callMethod(ts, self, method, [size]);
    if (data === null) return null;
    const bytes = bytesArgument(ts, data);
    if (bytes === null) return null;
    return copyInto(ts, target, bytes);
  };

function copyInto(ts: ThreadState, target: Value, bytes: Uint8Array): Result<Value> {
  const type = typeof target === "object" ? target.cls : null;
  const view = type === null || type.bf_getbuffer === null ? null : type.bf_getbuffer(ts, target, 1);
  ts.pending = null;
  if (view === null)
    return raise(ts, TypeErrorType, `a read-write bytes-like object is required, not '${typeName(target)}'`);
  const count = Math.min(view.bytes.length, bytes.length);
  view.bytes.set(bytes.subarray(0, count));
  view.release();
  return count;
}

/** `_io._BufferedIOBase`. */
export const BufferedIOBaseType = defineType({
  name: "_io._BufferedIOBase",
  base: IOBaseType,
  doc: "Base of buffered binary streams.",
  flags: TypeFlags.BASETYPE,
  slots: { tp_new: streamNew(PyStream) },
  methods: [
    ["detach", "($self, /)", no("detach"), "Gives the raw stream away."],
    ["read", "($self, size=-1, /)", no("read"), "Reads bytes."],
    ["read1", "($self, size=-1, /)", no("read1"), "Reads bytes by at most one system call."],
    ["readinto", "($self, buffer, /)", intoThrough("read"), "Reads into a buffer."],
    [
      "readinto1",
      "($self, buffer, /)",
      intoThrough("read1"),
      "Reads into a buffer by at most one system call.",
    ],
    ["write", "($self, b, /)", no("write"), "Writes bytes."],
  ],
});

/** `_io._TextIOBase`. */
export const TextIOBaseType = defineType({
  name: "_io._TextIOBase",
  base: IOBaseType,
  doc: "Base of text streams.",
  flags: TypeFlags.BASETYPE,
  slots: { tp_new: streamNew(PyStream) },
  methods: [
    ["detach", "($self, /)", no("detach"), "Gives the buffer away."],
    ["read", "($self, size=-1, /)", no("read"), "Reads text."],
    ["readline", "($self, size=-1, /)", no("readline"), "Reads a line."],
    ["write", "($self, s, /)", no("write"), "Writes text."],
  ],
  getset: [
    ["encoding", () => None, null, "Encoding of the text."],
    ["newlines", () => None, null, "Line ends seen so far."],
    ["errors", () => None, null, "Error handler of the encoding."],
  ],
});
