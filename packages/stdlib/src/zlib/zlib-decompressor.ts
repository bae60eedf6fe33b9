import {
  bindKeywords,
  defineType,
  EOFErrorType,
  PyBytes,
  PyPlainObject,
  type PyType,
  type Result,
  raise,
  sizeArgument,
  type ThreadState,
  type Value,
} from "@adder/objects";
import {
  Z_BUF_ERROR,
  Z_NEED_DICT,
  Z_OK,
  Z_STREAM_END,
  Z_SYNC_FLUSH,
  type ZStream,
  zlibInflateEnd,
} from "pako";
import { bytesArgument, intArgument } from "../arguments.js";
import { MAX_WBITS } from "./compress.js";
import { beginInflate, giveDictionary } from "./decompress.js";
import { fail, feed, inflateSome, Output, unread } from "./stream.js";

class PyZlibDecompressor extends PyPlainObject {
  unusedData = new PyBytes(new Uint8Array(0));
  needsInput = true;
  eof = false;
  /** Input of earlier calls that has not been read. */
  pending = new Uint8Array(0);

  constructor(
    cls: PyType,
    readonly stream: ZStream,
    readonly zdict: Value | undefined,
  ) {
    super(cls);
  }
}

function decompress(
  ts: ThreadState,
  self: PyZlibDecompressor,
  data: Value,
  limitValue: Value | undefined,
): Result<Value> {
  const bytes = bytesArgument(ts, data);
  const limit = bytes === null ? null : sizeArgument(ts, limitValue ?? -1);
  if (bytes === null || limit === null) return null;
  if (self.eof) return raise(ts, EOFErrorType, "End of stream already reached");
  const input = new Uint8Array(self.pending.length + bytes.length);
  input.set(self.pending);
  input.set(bytes, self.pending.length);
  self.pending = new Uint8Array(0);
  const { stream } = self;
  feed(stream, input);
  const output = new Output(stream, limit < 0 ? undefined : limit);
  let status: number;
  do {
    status = inflateSome(stream, Z_SYNC_FLUSH);
    if (status === Z_NEED_DICT && self.zdict !== undefined) {
      if (giveDictionary(ts, stream, self.zdict) === null) return null;
    } else if (stream.avail_out > 0) break;
  } while (output.reserve());
  if (status === Z_STREAM_END) {
    self.eof = true;
    self.needsInput = false;
    if (stream.avail_in > 0) self.unusedData = new PyBytes(unread(stream).slice());
    zlibInflateEnd(stream);
  } else if (status !== Z_OK && status !== Z_BUF_ERROR) {
    return fail(ts, stream, status, "while decompressing data");
  } else {
    self.pending = unread(stream).slice();
    self.needsInput = self.pending.length === 0;
  }
  return output.finish();
}

/** `zlib._ZlibDecompressor` (CPython `Modules/zlibmodule.c`): the decompressor of `gzip`, as those of `bz2` and `lzma`. */
export const ZlibDecompressorType: PyType = defineType({
  name: "zlib._ZlibDecompressor",
  doc: "Decompresses piece by piece.",
  signature: "(wbits=15, zdict=b'')",
  slots: {
    tp_new(ts, cls, args, kwnames) {
      const bound = bindKeywords(ts, "_ZlibDecompressor", args, kwnames, ["wbits", "zdict"]);
      const wbits = bound === null ? null : intArgument(ts, bound[0], MAX_WBITS);
      if (bound === null || wbits === null) return null;
      const stream = beginInflate(ts, wbits, bound[1]);
      return stream === null ? null : new PyZlibDecompressor(cls, stream, bound[1]);
    },
  },
  methods: [
    [
      "decompress",
      "($self, /, data, max_length=-1)",
      decompress,
      "Decompresses bytes, to max_length bytes at most unless that is negative.",
    ],
  ],
  getset: [
    ["eof", (_ts, self: PyZlibDecompressor) => self.eof, null, "The stream has ended.", "member"],
    [
      "unused_data",
      (_ts, self: PyZlibDecompressor) => self.unusedData,
      null,
      "What followed the end of the stream.",
      "member",
    ],
    [
      "needs_input",
      (_ts, self: PyZlibDecompressor) => self.needsInput,
      null,
      "Without more input nothing more comes out.",
      "member",
    ],
  ],
});
