import { genericGetAttr, getOptionalAttr, type MethodSelf } from "../../core/attributes.js";
import { raise, typeName } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, PyType, TypeFlags } from "../../core/type.js";
import { lookupAfter } from "../../core/type-lookup.js";
import { typeOf } from "../../core/type-of.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PySuper } from "./py-super.js";

/** The class whose MRO `super(type, obj)` searches (CPython `supercheck`). Raises TypeError. */
export function superCheck(ts: ThreadState, type: PyType, obj: Value): Result<PyType> {
  // By the MRO alone: one that a metaclass made need not hold the class itself.
  if (obj instanceof PyType && (obj.mro.includes(type) || isUnfinished(obj, type))) return obj;
  const real = typeOf(obj);
  if (real.mro.includes(type)) return real;
  const claimed = getOptionalAttr(ts, obj, "__class__");
  if (claimed === null) return null;
  if (claimed instanceof PyType && claimed !== real && isSubtype(claimed, type)) return claimed;
  const who = obj instanceof PyType ? `type ${obj.name}` : `instance of ${typeName(obj)}`;
  const message = `obj (${who}) is not an instance or subtype of type (${type.name}).`;
  return raise(ts, TypeErrorType, `super(type, obj): ${message}`);
}

/** Is it a class without an MRO yet, because a metaclass is still asked for it? Its bases say what it derives from then. */
function isUnfinished(cls: PyType, type: PyType): boolean {
  if (cls.mro.length > 0) return false;
  let base: PyType | null = cls;
  while (base !== null && base !== type) base = base.base;
  return base !== null;
}

/**
 * `super(type, obj).name` without making the super object. With `out`, a plain function or native
 * method is returned unbound and its instance through `out.self`, as `loadMethod` does.
 */
export function superGetAttr(
  ts: ThreadState,
  type: Value,
  obj: Value,
  name: string,
  out: MethodSelf | null,
): Result<Value> {
  if (out !== null) out.self = undefined;
  if (!(type instanceof PyType)) {
    return raise(ts, TypeErrorType, `super() argument 1 must be a type, not ${typeName(type)}`);
  }
  const start = superCheck(ts, type, obj);
  if (start === null) return null;
  if (name !== "__class__") {
    const found = lookupAfter(start, type, name);
    if (found !== undefined) {
      const descriptorType = typeOf(found);
      if (out !== null && obj !== start && (descriptorType.flags & TypeFlags.METHOD_DESCRIPTOR) !== 0) {
        out.self = obj;
        return found;
      }
      const get = descriptorType.tp_descr_get;
      return get === null ? found : get(ts, found, obj === start ? undefined : obj, start);
    }
  }
  // Attributes of super objects themselves: rare enough to make one.
  const proxy = new PySuper();
  proxy.type = type;
  proxy.obj = obj;
  proxy.objType = start;
  return genericGetAttr(ts, proxy, name);
}

/** `super.__getattribute__`. */
export function superObjectGetAttr(ts: ThreadState, self: PySuper, name: string): Result<Value> {
  const { type, obj, objType } = self;
  if (type === null || obj === null || objType === null || name === "__class__") {
    return genericGetAttr(ts, self, name);
  }
  const found = lookupAfter(objType, type, name);
  if (found === undefined) return genericGetAttr(ts, self, name);
  const get = typeOf(found).tp_descr_get;
  return get === null ? found : get(ts, found, obj === objType ? undefined : obj, objType);
}
