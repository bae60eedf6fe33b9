import { CellType } from "../../core/builtin-types.js";
import { PyObject, type Value } from "../../core/object.js";

/** A variable shared between a function and the functions inside it. */
export class PyCell extends PyObject {
  /** `undefined` while unbound. */
  value: Value | undefined;

  constructor(value: Value | undefined) {
    super();
    this.cls = CellType;
    this.value = value;
  }
}
