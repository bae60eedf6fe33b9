import { raise } from "../../core/errors.js";
import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, type PyType, TypeFlags } from "../../core/type.js";
import { TypeErrorType } from "../exceptions/exception-types.js";

/** Do instances of `type` hold more than those of its base (native state or slots)? */
function extendsLayout(type: PyType): boolean {
  if ((type.flags & TypeFlags.HEAP) !== 0) return type.slotNames.length > 0;
  if (type.base === null || (type.flags & TypeFlags.OWN_LAYOUT) !== 0) return true;
  return type.base.base === null && (type.flags & TypeFlags.INLINE_FIELDS) === 0;
}

/** The nearest base, the class itself included, that determines what instances hold (CPython `solid_base`). */
export function solidBase(type: PyType): PyType {
  let t = type;
  while (!extendsLayout(t)) t = t.base as PyType;
  return t;
}

/** The native class that an instance of `type` is made by. */
export function nativeBase(type: PyType): PyType {
  let t = type;
  while ((t.flags & TypeFlags.HEAP) !== 0) t = t.base as PyType;
  return t;
}

/** The base whose layout a class with these bases extends (CPython `best_base`). Raises TypeError. */
export function bestBase(ts: ThreadState, bases: readonly PyType[]): Result<PyType> {
  let winner: PyType | null = null;
  let best: PyType | null = null;
  for (const base of bases) {
    if ((base.flags & TypeFlags.BASETYPE) === 0) {
      return raise(ts, TypeErrorType, `type '${base.tpName}' is not an acceptable base type`);
    }
    const candidate = solidBase(base);
    if (winner === null || (winner !== candidate && isSubtype(candidate, winner))) {
      winner = candidate;
      best = base;
    } else if (!isSubtype(winner, candidate)) {
      return raise(ts, TypeErrorType, "multiple bases have instance lay-out conflict");
    }
  }
  return best as PyType;
}

/** All slots of a class, inherited ones first. */
function allSlots(type: PyType): string[] {
  const inherited = type.base === null ? [] : allSlots(type.base);
  return [...inherited, ...type.slotNames];
}

/** Do instances of both classes look the same, so that one class can take the place of the other? */
export function sameLayout(a: PyType, b: PyType): boolean {
  const mask = TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS;
  if (nativeBase(a) !== nativeBase(b) && solidBase(a) !== solidBase(b)) return false;
  if ((a.flags & mask) !== (b.flags & mask) || a.reservedFields !== b.reservedFields) return false;
  const slots = allSlots(b);
  return allSlots(a).every((name, i) => slots[i] === name);
}
