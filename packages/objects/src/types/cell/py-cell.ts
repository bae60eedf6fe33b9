import { CellType } from "../../core/builtin-types.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A variable shared between a function and the functions inside it. */
export class PyCell implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `undefined` while unbound. */
  value: Value | undefined;

  constructor(value: Value | undefined) {
    this.cls = CellType;
    this.value = value;
  }
}
