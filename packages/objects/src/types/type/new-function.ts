import { raise, typeName } from "../../core/errors.js";
import { makeInstance } from "../../core/make-instance.js";
import type { Result, Value } from "../../core/object.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, PyType, TypeFlags } from "../../core/type.js";
import { type NativeDef, nativeDef } from "../builtin-function/native-def.js";
import { PyBuiltinFunction } from "../builtin-function/py-builtin-function.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";

/** `__new__` of a native type: checks the class that it is called with (CPython `tp_new_wrapper`). */
function callNew(ts: ThreadState, type: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const fail = (message: string): null => raise(ts, TypeErrorType, `${type.tpName}.__new__(${message}`);
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given < 1) return fail("): not enough arguments");
  const cls = args[0];
  if (!(cls instanceof PyType)) return fail(`X): X is not a type object (${typeName(cls)})`);
  if (!isSubtype(cls, type)) return fail(`${cls.tpName}): ${cls.tpName} is not a subtype of ${type.tpName}`);
  // The nearest native base must make the object, or its own state would be missing.
  let native: PyType | null = cls;
  while (native !== null && (native.flags & TypeFlags.HEAP) !== 0) native = native.base;
  if (native !== null && native.tp_new !== type.tp_new) {
    return fail(`${cls.tpName}) is not safe, use ${native.tpName}.__new__()`);
  }
  if (type.tp_new === null) return raise(ts, TypeErrorType, `cannot create '${type.tpName}' instances`);
  return makeInstance(ts, type.tp_new, cls, args.slice(1), kwnames);
}

let definition: NativeDef | null = null;

/** The `__new__` that a native type with `tp_new` has in its namespace. */
export function newFunction(type: PyType): PyBuiltinFunction {
  definition ??= nativeDef(["__new__", "($type, *args, **kwargs)", callNew, "Makes a new instance."]);
  return new PyBuiltinFunction(definition, type, None);
}

/** Is this the `__new__` of a native type? */
export function isNewFunction(v: Value): v is PyBuiltinFunction {
  return v instanceof PyBuiltinFunction && v.def === definition;
}
