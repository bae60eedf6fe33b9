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

/** Is `of` among the bases whose layout `type` extends? A MRO that is just being computed does not say it yet. */
export function extendsLayoutOf(type: PyType, of: PyType): boolean {
  for (let t: PyType | null = type; t !== null; t = t.base) if (t === of) return true;
  return false;
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

const OPTIONAL_PARTS = TypeFlags.HAS_DICT | TypeFlags.HAS_WEAKREFS;

/** `__dict__` and `__weakref__` as far as the class has them and its base has not. */
function addedParts(type: PyType): number {
  const inherited = type.base === null ? 0 : type.base.flags;
  return type.flags & ~inherited & OPTIONAL_PARTS;
}

/** The nearest base, the class itself included, whose instances look different from those of its base. */
function lastAddition(type: PyType): PyType {
  let t = type;
  while (t.base !== null && !extendsLayout(t) && addedParts(t) === 0) t = t.base;
  return t;
}

/** Do instances of both classes look the same, so that one class can take the place of the other (CPython `compatible_for_assignment`)? */
export function sameLayout(a: PyType, b: PyType): boolean {
  const x = lastAddition(a);
  const y = lastAddition(b);
  if (x === y) return true;
  if (x.base !== y.base || addedParts(x) !== addedParts(y)) return false;
  // Native state has no names to compare.
  if ((x.flags & y.flags & TypeFlags.HEAP) === 0) return false;
  return x.slotNames.length === y.slotNames.length && x.slotNames.every((name, i) => name === y.slotNames[i]);
}
