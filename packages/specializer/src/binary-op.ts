import { Form, Op } from "@adder/bytecode";
import { SlotCache } from "@adder/frames";
import {
  DictType,
  FloatType,
  firstBinarySlot,
  firstMethodIsLeft,
  IntType,
  ListType,
  PyFloat,
  TupleType,
  typeOf,
  type Value,
} from "@adder/objects";
import { pythonMethod } from "./python-method.js";
import type { Site } from "./site.js";

const SUBSCRIPT = 26;

/** Forms for two ints and for two floats by operator; in-place operators are 13 higher. */
const intForms: Readonly<Record<number, number>> = {
  0: Op.BINARY_OP_ADD_INT,
  10: Op.BINARY_OP_SUBTRACT_INT,
  5: Op.BINARY_OP_MULTIPLY_INT,
};
const floatForms: Readonly<Record<number, number>> = {
  0: Op.BINARY_OP_ADD_FLOAT,
  10: Op.BINARY_OP_SUBTRACT_FLOAT,
  5: Op.BINARY_OP_MULTIPLY_FLOAT,
};
/** Operators that `BINARY_OP_FLOAT` knows: `+ - * /`. */
const floatOperators: ReadonlySet<number> = new Set([0, 5, 10, 11]);
/** Operators that `BINARY_OP_INT` knows: all but `+ - *`, `@` and subscripts. */
const otherIntOperators: ReadonlySet<number> = new Set([1, 2, 3, 6, 7, 8, 9, 11, 12]);

const isFloat = (v: Value): v is PyFloat => v instanceof PyFloat && v.cls === FloatType;

/** Chooses a form of BINARY_OP. */
export function chooseBinaryOp(site: Site): number {
  const left = site.operand(2) as Value;
  const right = site.operand(1) as Value;
  const { oparg } = site;
  if (oparg === SUBSCRIPT) return chooseSubscript(site, left, right);
  const operator = oparg >= 13 ? oparg - 13 : oparg;
  if (typeof left === "number" && typeof right === "number") {
    const form = intForms[operator];
    if (form !== undefined) {
      const result = operator === 0 ? left + right : operator === 10 ? left - right : left * right;
      return Number.isSafeInteger(result) ? form : site.fail("the result leaves the safe range");
    }
    return otherIntOperators.has(operator) ? Form.BINARY_OP_INT : site.fail("no form for the operator");
  }
  if (typeof left === "string" && typeof right === "string" && operator === 0)
    return Op.BINARY_OP_ADD_UNICODE;
  if (isFloat(left) && isFloat(right) && floatForms[operator] !== undefined) return floatForms[operator];
  const arithmetic =
    (isFloat(left) || typeof left === "number") && (isFloat(right) || typeof right === "number");
  if (arithmetic && floatOperators.has(operator)) return Form.BINARY_OP_FLOAT;
  const name = firstMethodIsLeft(oparg, typeOf(left), typeOf(right));
  const method = name === null ? undefined : pythonMethod(typeOf(left), name);
  if (method !== undefined) {
    site.setValue(new SlotCache(typeOf(left), typeOf(right), method));
    return Form.BINARY_OP_METHOD;
  }
  const slot = firstBinarySlot(oparg, typeOf(left), typeOf(right));
  // Ints leave the safe range now and then; that is not what a site is for.
  if (slot === null || typeOf(left) === IntType)
    return site.fail(`${typeOf(left).tpName} and ${typeOf(right).tpName}`);
  site.setValue(new SlotCache(typeOf(left), typeOf(right), slot));
  return Form.BINARY_OP_SLOT;
}

function chooseSubscript(site: Site, container: Value, index: Value): number {
  if (typeof index === "number") {
    if (typeof container === "string") return Op.BINARY_OP_SUBSCR_STR_INT;
    const type = typeOf(container);
    if (type === ListType) return Op.BINARY_OP_SUBSCR_LIST_INT;
    if (type === TupleType) return Op.BINARY_OP_SUBSCR_TUPLE_INT;
  }
  if (typeOf(container) === DictType) return Op.BINARY_OP_SUBSCR_DICT;
  const type = typeOf(container);
  const method = pythonMethod(type, "__getitem__");
  if (method !== undefined) {
    site.setCache(1, type.version);
    site.setValue(method);
    return Op.BINARY_OP_SUBSCR_GETITEM;
  }
  if (type.mp_subscript === null) return site.fail(`${type.tpName} by ${typeOf(index).tpName}`);
  site.setValue(new SlotCache(type, typeOf(index), type.mp_subscript));
  return Form.BINARY_OP_SLOT;
}

/** Chooses a form of STORE_SUBSCR. */
export function chooseStoreSubscr(site: Site): number {
  const container = site.operand(2) as Value;
  const type = typeOf(container);
  if (type === DictType) return Op.STORE_SUBSCR_DICT;
  if (type === ListType && typeof site.operand(1) === "number") return Op.STORE_SUBSCR_LIST_INT;
  if (type.mp_ass_subscript === null) return site.fail(type.tpName);
  site.setValue(new SlotCache(type, null, type.mp_ass_subscript));
  return Form.STORE_SUBSCR_SLOT;
}
