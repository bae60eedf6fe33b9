import {
  BytesType,
  FloatType,
  FrozenSetType,
  IntType,
  ObjectType,
  StrType,
  TupleType,
} from "../../core/builtin-types.js";
import type { PyObject, Value } from "../../core/object.js";
import { TypeFlags } from "../../core/type.js";
import type { PyFloat } from "../float/py-float.js";
import type { PyIntSubclass } from "../int/py-int.js";
import { None } from "../none/singletons.js";
import { type PyStrSubclass, type PyWideStr, strKey } from "../str/py-str.js";

/** Bits of the types whose instances a simple key can stand for. */
const PAYLOAD = TypeFlags.STR_SUBCLASS | TypeFlags.INT_SUBCLASS | TypeFlags.FLOAT_SUBCLASS;

/**
 * The simple key that stands for a key: a JavaScript value such that two keys that have one are equal
 * in Python exactly when their simple keys are `===`.
 *
 * - a string: strs in `strKey` form, instances of subclasses that keep str's hash and equality too
 * - a number: ints, bools and floats that are safe integers
 * - an object: itself, when hash and equality are `object`'s
 *
 * `undefined` for every other key: those are found by hash and `__eq__`.
 */
export function simpleKey(key: Value): string | number | PyObject | undefined {
  switch (typeof key) {
    case "string":
    case "number":
      return key;
    case "boolean":
      return key ? 1 : 0;
    case "bigint":
      return undefined;
  }
  const cls = key.cls;
  if (cls.tp_richcompare === ObjectType.tp_richcompare) {
    return cls.tp_hash === ObjectType.tp_hash || key === None ? key : undefined;
  }
  if (cls === StrType) return (key as PyWideStr).key;
  if (cls === FloatType) return simpleFloat((key as PyFloat).value);
  if ((cls.flags & PAYLOAD) === 0) return undefined;
  if (hasEquality(cls, StrType)) return strKey((key as PyStrSubclass).value);
  if (hasEquality(cls, IntType)) {
    const value = (key as PyIntSubclass).value;
    return typeof value === "number" ? value : undefined;
  }
  if (hasEquality(cls, FloatType)) return simpleFloat((key as PyFloat).value);
  return undefined;
}

function simpleFloat(value: number): number | undefined {
  // Adding zero turns -0 into 0.
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}

function hasEquality(cls: PyObject["cls"], of: PyObject["cls"]): boolean {
  return cls.tp_richcompare === of.tp_richcompare && cls.tp_hash === of.tp_hash;
}

/**
 * May a key without simple key equal one that has a simple key? Then a lookup of one must compare it with
 * the other. Instances of most built-in types equal only their own kind.
 */
export function equalsForeign(key: Value): boolean {
  if (typeof key !== "object") return false;
  const compare = key.cls.tp_richcompare;
  return !(
    compare === ObjectType.tp_richcompare ||
    compare === TupleType.tp_richcompare ||
    compare === FrozenSetType.tp_richcompare ||
    compare === BytesType.tp_richcompare ||
    compare === FloatType.tp_richcompare ||
    compare === IntType.tp_richcompare
  );
}
