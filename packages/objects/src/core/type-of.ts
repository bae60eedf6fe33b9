import type { PyFloat } from "../types/float/py-float.js";
import type { PyWideStr } from "../types/str/py-str.js";
import { BoolType, FloatType, IntType, StrType } from "./builtin-types.js";
import type { PyInstance } from "./fields.js";
import type { Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";
import { type PyType, TypeFlags } from "./type.js";

/** `type(v)`: the class itself, whatever `__class__` says. */
export function typeOf(v: Value): PyType {
  if (typeof v === "object") return v.cls;
  if (typeof v === "number") return IntType;
  if (typeof v === "string") return StrType;
  if (typeof v === "boolean") return BoolType;
  return IntType;
}

/** Is `v` an instance of `type` or of a subclass of it (by the MRO of its real type; runs no Python code)? */
export function isInstance(v: Value, type: PyType): boolean {
  const cls = typeOf(v);
  return cls === type || cls.mro.includes(type);
}

/**
 * `a is b`. Ints, strs and floats have no identity besides their value (0.0 is not -0.0), except that a
 * NaN is only itself: programs see that two of them are neither equal nor the same key.
 */
export function sameObject(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a.cls !== b.cls) return false;
  if (a.cls === FloatType) {
    const x = (a as PyFloat).value;
    const y = (b as PyFloat).value;
    return x === y && (x !== 0 || Object.is(x, y));
  }
  if (a.cls === StrType) return (a as PyWideStr).key === (b as PyWideStr).key;
  return false;
}

/*
 * Addresses. Objects are numbered as they are asked for (multiples of 16); values without identity get
 * a number computed from the value, in residue classes that objects do not use.
 */
const objectIds = {};
const FIRST_ID = 0x7f0000000000;

/** Serial numbers of objects. Those of instances, which are hashed often, stand in the instances. */
class Ids {
  readonly known = new WeakMap<object, number>();
  last = 0;
}

/** `id(v)`: the same for values that are `is`-identical, different for different living ones. */
export function objectId(ts: ThreadState, v: Value): number | bigint {
  switch (typeof v) {
    case "boolean":
      return v ? 0x100001 : 0x100011;
    case "number":
      return Math.abs(v) < 2 ** 48 ? positive(v) * 16 + 2 : BigInt(positive(v)) * 16n + 2n;
    case "bigint":
      return (v < 0n ? -2n * v + 1n : 2n * v) * 16n + 2n;
    case "string":
      return hashText(v) * 16 + 4;
  }
  if (v.cls === FloatType && !Number.isNaN((v as PyFloat).value)) {
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, (v as PyFloat).value);
    return bits.getBigUint64(0) * 16n + 6n;
  }
  if (v.cls === StrType) return hashText((v as PyWideStr).key) * 16 + 4;
  if ((v.cls.flags & TypeFlags.INLINE_FIELDS) !== 0) {
    const instance = v as PyInstance;
    if (instance.serial === 0) instance.serial = ++idsOf(ts).last;
    return FIRST_ID + instance.serial * 16;
  }
  const ids = idsOf(ts);
  let serial = ids.known.get(v);
  if (serial === undefined) {
    serial = ++ids.last;
    ids.known.set(v, serial);
  }
  return FIRST_ID + serial * 16;
}

function idsOf(ts: ThreadState): Ids {
  return ts.interp.state(objectIds, () => new Ids());
}

/** Numbers of either sign without collisions. */
function positive(n: number): number {
  return n < 0 ? -2 * n + 1 : 2 * n;
}

/** 46 bits of two FNV hashes: strings are too many to remember, and collisions would need millions of ids. */
function hashText(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b) + i;
  }
  return (a >>> 0) * 2 ** 14 + (b & 0x3fff);
}

/** Identity as a hash (CPython `Py_HashPointer`: addresses are multiples of 16). */
export function identityHash(ts: ThreadState, self: Value): number {
  const id = objectId(ts, self);
  // Only values without identity have other numbers, and `object.__hash__(value)` is rare.
  return typeof id === "number" ? Math.floor(id / 16) : Number(BigInt.asIntN(52, id >> 4n));
}
