import { PropertyType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A property; functions that were not given are `null`. */
export class PyProperty implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  fget: Value | null = null;
  fset: Value | null = null;
  fdel: Value | null = null;
  /** `__doc__` of an exact property. */
  doc: Value | null = null;
  /** The docstring is the getter's, so that it changes with the getter. */
  docFromGetter = false;
  /** `__name__` once set. */
  name: Value | null = null;
  attrs: PyInstance | null = null;

  constructor(cls: PyType = PropertyType) {
    this.cls = cls;
  }
}
