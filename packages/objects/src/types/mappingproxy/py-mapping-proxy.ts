import { MappingProxyType } from "../../core/builtin-types.js";
import { PyObject, type Value } from "../../core/object.js";

/** A read-only view of a mapping; of a class it is the view of its namespace (`cls.__dict__`). */
export class PyMappingProxy extends PyObject {
  constructor(
    /** The mapping, or a class whose namespace is meant. */
    readonly mapping: Value,
    /** `mapping` is a class whose namespace is meant. */
    readonly ofClass: boolean,
  ) {
    super();
    this.cls = MappingProxyType;
  }
}
