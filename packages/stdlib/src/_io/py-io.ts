import { type PyInstance, PyPlainObject, type PyType, type Value } from "@adder/objects";

/** State that all streams share. Attributes of any kind may be set on streams. */
export class PyStream extends PyPlainObject {
  attrs: PyInstance | null = null;
  /** Has `close()` of the native part been called? */
  closed = false;
  /** Is the interpreter ending (`_finalizing`)? */
  finalizing = false;
}

/** A raw stream on a descriptor of the host. */
export class PyFileIO extends PyStream {
  fd = -1;
  readable = false;
  writable = false;
  appending = false;
  created = false;
  closefd = true;
  /** Unknown until first asked for. */
  seekable: boolean | null = null;
  blockSize = 8192;
}

/** Bytes in memory as a stream. */
export class PyBytesIO extends PyStream {
  buffer: Uint8Array = new Uint8Array(0);
  /** Bytes in use. */
  length = 0;
  position = 0;
  /** Views lent by `getbuffer()`; while there are any the size may not change. */
  exports = 0;
}

/** A buffered stream over a raw one: BufferedReader, BufferedWriter and BufferedRandom. */
export class PyBuffered extends PyStream {
  /** `undefined` before `__init__`, `null` once detached. */
  raw: Value | null | undefined = undefined;
  readable = false;
  writable = false;
  bufferSize = 0;
  /** What was read from the raw stream and not yet taken: `chunk[at..]`. */
  chunk: Uint8Array = EMPTY;
  at = 0;
  /** What was written and not yet passed on. */
  pending: Uint8Array = EMPTY;
  pendingLength = 0;
}

const EMPTY = new Uint8Array(0);

/** A reader and a writer as one stream. */
export class PyRWPair extends PyStream {
  reader: PyBuffered | null = null;
  writer: PyBuffered | null = null;
}

/** How a text stream treats line ends. */
export interface NewlineMode {
  /** `newline` as given; `null` for universal newlines. */
  readonly newline: string | null;
  /** Are `\r` and `\r\n` line ends when reading? */
  readonly universal: boolean;
  /** Are they turned into `\n`? */
  readonly translate: boolean;
  /** What a written `\n` becomes; `null` for itself. */
  readonly writeAs: string | null;
}

/** Line ends as `newline` of `open()` says. */
export function newlineMode(newline: string | null): NewlineMode {
  return {
    newline,
    universal: newline === null || newline === "",
    translate: newline === null,
    // The host's own line end is "\n".
    writeAs: newline === "\r" || newline === "\r\n" ? newline : null,
  };
}

/** Line ends that were seen, as bits. */
export const Seen = { CR: 1, LF: 2, CRLF: 4 } as const;

/** Makes an object of a class with the layout of a native stream class. */
export type StreamClass<T extends PyStream> = new (cls: PyType) => T;
