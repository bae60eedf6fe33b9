import {
  defineType,
  PyBytes,
  PyPlainObject,
  type PyType,
  type Result,
  raise,
  type Status,
  sizeArgument,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import {
  Z_BUF_ERROR,
  Z_FINISH,
  Z_NEED_DICT,
  Z_OK,
  Z_STREAM_END,
  Z_SYNC_FLUSH,
  type ZStream,
  zlibInflateEnd,
  zlibInflateInit2,
  zlibInflateSetDictionary,
} from "pako";
import { bytesArgument, intArgument } from "../arguments.js";
import { MAX_WBITS } from "./compress.js";
import { copyStream, FIRST_BLOCK, fail, feed, inflateSome, newStream, Output, unread } from "./stream.js";

const goesOn = (status: number): boolean => status === Z_OK || status === Z_BUF_ERROR;

/** `zlib.decompress(data, wbits, bufsize)`. */
export function decompress(
  ts: ThreadState,
  _m: Value,
  data: Value,
  wbitsValue: Value | undefined,
  bufsizeValue: Value | undefined,
): Result<Value> {
  const bytes = bytesArgument(ts, data);
  const wbits = bytes === null ? null : intArgument(ts, wbitsValue, MAX_WBITS);
  const bufsize = wbits === null ? null : sizeArgument(ts, bufsizeValue ?? FIRST_BLOCK);
  if (bytes === null || wbits === null || bufsize === null) return null;
  if (bufsize < 0) return raise(ts, ValueErrorType, "bufsize must be non-negative");
  const stream = newStream();
  const begun = zlibInflateInit2(stream, wbits);
  if (begun !== Z_OK) return fail(ts, stream, begun, "while preparing to decompress data");
  feed(stream, bytes);
  const output = new Output(stream);
  let status: number;
  do {
    output.reserve();
    status = inflateSome(stream, Z_FINISH);
  } while (goesOn(status) && stream.avail_out === 0);
  return status === Z_STREAM_END ? output.finish() : fail(ts, stream, status, "while decompressing data");
}

/** What both kinds of decompressor begin with: a stream, and the dictionary that it may ask for. */
export function beginInflate(ts: ThreadState, wbits: number, zdict: Value | undefined): Result<ZStream> {
  const stream = newStream();
  if (zlibInflateInit2(stream, wbits) !== Z_OK) {
    return raise(ts, ValueErrorType, "Invalid initialization option");
  }
  // A raw stream has no header that asks for it.
  return zdict !== undefined && wbits < 0 && giveDictionary(ts, stream, zdict) === null ? null : stream;
}

/** Gives a stream the dictionary that it needs. */
export function giveDictionary(ts: ThreadState, stream: ZStream, zdict: Value): Status {
  const bytes = bytesArgument(ts, zdict);
  if (bytes === null) return null;
  const status = zlibInflateSetDictionary(stream, bytes);
  return status === Z_OK ? true : fail(ts, stream, status, "while setting zdict");
}

class PyDecompress extends PyPlainObject {
  unusedData = new PyBytes(new Uint8Array(0));
  unconsumedTail = new PyBytes(new Uint8Array(0));
  eof = false;

  constructor(
    cls: PyType,
    readonly stream: ZStream,
    readonly zdict: Value | undefined,
  ) {
    super(cls);
  }
}

/** `zlib.decompressobj(wbits, zdict)`. */
export function decompressobj(ts: ThreadState, _m: Value, wbitsValue?: Value, zdict?: Value): Result<Value> {
  const wbits = intArgument(ts, wbitsValue, MAX_WBITS);
  if (wbits === null) return null;
  if (zdict !== undefined && typeOf(zdict).bf_getbuffer === null) {
    return raise(ts, TypeErrorType, "zdict argument must support the buffer protocol");
  }
  const stream = beginInflate(ts, wbits, zdict);
  return stream === null ? null : new PyDecompress(DecompressType, stream, zdict);
}

/** Keeps input that was not read: behind the end of the stream as unused, before it as unconsumed. */
function keepUnread(self: PyDecompress, status: number): void {
  const { stream } = self;
  if (status === Z_STREAM_END && stream.avail_in > 0) {
    const before = self.unusedData.value;
    const all = new Uint8Array(before.length + stream.avail_in);
    all.set(before);
    all.set(unread(stream), before.length);
    self.unusedData = new PyBytes(all);
    stream.avail_in = 0;
    if (self.unconsumedTail.value.length > 0) self.unconsumedTail = new PyBytes(all.slice(before.length));
  } else if (stream.avail_in > 0 || self.unconsumedTail.value.length > 0) {
    self.unconsumedTail = new PyBytes(unread(stream).slice());
  }
}

function decompressMore(
  ts: ThreadState,
  self: PyDecompress,
  data: Value,
  limitValue: Value | undefined,
): Result<Value> {
  const bytes = bytesArgument(ts, data);
  const limit = bytes === null ? null : sizeArgument(ts, limitValue ?? 0);
  if (bytes === null || limit === null) return null;
  if (limit < 0) return raise(ts, ValueErrorType, "max_length must be non-negative");
  const { stream } = self;
  feed(stream, bytes);
  const output = new Output(stream, limit === 0 ? undefined : limit);
  let status: number = Z_OK;
  while (output.reserve()) {
    status = inflateSome(stream, Z_SYNC_FLUSH);
    if (status === Z_NEED_DICT && self.zdict !== undefined) {
      if (giveDictionary(ts, stream, self.zdict) === null) return null;
    } else if (!goesOn(status) || stream.avail_out > 0) break;
  }
  keepUnread(self, status);
  if (status === Z_STREAM_END) self.eof = true;
  else if (!goesOn(status)) return fail(ts, stream, status, "while decompressing data");
  return output.finish();
}

function flush(ts: ThreadState, self: PyDecompress, lengthValue: Value | undefined): Result<Value> {
  const length = sizeArgument(ts, lengthValue ?? FIRST_BLOCK);
  if (length === null) return null;
  if (length <= 0) return raise(ts, ValueErrorType, "length must be greater than zero");
  const { stream } = self;
  feed(stream, self.unconsumedTail.value);
  const output = new Output(stream);
  let status: number;
  do {
    output.reserve();
    status = inflateSome(stream, Z_FINISH);
  } while (goesOn(status) && stream.avail_out === 0);
  keepUnread(self, status);
  if (status === Z_STREAM_END) {
    self.eof = true;
    zlibInflateEnd(stream);
  }
  return output.finish();
}

function copy(ts: ThreadState, self: PyDecompress): Result<Value> {
  if (self.stream.state === null) return raise(ts, ValueErrorType, "Inconsistent stream state");
  const fresh = new PyDecompress(DecompressType, copyStream(self.stream), self.zdict);
  fresh.unusedData = self.unusedData;
  fresh.unconsumedTail = self.unconsumedTail;
  fresh.eof = self.eof;
  return fresh;
}

/** `zlib.Decompress` (CPython `Modules/zlibmodule.c`). */
export const DecompressType: PyType = defineType({
  name: "zlib.Decompress",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  methods: [
    ["decompress", "($self, data, /, max_length=0)", decompressMore, "Decompresses bytes."],
    ["flush", "($self, length=zlib.DEF_BUF_SIZE, /)", flush, "Decompresses what was left over."],
    ["copy", "($self, /)", copy, "A decompressor in the same state."],
    ["__copy__", "($self, /)", copy],
    ["__deepcopy__", "($self, memo, /)", copy],
  ],
  getset: [
    ["unused_data", (_ts, self: PyDecompress) => self.unusedData, null, null, "member"],
    ["unconsumed_tail", (_ts, self: PyDecompress) => self.unconsumedTail, null, null, "member"],
    ["eof", (_ts, self: PyDecompress) => self.eof, null, null, "member"],
  ],
});
