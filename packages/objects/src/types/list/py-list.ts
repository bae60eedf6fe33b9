import { ListType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A list: a packed array, which may be replaced (`list.sort` empties it for the time it sorts). */
export class PyList implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  items: Value[];
  /** Attributes of an instance of a subclass. */
  attrs: PyInstance | null = null;

  constructor(items: Value[], cls: PyType = ListType) {
    this.cls = cls;
    this.items = items;
  }
}
