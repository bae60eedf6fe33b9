import { TupleType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import { PyObject, type Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A tuple. `items` never changes once the tuple can be seen by a program. */
export class PyTuple extends PyObject {
  readonly items: readonly Value[];
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;

  constructor(items: readonly Value[], cls: PyType = TupleType) {
    super(cls);
    this.items = items;
  }
}

/** `()`. */
export const emptyTuple = new PyTuple([]);
