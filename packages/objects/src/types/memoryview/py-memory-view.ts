import { MemoryViewType } from "../../core/builtin-types.js";
import type { PyObject } from "../../core/object.js";
import type { BufferView } from "../../core/slots.js";
import type { PyType } from "../../core/type.js";

/** A buffer that several memoryviews share; it is given back with the last of them (CPython `_PyManagedBuffer`). */
export class Loan {
  /** Memoryviews on it that are not released. */
  views = 0;

  constructor(readonly buffer: BufferView) {}
}

/** How a memoryview sees the memory. */
export interface Layout {
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  /** In bytes. */
  readonly strides: readonly number[];
  /** Byte in the buffer at which item 0 stands. */
  readonly offset: number;
  readonly readonly: boolean;
}

/** A memoryview: a window on the buffer that another object lends. */
export class PyMemoryView implements PyObject, Layout {
  /** `type(self)`. */
  cls: PyType;
  /** `null` once released. */
  loan: Loan | null;
  readonly format: string;
  readonly itemsize: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly readonly: boolean;
  /** Buffers that this view has lent onwards and that are still open. */
  exports = 0;
  /** Known after the first `hash()`, and kept when the view is released. */
  hash: number | bigint | null = null;

  constructor(loan: Loan, layout: Layout) {
    this.cls = MemoryViewType;
    this.loan = loan;
    this.format = layout.format;
    this.itemsize = layout.itemsize;
    this.shape = layout.shape;
    this.strides = layout.strides;
    this.offset = layout.offset;
    this.readonly = layout.readonly;
    loan.views++;
  }

  /** A memoryview of a whole buffer, which it gives back when it is released. */
  static over(buffer: BufferView): PyMemoryView {
    const { format, itemsize, shape, strides, readonly } = buffer;
    return new PyMemoryView(new Loan(buffer), { format, itemsize, shape, strides, offset: 0, readonly });
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

  /** Is the memory one block in Fortran order? */
  get fortran(): boolean {
    let expected = this.itemsize;
    for (let i = 0; i < this.shape.length; i++) {
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
