import { ModuleType } from "../../core/builtin-types.js";
import { PyInstance, Shape } from "../../core/fields.js";
import type { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import type { PyDict } from "../dict/py-dict.js";

/** A module: its attributes are the items of `dict`. */
export class PyModule implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  readonly dict: PyDict;
  /** Holds `dict` where every other object has its attributes, so that attribute access needs no special case. */
  attrs: PyInstance;

  constructor(dict: PyDict, cls: PyType = ModuleType) {
    this.cls = cls;
    this.dict = dict;
    cls.rootShape ??= Shape.root(cls, cls.reservedFields);
    this.attrs = new PyInstance(cls, cls.rootShape);
    this.attrs.dict = dict;
  }
}
