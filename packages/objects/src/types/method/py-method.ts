import { MethodType } from "../../core/builtin-types.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A bound method. */
export class PyMethod implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    /** `__func__`: any callable. */
    readonly func: Value,
    /** `__self__`. */
    readonly self: Value,
  ) {
    this.cls = MethodType;
  }
}
