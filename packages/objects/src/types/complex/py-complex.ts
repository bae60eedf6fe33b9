import { ComplexType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A complex number. */
export class PyComplex implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;

  constructor(
    readonly real: number,
    readonly imag: number,
    cls: PyType = ComplexType,
  ) {
    this.cls = cls;
  }
}
