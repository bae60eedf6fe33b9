import { MethodType } from "../../core/builtin-types.js";
import { PyObject, type Value } from "../../core/object.js";

/** A bound method. */
export class PyMethod extends PyObject {
  constructor(
    /** `__func__`: any callable. */
    readonly func: Value,
    /** `__self__`. */
    readonly self: Value,
  ) {
    super();
    this.cls = MethodType;
  }
}
