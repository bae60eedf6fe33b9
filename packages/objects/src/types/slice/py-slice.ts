import { SliceType } from "../../core/builtin-types.js";
import { PyObject, type Value } from "../../core/object.js";

/** A slice; parts that were not given are None. */
export class PySlice extends PyObject {
  constructor(
    readonly start: Value,
    readonly stop: Value,
    readonly step: Value,
  ) {
    super();
    this.cls = SliceType;
  }
}
