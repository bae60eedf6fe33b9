import {
  asStr,
  codePoints,
  isInstance,
  isSpace,
  ListType,
  OverflowErrorType,
  type PyList,
  type PyTuple,
  type PyType,
  type Result,
  raise,
  type Str,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toFloat,
  toInt,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { type PyContext, settle } from "./context.js";
import { type Dec, finite, infinity, invalid, Signal } from "./number.js";
import { checkLimits, underContext } from "./operations.js";
import { DecimalType, PyDecimal } from "./py-decimal.js";
import { decimalOfDouble, parseDecimal } from "./text.js";

/** The largest integer of C's `Py_ssize_t`, and what is said of larger ones. */
export const MAX_SIZE = 2n ** 63n - 1n;
export const TOO_LARGE = "Python int too large to convert to C ssize_t";

/** The decimal of an int. */
export function decimalOfInt(n: number | bigint): Dec {
  const big = BigInt(n);
  return finite(big < 0n, big < 0n ? -big : big, 0);
}

/** What an operand is as decimal; `undefined` for anything but decimals and ints. */
export function operand(v: Value): Dec | undefined {
  if (v instanceof PyDecimal) return v.dec;
  const n = toInt(v);
  return n === undefined ? undefined : decimalOfInt(n);
}

/** An operand of a method. TypeError for anything but decimals and ints. */
export function requireOperand(ts: ThreadState, v: Value): Result<Dec> {
  return operand(v) ?? raise(ts, TypeErrorType, `conversion from ${typeName(v)} to Decimal is not supported`);
}

/** Ends an operation: signals become flags or an exception. */
export function result(ts: ThreadState, c: PyContext, d: Dec, cls: PyType = DecimalType): Result<Value> {
  return settle(ts, c) === null ? null : new PyDecimal(d, cls);
}

/** Text of a number with decimal digits of any script in ASCII; leniently, space around it and underscores are dropped. */
function numeralText(s: Str, lenient: boolean): string {
  const points = Array.from(codePoints(s));
  let start = 0;
  let end = points.length;
  while (lenient && start < end && isSpace(points[start])) start++;
  while (lenient && end > start && isSpace(points[end - 1])) end--;
  let out = "";
  for (const p of points.slice(start, end)) {
    const c = String.fromCodePoint(p);
    if (lenient && c === "_") continue;
    out += p > 127 && /\p{Nd}/u.test(c) ? digitValue(p) : c;
  }
  return out;
}

/** Digits of a script stand in a row of ten, the zero first, on a multiple of ten from where the row begins. */
function digitValue(point: number): string {
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((point - zero) % 10);
}

function fromTuple(ts: ThreadState, items: readonly Value[]): Result<Dec> {
  if (items.length !== 3) return raise(ts, ValueErrorType, "argument must be a sequence of length 3");
  const sign = toInt(items[0]);
  if (sign !== 0 && sign !== 1) {
    return raise(ts, ValueErrorType, "sign must be an integer with the value 0 or 1");
  }
  const kind = asStr(items[2]);
  const exponent = toInt(items[2]);
  if (kind !== undefined && kind !== "F" && kind !== "n" && kind !== "N") {
    return raise(ts, ValueErrorType, "string argument in the third position must be 'F', 'n' or 'N'");
  }
  if (kind === undefined && exponent === undefined) {
    return raise(ts, ValueErrorType, "exponent must be an integer");
  }
  if (exponent !== undefined && (exponent > MAX_SIZE || exponent < -MAX_SIZE)) {
    return raise(ts, OverflowErrorType, TOO_LARGE);
  }
  const digits = sequenceItems(items[1]);
  if (digits === undefined) return raise(ts, ValueErrorType, "coefficient must be a tuple of digits");
  let text = "";
  for (const item of digits) {
    const digit = toInt(item);
    if (digit === undefined || digit < 0 || digit > 9) {
      return raise(ts, ValueErrorType, "coefficient must be a tuple of digits");
    }
    text += digit;
  }
  const negative = sign === 1;
  const coefficient = BigInt(text === "" ? 0 : text);
  if (kind === "F") return infinity(negative);
  if (kind !== undefined) return { kind: kind === "n" ? "nan" : "snan", negative, coefficient, exponent: 0 };
  return finite(negative, coefficient, Math.max(-4e18, Math.min(4e18, Number(exponent))));
}

function sequenceItems(v: Value): readonly Value[] | undefined {
  if (isInstance(v, TupleType)) return (v as PyTuple).items;
  return isInstance(v, ListType) ? (v as PyList).items : undefined;
}

/** Any value as decimal, before a context rounds it. Signals are left in the context. */
function convert(ts: ThreadState, c: PyContext, v: Value, lenient: boolean): Result<Dec> {
  const number = operand(v);
  if (number !== undefined) return number;
  const text = asStr(v);
  if (text !== undefined)
    return parseDecimal(numeralText(text, lenient)) ?? invalid(c, Signal.CONVERSION_SYNTAX);
  const double = toFloat(v);
  if (double !== undefined) {
    c.status |= Signal.FLOAT_OPERATION;
    return settle(ts, c) === null ? null : decimalOfDouble(double);
  }
  const items = sequenceItems(v);
  return items === undefined ? requireOperand(ts, v) : fromTuple(ts, items);
}

/** `Decimal(v)`: the exact value. */
export function exactly(ts: ThreadState, c: PyContext, v: Value, cls: PyType): Result<Value> {
  if (v instanceof PyDecimal && v.cls === DecimalType && cls === DecimalType) return v;
  const made = convert(ts, c, v, true);
  return made === null ? null : result(ts, c, checkLimits(c, made), cls);
}

/** `context.create_decimal(v)`: the value rounded. */
export function rounded(ts: ThreadState, c: PyContext, v: Value): Result<Value> {
  const made = convert(ts, c, v, false);
  return made === null ? null : result(ts, c, underContext(c, made));
}

/** A double or an int as decimal, exactly. TypeError for anything else. */
export function ofFloat(ts: ThreadState, v: Value): Result<Dec> {
  const double = toFloat(v);
  if (double !== undefined) return decimalOfDouble(double);
  const n = toInt(v);
  return n === undefined ? raise(ts, TypeErrorType, "argument must be int or float") : decimalOfInt(n);
}
