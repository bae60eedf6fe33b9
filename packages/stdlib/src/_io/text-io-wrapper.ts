import {
  asStr,
  bindKeywords,
  callMethod,
  concat,
  defineType,
  getAttr,
  getOptionalAttr,
  isTrue,
  type KwNames,
  None,
  OSErrorType,
  PyBytes,
  type PyType,
  type Result,
  raise,
  repr,
  type Status,
  type Str,
  strFromJs,
  strLength,
  substring,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  indexOf as textIndexOf,
  toIndex,
  toInt,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { streamNew, TextIOBaseType } from "./base.js";
import { read1Buffered, readBuffered, tellBuffered, writeBuffered } from "./buffered.js";
import { askStream, bytesArgument, isClosed, optionalText, unsupported } from "./common.js";
import { NewlineTranslator, newlinesShown } from "./newline-decoder.js";
import { type NewlineMode, newlineMode, PyBuffered, PyStream } from "./py-io.js";
import { findLineEnd } from "./string-io.js";
import { type TextCodec, textCodec } from "./text-codec.js";

const CHUNK = 8192;
/** Text waits until there are so many bytes of it. */
const WRITE_LIMIT = 8192;

/** What files are read and written in where nothing else is said. */
const LOCALE_ENCODING = "UTF-8";

/** Text over a buffered binary stream. */
export class PyTextIOWrapper extends PyStream {
  /** `undefined` before `__init__`, `null` once detached. */
  buffer: Value | null | undefined = undefined;
  encoding = "utf-8";
  errors = "strict";
  lineBuffering = false;
  writeThrough = false;
  mode: NewlineMode = newlineMode(null);
  codec!: TextCodec;
  translator: NewlineTranslator | null = null;
  /** Decoded text, taken up to `at`. */
  decoded: Str = "";
  at = 0;
  /** The bytes that `decoded` came from since the last snapshot, with what waited in the decoder before them. */
  chunk: Uint8Array[] = [];
  chunkTaken = 0;
  /** Text to be written. */
  pending: string[] = [];
  pendingWide: Str[] = [];
  pendingLength = 0;
  chunkSize = CHUNK;
  seekable = false;
  /** `tell()` is not possible while the stream is iterated over. */
  telling = true;
  hasEncoded = false;
}

type Self = PyTextIOWrapper;

function bufferOf(ts: ThreadState, self: Self): Result<Value> {
  if (self.buffer === undefined) return raise(ts, ValueErrorType, "I/O operation on uninitialized object");
  return self.buffer ?? raise(ts, ValueErrorType, "underlying buffer has been detached");
}

/** The buffer when it is one of the native classes themselves. */
function native(buffer: Value): PyBuffered | null {
  return buffer instanceof PyBuffered && (buffer.cls.flags & TypeFlags.HEAP) === 0 ? buffer : null;
}

function open(ts: ThreadState, self: Self): Result<Value> {
  const buffer = bufferOf(ts, self);
  if (buffer === null) return null;
  const closed = isClosed(ts, self.cls === TextIOWrapperType ? buffer : self);
  if (closed === null) return null;
  return closed ? raise(ts, ValueErrorType, "I/O operation on closed file.") : buffer;
}

function setNewline(ts: ThreadState, self: Self, newline: string | null): Status {
  if (newline !== null && !["", "\n", "\r", "\r\n"].includes(newline)) {
    return raise(ts, ValueErrorType, `illegal newline value: ${newline}`);
  }
  self.mode = newlineMode(newline);
  self.translator = self.mode.universal ? new NewlineTranslator(self.mode.translate) : null;
  return true;
}

function init(ts: ThreadState, self: Self, args: Value[], kwnames: KwNames): Status {
  const names = ["buffer", "encoding", "errors", "newline", "line_buffering", "write_through"];
  const bound = bindKeywords(ts, "TextIOWrapper", args, kwnames, names, 1);
  if (bound === null) return null;
  const [buffer, encodingValue, errorsValue, newlineValue, lineValue, throughValue] = bound;
  const encoding = optionalText(ts, "TextIOWrapper", "encoding", encodingValue);
  if (encoding === null) return null;
  const errors = optionalText(ts, "TextIOWrapper", "errors", errorsValue);
  if (errors === null) return null;
  const newline = optionalText(ts, "TextIOWrapper", "newline", newlineValue);
  if (newline === null) return null;
  const line = lineValue === undefined ? false : isTrue(ts, lineValue);
  if (line === null) return null;
  const through = throughValue === undefined ? false : isTrue(ts, throughValue);
  if (through === null) return null;
  return attachText(ts, self, buffer as Value, {
    encoding: encoding === undefined || encoding === "locale" ? LOCALE_ENCODING : toJs(encoding),
    errors: errors === undefined ? "strict" : toJs(errors),
    newline: newline === undefined ? null : toJs(newline),
    lineBuffering: line,
    writeThrough: through,
  });
}

/** Puts a text stream over a buffer. */
export function attachText(
  ts: ThreadState,
  self: Self,
  buffer: Value,
  options: {
    encoding: string;
    errors: string;
    newline: string | null;
    lineBuffering: boolean;
    writeThrough: boolean;
  },
): Status {
  const codec = textCodec(ts, options.encoding, options.errors);
  if (codec === null || setNewline(ts, self, options.newline) === null) return null;
  const seekable = askStream(ts, buffer, "seekable");
  if (seekable === null) return null;
  self.buffer = buffer;
  self.codec = codec;
  self.encoding = options.encoding;
  self.errors = options.errors;
  self.lineBuffering = options.lineBuffering;
  self.writeThrough = options.writeThrough;
  self.seekable = seekable;
  self.telling = seekable;
  self.closed = false;
  forget(self);
  return true;
}

function forget(self: Self): void {
  self.decoded = "";
  self.at = 0;
  self.chunk = [];
  self.chunkTaken = 0;
}

/** Passes pending text on to the buffer. */
function flushText(ts: ThreadState, self: Self, buffer: Value): Status {
  if (self.pending.length === 0 && self.pendingWide.length === 0) return true;
  let text: Str = self.pending.join("");
  for (const wide of self.pendingWide) text = concat(text, wide);
  self.pending = [];
  self.pendingWide = [];
  self.pendingLength = 0;
  const bytes = self.codec.encode(ts, text);
  return bytes === null ? null : passBytes(ts, buffer, bytes);
}

function passBytes(ts: ThreadState, buffer: Value, bytes: Uint8Array): Status {
  const direct = native(buffer);
  if (direct?.writable) return writeBuffered(ts, direct, bytes);
  return callMethod(ts, buffer, "write", [new PyBytes(bytes)]) === null ? null : true;
}

/** Writes text (the hot path of `print`). */
export function writeText(ts: ThreadState, self: Self, text: Str): Status {
  const buffer = open(ts, self);
  if (buffer === null) return null;
  let out: Str = text;
  const hasNewline =
    typeof text === "string" ? text.includes("\n") : textIndexOf(text, "\n", 0, strLength(text)) >= 0;
  if (hasNewline && self.mode.writeAs !== null)
    out = strFromJs(toJs(text).replaceAll("\n", self.mode.writeAs));
  if (!self.hasEncoded) {
    self.hasEncoded = true;
    if (self.seekable && !/^(utf-?8|ascii|latin-?1)$/i.test(self.encoding)) {
      const at = callMethod(ts, buffer, "tell", []);
      if (at === null || self.codec.startEncoding(ts, at === 0) === null) return null;
    }
  }
  if (typeof out === "string" && self.pendingWide.length === 0 && isAscii(out)) self.pending.push(out);
  else {
    // What can't be encoded is told by the write that brings it.
    const bytes = self.codec.encode(ts, out);
    if (bytes === null || flushText(ts, self, buffer) === null || passBytes(ts, buffer, bytes) === null)
      return null;
  }
  self.pendingLength += strLength(out);
  const through = self.writeThrough || self.lineBuffering;
  if (through || self.pendingLength >= WRITE_LIMIT) {
    if (flushText(ts, self, buffer) === null) return null;
  }
  if (self.lineBuffering && (hasNewline || (typeof text === "string" && text.includes("\r")))) {
    if (callMethod(ts, buffer, "flush", []) === null) return null;
  }
  if (self.decoded !== "" || self.chunk.length > 0) {
    forget(self);
    if (self.codec.reset(ts) === null) return null;
  }
  return true;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** Decodes another chunk. @returns false at the end of the stream */
function readChunk(ts: ThreadState, self: Self, buffer: Value): Result<boolean> {
  const direct = native(buffer);
  let bytes: Uint8Array | null;
  if (direct?.readable) bytes = read1Buffered(ts, direct, self.chunkSize);
  else {
    const has = getOptionalAttr(ts, buffer, "read1");
    if (has === null) return null;
    const name = has === undefined ? "read" : "read1";
    const piece = callMethod(ts, buffer, name, [self.chunkSize]);
    if (piece === null) return null;
    if (typeof piece !== "object" || piece.cls.bf_getbuffer === null) {
      return raise(
        ts,
        TypeErrorType,
        `underlying ${name}() should have returned a bytes-like object, not '${typeName(piece)}'`,
      );
    }
    bytes = bytesArgument(ts, piece);
  }
  if (bytes === null) return null;
  const end = bytes.length === 0;
  const kept = bytes.slice();
  let text = self.codec.decode(ts, kept, end);
  if (text === null) return null;
  if (self.translator !== null) text = strFromJs(self.translator.push(toJs(text), end));
  if (self.at === strLength(self.decoded)) {
    self.decoded = text;
    self.at = 0;
    self.chunk = [kept];
  } else {
    self.decoded = concat(substring(self.decoded, self.at, strLength(self.decoded)), text);
    self.at = 0;
    self.chunk.push(kept);
  }
  return !end;
}

function checkReadable(ts: ThreadState, self: Self): Result<Value> {
  const buffer = open(ts, self);
  if (buffer === null || flushText(ts, self, buffer) === null) return null;
  const direct = native(buffer);
  if (direct !== null ? direct.readable : true) return buffer;
  return unsupported(ts, "not readable");
}

function read(ts: ThreadState, self: Self, sizeValue: Value | undefined): Result<Value> {
  const size = sizeValue === undefined || sizeValue === None ? -1 : toIndex(ts, sizeValue);
  if (size === null) return null;
  const buffer = checkReadable(ts, self);
  if (buffer === null) return null;
  if (size < 0) {
    const direct = native(buffer);
    let bytes: Uint8Array | null;
    if (direct !== null) {
      const all = readBuffered(ts, direct, -1);
      bytes = all === null ? null : (all ?? new Uint8Array(0));
    } else {
      const all = callMethod(ts, buffer, "read", []);
      bytes = all === null ? null : bytesArgument(ts, all);
    }
    if (bytes === null) return null;
    let text = self.codec.decode(ts, bytes, true);
    if (text === null) return null;
    if (self.translator !== null) text = strFromJs(self.translator.push(toJs(text), true));
    const before = substring(self.decoded, self.at, strLength(self.decoded));
    forget(self);
    return concat(before, text);
  }
  const want = Number(size);
  while (strLength(self.decoded) - self.at < want) {
    const more = readChunk(ts, self, buffer);
    if (more === null) return null;
    if (!more) break;
  }
  return takeText(self, self.at + want);
}

function takeText(self: Self, end: number): Str {
  const stop = Math.min(end, strLength(self.decoded));
  const text = substring(self.decoded, self.at, stop);
  self.at = stop;
  return text;
}

/** A line, its end included; at most `size` characters unless that is negative. */
function readLine(ts: ThreadState, self: Self, size: number): Result<Str> {
  const buffer = checkReadable(ts, self);
  if (buffer === null) return null;
  let searched = 0;
  while (true) {
    const length = strLength(self.decoded);
    let end = findLineEnd(self.decoded, self.at + searched, length, self.mode);
    // A "\r" at the very end may be the first half of "\r\n".
    if (end === length && self.mode.universal && !self.mode.translate && end > 0) {
      if (toJs(substring(self.decoded, end - 1, end)) === "\r") end = -1;
    }
    if (end >= 0) return takeText(self, size >= 0 ? Math.min(end, self.at + size) : end);
    if (size >= 0 && length - self.at >= size) return takeText(self, self.at + size);
    searched = Math.max(0, length - self.at - 1);
    const more = readChunk(ts, self, buffer);
    if (more === null) return null;
    if (!more) {
      const last = findLineEnd(self.decoded, self.at, strLength(self.decoded), self.mode);
      const stop = last < 0 ? strLength(self.decoded) : last;
      return takeText(self, size >= 0 ? Math.min(stop, self.at + size) : stop);
    }
  }
}

/** `tell()`: the position in bytes of the next character. */
function tell(ts: ThreadState, self: Self): Result<Value> {
  const buffer = open(ts, self);
  if (buffer === null) return null;
  if (!self.seekable) return unsupported(ts, "underlying stream is not seekable");
  if (!self.telling) return raise(ts, OSErrorType, "telling position disabled by next() call");
  if (flushText(ts, self, buffer) === null || callMethod(ts, buffer, "flush", []) === null) return null;
  const direct = native(buffer);
  const raw = direct !== null ? tellBuffered(ts, direct) : callMethod(ts, buffer, "tell", []);
  if (raw === null) return null;
  const position = toInt(raw);
  if (position === undefined || self.at === strLength(self.decoded)) {
    if (position === undefined) return raw;
    const waiting = self.codec.pendingBytes(ts);
    const carry = self.translator?.pendingCR ? 1 : 0;
    return waiting === null ? null : Number(position) - waiting - carry;
  }
  // Bytes of the chunk whose text has not been taken yet.
  const rest = bytesLeft(ts, self);
  return rest === null ? null : Number(position) - rest;
}

/** How many bytes at the end of the chunk belong to text that has not been taken. */
function bytesLeft(ts: ThreadState, self: Self): Result<number> {
  let total = 0;
  for (const part of self.chunk) total += part.length;
  const bytes = new Uint8Array(total);
  let to = 0;
  for (const part of self.chunk) {
    bytes.set(part, to);
    to += part.length;
  }
  const left = strLength(self.decoded) - self.at;
  const utf8 = /^utf-?8$/i.test(self.encoding);
  // The shortest tail that decodes to as many characters as are left.
  for (let start = total; start >= 0; start--) {
    if (start > 0 && start < total && utf8 && (bytes[start] & 0xc0) === 0x80) continue;
    const codec = textCodec(ts, self.encoding, self.errors);
    if (codec === null) return null;
    const decoded = codec.decode(ts, bytes.subarray(start), false);
    if (decoded === null) {
      ts.pending = null;
      continue;
    }
    const text =
      self.translator === null
        ? decoded
        : strFromJs(new NewlineTranslator(self.translator.translate).push(toJs(decoded), true));
    if (strLength(text) >= left) return total - start;
  }
  return raise(ts, OSErrorType, "can't reconstruct logical file position");
}

function seek(ts: ThreadState, self: Self, cookie: Value, whenceValue: Value | undefined): Result<Value> {
  const buffer = open(ts, self);
  if (buffer === null) return null;
  if (!self.seekable) return unsupported(ts, "underlying stream is not seekable");
  const whence = whenceValue === undefined ? 0 : toIndex(ts, whenceValue);
  if (whence === null) return null;
  const position = toIndex(ts, cookie);
  if (position === null) return null;
  let target: Value = position;
  if (whence === 1) {
    if (position !== 0) return unsupported(ts, "can't do nonzero cur-relative seeks");
    const now = callMethod(ts, self, "tell", []);
    if (now === null) return null;
    target = now;
  } else if (whence === 2) {
    if (position !== 0) return unsupported(ts, "can't do nonzero end-relative seeks");
  } else if (whence !== 0) {
    return raise(ts, ValueErrorType, `invalid whence (${whence}, should be 0, 1 or 2)`);
  } else if (position < 0) return raise(ts, ValueErrorType, `negative seek position ${position}`);
  if (callMethod(ts, self, "flush", []) === null) return null;
  forget(self);
  if (self.codec.reset(ts) === null) return null;
  if (self.translator !== null) self.translator.pendingCR = false;
  self.telling = true;
  const at = callMethod(ts, buffer, "seek", whence === 2 ? [0, 2] : [target]);
  if (at === null) return null;
  if (self.codec.startEncoding(ts, at === 0) === null) return null;
  return at;
}

function flush(ts: ThreadState, self: Self): Result<Value> {
  const buffer = open(ts, self);
  if (buffer === null) return null;
  self.telling = self.seekable;
  if (flushText(ts, self, buffer) === null) return null;
  return callMethod(ts, buffer, "flush", []);
}

function close(ts: ThreadState, self: Self): Result<Value> {
  const buffer = bufferOf(ts, self);
  if (buffer === null) return null;
  const closed = isClosed(ts, buffer);
  if (closed === null) return null;
  if (closed) return None;
  const flushed = callMethod(ts, self, "flush", []);
  const pending = flushed === null ? ts.pending : null;
  ts.pending = null;
  const done = callMethod(ts, buffer, "close", []);
  if (pending === null) return done;
  if (done !== null) ts.pending = pending;
  return null;
}

function reconfigure(
  ts: ThreadState,
  self: Self,
  encodingValue: Value | undefined,
  errorsValue: Value | undefined,
  newlineValue: Value | undefined,
  lineValue: Value | undefined,
  throughValue: Value | undefined,
): Result<Value> {
  const buffer = open(ts, self);
  if (buffer === null) return null;
  const recode = (v: Value | undefined): boolean => v !== undefined && v !== None;
  if (
    (self.decoded !== "" || self.chunk.length > 0) &&
    (recode(encodingValue) || recode(errorsValue) || newlineValue !== undefined)
  ) {
    return unsupported(
      ts,
      "It is not possible to set the encoding or newline of stream after the first read",
    );
  }
  if (callMethod(ts, self, "flush", []) === null) return null;
  if (recode(encodingValue) || recode(errorsValue)) {
    const encoding = optionalText(ts, "reconfigure", "encoding", encodingValue);
    if (encoding === null) return null;
    const errors = optionalText(ts, "reconfigure", "errors", errorsValue);
    if (errors === null) return null;
    const newEncoding =
      encoding === undefined ? self.encoding : encoding === "locale" ? LOCALE_ENCODING : toJs(encoding);
    const newErrors = errors === undefined ? (encoding === undefined ? self.errors : "strict") : toJs(errors);
    const codec = textCodec(ts, newEncoding, newErrors);
    if (codec === null) return null;
    self.codec = codec;
    self.encoding = newEncoding;
    self.errors = newErrors;
    self.hasEncoded = false;
  }
  if (newlineValue !== undefined) {
    const newline = optionalText(ts, "reconfigure", "newline", newlineValue);
    if (newline === null || setNewline(ts, self, newline === undefined ? null : toJs(newline)) === null)
      return null;
  }
  if (recode(lineValue)) {
    const line = isTrue(ts, lineValue as Value);
    if (line === null) return null;
    self.lineBuffering = line;
  }
  if (recode(throughValue)) {
    const through = isTrue(ts, throughValue as Value);
    if (through === null) return null;
    self.writeThrough = through;
  }
  return None;
}

function show(ts: ThreadState, self: Self): Result<Value> {
  if (self.buffer === undefined || self.buffer === null)
    return strFromJs(`<${typeName(self)} encoding='${self.encoding}'>`);
  let text = `<${typeName(self)}`;
  for (const name of ["name", "mode"]) {
    const value = getOptionalAttr(ts, self, name);
    if (value === null) return null;
    if (value === undefined) continue;
    const shown = repr(ts, value);
    if (shown === null) return null;
    text += ` ${name}=${toJs(shown)}`;
  }
  return strFromJs(`${text} encoding='${self.encoding}'>`);
}

const delegate =
  (name: string) =>
  (ts: ThreadState, self: Self): Result<Value> => {
    const buffer = bufferOf(ts, self);
    return buffer === null ? null : callMethod(ts, buffer, name, []);
  };

/** `_io.TextIOWrapper` (CPython `Modules/_io/textio.c`). */
export const TextIOWrapperType: PyType = defineType({
  name: "_io.TextIOWrapper",
  base: TextIOBaseType,
  flags: TypeFlags.BASETYPE,
  doc: "Text over a buffered binary stream.",
  signature: "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
  slots: {
    tp_new: streamNew(PyTextIOWrapper),
    tp_init: init,
    tp_repr: show,
    tp_iternext(ts, self: Self) {
      self.telling = false;
      const line =
        self.cls === TextIOWrapperType ? readLine(ts, self, -1) : callMethod(ts, self, "readline", []);
      if (line === null) return null;
      if (line === "") {
        self.telling = self.seekable;
        return undefined;
      }
      return line;
    },
  },
  methods: [
    ["read", "($self, size=-1, /)", read, "Reads characters."],
    [
      "readline",
      "($self, size=-1, /)",
      (ts, self: Self, sizeValue) => {
        const size = sizeValue === undefined ? -1 : toIndex(ts, sizeValue);
        return size === null ? null : readLine(ts, self, size < 0 ? -1 : Number(size));
      },
      "Reads a line.",
    ],
    [
      "write",
      "($self, text, /)",
      (ts, self: Self, value: Value) => {
        const text = asStr(value);
        if (text === undefined) {
          return raise(ts, TypeErrorType, `write() argument must be str, not ${typeName(value)}`);
        }
        return writeText(ts, self, text) === null ? null : strLength(text);
      },
      "Writes text.",
    ],
    ["flush", "($self, /)", flush, "Writes what is buffered."],
    ["close", "($self, /)", close, "Flushes and closes."],
    ["seek", "($self, cookie, whence=os.SEEK_SET, /)", seek, "Changes the position."],
    ["tell", "($self, /)", tell, "The position."],
    [
      "truncate",
      "($self, pos=None, /)",
      (ts, self: Self, pos: Value | undefined) => {
        const buffer = open(ts, self);
        if (buffer === null || callMethod(ts, self, "flush", []) === null) return null;
        let at: Value | null = pos ?? None;
        if (at === None) at = callMethod(ts, self, "tell", []);
        return at === null ? null : callMethod(ts, buffer, "truncate", [at]);
      },
      "Cuts the stream.",
    ],
    [
      "detach",
      "($self, /)",
      (ts, self: Self) => {
        const buffer = bufferOf(ts, self);
        if (buffer === null || callMethod(ts, self, "flush", []) === null) return null;
        self.buffer = null;
        return buffer;
      },
      "Gives the buffer away.",
    ],
    [
      "reconfigure",
      "($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
      reconfigure,
      "Changes options.",
    ],
    ["fileno", "($self, /)", delegate("fileno"), "The descriptor."],
    ["isatty", "($self, /)", delegate("isatty"), "Is it a terminal?"],
    ["readable", "($self, /)", delegate("readable"), "Can it be read?"],
    ["writable", "($self, /)", delegate("writable"), "Can it be written?"],
    ["seekable", "($self, /)", delegate("seekable"), "Can the position be changed?"],
    [
      "__getstate__",
      "($self, /)",
      (ts, self: Self) => raise(ts, TypeErrorType, `cannot pickle '${typeName(self)}' instances`),
    ],
  ],
  getset: [
    ["buffer", (_ts, self: Self) => self.buffer ?? None, null, "The binary stream."],
    ["encoding", (_ts, self: Self) => strFromJs(self.encoding), null, "Encoding of the text."],
    [
      "errors",
      (ts, self: Self) => (bufferOf(ts, self) === null ? null : strFromJs(self.errors)),
      null,
      "Error handler of the encoding.",
    ],
    ["line_buffering", (_ts, self: Self) => self.lineBuffering, null, "Is it flushed after each line?"],
    ["write_through", (_ts, self: Self) => self.writeThrough, null, "Is text passed on at once?"],
    [
      "newlines",
      (_ts, self: Self) => (self.translator === null ? None : newlinesShown(self.translator.seen)),
      null,
      "Line ends seen.",
    ],
    [
      "closed",
      (ts, self: Self) => {
        const buffer = bufferOf(ts, self);
        return buffer === null ? null : getAttr(ts, buffer, "closed");
      },
      null,
      "Is it closed?",
    ],
    [
      "name",
      (ts, self: Self) => {
        const buffer = bufferOf(ts, self);
        return buffer === null ? null : getAttr(ts, buffer, "name");
      },
      null,
      "Name of the binary stream.",
    ],
    [
      "_CHUNK_SIZE",
      (_ts, self: Self) => self.chunkSize,
      (ts, self: Self, v) => {
        const size = v === undefined ? null : toIndex(ts, v);
        if (size === null) return null;
        if (size <= 0) return raise(ts, ValueErrorType, "a strictly positive integer is required");
        self.chunkSize = Number(size);
        return true;
      },
    ],
    [
      "_finalizing",
      (_ts, self: Self) => self.finalizing,
      (_ts, self: Self, v) => {
        self.finalizing = v === true;
        return true;
      },
    ],
  ],
});
