import { nativeDef } from "../types/builtin-function/native-def.js";
import {
  PyBuiltinFunction,
  PyGetSetDescriptor,
  PyMethodDescriptor,
} from "../types/builtin-function/py-builtin-function.js";
import { PyStaticMethod } from "../types/classmethod/py-class-method.js";
import { PyMemberDescriptor, PyWrapperDescriptor } from "../types/descriptors/py-descriptors.js";
import { None } from "../types/none/singletons.js";
import { newFunction } from "../types/type/new-function.js";
import { unhashable } from "./compare.js";
import type { MethodRow, TypeSpec } from "./native.js";
import type { Value } from "./object.js";
import type { slotsOf } from "./slot-glue.js";
import { slotDefs } from "./slot-table.js";
import type { PyType } from "./type.js";

/** Fills the namespace of a native type from its definition: slot wrappers, methods, computed attributes. */
export function fillNamespace(type: PyType): void {
  const spec = type.pendingSpec as TypeSpec;
  type.pendingSpec = null;
  const { namespace } = type;
  addSlotWrappers(type, spec);
  for (const row of spec.methods ?? []) addMethod(type, row);
  for (const row of spec.getset ?? []) {
    const member = row[4] === "member";
    const value = member ? new PyMemberDescriptor(type, row[0], -1, row) : new PyGetSetDescriptor(type, row);
    namespace.set(row[0], value);
  }
  for (const [name, value] of Object.entries(spec.attributes ?? {})) {
    if (value === null) namespace.delete(name);
    else namespace.set(name, value);
  }
  if (!namespace.has("__doc__")) namespace.set("__doc__", spec.doc ?? None);
  // Equality without a hash, see `readyType`.
  if (type.tp_hash === unhashable && !namespace.has("__hash__")) namespace.set("__hash__", None);
}

function addSlotWrappers(type: PyType, spec: TypeSpec): void {
  const { namespace } = type;
  const slots = (spec.slots ?? {}) as Partial<ReturnType<typeof slotsOf>>;
  if (slots.tp_new) namespace.set("__new__", newFunction(type));
  for (const def of slotDefs) {
    const fn = slots[def.slot];
    if (fn === undefined || fn === null || namespace.has(def.name)) continue;
    if (def.shape === "new" || def.shape === "getattr") continue;
    namespace.set(def.name, fn === unhashable ? None : new PyWrapperDescriptor(type, def, fn));
  }
}

function addMethod(type: PyType, row: MethodRow): void {
  const def = nativeDef(row, type.qualname);
  let value: Value;
  if (def.options.binding === "static") {
    value = new PyStaticMethod(new PyBuiltinFunction(def, type, None));
  } else value = new PyMethodDescriptor(type, def);
  type.namespace.set(def.name, value);
}
