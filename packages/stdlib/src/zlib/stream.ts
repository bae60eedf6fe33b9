import { defineType, ExceptionType, PyBytes, raise, type ThreadState, TypeFlags } from "@adder/objects";
import { Z_BUF_ERROR, Z_DATA_ERROR, Z_STREAM_ERROR, ZStream, zlibDeflate, zlibInflate } from "pako";

/** `zlib.error`. */
export const ErrorType = defineType({
  name: "zlib.error",
  base: ExceptionType,
  flags: TypeFlags.BASETYPE,
});

/** First size of an output buffer, in bytes (`DEF_BUF_SIZE`), and the most that one grows by. */
export const FIRST_BLOCK = 16 * 1024;
const LARGEST_BLOCK = 1024 * 1024;

type FlushMode = Parameters<typeof zlibDeflate>[1];

const meanings: Readonly<Record<number, string>> = {
  [Z_BUF_ERROR]: "incomplete or truncated stream",
  [Z_STREAM_ERROR]: "inconsistent stream state",
  [Z_DATA_ERROR]: "invalid input data",
};

/** Raises `zlib.error` for a status of the library; `what` says what was being done. */
export function fail(ts: ThreadState, stream: ZStream, status: number, what: string): null {
  const reason = stream.msg || meanings[status];
  return raise(ts, ErrorType, `Error ${status} ${what}${reason === undefined ? "" : `: ${reason}`}`);
}

/** What a stream writes: blocks that grow, `limit` bytes at most. */
export class Output {
  readonly #stream: ZStream;
  readonly #limit: number;
  readonly #full: Uint8Array[] = [];
  #written = 0;

  constructor(stream: ZStream, limit: number = Number.POSITIVE_INFINITY) {
    this.#stream = stream;
    this.#limit = limit;
    this.#open(FIRST_BLOCK);
  }

  #open(size: number): void {
    this.#stream.output = new Uint8Array(Math.min(size, this.#limit - this.#written));
    this.#stream.next_out = 0;
    this.#stream.avail_out = this.#stream.output.length;
  }

  /** Makes room if there is none left; answers whether there is room now. */
  reserve(): boolean {
    const { output, avail_out } = this.#stream;
    if (avail_out > 0) return true;
    if (this.#written + output.length >= this.#limit) return false;
    this.#full.push(output);
    this.#written += output.length;
    this.#open(Math.min(output.length * 2, LARGEST_BLOCK));
    return true;
  }

  /** Everything that was written. */
  finish(): PyBytes {
    const { output, next_out } = this.#stream;
    const last = output.subarray(0, next_out);
    if (this.#full.length === 0) return new PyBytes(last.slice());
    const all = new Uint8Array(this.#written + next_out);
    let at = 0;
    for (const block of [...this.#full, last]) {
      all.set(block, at);
      at += block.length;
    }
    return new PyBytes(all);
  }
}

/** A stream that reads `input` next. */
export function feed(stream: ZStream, input: Uint8Array): void {
  stream.input = input;
  stream.next_in = 0;
  stream.avail_in = input.length;
}

/** Input that has not been read yet. */
export const unread = (stream: ZStream): Uint8Array =>
  stream.input.subarray(stream.next_in, stream.next_in + stream.avail_in);

/** Compresses until there is nothing to write; answers the library's status, which may be an error. */
export function deflateAll(stream: ZStream, flush: number, output: Output): number {
  // zlib has no words of its own for these two; pako has.
  if (stream.state === null || flush < 0 || flush > 5) return Z_STREAM_ERROR;
  let status: number;
  do {
    output.reserve();
    status = zlibDeflate(stream, flush as FlushMode);
  } while (status !== Z_STREAM_ERROR && stream.avail_out === 0);
  return status;
}

/** One step of decompression; answers the library's status, which may be an error. */
export function inflateSome(stream: ZStream, flush: number): number {
  return stream.state === null ? Z_STREAM_ERROR : zlibInflate(stream, flush as FlushMode);
}

/** An independent copy of a stream in the middle of its work (`deflateCopy`, `inflateCopy`). */
export function copyStream(stream: ZStream): ZStream {
  const copies = new Map<object, object>();
  const copy = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const fresh: object = ArrayBuffer.isView(value)
      ? (value as Uint8Array).slice()
      : Array.isArray(value)
        ? []
        : Object.create(Object.getPrototypeOf(value));
    copies.set(value, fresh);
    if (ArrayBuffer.isView(value)) return fresh;
    for (const [key, field] of Object.entries(value)) Reflect.set(fresh, key, copy(field));
    return fresh;
  };
  // What it reads and writes belongs to calls that are over.
  feed(stream, new Uint8Array(0));
  stream.output = new Uint8Array(0);
  return copy(stream) as ZStream;
}

/** A stream that has neither read nor written. */
export function newStream(): ZStream {
  const stream = new ZStream();
  feed(stream, new Uint8Array(0));
  return stream;
}
