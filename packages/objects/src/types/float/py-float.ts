import { FloatType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A float. Identity follows the value (`sameObject`), so boxes may be made and dropped at will, except that of a NaN. */
export class PyFloat implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly value: number;

  constructor(value: number, cls: PyType = FloatType) {
    this.cls = cls;
    this.value = value;
  }
}

/** An instance of a subclass of float, which can have attributes. */
export class PyFloatSubclass extends PyFloat {
  attrs: PyInstance | null = null;
}
