import { MappingProxyType } from "../../core/builtin-types.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A read-only view of a mapping; of a class it is the view of its namespace (`cls.__dict__`). */
export class PyMappingProxy implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    /** The mapping, or a class whose namespace is meant. */
    readonly mapping: Value,
    /** `mapping` is a class whose namespace is meant. */
    readonly ofClass: boolean,
  ) {
    this.cls = MappingProxyType;
  }
}
