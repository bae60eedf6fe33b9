import { raise, raiseNoAttribute } from "../../core/errors.js";
import type { Status, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { lookup, namespaceOf, typeModified } from "../../core/type-lookup.js";
import { typeOf } from "../../core/type-of.js";
import { updateSlotsFor } from "../../core/update-slots.js";
import { TypeErrorType } from "../exceptions/exception-types.js";

/** `type.__setattr__` and `type.__delattr__` (CPython `type_setattro`). */
export function typeSetAttr(ts: ThreadState, type: PyType, name: string, value: Value | undefined): Status {
  if ((type.flags & TypeFlags.IMMUTABLE) !== 0) {
    return raise(ts, TypeErrorType, `cannot set '${name}' attribute of immutable type '${type.tpName}'`);
  }
  const descriptor = lookup(type.cls, name);
  if (descriptor !== undefined) {
    const set = typeOf(descriptor).tp_descr_set;
    if (set !== null) return set(ts, descriptor, type, value);
  }
  if (value === undefined) {
    if (!namespaceOf(type).delete(name)) {
      return raiseNoAttribute(ts, `type object '${type.name}' has no attribute '${name}'`, type, name);
    }
  } else type.namespace.set(name, value);
  typeChanged(ts, type, name);
  return true;
}

/** Sets an attribute in the namespace of a heap class, past descriptors of the metaclass. */
export function setClassVariable(
  ts: ThreadState,
  type: PyType,
  name: string,
  value: Value | undefined,
): void {
  if (value === undefined) type.namespace.delete(name);
  else type.namespace.set(name, value);
  typeChanged(ts, type, name);
}

function typeChanged(ts: ThreadState, type: PyType, name: string): void {
  typeModified(ts, type, name);
  if (name.startsWith("__") && name.endsWith("__")) updateSlotsFor(type, name);
}
