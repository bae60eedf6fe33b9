import { None, type Result, setAttr, type ThreadState, type Value } from "@adder/objects";
import { attachBuffer, BufferedReaderType, BufferedWriterType } from "./buffered.js";
import { FileIOType } from "./file-io.js";
import { PyBuffered, PyFileIO } from "./py-io.js";
import { attachText, PyTextIOWrapper, TextIOWrapperType } from "./text-io-wrapper.js";

/** How the standard streams are made. */
export interface StreamOptions {
  /** Pass everything on at once (`-u`). */
  readonly unbuffered: boolean;
  readonly encoding: string;
  /** Error handler of stdin and stdout; stderr always escapes. */
  readonly errors: string;
}

/** Buffers of the standard streams, in bytes. */
const SIZE = 8192;

/** Makes the file object of descriptor 0, 1 or 2; None when the host has no such descriptor. */
export function standardStream(ts: ThreadState, fd: 0 | 1 | 2, options: StreamOptions): Result<Value> {
  const { files } = ts.interp.host;
  let terminal: boolean;
  try {
    files.fstat(fd);
    terminal = files.isatty(fd);
  } catch {
    return None;
  }
  const reading = fd === 0;
  const raw = new PyFileIO(FileIOType);
  raw.fd = fd;
  raw.readable = reading;
  raw.writable = !reading;
  raw.closefd = false;
  const name = ["<stdin>", "<stdout>", "<stderr>"][fd];
  if (setAttr(ts, raw, "name", name) === null) return null;
  const buffer = new PyBuffered(reading ? BufferedReaderType : BufferedWriterType);
  attachBuffer(buffer, raw, SIZE, reading, !reading);
  const stream = new PyTextIOWrapper(TextIOWrapperType);
  const done = attachText(ts, stream, options.unbuffered && !reading ? raw : buffer, {
    encoding: options.encoding,
    errors: fd === 2 ? "backslashreplace" : options.errors,
    newline: "\n",
    lineBuffering: !reading && !options.unbuffered && (terminal || fd === 2),
    writeThrough: options.unbuffered,
  });
  if (done === null) return null;
  return setAttr(ts, stream, "mode", reading ? "r" : "w") === null ? null : stream;
}
