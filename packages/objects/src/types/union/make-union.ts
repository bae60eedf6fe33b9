import { NoneType } from "../../core/builtin-types.js";
import { equals, hash } from "../../core/compare.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { PyType } from "../../core/type.js";
import { PyGenericAlias } from "../generic-alias/py-generic-alias.js";
import { None, NotImplemented } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { PyUnion } from "./py-union.js";

/** Is this a type, or something that stands for one? */
export function canUnite(v: Value): boolean {
  if (v === None || v instanceof PyType || v instanceof PyUnion || v instanceof PyGenericAlias) return true;
  return typeof v === "object" && v.cls.tpName === "typing.TypeAliasType";
}

/** `X | Y` for types (CPython `_Py_union_type_or`); `NotImplemented` for operands that are none. */
export function unionOf(ts: ThreadState, a: Value, b: Value): Result<Value> {
  return canUnite(a) && canUnite(b) ? makeUnion(ts, [a, b]) : NotImplemented;
}

/** The union of some types, nested unions opened, each type once; the type itself when only one remains. */
export function makeUnion(ts: ThreadState, types: readonly Value[]): Result<Value> {
  const args: Value[] = [];
  for (const type of types) {
    for (const arg of type instanceof PyUnion ? type.args.items : [type]) {
      const known = includes(ts, args, arg === None ? NoneType : arg);
      if (known === null) return null;
      if (!known) args.push(arg === None ? NoneType : arg);
    }
  }
  return args.length === 1 ? args[0] : new PyUnion(new PyTuple(args));
}

/** Is a type among others, by equality? Classes are compared by identity first. */
export function includes(ts: ThreadState, types: readonly Value[], type: Value): Result<boolean> {
  if (types.includes(type)) return true;
  if (type instanceof PyType && types.every((t) => t instanceof PyType)) return false;
  for (const other of types) {
    const same = equals(ts, other, type);
    if (same !== false) return same;
  }
  return false;
}

/** A hash that does not depend on the order of the types. */
export function hashUnion(ts: ThreadState, self: PyUnion): Result<number> {
  let result = 0n;
  for (const arg of self.args.items) {
    const h = hash(ts, arg);
    if (h === null) return null;
    result ^= BigInt(h) * 0x9e3779b97f4an;
  }
  return Number(BigInt.asIntN(52, result));
}
