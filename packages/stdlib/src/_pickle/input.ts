import {
  BytesType,
  call,
  getOptionalAttr,
  isInstance,
  type PyBytes,
  type Result,
  raise,
  type Status,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
} from "@adder/objects";
import { cannotUnpickle } from "./errors.js";

/** So much is looked at in advance in a file that lets one peek. */
const PREFETCH = 131072;

/** Methods of a file. */
export interface ReadableFile {
  readonly read: Value;
  readonly readline: Value;
  readonly peek: Value | null;
}

/** The methods of a file that an unpickler needs. Raises TypeError. */
export function readableFile(ts: ThreadState, file: Value): Result<ReadableFile> {
  const peek = getOptionalAttr(ts, file, "peek");
  const read = peek === null ? null : getOptionalAttr(ts, file, "read");
  const readline = read === null ? null : getOptionalAttr(ts, file, "readline");
  if (peek === null || read === null || readline === null) return null;
  if (read === undefined || readline === undefined) {
    return raise(ts, TypeErrorType, "file must have 'read' and 'readline' attributes");
  }
  return { read, readline, peek: peek ?? null };
}

const NEWLINE = 0x0a;

/** Where an unpickler reads from: memory, that is filled from a file if there is one. */
export class Input {
  /** Bytes of the present frame, or of the whole pickle. */
  bytes: Uint8Array;
  /** Index of the next byte. */
  at = 0;
  view: DataView;
  /** Bytes of `bytes` that the file has shown but not yet given. */
  private peeked = false;

  constructor(
    bytes: Uint8Array,
    private readonly file: ReadableFile | null,
  ) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private hold(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.at = 0;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Makes sure that so many bytes are at hand. Raises UnpicklingError. */
  need(ts: ThreadState, count: number): Status {
    return this.at + count <= this.bytes.length ? true : this.fill(ts, count);
  }

  /** @param truncated what to raise when the file ends before */
  private fill(ts: ThreadState, count: number): Status {
    const { file } = this;
    if (file === null) return truncated(ts);
    const rest = this.peeked ? new Uint8Array(0) : this.bytes.subarray(this.at);
    if (this.skipPeeked(ts) === null) return null;
    if (rest.length > 0) {
      const more = fromFile(ts, file.read, count - rest.length);
      if (more === null) return null;
      if (more.length < count - rest.length) return truncated(ts);
      const joined = new Uint8Array(count);
      joined.set(rest);
      joined.set(more, rest.length);
      this.hold(joined);
      return true;
    }
    if (file.peek !== null) {
      const seen = peekInto(ts, file.peek);
      if (seen === null) return null;
      if (seen.length >= count) {
        this.hold(seen);
        this.peeked = true;
        return true;
      }
    }
    const data = fromFile(ts, file.read, count);
    if (data === null) return null;
    this.hold(data);
    return data.length < count ? truncated(ts) : true;
  }

  /** Has the file give what was read of what it has shown. */
  skipPeeked(ts: ThreadState): Status {
    if (!this.peeked) return true;
    const used = this.at;
    this.peeked = false;
    this.hold(new Uint8Array(0));
    if (used === 0 || this.file === null) return true;
    return fromFile(ts, this.file.read, used) === null ? null : true;
  }

  /** So many bytes, a view that is not to be kept. Raises UnpicklingError. */
  take(ts: ThreadState, count: number): Result<Uint8Array> {
    if (this.need(ts, count) === null) return null;
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** A line without its end. Raises UnpicklingError. */
  line(ts: ThreadState): Result<Uint8Array> {
    const end = this.bytes.indexOf(NEWLINE, this.at);
    if (end >= 0) {
      const line = this.bytes.subarray(this.at, end);
      this.at = end + 1;
      return line;
    }
    const { file } = this;
    if (file === null) return truncated(ts);
    const rest = this.peeked ? new Uint8Array(0) : this.bytes.subarray(this.at);
    if (this.skipPeeked(ts) === null) return null;
    const data = call(ts, file.readline, []);
    const more = data === null ? null : bytesOf(ts, data);
    if (more === null) return null;
    if (more[more.length - 1] !== NEWLINE) return truncated(ts);
    const joined = new Uint8Array(rest.length + more.length);
    joined.set(rest);
    joined.set(more, rest.length);
    this.hold(joined);
    this.at = joined.length;
    return joined.subarray(0, joined.length - 1);
  }
}

const truncated = (ts: ThreadState): null => cannotUnpickle(ts, "pickle data was truncated");

function bytesOf(ts: ThreadState, v: Value): Result<Uint8Array> {
  if (isInstance(v, BytesType)) return (v as PyBytes).value;
  return raise(ts, TypeErrorType, `expected bytes, ${typeName(v)} found`);
}

function fromFile(ts: ThreadState, read: Value, count: number): Result<Uint8Array> {
  const data = call(ts, read, [count]);
  return data === null ? null : bytesOf(ts, data);
}

/** What a file shows; nothing if it has the method but cannot. */
function peekInto(ts: ThreadState, peek: Value): Result<Uint8Array> {
  const data = call(ts, peek, [PREFETCH]);
  if (data !== null) return bytesOf(ts, data);
  if (ts.pending?.cls.name !== "NotImplementedError") return null;
  ts.pending = null;
  return new Uint8Array(0);
}
