import { SuperType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A super object. */
export class PySuper implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `__thisclass__`: the search starts behind it. */
  type: PyType | null = null;
  /** `__self__`; `null` when unbound. */
  obj: Value | null = null;
  /** `__self_class__`: whose MRO is searched. */
  objType: PyType | null = null;
  attrs: PyInstance | null = null;

  constructor(cls: PyType = SuperType) {
    this.cls = cls;
  }
}
