import { attributesOf, dictShapeOf, rootShapeOf } from "../../core/attributes.js";
import { ModuleType } from "../../core/builtin-types.js";
import { raise, typeName } from "../../core/errors.js";
import type { PyInstance } from "../../core/fields.js";
import type { PyObject, Status, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { sameLayout } from "../type/layout.js";

/** `o.__class__ = value` (CPython `object_set_class`). Raises TypeError. */
export function assignClass(ts: ThreadState, self: Value, value: Value | undefined): Status {
  if (value === undefined) return raise(ts, TypeErrorType, "can't delete __class__ attribute");
  if (!(value instanceof PyType)) {
    return raise(ts, TypeErrorType, `__class__ must be set to a class, not '${typeName(value)}' object`);
  }
  const old = typeOf(self);
  const modules = isSubtype(value, ModuleType) && isSubtype(old, ModuleType);
  if (!modules && ((value.flags | old.flags) & TypeFlags.IMMUTABLE) !== 0) {
    const message = "__class__ assignment only supported for mutable types or ModuleType subclasses";
    return raise(ts, TypeErrorType, message);
  }
  if (!sameLayout(value, old)) {
    const message = `__class__ assignment: '${value.tpName}' object layout differs from '${old.tpName}'`;
    return raise(ts, TypeErrorType, message);
  }
  const inst = attributesOf(self);
  if (inst !== null) moveToShape(inst, value);
  (self as PyObject).cls = value;
  return true;
}

/** Gives an instance the shape of `cls` that has its attributes in the fields where they are. */
function moveToShape(inst: PyInstance, cls: PyType): void {
  if (inst.dict !== null) {
    inst.shape = dictShapeOf(cls);
    return;
  }
  let shape = rootShapeOf(cls);
  for (const name of inst.shape.names) if (name !== null) shape = shape.add(name);
  inst.shape = shape;
}
