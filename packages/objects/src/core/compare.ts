import { TypeErrorType } from "../types/exceptions/exception-types.js";
import type { PyFloat } from "../types/float/py-float.js";
import { None, NotImplemented } from "../types/none/singletons.js";
import { FloatType } from "./builtin-types.js";
import { enterNative } from "./call.js";
import { raise, typeName } from "./errors.js";
import type { Result, Value } from "./object.js";
import { compareGlue } from "./slot-glue.js";
import { CompareOp } from "./slots.js";
import type { ThreadState } from "./thread-state.js";
import { isSubtype, type PyType } from "./type.js";
import { sameObject, typeOf } from "./type-of.js";

const SYMBOLS = ["<", "<=", "==", "!=", ">", ">="] as const;
/** The operator with its operands exchanged. */
export const SWAPPED: readonly CompareOp[] = [4, 5, 2, 3, 0, 1];

/** A rich comparison (CPython `PyObject_RichCompare`). */
export function compare(ts: ThreadState, a: Value, b: Value, op: CompareOp): Result<Value> {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b, op);
  if (typeof a === "object" && typeof b === "object" && a.cls === FloatType && b.cls === FloatType) {
    return compareNumbers((a as PyFloat).value, (b as PyFloat).value, op);
  }
  if (typeof a === "string" && typeof b === "string") return compareStrings(a, b, op);
  // A method in Python is guarded when it is called; containers lead back here without one.
  if (typeOf(a).tp_richcompare === compareGlue) return compareObjects(ts, a, b, op);
  if (!enterNative(ts)) return null;
  const result = compareObjects(ts, a, b, op);
  ts.nativeDepth--;
  return result;
}

/** A comparison of two numbers. */
export function compareNumbers(a: number, b: number, op: CompareOp): boolean {
  switch (op) {
    case 0:
      return a < b;
    case 1:
      return a <= b;
    case 2:
      return a === b;
    case 3:
      return a !== b;
    case 4:
      return a > b;
    default:
      return a >= b;
  }
}

/** Without surrogates the order of code units is that of code points. */
function compareStrings(a: string, b: string, op: CompareOp): boolean {
  switch (op) {
    case 0:
      return a < b;
    case 1:
      return a <= b;
    case 2:
      return a === b;
    case 3:
      return a !== b;
    case 4:
      return a > b;
    default:
      return a >= b;
  }
}

function compareObjects(ts: ThreadState, a: Value, b: Value, op: CompareOp): Result<Value> {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const reversed = reflectsFirst(ta, tb);
  const slot = reversed ? tb.tp_richcompare : ta.tp_richcompare;
  if (slot !== null) {
    const result = reversed ? slot(ts, b, a, SWAPPED[op]) : slot(ts, a, b, op);
    if (result !== NotImplemented) return result;
  }
  return compareOtherwise(ts, a, b, op, reversed);
}

/** Is the right operand asked first: one of a subclass of the left one's type? */
export function reflectsFirst(left: PyType, right: PyType): boolean {
  return left !== right && right.tp_richcompare !== null && isSubtype(right, left);
}

/**
 * A comparison after the operand that is asked first had no answer.
 *
 * @param reversed whether that was the right one
 */
export function compareOtherwise(
  ts: ThreadState,
  a: Value,
  b: Value,
  op: CompareOp,
  reversed: boolean,
): Result<Value> {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const slot = reversed ? ta.tp_richcompare : tb.tp_richcompare;
  if (slot !== null) {
    const result = reversed ? slot(ts, a, b, op) : slot(ts, b, a, SWAPPED[op]);
    if (result !== NotImplemented) return result;
  }
  if (op === CompareOp.EQ) return sameObject(a, b);
  if (op === CompareOp.NE) return !sameObject(a, b);
  const operands = `'${ta.tpName}' and '${tb.tpName}'`;
  return raise(ts, TypeErrorType, `'${SYMBOLS[op]}' not supported between instances of ${operands}`);
}

/** A comparison as containers make it (CPython `PyObject_RichCompareBool`): identity first for `==` and `!=`. */
export function compareBool(ts: ThreadState, a: Value, b: Value, op: CompareOp): Result<boolean> {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b, op);
  if (op === CompareOp.EQ || op === CompareOp.NE) {
    if (sameObject(a, b)) return op === CompareOp.EQ;
  }
  const result = compare(ts, a, b, op);
  return typeof result === "boolean" || result === null ? result : isTrue(ts, result);
}

/** `a is b or a == b`. */
export function equals(ts: ThreadState, a: Value, b: Value): Result<boolean> {
  return a === b ? true : compareBool(ts, a, b, CompareOp.EQ);
}

/** `bool(v)`. */
export function isTrue(ts: ThreadState, v: Value): Result<boolean> {
  if (typeof v === "boolean") return v;
  if (typeof v === "number") return v !== 0;
  if (typeof v === "string") return v !== "";
  if (typeof v === "bigint") return true;
  if (v === None) return false;
  const { cls } = v;
  if (cls.nb_bool !== null) return cls.nb_bool(ts, v);
  const length = cls.mp_length ?? cls.sq_length;
  if (length === null) return true;
  const n = length(ts, v);
  return n === null ? null : n !== 0;
}

/** `hash(v)`: an int in the range of a signed 64-bit integer. */
export function hash(ts: ThreadState, v: Value): Result<number | bigint> {
  const slot = typeOf(v).tp_hash;
  return slot === null ? unhashable(ts, v) : slot(ts, v);
}

/** The `tp_hash` of unhashable types: raises TypeError. */
export function unhashable(ts: ThreadState, v: Value): null {
  return raise(ts, TypeErrorType, `unhashable type: '${typeName(v)}'`);
}
