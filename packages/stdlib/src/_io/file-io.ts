import {
  asStr,
  bindKeywords,
  call,
  callMethod,
  clearPending,
  defineType,
  fsDecode,
  getOptionalAttr,
  isTrue,
  type KwNames,
  None,
  PyBytes,
  type PyType,
  type Result,
  raise,
  repr,
  type Status,
  setAttr,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toIndex,
  toInt,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { errnoOf } from "../errno/numbers.js";
import { attempt, isHostError, persist, raiseErrno } from "../os-error.js";
import { RawIOBaseType, streamNew } from "./base.js";
import { ByteCollector } from "./byte-collector.js";
import { bytesArgument, fillBuffer, sizeArgument, unsupported } from "./common.js";
import { PyFileIO } from "./py-io.js";

/** POSIX `O_*` bits in Linux's numbers. */
const O = {
  RDONLY: 0,
  WRONLY: 1,
  RDWR: 2,
  CREAT: 0x40,
  EXCL: 0x80,
  TRUNC: 0x200,
  APPEND: 0x400,
  CLOEXEC: 0x80000,
} as const;

const S_IFMT = 0xf000;
const S_IFDIR = 0x4000;

function badMode(ts: ThreadState): null {
  return raise(
    ts,
    ValueErrorType,
    "Must have exactly one of create/read/write/append mode and at most one plus",
  );
}

/** Sets what a mode allows, and answers the flags for `open`. */
function parseMode(ts: ThreadState, self: PyFileIO, mode: string): Result<number> {
  let flags = 0;
  let kind = "";
  let plus = false;
  for (const c of mode) {
    switch (c) {
      case "x":
      case "r":
      case "w":
      case "a":
        if (kind !== "") return badMode(ts);
        kind = c;
        break;
      case "b":
        break;
      case "+":
        if (plus) return badMode(ts);
        plus = true;
        break;
      default:
        return raise(ts, ValueErrorType, `invalid mode: ${mode}`);
    }
  }
  if (kind === "") return badMode(ts);
  self.readable = kind === "r" || plus;
  self.writable = kind !== "r" || plus;
  self.created = kind === "x";
  self.appending = kind === "a";
  if (kind === "x") flags |= O.EXCL | O.CREAT;
  else if (kind === "w") flags |= O.CREAT | O.TRUNC;
  else if (kind === "a") flags |= O.CREAT | O.APPEND;
  flags |= self.readable && self.writable ? O.RDWR : self.readable ? O.RDONLY : O.WRONLY;
  return flags | O.CLOEXEC;
}

function init(ts: ThreadState, self: PyFileIO, args: Value[], kwnames: KwNames): Status {
  const bound = bindKeywords(ts, "FileIO", args, kwnames, ["file", "mode", "closefd", "opener"], 1);
  if (bound === null) return null;
  const [file, modeValue, closefdValue, opener] = bound as [
    Value,
    Value | undefined,
    Value | undefined,
    Value | undefined,
  ];
  const modeText = modeValue === undefined ? "r" : asStr(modeValue);
  if (modeText === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `FileIO() argument 'mode' must be str, not ${typeName(modeValue as Value)}`,
    );
  }
  const closefd = closefdValue === undefined ? true : isTrue(ts, closefdValue);
  if (closefd === null) return null;
  if (self.fd >= 0 && closeDescriptor(ts, self) === null) return null;
  self.fd = -1;
  let fd = toInt(file);
  if (fd !== undefined) {
    if (typeof file === "boolean") {
      const category = ts.interp.builtins.getStr("RuntimeWarning") as PyType;
      if (ts.interp.evaluator.warn(ts, category, "bool is used as a file descriptor", 1) === null)
        return null;
    }
    if (fd < 0) return raise(ts, ValueErrorType, "negative file descriptor");
  }
  const flags = parseMode(ts, self, toJs(modeText));
  if (flags === null) return null;
  self.seekable = null;
  self.closed = false;
  if (fd !== undefined) {
    self.fd = Number(fd);
    self.closefd = closefd;
  } else {
    const path = fsDecode(ts, file);
    if (path === null) return null;
    self.closefd = true;
    if (!closefd) return raise(ts, ValueErrorType, "Cannot use closefd=False with file name");
    if (opener === undefined || opener === None) {
      const opened = attempt(ts, () => ts.interp.host.files.open(path, flags, 0o666), file);
      if (opened === null) return null;
      self.fd = opened;
    } else {
      const answer = call(ts, opener, [file, flags]);
      if (answer === null) return null;
      fd = toInt(answer);
      if (fd === undefined) return raise(ts, TypeErrorType, "expected integer from opener");
      if (fd < 0) return raise(ts, ValueErrorType, `opener returned ${fd}`);
      self.fd = Number(fd);
    }
  }
  const stat = attempt(ts, () => ts.interp.host.files.fstat(self.fd), file);
  if (stat === null) {
    if (toInt(file) !== undefined) self.fd = -1;
    return null;
  }
  if ((stat.mode & S_IFMT) === S_IFDIR) {
    if (toInt(file) === undefined && closeDescriptor(ts, self) === null) return null;
    self.fd = -1;
    return raiseErrno(ts, errnoOf("EISDIR"), file);
  }
  if (setAttr(ts, self, "name", file) === null) return null;
  if (self.appending) attempt(ts, () => ts.interp.host.files.seek(self.fd, 0, 2)) ?? clearPending(ts);
  return true;
}

function closeDescriptor(ts: ThreadState, self: PyFileIO): Status {
  const { fd } = self;
  if (fd < 0) return true;
  self.fd = -1;
  return attempt(ts, () => {
    ts.interp.host.files.close(fd);
    return true as const;
  });
}

function close(ts: ThreadState, self: PyFileIO): Result<Value> {
  if (self.closed) return None;
  const flushed = callMethod(ts, self, "flush", []);
  self.closed = true;
  if (self.closefd) {
    const done = closeDescriptor(ts, self);
    if (done === null) return null;
  } else self.fd = -1;
  return flushed === null ? null : None;
}

function checkReadable(ts: ThreadState, self: PyFileIO): Status {
  if (self.fd < 0) return raise(ts, ValueErrorType, "I/O operation on closed file");
  return self.readable ? true : unsupported(ts, "File not open for reading");
}

/** An operation that answers `undefined` where it would have to wait for a descriptor that is not to be waited for. */
function unlessBusy(ts: ThreadState, operation: () => number): Result<number | undefined> {
  return persist(ts, () => {
    try {
      return operation();
    } catch (error) {
      if (isHostError(error) && error.code === "EAGAIN") return undefined;
      throw error;
    }
  });
}

/** Reads at most so many bytes. @returns their number, `undefined` if there are none yet */
export function readFile(ts: ThreadState, self: PyFileIO, into: Uint8Array): Result<number | undefined> {
  if (checkReadable(ts, self) === null) return null;
  return unlessBusy(ts, () => ts.interp.host.files.read(self.fd, into, null));
}

/** All bytes to the end, or that there are now; `undefined` if there are none yet. */
export function readAllFile(ts: ThreadState, self: PyFileIO): Result<Uint8Array | undefined> {
  if (checkReadable(ts, self) === null) return null;
  const out = new ByteCollector();
  let size = 65536;
  const { files } = ts.interp.host;
  try {
    // One more byte than there is left tells the end by the first read.
    size = Math.max(4096, files.fstat(self.fd).size - files.seek(self.fd, 0, 1) + 1);
  } catch {
    // A pipe or terminal has no size.
  }
  while (true) {
    const into = new Uint8Array(size);
    const count = readFile(ts, self, into);
    if (count === null) return null;
    if (count === undefined && out.length === 0) return undefined;
    if (!count) return out.finish();
    out.add(count === size ? into : into.slice(0, count));
    size = Math.max(65536, Math.min(out.length, 2 ** 24));
  }
}

/** Writes bytes. @returns how many were written, `undefined` if there is no room now */
export function writeFile(ts: ThreadState, self: PyFileIO, bytes: Uint8Array): Result<number | undefined> {
  if (self.fd < 0) return raise(ts, ValueErrorType, "I/O operation on closed file");
  if (!self.writable) return unsupported(ts, "File not open for writing");
  if (bytes.length === 0) return 0;
  return unlessBusy(ts, () => ts.interp.host.files.write(self.fd, bytes, null));
}

/** Moves the position of the descriptor. */
export function seekFile(ts: ThreadState, self: PyFileIO, offset: number, whence: number): Result<number> {
  if (self.fd < 0) return raise(ts, ValueErrorType, "I/O operation on closed file");
  if (whence < 0 || whence > 2) return raiseErrno(ts, errnoOf("EINVAL"));
  return attempt(ts, () => ts.interp.host.files.seek(self.fd, offset, whence as 0 | 1 | 2));
}

/** Can the descriptor's position be changed? */
export function fileSeekable(ts: ThreadState, self: PyFileIO): Result<boolean> {
  if (self.fd < 0) return raise(ts, ValueErrorType, "I/O operation on closed file");
  if (self.seekable === null) {
    try {
      ts.interp.host.files.seek(self.fd, 0, 1);
      self.seekable = true;
    } catch {
      self.seekable = false;
    }
  }
  return self.seekable;
}

function truncate(ts: ThreadState, self: PyFileIO, sizeValue: Value | undefined): Result<Value> {
  if (self.fd < 0) return raise(ts, ValueErrorType, "I/O operation on closed file");
  if (!self.writable) return unsupported(ts, "File not open for writing");
  let size: number | null;
  if (sizeValue === undefined || sizeValue === None) size = seekFile(ts, self, 0, 1);
  else {
    const n = toIndex(ts, sizeValue);
    size = n === null ? null : Number(n);
  }
  if (size === null) return null;
  const length = size;
  const done = attempt(ts, () => {
    ts.interp.host.files.truncate(self.fd, length);
    return true;
  });
  return done === null ? null : length;
}

/** `mode` as `open` would take it. */
function modeOf(self: PyFileIO): string {
  if (self.created) return self.readable ? "xb+" : "xb";
  if (self.appending) return self.readable ? "ab+" : "ab";
  return self.readable ? (self.writable ? "rb+" : "rb") : "wb";
}

function show(ts: ThreadState, self: PyFileIO): Result<Value> {
  if (self.fd < 0) return strFromJs(`<${typeName(self)} [closed]>`);
  const name = getOptionalAttr(ts, self, "name");
  if (name === null) return null;
  const closefd = self.closefd ? "True" : "False";
  if (name === undefined) {
    return strFromJs(`<${typeName(self)} fd=${self.fd} mode='${modeOf(self)}' closefd=${closefd}>`);
  }
  const text = repr(ts, name);
  return text === null
    ? null
    : strFromJs(`<${typeName(self)} name=${toJs(text)} mode='${modeOf(self)}' closefd=${closefd}>`);
}

/** A getter or method that needs an open descriptor. */
const whenOpen =
  (answer: (ts: ThreadState, self: PyFileIO) => Result<Value>) =>
  (ts: ThreadState, self: PyFileIO): Result<Value> =>
    self.fd < 0 ? raise(ts, ValueErrorType, "I/O operation on closed file") : answer(ts, self);

/** What was read, None if nothing was there yet. */
const bytesOrNone = (bytes: Uint8Array | undefined): Value =>
  bytes === undefined ? None : new PyBytes(bytes);

/** `_io.FileIO` (CPython `Modules/_io/fileio.c`). */
export const FileIOType = defineType({
  name: "_io.FileIO",
  base: RawIOBaseType,
  flags: TypeFlags.BASETYPE,
  doc: "A raw stream on a file.",
  signature: "(file, mode='r', closefd=True, opener=None)",
  slots: { tp_new: streamNew(PyFileIO), tp_init: init, tp_repr: show },
  methods: [
    [
      "read",
      "($self, size=-1, /)",
      (ts, self: PyFileIO, sizeValue) => {
        const size = sizeArgument(ts, sizeValue);
        if (size === null) return null;
        if (size < 0) {
          const all = readAllFile(ts, self);
          return all === null ? null : bytesOrNone(all);
        }
        const into = new Uint8Array(size);
        const count = readFile(ts, self, into);
        if (count === null || count === undefined) return count === null ? null : None;
        return new PyBytes(count === size ? into : into.slice(0, count));
      },
      "At most size bytes by one system call.",
    ],
    [
      "readall",
      "($self, /)",
      (ts, self: PyFileIO) => {
        const all = readAllFile(ts, self);
        return all === null ? null : bytesOrNone(all);
      },
      "All bytes to the end.",
    ],
    [
      "readinto",
      "($self, buffer, /)",
      (ts, self: PyFileIO, target: Value) =>
        fillBuffer(ts, "readinto", target, (into) => {
          const count = readFile(ts, self, into);
          return count === undefined ? -1 : count;
        }),
      "Reads into a buffer.",
    ],
    [
      "write",
      "($self, b, /)",
      (ts, self: PyFileIO, data: Value) => {
        const bytes = bytesArgument(ts, data);
        const count = bytes === null ? null : writeFile(ts, self, bytes);
        return count === undefined ? None : count;
      },
      "Writes bytes by one system call.",
    ],
    [
      "seek",
      "($self, pos, whence=0, /)",
      (ts, self: PyFileIO, pos: Value, whenceValue: Value | undefined) => {
        const offset = toIndex(ts, pos);
        if (offset === null) return null;
        const whence = whenceValue === undefined ? 0 : toIndex(ts, whenceValue);
        return whence === null ? null : seekFile(ts, self, Number(offset), Number(whence));
      },
      "Changes the position.",
    ],
    ["tell", "($self, /)", (ts, self: PyFileIO) => seekFile(ts, self, 0, 1), "The position."],
    ["truncate", "($self, size=None, /)", truncate, "Cuts the file."],
    ["close", "($self, /)", close, "Closes the descriptor."],
    ["seekable", "($self, /)", fileSeekable, "Can the position be changed?"],
    ["readable", "($self, /)", whenOpen((_ts, self) => self.readable), "Can it be read?"],
    ["writable", "($self, /)", whenOpen((_ts, self) => self.writable), "Can it be written?"],
    ["fileno", "($self, /)", whenOpen((_ts, self) => self.fd), "The descriptor."],
    [
      "isatty",
      "($self, /)",
      whenOpen((ts, self) => attempt(ts, () => ts.interp.host.files.isatty(self.fd))),
      "Is it a terminal?",
    ],
    [
      "_isatty_open_only",
      "($self, /)",
      whenOpen((ts, self) => attempt(ts, () => ts.interp.host.files.isatty(self.fd))),
    ],
    ["_dealloc_warn", "($self, object, /)", () => None],
    [
      "__getstate__",
      "($self, /)",
      (ts, self: PyFileIO) => raise(ts, TypeErrorType, `cannot pickle '${typeName(self)}' instances`),
    ],
  ],
  getset: [
    ["closed", (_ts, self: PyFileIO) => self.closed || self.fd < 0, null, "True if the file is closed"],
    ["closefd", (_ts, self: PyFileIO) => self.closefd, null, "Is the descriptor closed with it?"],
    ["mode", (_ts, self: PyFileIO) => modeOf(self), null, "String giving the file mode"],
    [
      "_blksize",
      (_ts, self: PyFileIO) => self.blockSize,
      (_ts, self: PyFileIO, v) => {
        self.blockSize = Number(v === undefined ? 0 : (toInt(v) ?? 0));
        return true;
      },
    ],
    [
      "_finalizing",
      (_ts, self: PyFileIO) => self.finalizing,
      (_ts, self: PyFileIO, v) => {
        self.finalizing = v === true;
        return true;
      },
    ],
  ],
});
