import { raiseNoAttribute } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { lookup } from "../../core/type-lookup.js";
import { typeOf } from "../../core/type-of.js";

/** `type.__getattribute__` (CPython `_Py_type_getattro`). */
export function typeGetAttr(ts: ThreadState, type: PyType, name: string): Result<Value> {
  const value = findTypeAttr(ts, type, name);
  if (value !== undefined) return value;
  return raiseNoAttribute(ts, `type object '${type.name}' has no attribute '${name}'`, type, name);
}

/** As {@link typeGetAttr}; `undefined` when there is no such attribute. */
export function findTypeAttr(ts: ThreadState, type: PyType, name: string): Result<Value | undefined> {
  const metatype = type.cls;
  const metaAttribute = lookup(metatype, name);
  let metaGet = null;
  if (metaAttribute !== undefined) {
    const descriptorType = typeOf(metaAttribute);
    metaGet = descriptorType.tp_descr_get;
    if (metaGet !== null && descriptorType.tp_descr_set !== null) {
      return metaGet(ts, metaAttribute, type, metatype);
    }
  }
  const attribute = lookup(type, name);
  if (attribute !== undefined) {
    const get = typeOf(attribute).tp_descr_get;
    return get === null ? attribute : get(ts, attribute, undefined, type);
  }
  if (metaGet !== null) return metaGet(ts, metaAttribute, type, metatype);
  return metaAttribute;
}
