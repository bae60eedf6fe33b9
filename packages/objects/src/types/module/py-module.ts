import { ModuleType } from "../../core/builtin-types.js";
import { PyObject } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import type { PyDict } from "../dict/py-dict.js";

/** A module: its attributes are the items of `dict`. */
export class PyModule extends PyObject {
  readonly dict: PyDict;

  constructor(dict: PyDict, cls: PyType = ModuleType) {
    super(cls);
    this.dict = dict;
  }
}
