import { SliceType } from "../../core/builtin-types.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A slice; parts that were not given are None. */
export class PySlice implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly start: Value,
    readonly stop: Value,
    readonly step: Value,
  ) {
    this.cls = SliceType;
  }
}
