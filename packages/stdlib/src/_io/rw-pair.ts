import {
  bindKeywords,
  callMethod,
  defineType,
  getAttr,
  type MethodRow,
  type Result,
  raise,
  type ThreadState,
  TypeFlags,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { BufferedIOBaseType, streamNew } from "./base.js";
import { attachBuffer, BufferedReaderType, BufferedWriterType, DEFAULT_BUFFER_SIZE } from "./buffered.js";
import { askStream, unsupported } from "./common.js";
import { PyBuffered, PyRWPair } from "./py-io.js";

/** Methods that the reader or the writer answers. */
const through = (name: string, which: "reader" | "writer", signature?: string): MethodRow => [
  name,
  signature ?? "($self, /, *args)",
  (ts, self: PyRWPair, args: Value[]) => {
    const stream = self[which];
    return stream === null
      ? raise(ts, ValueErrorType, "I/O operation on uninitialized object")
      : callMethod(ts, stream, name, args);
  },
  null,
  { raw: true, hidden: signature === undefined },
];

function close(ts: ThreadState, self: PyRWPair): Result<Value> {
  if (self.reader === null || self.writer === null) {
    return raise(ts, ValueErrorType, "I/O operation on uninitialized object");
  }
  const written = callMethod(ts, self.writer, "close", []);
  const pending = ts.pending;
  if (written === null) ts.pending = null;
  const read = callMethod(ts, self.reader, "close", []);
  if (written === null && read !== null) ts.pending = pending;
  return written === null ? null : read;
}

/** `_io.BufferedRWPair`. */
export const BufferedRWPairType = defineType({
  name: "_io.BufferedRWPair",
  base: BufferedIOBaseType,
  flags: TypeFlags.BASETYPE,
  doc: "A stream that is read and one that is written, together.",
  signature: "(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)",
  slots: {
    tp_new: streamNew(PyRWPair),
    tp_init(ts, self: PyRWPair, args, kwnames) {
      const bound = bindKeywords(ts, "BufferedRWPair", args, kwnames, ["", "", ""], 2);
      if (bound === null) return null;
      const [reader, writer, size] = bound as [Value, Value, Value | undefined];
      const readable = askStream(ts, reader, "readable");
      if (readable === null) return null;
      if (!readable) return unsupported(ts, "File or stream is not readable.");
      const writable = askStream(ts, writer, "writable");
      if (writable === null) return null;
      if (!writable) return unsupported(ts, "File or stream is not writable.");
      const bufferSize = typeof size === "number" ? size : DEFAULT_BUFFER_SIZE;
      if (bufferSize <= 0) return raise(ts, ValueErrorType, "buffer size must be strictly positive");
      self.reader = new PyBuffered(BufferedReaderType);
      self.writer = new PyBuffered(BufferedWriterType);
      attachBuffer(self.reader, reader, bufferSize, true, false);
      return attachBuffer(self.writer, writer, bufferSize, false, true);
    },
  },
  methods: [
    through("read", "reader"),
    through("read1", "reader"),
    through("peek", "reader"),
    through("readinto", "reader"),
    through("readinto1", "reader"),
    through("readable", "reader", "($self, /)"),
    through("write", "writer"),
    through("flush", "writer", "($self, /)"),
    through("writable", "writer", "($self, /)"),
    ["close", "($self, /)", close, "Closes both."],
    [
      "isatty",
      "($self, /)",
      (ts, self: PyRWPair) => {
        const written = askStream(ts, self.writer as Value, "isatty");
        return written === null ? null : written || askStream(ts, self.reader as Value, "isatty");
      },
      "Is one of them a terminal?",
    ],
  ],
  getset: [
    [
      "closed",
      (ts, self: PyRWPair) =>
        self.writer === null
          ? raise(ts, ValueErrorType, "I/O operation on uninitialized object")
          : getAttr(ts, self.writer, "closed"),
      null,
      "Is it closed?",
    ],
  ],
});
