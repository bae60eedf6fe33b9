import { ComplexType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A complex number. */
export class PyComplex extends PyObject {
  attrs: PyInstance | null = null;

  constructor(
    readonly real: number,
    readonly imag: number,
    cls: PyType = ComplexType,
  ) {
    super();
    this.cls = cls;
  }
}
