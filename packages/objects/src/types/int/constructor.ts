import { checkPositional, unexpectedKeyword } from "../../core/bind-arguments.js";
import { FloatType, IntType } from "../../core/builtin-types.js";
import { raise, typeName } from "../../core/errors.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isSubtype, type PyType } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { byteContents, bytesLike } from "../bytes/byte-text.js";
import { bytesRepr } from "../bytes/repr.js";
import {
  DeprecationWarningType,
  OverflowErrorType,
  TypeErrorType,
  ValueErrorType,
} from "../exceptions/exception-types.js";
import { toFloat } from "../float/to-float.js";
import { asStr } from "../str/as-str.js";
import { toJs } from "../str/text.js";
import { doubleToInt, type Int } from "./arithmetic.js";
import { parseInteger } from "./digits.js";
import { PyIntSubclass } from "./py-int.js";
import { toInt } from "./to-int.js";

/** `int.__new__(cls, x=0, /, base=10)` (CPython `long_new`). */
export function intNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  let base: Value | undefined = args[1];
  let count = args.length;
  if (kwnames !== null && kwnames.length > 0) {
    if (kwnames[0] !== "base" || kwnames.length > 1) {
      if (args.length > 2)
        return raise(ts, TypeErrorType, `int() takes at most 2 arguments (${args.length} given)`);
      return unexpectedKeyword(ts, "int", kwnames.find((name) => name !== "base") as string, ["base"]);
    }
    if (args.length === 1) return raise(ts, TypeErrorType, "int() missing string argument");
    base = args[args.length - 1];
    count = args.length - 1;
    if (count > 1)
      return raise(ts, TypeErrorType, "argument for int() given by name ('base') and position (2)");
  }
  if (count > 2 && checkPositional(ts, "int", args.length, 0, 2) === null) return null;
  const value =
    count === 0 ? 0 : base === undefined ? intFromObject(ts, args[0]) : intFromText(ts, args[0], base);
  if (value === null || cls === IntType) return value;
  return new PyIntSubclass(value, cls);
}

function intFromText(ts: ThreadState, text: Value, baseValue: Value): Result<Int> {
  const base = toIndex(ts, baseValue);
  if (base === null) return null;
  if (typeof base !== "number" || (base !== 0 && (base < 2 || base > 36))) {
    return raise(ts, ValueErrorType, "int() base must be >= 2 and <= 36, or 0");
  }
  // Other buffers are good for int(x) alone.
  const isText = asStr(text) !== undefined || byteContents(text) !== undefined;
  const source = isText ? textOf(ts, text) : undefined;
  if (source === null) return null;
  if (source === undefined)
    return raise(ts, TypeErrorType, "int() can't convert non-string with explicit base");
  return parse(ts, text, source, base);
}

function parse(ts: ThreadState, original: Value, source: string, base: number): Result<Int> {
  const parsed = parseInteger(source, base, ts.interp.intMaxStrDigits);
  if (parsed === "invalid") {
    const shown = asStr(original) === undefined ? shownBytes(ts, original) : repr(ts, original);
    return shown === null
      ? null
      : raise(
          ts,
          ValueErrorType,
          `invalid literal for int() with base ${base}: ${toJs(shown).slice(0, 200)}`,
        );
  }
  if (typeof parsed === "object") {
    return raise(
      ts,
      ValueErrorType,
      `Exceeds the limit (${ts.interp.intMaxStrDigits} digits) for integer string conversion: value has ${parsed.tooManyDigits} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  return parsed;
}

/** What bytes-like objects are shown as in messages: bytes. */
function shownBytes(ts: ThreadState, v: Value): Result<string> {
  const bytes = bytesLike(ts, v);
  return bytes === null ? null : bytesRepr(bytes);
}

/** Text of a str or of a bytes-like object; `undefined` for anything else. */
export function textOf(ts: ThreadState, v: Value): Result<string | undefined> {
  const text = asStr(v);
  if (text !== undefined) return toJs(text);
  const type = typeOf(v);
  if (type.bf_getbuffer === null) return undefined;
  const view = type.bf_getbuffer(ts, v, 0);
  if (view === null) return null;
  let decoded = "";
  // Bytes beyond ASCII become a character that no number has.
  for (const byte of view.bytes) decoded += byte < 128 ? String.fromCharCode(byte) : "\ufffd";
  view.release();
  return decoded;
}

/** `int(x)` (CPython `PyNumber_Long`). */
export function intFromObject(ts: ThreadState, v: Value): Result<Int> {
  if (typeof v === "number" || typeof v === "bigint") return v;
  const type = typeOf(v);
  if (type.nb_int !== null) return checkedInt(ts, type.nb_int(ts, v), "__int__");
  if (type.nb_index !== null) return toIndex(ts, v);
  const source = textOf(ts, v);
  if (source === null) return null;
  if (source !== undefined) return parse(ts, v, source, 10);
  return raise(
    ts,
    TypeErrorType,
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(v)}'`,
  );
}

/** Checks what `__int__` or `__index__` returned. */
function checkedInt(ts: ThreadState, result: Result<Value>, method: string): Result<Int> {
  if (result === null) return null;
  if (typeof result === "number" || typeof result === "bigint") return result;
  const value = toInt(result);
  if (value === undefined || !isSubtype(typeOf(result), IntType)) {
    return raise(ts, TypeErrorType, `${method} returned non-int (type ${typeName(result)})`);
  }
  return strictSubclass(ts, method, "int", result) === null ? null : value;
}

/** The int that a float truncates to. ValueError for NaN, OverflowError for infinities. */
export function intFromFloat(ts: ThreadState, x: number): Result<Int> {
  if (Number.isFinite(x)) return doubleToInt(x);
  return Number.isNaN(x)
    ? raise(ts, ValueErrorType, "cannot convert float NaN to integer")
    : raise(ts, OverflowErrorType, "cannot convert float infinity to integer");
}

/** Checks what `__float__` returned. */
export function doubleFrom(ts: ThreadState, type: PyType, result: Result<Value>): Result<number> {
  if (result === null) return null;
  const value = toFloat(result);
  const method = `${type.tpName}.__float__`;
  if (value === undefined) {
    return raise(ts, TypeErrorType, `${method} returned non-float (type ${typeName(result)})`);
  }
  return typeOf(result) === FloatType || strictSubclass(ts, method, "float", result) ? value : null;
}

/** Warns that a conversion method returned an instance of a strict subclass; `null` when the warning is an error. */
export function strictSubclass(ts: ThreadState, method: string, type: string, result: Value): true | null {
  return ts.interp.evaluator.warn(
    ts,
    DeprecationWarningType,
    `${method} returned non-${type} (type ${typeName(result)}).  The ability to return an instance of a strict subclass of ${type} is deprecated, and may be removed in a future version of Python.`,
    1,
  ) === null
    ? null
    : true;
}

/** The double of a float, int or object with `__float__` or `__index__`. TypeError "must be real number, not x". */
export function asDouble(ts: ThreadState, v: Value): Result<number> {
  if (typeof v === "number") return v;
  const x = toFloat(v);
  if (x !== undefined) return x;
  const type = typeOf(v);
  if (type.nb_float !== null) {
    return doubleFrom(ts, type, type.nb_float(ts, v));
  }
  if (type.nb_index !== null) {
    const index = toIndex(ts, v);
    if (index === null) return null;
    const double = Number(index);
    return Number.isFinite(double)
      ? double
      : raise(ts, OverflowErrorType, "int too large to convert to float");
  }
  return raise(ts, TypeErrorType, `must be real number, not ${typeName(v)}`);
}
