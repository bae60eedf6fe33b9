import { raise, typeName } from "../../core/errors.js";
import type { Result } from "../../core/object.js";
import { toArray } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import type { PyDict } from "../dict/py-dict.js";
import { TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { asStr } from "../str/as-str.js";
import { isIdentifier } from "../str/methods.js";
import { strKey } from "../str/py-str.js";

/** What a class's `__slots__` asks for. */
export interface SlotsDeclaration {
  /** Names of the fields, mangled and sorted. */
  readonly names: readonly string[];
  readonly addsDict: boolean;
  readonly addsWeakref: boolean;
}

/** Reads `__slots__` of a class body (CPython `type_new_slots`). Raises TypeError or ValueError. */
export function readSlots(
  ts: ThreadState,
  className: string,
  base: PyType,
  namespace: PyDict,
): Result<SlotsDeclaration> {
  const mayAddDict = (base.flags & TypeFlags.HAS_DICT) === 0;
  const mayAddWeakref = (base.flags & (TypeFlags.HAS_WEAKREFS | TypeFlags.VAR_SIZED)) === 0;
  const declared = namespace.getStr("__slots__");
  if (declared === undefined) return { names: [], addsDict: mayAddDict, addsWeakref: mayAddWeakref };
  const items = asStr(declared) === undefined ? toArray(ts, declared) : [declared];
  if (items === null) return null;
  if (items.length > 0 && (base.flags & TypeFlags.VAR_SIZED) !== 0) {
    return raise(ts, TypeErrorType, `nonempty __slots__ not supported for subtype of '${base.tpName}'`);
  }
  const names: string[] = [];
  let addsDict = false;
  let addsWeakref = false;
  for (const item of items) {
    const text = asStr(item);
    if (text === undefined) {
      return raise(ts, TypeErrorType, `__slots__ items must be strings, not '${typeName(item)}'`);
    }
    const key = strKey(text);
    if (!isIdentifier(text)) return raise(ts, TypeErrorType, "__slots__ must be identifiers");
    if (key === "__dict__" || key === "__weakref__") {
      const taken = key === "__dict__" ? !mayAddDict || addsDict : !mayAddWeakref || addsWeakref;
      if (taken) return raise(ts, TypeErrorType, `${key} slot disallowed: we already got one`);
      if (key === "__dict__") addsDict = true;
      else addsWeakref = true;
      continue;
    }
    const name = mangle(className, key);
    // `__qualname__` and `__classcell__` may be in the namespace without being class variables.
    if (
      namespace.hasStr(name) &&
      name !== "__qualname__" &&
      name !== "__classcell__" &&
      name !== "__classdictcell__"
    ) {
      return raise(ts, ValueErrorType, `'${key}' in __slots__ conflicts with class variable`);
    }
    names.push(name);
  }
  return { names: names.sort(), addsDict, addsWeakref };
}

/** Private names are mangled with the name of the class (`__x` in `class _C` is `_C__x`). */
export function mangle(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
