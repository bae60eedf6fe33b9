import { TupleType } from "../../core/builtin-types.js";
import { clearPending, pendingMatches, raise, typeName } from "../../core/errors.js";
import { fullTypeName } from "../../core/full-type-name.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { ascii, getItem, repr, str } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import { isInstance, typeOf } from "../../core/type-of.js";
import { OverflowErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { toFloat } from "../float/to-float.js";
import type { Int } from "../int/arithmetic.js";
import { asDouble, intFromObject } from "../int/constructor.js";
import { intMagnitude, intToDecimal } from "../int/digits.js";
import { toInt } from "../int/to-int.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromCodePoints } from "../str/py-str.js";
import { codePointAt, concat, joinStr, repeat, strLength, substring, toJs } from "../str/text.js";
import type { PyTuple } from "../tuple/py-tuple.js";
import { doubleDigits } from "./double-digits.js";

/** A conversion specifier `%(name)-+ #0width.precisionX`. */
export interface PercentSpec {
  left: boolean;
  plus: boolean;
  space: boolean;
  alternate: boolean;
  zero: boolean;
  /** -1 when absent. */
  width: number;
  /** -1 when absent. */
  precision: number;
  type: string;
}

/** What differs between `str` and `bytes` formatting. */
export interface PercentDialect {
  /** What messages call the format: "string" or "bytes". */
  readonly noun: string;
  /** Formats `%s`, `%r`, `%a`, `%b`, `%c`; `undefined` where the letter is not supported. */
  text(ts: ThreadState, type: string, value: Value): Result<Str | undefined>;
  /** Text of a mapping key as Python value. */
  key(text: Str): Value;
  /** Is a single value of this kind never taken for a mapping? */
  isText(value: Value): boolean;
  /** What a precision is called in messages. */
  readonly precision: "precision" | "prec";
}

const strDialect: PercentDialect = {
  noun: "string",
  text(ts, type, value) {
    switch (type) {
      case "s":
        return str(ts, value);
      case "r":
        return repr(ts, value);
      case "a":
        return ascii(ts, value);
      case "c":
        return character(ts, value);
      default:
        return undefined;
    }
  },
  key: (text) => text,
  isText: (value) => asStr(value) !== undefined,
  precision: "precision",
};

function character(ts: ThreadState, value: Value): Result<Str> {
  const text = asStr(value);
  if (text !== undefined) {
    return strLength(text) === 1
      ? text
      : raise(
          ts,
          TypeErrorType,
          `%c requires an int or a unicode character, not a string of length ${strLength(text)}`,
        );
  }
  const code = toIndex(ts, value);
  if (code === null) {
    if (!pendingMatches(ts, TypeErrorType)) return null;
    clearPending(ts);
    return raise(ts, TypeErrorType, `%c requires an int or a unicode character, not ${fullTypeName(value)}`);
  }
  if (code < 0 || code > 0x10ffff) return raise(ts, OverflowErrorType, "%c arg not in range(0x110000)");
  return strFromCodePoints([Number(code)]);
}

/** `format % values` of strs. */
export function percentFormat(ts: ThreadState, format: Str, values: Value): Result<Str> {
  return percentFormatWith(ts, format, values, strDialect);
}

/** Largest width and precision, C's `Py_ssize_t` and `int`. */
const SSIZE_MAX = 2 ** 63 - 1024;
const INT_MAX = 0x7fffffff;

const PERCENT = 37;

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Where the next `%` stands from `from` on; the length if there is none. */
function indexOfPercent(format: Str, from: number): number {
  if (typeof format !== "string") {
    const found = format.codePoints.indexOf(PERCENT, from);
    return found < 0 ? format.codePoints.length : found;
  }
  const found = format.indexOf("%", from);
  return found < 0 ? format.length : found;
}

/** Formats with `%` for str and bytes (CPython `PyUnicode_Format`). */
export function percentFormatWith(
  ts: ThreadState,
  format: Str,
  values: Value,
  dialect: PercentDialect,
): Result<Str> {
  const n = strLength(format);
  const isTuple = isInstance(values, TupleType);
  const args = isTuple ? (values as PyTuple).items : [values];
  let next = 0;
  // A mapping gives values by name, and need not be used up.
  const type = typeOf(values);
  const mapping = !isTuple && !dialect.isText(values) && type.mp_subscript !== null ? values : undefined;
  let usedKey = false;
  let current: Value | undefined;
  const take = (): Result<Value> => {
    if (current !== undefined) {
      const value = current;
      current = undefined;
      return value;
    }
    if (next < args.length && !(usedKey && mapping !== undefined)) return args[next++];
    return raise(ts, TypeErrorType, "not enough arguments for format string");
  };
  const parts: Str[] = [];
  let i = 0;
  while (i < n) {
    const start = i;
    i = indexOfPercent(format, i);
    if (i > start) parts.push(substring(format, start, i));
    if (i === n) break;
    i++;
    const spec: PercentSpec = {
      left: false,
      plus: false,
      space: false,
      alternate: false,
      zero: false,
      width: -1,
      precision: -1,
      type: "",
    };
    current = undefined;
    if (codePointAt(format, i) === PERCENT) {
      parts.push("%");
      i++;
      continue;
    }
    if (codePointAt(format, i) === 40) {
      if (mapping === undefined) return raise(ts, TypeErrorType, "format requires a mapping");
      const keyStart = ++i;
      let depth = 1;
      while (i < n) {
        if (codePointAt(format, i) === 40) depth++;
        else if (codePointAt(format, i) === 41 && --depth === 0) break;
        i++;
      }
      if (i >= n) return raise(ts, ValueErrorType, "incomplete format key");
      const found = getItem(ts, mapping, dialect.key(substring(format, keyStart, i)));
      if (found === null) return null;
      current = found;
      usedKey = true;
      i++;
    }
    flags: while (i < n) {
      switch (codePointAt(format, i)) {
        case 45:
          spec.left = true;
          break;
        case 43:
          spec.plus = true;
          break;
        case 32:
          spec.space = true;
          break;
        case 35:
          spec.alternate = true;
          break;
        case 48:
          spec.zero = true;
          break;
        default:
          break flags;
      }
      i++;
    }
    // A number, or an argument for `*`.
    const number = (what: string, limit: number, ctype: string): Result<number> => {
      if (codePointAt(format, i) === 42) {
        i++;
        const value = take();
        if (value === null) return null;
        const size = toInt(value);
        if (size === undefined) return raise(ts, TypeErrorType, "* wants int");
        if (size > limit || size < -limit) {
          return raise(ts, OverflowErrorType, `Python int too large to convert to C ${ctype}`);
        }
        return Number(size);
      }
      let size = 0;
      while (i < n && isDigit(codePointAt(format, i))) {
        size = size * 10 + (codePointAt(format, i++) - 48);
        if (size > limit) return raise(ts, ValueErrorType, `${what} too big`);
      }
      return size;
    };
    if (codePointAt(format, i) === 42 || isDigit(codePointAt(format, i))) {
      const width = number("width", SSIZE_MAX, "ssize_t");
      if (width === null) return null;
      if (width < 0) spec.left = true;
      spec.width = Math.abs(width);
    }
    if (codePointAt(format, i) === 46) {
      i++;
      const precision = number(dialect.precision, INT_MAX, "int");
      if (precision === null) return null;
      spec.precision = Math.max(0, precision);
    }
    if (codePointAt(format, i) === 104 || codePointAt(format, i) === 108 || codePointAt(format, i) === 76)
      i++;
    if (i >= n) return raise(ts, ValueErrorType, "incomplete format");
    const c = codePointAt(format, i++);
    spec.type = String.fromCodePoint(c);
    const value = take();
    if (value === null) return null;
    const made = convert(ts, spec, value, dialect);
    if (made === null) return null;
    if (made === undefined) {
      if (dialect.noun === "bytes" && c > 0x7f && spec.width === -1 && spec.precision === -1) {
        // A char of C, which is negative.
        return raise(ts, OverflowErrorType, "character argument not in range(0x110000)");
      }
      const shown = (c >= 31 && c <= 0x7f) || dialect.noun === "bytes" ? spec.type : "?";
      return raise(
        ts,
        ValueErrorType,
        `unsupported format character '${shown}' (0x${c.toString(16)}) at index ${i - 1}`,
      );
    }
    parts.push(made);
  }
  if (next < args.length && mapping === undefined) {
    return raise(ts, TypeErrorType, `not all arguments converted during ${dialect.noun} formatting`);
  }
  return joinStr(parts, "");
}

/** One converted value, padded; `undefined` for an unknown conversion. */
function convert(
  ts: ThreadState,
  spec: PercentSpec,
  value: Value,
  dialect: PercentDialect,
): Result<Str | undefined> {
  let text: Str;
  let numeric = false;
  switch (spec.type) {
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X": {
      const digits = integer(ts, spec, value);
      if (digits === null) return null;
      text = digits;
      numeric = true;
      break;
    }
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G": {
      const x = asDouble(ts, value);
      if (x === null && dialect.noun === "bytes")
        return raise(ts, TypeErrorType, `float argument required, not ${typeName(value)}`);
      if (x === null) return null;
      text = double(spec, x);
      numeric = true;
      break;
    }
    default: {
      const made = dialect.text(ts, spec.type, value);
      if (made === null || made === undefined) return made;
      text =
        spec.precision >= 0 && spec.type !== "c"
          ? substring(made, 0, Math.min(spec.precision, strLength(made)))
          : made;
    }
  }
  return numeric ? padNumber(toJs(text), spec) : padText(text, spec);
}

function padText(text: Str, spec: PercentSpec): Str {
  const missing = spec.width - strLength(text);
  if (missing <= 0) return text;
  const space = repeat(" ", missing);
  return spec.left ? concat(text, space) : concat(space, text);
}

/** Adds sign and fills with zeros or spaces. */
function padNumber(text: string, spec: PercentSpec): Str {
  const negative = text.startsWith("-");
  const sign = negative ? "-" : spec.plus ? "+" : spec.space ? " " : "";
  let body = negative ? text.slice(1) : text;
  let prefix = "";
  if (spec.alternate && /^0[xXoO]/.test(body)) {
    prefix = body.slice(0, 2);
    body = body.slice(2);
  }
  const missing = spec.width - sign.length - prefix.length - body.length;
  if (missing > 0 && !spec.left && spec.zero) return sign + prefix + "0".repeat(missing) + body;
  const whole = sign + prefix + body;
  if (missing <= 0) return whole;
  return spec.left ? whole + " ".repeat(missing) : " ".repeat(missing) + whole;
}

function integer(ts: ThreadState, spec: PercentSpec, value: Value): Result<string> {
  const decimal = spec.type === "d" || spec.type === "i" || spec.type === "u";
  const number = wholeNumber(ts, value, spec.type, decimal);
  if (number === null) return null;
  let digits: string;
  let prefix = "";
  if (decimal) {
    const text = intToDecimal(ts, number);
    if (text === null) return null;
    digits = number < 0 ? text.slice(1) : text;
  } else {
    digits = intMagnitude(number, spec.type === "o" ? 8 : 16);
    if (spec.alternate) prefix = spec.type === "o" ? "0o" : "0x";
  }
  digits = digits.padStart(spec.precision, "0");
  const text = `${number < 0 ? "-" : ""}${prefix}${digits}`;
  return spec.type === "X" ? text.toUpperCase() : text;
}

/** The int to be formatted; only decimal conversions truncate floats. */
function wholeNumber(ts: ThreadState, value: Value, type: string, decimal: boolean): Result<Int> {
  const direct = toInt(value);
  if (direct !== undefined) return direct;
  const slots = typeOf(value);
  if (slots.nb_index !== null || (decimal && (slots.nb_int !== null || slots.nb_float !== null))) {
    const number = decimal ? intFromObject(ts, value) : toIndex(ts, value);
    if (number !== null || !pendingMatches(ts, TypeErrorType) || toFloat(value) !== undefined) return number;
  }
  return raise(
    ts,
    TypeErrorType,
    decimal
      ? `%${type} format: a real number is required, not ${typeName(value)}`
      : `%${type} format: an integer is required, not ${typeName(value)}`,
  );
}

function double(spec: PercentSpec, x: number): string {
  const precision = spec.precision < 0 ? 6 : spec.precision;
  const digits = doubleDigits(x, spec.type.toLowerCase(), precision, spec.alternate, false);
  const text = digits.whole + (digits.point ? `.${digits.fraction}` : "") + digits.exponent;
  const signed = x < 0 || Object.is(x, -0) ? `-${text}` : text;
  return spec.type < "a" ? signed.toUpperCase() : signed;
}
