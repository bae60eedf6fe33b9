import { Form, Op } from "@adder/bytecode";
import { SlotCache } from "@adder/frames";
import {
  DictType,
  FloatType,
  FrozenSetType,
  type InquiryFunc,
  IntType,
  type LenFunc,
  ListType,
  None,
  PyInstance,
  type PyList,
  type PyTuple,
  reflectsFirst,
  SetType,
  TupleType,
  typeOf,
  type Value,
} from "@adder/objects";
import type { Site } from "./site.js";

/** Comparisons of COMPARE_OP that are about equality, `==` and `!=`. */
const isEquality = (oparg: number): boolean => oparg >> 5 === 2 || oparg >> 5 === 3;

/** Chooses a form of COMPARE_OP. */
export function chooseCompareOp(site: Site): number {
  const left = site.operand(2) as Value;
  const right = site.operand(1) as Value;
  if (typeof left === "number" && typeof right === "number") return Op.COMPARE_OP_INT;
  if (typeof left === "string" && typeof right === "string" && isEquality(site.oparg))
    return Op.COMPARE_OP_STR;
  const isFloat = (v: Value): boolean => typeof v === "object" && v.cls === FloatType;
  if ((isFloat(left) || typeof left === "number") && (isFloat(right) || typeof right === "number")) {
    return Op.COMPARE_OP_FLOAT;
  }
  const ta = typeOf(left);
  const tb = typeOf(right);
  const reversed = reflectsFirst(ta, tb);
  const slot = reversed ? tb.tp_richcompare : ta.tp_richcompare;
  if (slot === null || (ta === IntType && tb === IntType)) return site.fail(`${ta.tpName} and ${tb.tpName}`);
  site.setValue(new SlotCache(ta, tb, slot, reversed));
  return Form.COMPARE_OP_SLOT;
}

/** Chooses a form of CONTAINS_OP. */
export function chooseContainsOp(site: Site): number {
  const type = typeOf(site.operand(1) as Value);
  if (type === DictType) return Op.CONTAINS_OP_DICT;
  if (type === SetType || type === FrozenSetType) return Op.CONTAINS_OP_SET;
  if (type.sq_contains === null) return site.fail(type.tpName);
  site.setValue(new SlotCache(type, null, type.sq_contains));
  return Form.CONTAINS_OP_SLOT;
}

/** Chooses a form of TO_BOOL. */
export function chooseToBool(site: Site): number {
  const value = site.operand(1) as Value;
  switch (typeof value) {
    case "boolean":
      return Op.TO_BOOL_BOOL;
    case "number":
      return Op.TO_BOOL_INT;
    case "string":
      return Op.TO_BOOL_STR;
    case "bigint":
      return site.fail("big int");
  }
  if (value === None) return Op.TO_BOOL_NONE;
  const { cls } = value;
  if (cls === ListType) return Op.TO_BOOL_LIST;
  if (
    value instanceof PyInstance &&
    cls.nb_bool === null &&
    cls.sq_length === null &&
    cls.mp_length === null
  ) {
    site.setCache(1, cls.version);
    return Op.TO_BOOL_ALWAYS_TRUE;
  }
  const slot = cls.nb_bool ?? cls.mp_length ?? cls.sq_length;
  if (slot === null) return site.fail(cls.tpName);
  // A length that is 0 and a truth that is false are both what `== 0` is about.
  site.setValue(new SlotCache<InquiryFunc | LenFunc>(cls, null, slot));
  return Form.TO_BOOL_SLOT;
}

/** Chooses a form of UNPACK_SEQUENCE. */
export function chooseUnpackSequence(site: Site): number {
  const sequence = site.operand(1) as Value;
  const type = typeOf(sequence);
  if (type === TupleType) {
    if ((sequence as PyTuple).items.length !== site.oparg) return site.fail("wrong number of items");
    return site.oparg === 2 ? Op.UNPACK_SEQUENCE_TWO_TUPLE : Op.UNPACK_SEQUENCE_TUPLE;
  }
  if (type === ListType) {
    return (sequence as PyList).items.length === site.oparg
      ? Op.UNPACK_SEQUENCE_LIST
      : site.fail("wrong number of items");
  }
  return site.fail(type.tpName);
}
