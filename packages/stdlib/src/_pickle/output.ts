import { call, PyBytes, type Status, type ThreadState, type Value } from "@adder/objects";
import { Op } from "./opcodes.js";

/** Opcode and length of a frame. */
const HEADER = 9;
/** A frame ends with the opcode that reaches this size. */
export const FRAME_TARGET = 64 * 1024;
/** Less than this has no frame around it. */
const FRAME_MIN = 4;

/** Where a pickler writes: memory, in frames from protocol 4 on, and from there to a file. */
export class Output {
  /** Do opcodes go into frames? */
  framing = false;
  private bytes = new Uint8Array(256);
  private view = new DataView(this.bytes.buffer);
  private length = 0;
  /** Where the header of the present frame is; -1 outside of frames. */
  private frame = -1;

  /** @param write the `write` of a file, `null` to keep all in memory */
  constructor(readonly write: Value | null) {}

  /** Makes room for so many bytes, in a frame. @returns where they go */
  private reserve(count: number): number {
    let start = this.length;
    const opens = this.framing && this.frame < 0;
    const end = start + count + (opens ? HEADER : 0);
    if (end > this.bytes.length) {
      const grown = new Uint8Array(Math.max(end, this.bytes.length * 2));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
    }
    if (opens) {
      this.frame = start;
      start += HEADER;
    }
    this.length = end;
    return start;
  }

  /** An opcode, or any other byte. */
  byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  /** An opcode with an argument of one byte. */
  opByte(op: number, value: number): void {
    const at = this.reserve(2);
    this.bytes[at] = op;
    this.bytes[at + 1] = value;
  }

  /** An opcode with an argument of two bytes, low first. */
  opUint16(op: number, value: number): void {
    const at = this.reserve(3);
    this.bytes[at] = op;
    this.view.setUint16(at + 1, value, true);
  }

  /** An opcode with an argument of four bytes, low first, signed or not. */
  opInt32(op: number, value: number): void {
    const at = this.reserve(5);
    this.bytes[at] = op;
    this.view.setInt32(at + 1, value, true);
  }

  /** An opcode with an argument of eight bytes, low first. */
  opUint64(op: number, value: number): void {
    const at = this.reserve(9);
    this.bytes[at] = op;
    this.view.setBigUint64(at + 1, BigInt(value), true);
  }

  /** An opcode with a double, high byte first. */
  opDouble(op: number, value: number): void {
    const at = this.reserve(9);
    this.bytes[at] = op;
    this.view.setFloat64(at + 1, value);
  }

  /** Bytes as they are. */
  raw(data: Uint8Array): void {
    const at = this.reserve(data.length);
    this.bytes.set(data, at);
  }

  /** Text, each character a byte. */
  latin1(text: string): void {
    const at = this.reserve(text.length);
    const { bytes } = this;
    for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  }

  /** Between two opcodes: a frame that is large enough ends. Raises what the file raises. */
  boundary(ts: ThreadState): Status {
    if (this.frame < 0 || this.length - this.frame - HEADER < FRAME_TARGET) return true;
    this.endFrame();
    return this.write === null ? true : this.flush(ts);
  }

  /** Ends the present frame, if there is one. */
  endFrame(): void {
    const start = this.frame;
    if (start < 0) return;
    const size = this.length - start - HEADER;
    if (size >= FRAME_MIN) {
      this.bytes[start] = Op.FRAME;
      this.view.setBigUint64(start + 1, BigInt(size), true);
    } else {
      this.bytes.copyWithin(start, start + HEADER, this.length);
      this.length -= HEADER;
    }
    this.frame = -1;
  }

  /**
   * A large object: outside of frames, and written to a file as it is.
   *
   * @param header writes the opcode with the size
   * @param original what `write` of the file is given, `data` as bytes if absent
   */
  large(ts: ThreadState, header: () => void, data: Uint8Array, original?: Value): Status {
    const { framing } = this;
    this.endFrame();
    this.framing = false;
    header();
    if (this.write === null) this.raw(data);
    else {
      if (this.flush(ts) === null) return null;
      if (call(ts, this.write, [original ?? new PyBytes(data.slice())]) === null) return null;
    }
    this.framing = framing;
    return true;
  }

  /** Gives the file what is in memory. Raises what its `write` raises. */
  flush(ts: ThreadState): Status {
    const { write } = this;
    if (write === null) return true;
    const data = this.take();
    return call(ts, write, [new PyBytes(data)]) === null ? null : true;
  }

  /** The bytes, which are forgotten here. */
  take(): Uint8Array {
    const data = this.bytes.slice(0, this.length);
    this.length = 0;
    this.frame = -1;
    return data;
  }
}
