import { getOptionalAttr } from "../../core/attributes.js";
import { call } from "../../core/call.js";
import { raise } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, PyType } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { PyTuple } from "../tuple/py-tuple.js";

/** The most derived of a metaclass and the metaclasses of the bases (CPython `_PyType_CalculateMetaclass`). Raises TypeError. */
export function calculateMetaclass(ts: ThreadState, meta: PyType, bases: readonly Value[]): Result<PyType> {
  let winner = meta;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (isSubtype(winner, candidate)) continue;
    if (isSubtype(candidate, winner)) {
      winner = candidate;
      continue;
    }
    const message =
      "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass " +
      "of the metaclasses of all its bases";
    return raise(ts, TypeErrorType, message);
  }
  return winner;
}

/** Replaces bases that are no classes by what their `__mro_entries__` says (PEP 560); the same array when there are none. */
export function resolveBases(ts: ThreadState, bases: readonly Value[]): Result<readonly Value[]> {
  let resolved: Value[] | null = null;
  for (let i = 0; i < bases.length; i++) {
    const base = bases[i];
    if (base instanceof PyType) {
      resolved?.push(base);
      continue;
    }
    const method = getOptionalAttr(ts, base, "__mro_entries__");
    if (method === null) return null;
    if (method === undefined) {
      resolved?.push(base);
      continue;
    }
    const entries = call(ts, method, [new PyTuple(bases)]);
    if (entries === null) return null;
    if (!(entries instanceof PyTuple)) return raise(ts, TypeErrorType, "__mro_entries__ must return a tuple");
    resolved ??= bases.slice(0, i);
    resolved.push(...entries.items);
  }
  return resolved ?? bases;
}
