import {
  BuiltinFunctionType,
  ClassMethodDescriptorType,
  GetSetDescriptorType,
  MethodDescriptorType,
} from "../../core/builtin-types.js";
import type { GetSetRow } from "../../core/native.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import type { NativeDef } from "./native-def.js";

/** A native function of a module, or a native method bound to its instance. */
export class PyBuiltinFunction implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly def: NativeDef,
    /** The module, the instance, or the class (class methods); None for a static method. */
    readonly self: Value,
    /** `__module__`: the module's name, or None. */
    readonly module: Value,
  ) {
    this.cls = BuiltinFunctionType;
  }
}

/** A native method in its class (`list.append`), unbound. */
export class PyMethodDescriptor implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly owner: PyType,
    readonly def: NativeDef,
  ) {
    this.cls = def.options.binding === "class" ? ClassMethodDescriptorType : MethodDescriptorType;
  }
}

/** A computed attribute of a native class. */
export class PyGetSetDescriptor implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly owner: PyType,
    readonly row: GetSetRow,
  ) {
    this.cls = GetSetDescriptorType;
  }
}
