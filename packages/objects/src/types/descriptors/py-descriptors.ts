import { MemberDescriptorType, MethodWrapperType, WrapperDescriptorType } from "../../core/builtin-types.js";
import type { GetSetRow } from "../../core/native.js";
import type { PyObject, Value } from "../../core/object.js";
import type { SlotDef } from "../../core/slot-table.js";
import type { PyType } from "../../core/type.js";

/** A slot of a native class as a method (`int.__add__`). */
export class PyWrapperDescriptor implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly owner: PyType,
    readonly def: SlotDef,
    /** The slot's function. */
    readonly fn: unknown,
  ) {
    this.cls = WrapperDescriptorType;
  }
}

/** A {@link PyWrapperDescriptor} bound to an instance (`(1).__add__`). */
export class PyMethodWrapper implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly descriptor: PyWrapperDescriptor,
    readonly self: Value,
  ) {
    this.cls = MethodWrapperType;
  }
}

/** An attribute with a place of its own in the instance: an entry of `__slots__`, or a field of a native class. */
export class PyMemberDescriptor implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly owner: PyType,
    readonly name: string,
    /** Index of the reserved field; -1 for a field of a native class. */
    readonly field: number,
    /** How a field of a native class is read and written. */
    readonly row: GetSetRow | null,
  ) {
    this.cls = MemberDescriptorType;
  }
}
