import { FloatType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A float. Identity follows the value (`sameObject`), so boxes may be made and dropped at will, except that of a NaN. */
export class PyFloat extends PyObject {
  readonly value: number;

  constructor(value: number, cls: PyType = FloatType) {
    super();
    this.cls = cls;
    this.value = value;
  }
}

/** An instance of a subclass of float, which can have attributes. */
export class PyFloatSubclass extends PyFloat {
  attrs: PyInstance | null = null;
}
