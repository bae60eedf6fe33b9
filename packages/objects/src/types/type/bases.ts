import {
  ByteArrayType,
  BytesType,
  ComplexType,
  FloatType,
  IntType,
  ObjectType,
  StrType,
} from "../../core/builtin-types.js";
import { raise, typeName } from "../../core/errors.js";
import type { Status, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, PyType, TypeFlags } from "../../core/type.js";
import { typeModified } from "../../core/type-lookup.js";
import { refillSlots } from "../../core/update-slots.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { addSubclass, removeSubclass } from "./create-type.js";
import { bestBase, extendsLayoutOf, sameLayout } from "./layout.js";
import { computeMro } from "./mro.js";

/** `cls.__bases__ = value` (CPython `type_set_bases`). Raises TypeError. */
export function setBases(ts: ThreadState, type: PyType, value: Value): Status {
  const fail = (message: string): null => raise(ts, TypeErrorType, message);
  const what = `${type.name}.__bases__`;
  if (!(value instanceof PyTuple)) return fail(`can only assign tuple to ${what}, not ${typeName(value)}`);
  if (value.items.length === 0) return fail(`can only assign non-empty tuple to ${what}, not ()`);
  const bases: PyType[] = [];
  for (const base of value.items) {
    if (!(base instanceof PyType)) {
      return fail(`${what} must be tuple of classes, not '${typeName(base)}'`);
    }
    if (isSubtype(base, type) || extendsLayoutOf(base, type)) {
      return fail("a __bases__ item causes an inheritance cycle");
    }
    bases.push(base);
  }
  const base = bestBase(ts, bases);
  if (base === null) return null;
  const old = type.base as PyType;
  if (isCollected(base) !== isCollected(old)) {
    return fail(`__bases__ assignment: '${base.tpName}' deallocator differs from '${old.tpName}'`);
  }
  if (!sameLayout(base, old)) {
    return fail(`__bases__ assignment: '${base.tpName}' object layout differs from '${old.tpName}'`);
  }
  const before = { base: type.base, bases: type.bases };
  type.base = base;
  type.bases = bases;
  const changes: [PyType, readonly PyType[]][] = [];
  if (remakeMros(ts, type, changes) === null) {
    for (const [t, mro] of changes) t.mro = mro;
    if (type.bases === bases) {
      type.base = before.base;
      type.bases = before.bases;
    }
    return null;
  }
  // A `mro()` of the metaclass may have assigned other bases in the meantime: those stay.
  if (type.bases !== bases) return true;
  for (const b of before.bases) removeSubclass(ts, b, type);
  for (const b of bases) addSubclass(ts, b, type);
  typeModified(ts, type);
  refillSlots(type);
  return true;
}

/** Does CPython free instances as its garbage collector does (`tp_free`)? Those of classes written in Python always. */
function isCollected(type: PyType): boolean {
  return (type.flags & TypeFlags.HEAP) !== 0 || !UNCOLLECTED.has(type);
}
const UNCOLLECTED = new Set([ObjectType, IntType, FloatType, ComplexType, StrType, BytesType, ByteArrayType]);

/** Computes the MROs of a class and its subclasses anew; `changes` keeps the old ones for the case that one fails. */
function remakeMros(ts: ThreadState, type: PyType, changes: [PyType, readonly PyType[]][]): Status {
  const before = type.mro;
  const mro = computeMro(ts, type);
  if (mro === null) return null;
  if (type.mro !== before) return true;
  changes.push([type, before]);
  type.mro = mro;
  for (const ref of type.subclasses ?? []) {
    const sub = ref.deref();
    if (sub !== undefined && remakeMros(ts, sub, changes) === null) return null;
  }
  return true;
}
