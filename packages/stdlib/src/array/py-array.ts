import {
  BufferErrorType,
  type PyInstance,
  type PyObject,
  type PyType,
  raise,
  type Status,
  type ThreadState,
} from "@adder/objects";
import type { ItemType } from "./item-types.js";

/** An array: items of one type in memory. */
export class PyArray implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly type: ItemType;
  /** Memory, with room behind the items. */
  private memory: Uint8Array;
  /** Bytes of the items. */
  private used: number;
  /** Buffers that are lent out. */
  exports = 0;
  attrs: PyInstance | null = null;

  constructor(cls: PyType, type: ItemType, bytes: Uint8Array = new Uint8Array(0)) {
    this.cls = cls;
    this.type = type;
    this.memory = bytes;
    this.used = bytes.length;
  }

  /** The memory of the items itself, not a copy. */
  get bytes(): Uint8Array {
    return this.memory.subarray(0, this.used);
  }

  /** Number of items. */
  get length(): number {
    return this.used / this.type.size;
  }

  /** Replaces the items from `start` to `end` by the items in `bytes`. Raises BufferError when the size may not change. */
  splice(ts: ThreadState, start: number, end: number, bytes: Uint8Array): Status {
    const from = start * this.type.size;
    const to = end * this.type.size;
    const length = this.used - (to - from) + bytes.length;
    if (length !== this.used && this.exports > 0) {
      return raise(ts, BufferErrorType, "cannot resize an array that is exporting buffers");
    }
    let target = this.memory;
    if (length > target.length) {
      target = new Uint8Array(length + (length >> 4) + 8 * this.type.size);
      target.set(this.memory.subarray(0, from));
    }
    target.set(this.memory.subarray(to, this.used), from + bytes.length);
    target.set(bytes, from);
    this.memory = target;
    this.used = length;
    return true;
  }

  /** A window on the memory for reading and writing items. */
  view(): DataView {
    return new DataView(this.memory.buffer, this.memory.byteOffset, this.used);
  }
}
