import { TypeErrorType } from "../types/exceptions/exception-types.js";
import { PyTuple } from "../types/tuple/py-tuple.js";
import { PyUnion } from "../types/union/py-union.js";
import { getOptionalAttr } from "./attributes.js";
import { TypeType } from "./builtin-types.js";
import { call, enterNative, leaveNative, lookupSpecial } from "./call.js";
import { isTrue } from "./compare.js";
import { raise } from "./errors.js";
import type { Result, Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";
import { isSubtype, PyType } from "./type.js";
import { typeOf } from "./type-of.js";

/** `isinstance(o, cls)` (CPython `PyObject_IsInstance`). */
export function isInstanceOf(ts: ThreadState, o: Value, cls: Value): Result<boolean> {
  if (typeOf(o) === cls) return true;
  if (typeof cls === "object") {
    if (cls.cls === TypeType) return realInstance(ts, o, cls);
    const several = cls instanceof PyUnion ? cls.args : cls;
    if (several instanceof PyTuple) return anyOf(ts, several, (c) => isInstanceOf(ts, o, c));
  }
  const check = lookupSpecial(ts, cls, "__instancecheck__");
  if (check === null) return null;
  if (check === undefined) return realInstance(ts, o, cls);
  const result = call(ts, check, [o]);
  return result === null ? null : isTrue(ts, result);
}

/** `issubclass(c, cls)` (CPython `PyObject_IsSubclass`). */
export function isSubclass(ts: ThreadState, c: Value, cls: Value): Result<boolean> {
  if (typeof cls === "object") {
    if (cls.cls === TypeType) return c === cls ? true : realSubclass(ts, c, cls);
    const several = cls instanceof PyUnion ? cls.args : cls;
    if (several instanceof PyTuple) return anyOf(ts, several, (one) => isSubclass(ts, c, one));
  }
  const check = lookupSpecial(ts, cls, "__subclasscheck__");
  if (check === null) return null;
  if (check === undefined) return realSubclass(ts, c, cls);
  const result = call(ts, check, [c]);
  return result === null ? null : isTrue(ts, result);
}

function anyOf(ts: ThreadState, classes: PyTuple, test: (cls: Value) => Result<boolean>): Result<boolean> {
  if (!enterNative(ts)) return null;
  let found: Result<boolean> = false;
  for (const cls of classes.items) {
    found = test(cls);
    if (found !== false) break;
  }
  leaveNative(ts);
  return found;
}

/** `type.__instancecheck__`: by MRO, with `__class__` as second opinion (CPython `recursive_isinstance`). */
export function realInstance(ts: ThreadState, o: Value, cls: Value): Result<boolean> {
  if (cls instanceof PyType) {
    const real = typeOf(o);
    if (isSubtype(real, cls)) return true;
    const claimed = getOptionalAttr(ts, o, "__class__");
    if (claimed === null) return null;
    return claimed !== real && claimed instanceof PyType && isSubtype(claimed, cls);
  }
  const message = "isinstance() arg 2 must be a type, a tuple of types, or a union";
  const bases = basesOf(ts, cls);
  if (bases === null) return null;
  if (bases === undefined) return raise(ts, TypeErrorType, message);
  const claimed = getOptionalAttr(ts, o, "__class__");
  if (claimed === null) return null;
  return claimed === undefined ? false : derivesFrom(ts, claimed, cls);
}

/** `type.__subclasscheck__` (CPython `recursive_issubclass`). */
export function realSubclass(ts: ThreadState, c: Value, cls: Value): Result<boolean> {
  if (c instanceof PyType && cls instanceof PyType) return isSubtype(c, cls);
  const ofDerived = basesOf(ts, c);
  if (ofDerived === null) return null;
  if (ofDerived === undefined) return raise(ts, TypeErrorType, "issubclass() arg 1 must be a class");
  const ofClass = basesOf(ts, cls);
  if (ofClass === null) return null;
  if (ofClass === undefined) {
    return raise(ts, TypeErrorType, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }
  return derivesFrom(ts, c, cls);
}

/** `__bases__` if it is a tuple: what makes any object look like a class. */
function basesOf(ts: ThreadState, c: Value): Result<PyTuple | undefined> {
  const bases = getOptionalAttr(ts, c, "__bases__");
  if (bases === null) return null;
  return bases instanceof PyTuple ? bases : undefined;
}

function derivesFrom(ts: ThreadState, c: Value, cls: Value): Result<boolean> {
  if (c === cls) return true;
  const bases = basesOf(ts, c);
  if (bases === null) return null;
  if (bases === undefined) return false;
  return anyOf(ts, bases, (base) => derivesFrom(ts, base, cls));
}
