import { ByteArrayType, BytesType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A bytes object; `value` never changes. */
export class PyBytes implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly value: Uint8Array;
  attrs: PyInstance | null = null;

  constructor(value: Uint8Array, cls: PyType = BytesType) {
    this.cls = cls;
    this.value = value;
  }
}

/** A bytearray: the first `length` bytes of a buffer that may have room to grow. */
export class PyByteArray implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  buffer: Uint8Array;
  length: number;
  /** Buffer views lent out; while there are any the size may not change ("Existing exports of data: object cannot be re-sized"). */
  exports = 0;
  attrs: PyInstance | null = null;

  constructor(bytes: Uint8Array, cls: PyType = ByteArrayType) {
    this.cls = cls;
    this.buffer = bytes;
    this.length = bytes.length;
  }

  /** The bytes in use, not a copy. */
  get value(): Uint8Array {
    return this.length === this.buffer.length ? this.buffer : this.buffer.subarray(0, this.length);
  }
}
