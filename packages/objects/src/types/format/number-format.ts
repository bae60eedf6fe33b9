import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { Result, Value } from "../../core/object.js";
import { str } from "../../core/protocols.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { PyComplex } from "../complex/py-complex.js";
import { OverflowErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import type { PyFloat } from "../float/py-float.js";
import { toFixed } from "../float/rounding.js";
import type { Int } from "../int/arithmetic.js";
import { intMagnitude, intToDecimal } from "../int/digits.js";
import { toInt } from "../int/to-int.js";
import { asStr } from "../str/as-str.js";
import { type Str, strFromJs } from "../str/py-str.js";
import { groupFraction, layOut } from "./digits-layout.js";
import { doubleDigits } from "./double-digits.js";
import { type FormatSpec, pad, parseFormatSpec, unknownFormatCode } from "./format-spec.js";

/** The text of a `__format__` argument. TypeError when it is no str. */
function specText(ts: ThreadState, spec: Value): Result<Str> {
  return (
    asStr(spec) ??
    raise(ts, TypeErrorType, `__format__() argument must be str, not ${argumentTypeName(spec)}`)
  );
}

/** `int.__format__`. */
export function formatIntValue(ts: ThreadState, self: Value, specValue: Value): Result<Value> {
  const spec = specText(ts, specValue);
  if (spec === null) return null;
  return spec === "" ? str(ts, self) : formatInt(ts, toInt(self) as Int, spec, typeName(self));
}

/** `float.__format__`. */
export function formatFloatValue(ts: ThreadState, self: PyFloat, specValue: Value): Result<Value> {
  const spec = specText(ts, specValue);
  if (spec === null) return null;
  return spec === "" ? str(ts, self) : formatFloat(ts, self.value, spec, typeName(self));
}

/** `complex.__format__`. */
export function formatComplexValue(ts: ThreadState, self: PyComplex, specValue: Value): Result<Value> {
  const spec = specText(ts, specValue);
  if (spec === null) return null;
  return spec === "" ? str(ts, self) : formatComplex(ts, self, spec, typeName(self));
}

/** Formats an int by a specification that is not empty (CPython `format_long_internal`). */
export function formatInt(ts: ThreadState, value: Int, specification: Str, name: string): Result<Str> {
  const spec = parseFormatSpec(ts, specification, name, ">");
  if (spec === null) return null;
  switch (spec.type) {
    case "":
    case "d":
    case "n":
    case "b":
    case "o":
    case "x":
    case "X":
    case "c":
      break;
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
    case "%": {
      const x = Number(value);
      if (!Number.isFinite(x)) return raise(ts, OverflowErrorType, "int too large to convert to float");
      return formatDouble(ts, x, spec, name);
    }
    default:
      return unknownFormatCode(ts, spec.type, name);
  }
  if (spec.precision !== -1)
    return raise(ts, ValueErrorType, "Precision not allowed in integer format specifier");
  if (spec.noNegativeZero) {
    return raise(ts, ValueErrorType, "Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type === "c") return formatCharacter(ts, value, spec);
  const base =
    spec.type === "b" ? 2 : spec.type === "o" ? 8 : spec.type === "x" || spec.type === "X" ? 16 : 10;
  let digits: string | null;
  if (base === 10) {
    digits = intToDecimal(ts, value);
    if (digits === null) return null;
    if (value < 0) digits = digits.slice(1);
  } else digits = intMagnitude(value, base);
  if (spec.type === "X") digits = digits.toUpperCase();
  const prefix = spec.alternate && base !== 10 ? `0${spec.type}` : "";
  return numeral(
    layOut({ negative: value < 0, prefix, whole: digits, rest: "" }, spec, base === 10 ? 3 : 4),
    spec,
  );
}

/** A formatted number as str: only what it is filled with may lie beyond the plain ones. */
const numeral = (text: string, spec: FormatSpec): Str => (spec.fill < "\ud800" ? text : strFromJs(text));

function formatCharacter(ts: ThreadState, value: Int, spec: FormatSpec): Result<Str> {
  if (spec.sign !== "")
    return raise(ts, ValueErrorType, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) {
    return raise(ts, ValueErrorType, "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (typeof value === "bigint" && BigInt.asIntN(64, value) !== value)
    return raise(ts, OverflowErrorType, "Python int too large to convert to C long");
  if (value < 0 || value > 0x10ffff) return raise(ts, OverflowErrorType, "%c arg not in range(0x110000)");
  return strFromJs(pad(String.fromCodePoint(Number(value)), 1, spec));
}

/** Formats a float by a specification that is not empty (CPython `format_float_internal`). */
export function formatFloat(ts: ThreadState, x: number, specification: Str, name: string): Result<Str> {
  const spec = parseFormatSpec(ts, specification, name, ">");
  return spec === null ? null : formatDouble(ts, x, spec, name);
}

function formatDouble(ts: ThreadState, x: number, spec: FormatSpec, name: string): Result<Str> {
  if (!"eEfFgGn%".includes(spec.type)) return unknownFormatCode(ts, spec.type, name);
  // C's int is what counts digits.
  if (spec.precision > 0x7fffffff) return raise(ts, ValueErrorType, "precision too big");
  const text = doubleParts(x, spec, true);
  const parts = { negative: text.negative, prefix: "", whole: text.whole, rest: text.rest };
  const finite = Number.isFinite(x);
  // Only digits are grouped.
  return numeral(layOut(parts, finite ? spec : { ...spec, grouping: "" }, 3), spec);
}

/** Sign, digits before the point, and the rest, of a double under a specification. */
function doubleParts(
  x: number,
  spec: FormatSpec,
  addDotZero: boolean,
): { negative: boolean; whole: string; rest: string } {
  if (spec.type === "f" && Number.isFinite(x) && !spec.alternate && !spec.noNegativeZero) {
    if (spec.grouping === "" && spec.fractionGrouping === "") {
      const whole = toFixed(Math.abs(x), spec.precision === -1 ? 6 : spec.precision);
      return { negative: x < 0 || Object.is(x, -0), whole, rest: "" };
    }
  }
  const percent = spec.type === "%";
  const value = percent ? x * 100 : x;
  const lower = spec.type.toLowerCase();
  let format = percent ? "f" : lower === "n" ? "g" : lower;
  let precision = spec.precision;
  let dotZero = false;
  if (format === "") {
    dotZero = addDotZero;
    format = precision === -1 ? "r" : "g";
  } else if (precision === -1) precision = 6;
  const digits = doubleDigits(value, format, precision, spec.alternate, dotZero);
  let negative = value < 0 || Object.is(value, -0);
  if (spec.noNegativeZero && negative && !/[1-9in]/.test(digits.whole + digits.fraction)) negative = false;
  let rest = digits.point ? `.${groupFraction(digits.fraction, spec.fractionGrouping)}` : "";
  rest += digits.exponent;
  if (percent) rest += "%";
  const upperCase = spec.type === "E" || spec.type === "F" || spec.type === "G";
  return {
    negative,
    whole: upperCase ? digits.whole.toUpperCase() : digits.whole,
    rest: upperCase ? rest.toUpperCase() : rest,
  };
}

/** Formats a complex by a specification that is not empty (CPython `format_complex_internal`). */
function formatComplex(ts: ThreadState, value: PyComplex, specification: Str, name: string): Result<Str> {
  const spec = parseFormatSpec(ts, specification, name, ">");
  if (spec === null) return null;
  if (spec.type === "%" || !"eEfFgGn".includes(spec.type)) return unknownFormatCode(ts, spec.type, name);
  if (spec.fill === "0") {
    return raise(ts, ValueErrorType, "Zero padding is not allowed in complex format specifier");
  }
  if (spec.align === "=") {
    return raise(ts, ValueErrorType, "'=' alignment flag is not allowed in complex format specifier");
  }
  // Without a type, a complex is written as repr does: parentheses, and no real part that is zero.
  const plain = spec.type === "";
  const bare = { ...spec, width: -1, align: ">" as const };
  const part = (x: number, sign: FormatSpec["sign"]): string => {
    const text = doubleParts(x, bare, false);
    const grouping = Number.isFinite(x) ? spec.grouping : "";
    return layOut(
      { negative: text.negative, prefix: "", whole: text.whole, rest: text.rest },
      { ...bare, sign, grouping },
      3,
    );
  };
  const skipReal = plain && value.real === 0 && !Object.is(value.real, -0);
  const imag = `${part(value.imag, skipReal ? spec.sign : "+")}j`;
  const text = skipReal
    ? imag
    : plain
      ? `(${part(value.real, spec.sign)}${imag})`
      : part(value.real, spec.sign) + imag;
  return strFromJs(pad(text, text.length, spec));
}
