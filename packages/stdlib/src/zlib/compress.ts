import {
  defineType,
  PyBytes,
  PyPlainObject,
  type PyType,
  type Result,
  raise,
  type ThreadState,
  TypeFlags,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import {
  Z_BUF_ERROR,
  Z_DEFAULT_STRATEGY,
  Z_FINISH,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  Z_STREAM_ERROR,
  type ZStream,
  zlibDeflateEnd,
  zlibDeflateInit2,
  zlibDeflateSetDictionary,
} from "pako";
import { bytesArgument, intArgument } from "../arguments.js";
import { copyStream, deflateAll, ErrorType, fail, feed, newStream, Output } from "./stream.js";

/** `zlib.DEFLATED`, `zlib.MAX_WBITS`, `zlib.DEF_MEM_LEVEL`. */
export const DEFLATED = 8;
export const MAX_WBITS = 15;
export const DEF_MEM_LEVEL = 8;

class PyCompress extends PyPlainObject {
  constructor(
    cls: PyType,
    readonly stream: ZStream,
  ) {
    super(cls);
  }
}

/** `deflateInit2`, with zlib's own hash function, so that what is written is the same to the last byte. */
function begin(
  stream: ZStream,
  level: number,
  method: number,
  wbits: number,
  memLevel: number,
  strategy: number,
): number {
  type Strategy = Parameters<typeof zlibDeflateInit2>[5];
  return zlibDeflateInit2(stream, level, method, wbits, memLevel, strategy as Strategy, true);
}

/** `zlib.compress(data, level, wbits)`. */
export function compress(
  ts: ThreadState,
  _m: Value,
  data: Value,
  levelValue: Value | undefined,
  wbitsValue: Value | undefined,
): Result<Value> {
  const bytes = bytesArgument(ts, data);
  const level = bytes === null ? null : intArgument(ts, levelValue, -1);
  const wbits = level === null ? null : intArgument(ts, wbitsValue, MAX_WBITS);
  if (bytes === null || level === null || wbits === null) return null;
  const stream = newStream();
  const begun = begin(stream, level, DEFLATED, wbits, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY);
  if (begun !== Z_OK) return raise(ts, ErrorType, "Bad compression level");
  feed(stream, bytes);
  const output = new Output(stream);
  const status = deflateAll(stream, Z_FINISH, output);
  return status === Z_STREAM_ERROR ? fail(ts, stream, status, "while compressing data") : output.finish();
}

/** `zlib.compressobj(level, method, wbits, memLevel, strategy, zdict)`. */
export function compressobj(
  ts: ThreadState,
  _m: Value,
  levelValue?: Value,
  methodValue?: Value,
  wbitsValue?: Value,
  memLevelValue?: Value,
  strategyValue?: Value,
  zdictValue?: Value,
): Result<Value> {
  const level = intArgument(ts, levelValue, -1);
  const method = level === null ? null : intArgument(ts, methodValue, DEFLATED);
  const wbits = method === null ? null : intArgument(ts, wbitsValue, MAX_WBITS);
  const memLevel = wbits === null ? null : intArgument(ts, memLevelValue, DEF_MEM_LEVEL);
  const strategy = memLevel === null ? null : intArgument(ts, strategyValue, Z_DEFAULT_STRATEGY);
  if (level === null || method === null || wbits === null || memLevel === null || strategy === null)
    return null;
  const zdict = zdictValue === undefined ? undefined : bytesArgument(ts, zdictValue);
  if (zdict === null) return null;
  const stream = newStream();
  const begun = begin(stream, level, method, wbits, memLevel, strategy);
  if (begun !== Z_OK) return raise(ts, ValueErrorType, "Invalid initialization option");
  if (zdict !== undefined && zlibDeflateSetDictionary(stream, zdict) !== Z_OK) {
    return raise(ts, ValueErrorType, "Invalid dictionary");
  }
  return new PyCompress(CompressType, stream);
}

function compressMore(ts: ThreadState, { stream }: PyCompress, data: Value): Result<Value> {
  const bytes = bytesArgument(ts, data);
  if (bytes === null) return null;
  feed(stream, bytes);
  const output = new Output(stream);
  const status = deflateAll(stream, Z_NO_FLUSH, output);
  return status === Z_STREAM_ERROR ? fail(ts, stream, status, "while compressing data") : output.finish();
}

function flush(ts: ThreadState, { stream }: PyCompress, modeValue: Value | undefined): Result<Value> {
  const mode = intArgument(ts, modeValue, Z_FINISH);
  if (mode === null) return null;
  if (mode === Z_NO_FLUSH) return new PyBytes(new Uint8Array(0));
  feed(stream, new Uint8Array(0));
  const output = new Output(stream);
  const status = deflateAll(stream, mode, output);
  if (status === Z_STREAM_END && mode === Z_FINISH) zlibDeflateEnd(stream);
  else if (status !== Z_OK && status !== Z_BUF_ERROR) return fail(ts, stream, status, "while flushing");
  return output.finish();
}

function copy(ts: ThreadState, { stream }: PyCompress): Result<Value> {
  if (stream.state === null) return raise(ts, ValueErrorType, "Inconsistent stream state");
  return new PyCompress(CompressType, copyStream(stream));
}

/** `zlib.Compress` (CPython `Modules/zlibmodule.c`). */
export const CompressType: PyType = defineType({
  name: "zlib.Compress",
  flags: TypeFlags.DISALLOW_INSTANTIATION,
  methods: [
    ["compress", "($self, data, /)", compressMore, "Compresses bytes; some may stay behind for later."],
    ["flush", "($self, mode=zlib.Z_FINISH, /)", flush, "Compresses what stayed behind."],
    ["copy", "($self, /)", copy, "A compressor in the same state."],
    ["__copy__", "($self, /)", copy],
    ["__deepcopy__", "($self, memo, /)", copy],
  ],
});
