import {
  asStr,
  type FormatSpec,
  groupFraction,
  layOut,
  MAX_LENGTH,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toJs,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { getContext } from "./current.js";
import { type Dec, digitCount, finite, isZero, type Rounding, rescale } from "./number.js";
import type { PyDecimal } from "./py-decimal.js";
import { decimalText } from "./text.js";

/** `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`, stricter than that of floats. */
const SPECIFICATION =
  /^(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?((?!0)\d+)?([,_])?(?:\.(?=[\d,_])(0|(?!0)\d+)?([,_])?)?([eEfFgGn%])?$/su;

/** Rounds to so many digits. */
function roundDigits(d: Dec, places: number, rounding: Rounding): Dec {
  if (d.coefficient === 0n) return d;
  const exponent = d.exponent + digitCount(d.coefficient) - places;
  const { value } = rescale(d, exponent, rounding);
  if (digitCount(value.coefficient) <= places) return value;
  return finite(value.negative, value.coefficient / 10n, value.exponent + 1);
}

/** `Decimal.__format__` (CPython `Lib/_pydecimal.py`). ValueError "invalid format string". */
export function formatDecimal(ts: ThreadState, self: PyDecimal, specValue: Value): Result<Value> {
  const given = asStr(specValue);
  if (given === undefined) return raise(ts, TypeErrorType, "format arg must be str");
  const c = getContext(ts);
  const match = SPECIFICATION.exec(toJs(given));
  if (match === null) return invalidFormat(ts);
  const [
    ,
    fill,
    align,
    sign,
    noNegativeZero,
    alternate,
    zero,
    width,
    grouping,
    precisionText,
    fractionGrouping,
  ] = match;
  let type = match[11] ?? (c.capitals ? "G" : "g");
  if (type === "n") {
    if (grouping !== undefined) return invalidFormat(ts);
    type = "g";
  }
  if (zero !== undefined && align !== undefined) return invalidFormat(ts);
  const spec: FormatSpec = {
    fill: zero === undefined ? (fill ?? " ") : "0",
    align: zero === undefined ? ((align ?? ">") as FormatSpec["align"]) : "=",
    alignGiven: align !== undefined,
    sign: (sign ?? "") as FormatSpec["sign"],
    noNegativeZero: noNegativeZero !== undefined,
    alternate: alternate !== undefined,
    zeroPadded: zero !== undefined,
    width: Number(width ?? -1),
    grouping: (grouping ?? "") as FormatSpec["grouping"],
    precision: -1,
    fractionGrouping: (fractionGrouping ?? "") as FormatSpec["fractionGrouping"],
    type,
  };
  if (spec.width > MAX_LENGTH || Number(precisionText ?? 0) > MAX_LENGTH) {
    return raise(ts, ValueErrorType, "format specification exceeds internal limits of _decimal");
  }
  let d = self.dec;
  if (d.kind !== "finite") {
    const whole = decimalText({ ...d, negative: false }, c.capitals);
    const rest = type === "%" ? "%" : "";
    const plain: FormatSpec = { ...spec, grouping: "", fill: zero === undefined ? spec.fill : " " };
    if (zero !== undefined) plain.align = ">";
    return strFromJs(layOut({ negative: d.negative, prefix: "", whole, rest }, plain, 3));
  }
  const lower = type.toLowerCase();
  const fixed = lower === "f" || type === "%";
  let precision = precisionText === undefined ? undefined : Number(precisionText);
  if (precision === 0 && lower === "g") precision = 1;
  const { rounding } = c;
  if (type === "%") d = finite(d.negative, d.coefficient, d.exponent + 2);
  if (precision !== undefined) {
    if (lower === "e") d = roundDigits(d, precision + 1, rounding);
    else if (fixed) d = rescale(d, -precision, rounding).value;
    else if (digitCount(d.coefficient) > precision) d = roundDigits(d, precision, rounding);
  }
  if (isZero(d) && d.exponent > 0 && fixed) d = finite(d.negative, 0n, 0);
  const negative = d.negative && !(spec.noNegativeZero && isZero(d));
  const digits = d.coefficient.toString();
  const left = d.exponent + digits.length;
  let point = 1;
  if (lower === "e") point = isZero(d) && precision !== undefined ? 1 - precision : 1;
  else if (fixed || (d.exponent <= 0 && left > -6)) point = left;
  let whole: string;
  let fraction: string;
  if (point < 0) {
    whole = "0";
    fraction = "0".repeat(-point) + digits;
  } else {
    whole = digits.slice(0, point).padEnd(point, "0") || "0";
    fraction = digits.slice(point);
  }
  const e = left - point;
  let rest = fraction !== "" || spec.alternate ? `.${groupFraction(fraction, spec.fractionGrouping)}` : "";
  if (e !== 0 || lower === "e")
    rest += `${type === "E" || type === "G" ? "E" : "e"}${e < 0 ? "-" : "+"}${Math.abs(e)}`;
  if (type === "%") rest += "%";
  return strFromJs(layOut({ negative, prefix: "", whole, rest }, spec, 3));
}

function invalidFormat(ts: ThreadState): null {
  return raise(ts, ValueErrorType, "invalid format string");
}
