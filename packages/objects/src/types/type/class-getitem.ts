import { getOptionalAttr } from "../../core/attributes.js";
import { TypeType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { raise } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyType } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyGenericAlias } from "../generic-alias/py-generic-alias.js";

/** `cls[item]` through `__class_getitem__` (PEP 560); `type[item]` is a GenericAlias. */
export function classGetItem(ts: ThreadState, cls: Value, item: Value): Result<Value> {
  if (cls === TypeType) return new PyGenericAlias(cls, item);
  const method = getOptionalAttr(ts, cls, "__class_getitem__");
  if (method === null) return null;
  if (method !== undefined) return call(ts, method, [item]);
  return raise(ts, TypeErrorType, `type '${(cls as PyType).name}' is not subscriptable`);
}
