import { ClassMethodType, StaticMethodType } from "../../core/builtin-types.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";

/** A classmethod object. */
export class PyClassMethod implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `__func__`; `undefined` until `__init__` ran. */
  func: Value | undefined;
  attrs: PyInstance | null = null;

  constructor(func: Value | undefined, cls: PyType = ClassMethodType) {
    this.cls = cls;
    this.func = func;
  }
}

/** A staticmethod object. */
export class PyStaticMethod implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  /** `__func__`; `undefined` until `__init__` ran. */
  func: Value | undefined;
  attrs: PyInstance | null = null;

  constructor(func: Value | undefined, cls: PyType = StaticMethodType) {
    this.cls = cls;
    this.func = func;
  }
}
