import type { PyInstance } from "../../core/fields.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** An instance of a subclass of int (bool excepted). Plain ints are `number` and `bigint`. */
export class PyIntSubclass implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** Canonical: a `bigint` only beyond the safe integers. */
  readonly value: number | bigint;
  attrs: PyInstance | null = null;

  constructor(value: number | bigint, cls: PyType) {
    this.cls = cls;
    this.value = value;
  }
}
