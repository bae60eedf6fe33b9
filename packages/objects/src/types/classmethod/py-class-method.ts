import { ClassMethodType, StaticMethodType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import { PyObject, type Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A classmethod object. */
export class PyClassMethod extends PyObject {
  /** `__func__`; `undefined` until `__init__` ran. */
  func: Value | undefined;
  attrs: PyInstance | null = null;

  constructor(func: Value | undefined, cls: PyType = ClassMethodType) {
    super();
    this.cls = cls;
    this.func = func;
  }
}

/** A staticmethod object. */
export class PyStaticMethod extends PyObject {
  /** `__func__`; `undefined` until `__init__` ran. */
  func: Value | undefined;
  attrs: PyInstance | null = null;

  constructor(func: Value | undefined, cls: PyType = StaticMethodType) {
    super();
    this.cls = cls;
    this.func = func;
  }
}
