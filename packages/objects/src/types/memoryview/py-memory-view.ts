import { MemoryViewType } from "../../core/builtin-types.js";
import type { PyObject } from "../../core/object.js";
import type { BufferView } from "../../core/slots.js";
import type { PyType } from "../../core/type.js";

/** A memoryview: a window on the buffer that another object lends. */
export class PyMemoryView implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once released. */
  buffer: BufferView | null;
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  /** In bytes. */
  readonly strides: readonly number[];
  /** Byte in the buffer at which item 0 stands. */
  readonly offset: number;
  readonly readonly: boolean;
  /** The view that this one was sliced or cast from, which keeps the loan; `null` for the one that took it. */
  readonly parent: PyMemoryView | null;
  /** Views derived from this one and buffers lent onwards that are still open. */
  exports = 0;

  constructor(
    buffer: BufferView,
    layout: {
      format: string;
      itemsize: number;
      shape: readonly number[];
      strides: readonly number[];
      offset: number;
      readonly: boolean;
    },
    parent: PyMemoryView | null,
  ) {
    this.cls = MemoryViewType;
    this.buffer = buffer;
    this.format = layout.format;
    this.itemsize = layout.itemsize;
    this.shape = layout.shape;
    this.strides = layout.strides;
    this.offset = layout.offset;
    this.readonly = layout.readonly;
    this.parent = parent;
  }

  /** Is the memory one block in C order? */
  get contiguous(): boolean {
    let expected = this.itemsize;
    for (let i = this.shape.length - 1; i >= 0; i--) {
      if (this.shape[i] > 1 && this.strides[i] !== expected) return false;
      expected *= this.shape[i];
    }
    return true;
  }

  /** Number of items. */
  get count(): number {
    return this.shape.reduce((a, b) => a * b, 1);
  }
}
