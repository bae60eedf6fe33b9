import { TypeType } from "../../core/builtin-types.js";
import { callUnbound } from "../../core/call.js";
import { raise, typeName } from "../../core/errors.js";
import { Contradiction, linearise } from "../../core/mro.js";
import type { Result } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyType } from "../../core/type.js";
import { lookup } from "../../core/type-lookup.js";
import { TypeErrorType } from "../exceptions/exception-types.js";
import { extendsLayoutOf, solidBase } from "./layout.js";

/** `type.mro(cls)`: C3 over the class's bases. Raises TypeError in CPython's words. */
export function defaultMro(ts: ThreadState, type: PyType): Result<PyType[]> {
  const { bases } = type;
  const seen = new Set<PyType>();
  for (const base of bases) {
    if (seen.has(base)) return raise(ts, TypeErrorType, `duplicate base class ${base.name}`);
    seen.add(base);
    // Its own `mro()` is running right now.
    if (base.mro.length === 0) {
      return raise(ts, TypeErrorType, `Cannot extend an incomplete type '${base.tpName}'`);
    }
  }
  const mro = linearise(type, bases);
  if (!(mro instanceof Contradiction)) return mro;
  const names = mro.classes.map((c) => c.name).join(", ");
  const message = `Cannot create a consistent method resolution order (MRO) for bases ${names}`;
  return raise(ts, TypeErrorType, message);
}

/** The MRO of a class, from its metaclass's `mro` if that overrides it (CPython `mro_invoke`). */
export function computeMro(ts: ThreadState, type: PyType): Result<PyType[]> {
  if (type.cls === TypeType) return defaultMro(ts, type);
  const method = lookup(type.cls, "mro");
  if (method === undefined || method === lookup(TypeType, "mro")) return defaultMro(ts, type);
  const result = callUnbound(ts, method, type, []);
  const items = result === null ? null : toArray(ts, result);
  if (items === null) return null;
  if (items.length === 0) return raise(ts, TypeErrorType, "type MRO must not be empty");
  const solid = solidBase(type);
  const mro: PyType[] = [];
  for (const item of items) {
    if (!(item instanceof PyType)) {
      return raise(ts, TypeErrorType, `mro() returned a non-class ('${typeName(item)}')`);
    }
    if (!extendsLayoutOf(solid, solidBase(item))) {
      return raise(ts, TypeErrorType, `mro() returned base with unsuitable layout ('${item.tpName}')`);
    }
    mro.push(item);
  }
  return mro;
}
