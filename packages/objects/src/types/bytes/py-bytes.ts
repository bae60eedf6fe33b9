import { ByteArrayType, BytesType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A bytes object; `value` never changes. */
export class PyBytes extends PyObject {
  readonly value: Uint8Array;
  attrs: PyInstance | null = null;

  constructor(value: Uint8Array, cls: PyType = BytesType) {
    super();
    this.cls = cls;
    this.value = value;
  }
}

/** A bytearray: the first `length` bytes of a buffer that may have room to grow. */
export class PyByteArray extends PyObject {
  buffer: Uint8Array;
  length: number;
  /** Buffer views lent out; while there are any the size may not change ("Existing exports of data: object cannot be re-sized"). */
  exports = 0;
  attrs: PyInstance | null = null;

  constructor(bytes: Uint8Array, cls: PyType = ByteArrayType) {
    super();
    this.cls = cls;
    this.buffer = bytes;
    this.length = bytes.length;
  }

  /** The bytes in use, not a copy. */
  get value(): Uint8Array {
    return this.length === this.buffer.length ? this.buffer : this.buffer.subarray(0, this.length);
  }
}
