import { raise } from "../../core/errors.js";
import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { ValueErrorType } from "../exceptions/exception-types.js";
import { decimalDigit } from "../int/digits.js";
import type { Str } from "../str/py-str.js";
import { toJs } from "../str/text.js";

/** A parsed format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`. */
export interface FormatSpec {
  /** One character. */
  fill: string;
  align: "<" | ">" | "=" | "^";
  /** Was an alignment written (or implied by a leading 0)? */
  alignGiven: boolean;
  sign: "" | "+" | "-" | " ";
  /** `z`: a negative zero after rounding loses its sign. */
  noNegativeZero: boolean;
  /** `#`. */
  alternate: boolean;
  /** A leading `0` filled in for fill and alignment. */
  zeroPadded: boolean;
  /** In characters; -1 when absent. */
  width: number;
  grouping: "" | "," | "_";
  /** -1 when absent. */
  precision: number;
  /** Grouping of the digits after the point (3.14). */
  fractionGrouping: "" | "," | "_";
  /** One character, or empty when absent. */
  type: string;
}

/** Digits of all scripts count. */
const DECIMAL = /^\p{Nd}$/u;

const MAX_NUMBER = 2 ** 63 - 1;

/** Programs format with few specifications again and again; beyond so many all are forgotten. */
const KEPT = 256;
const kept = { "<": new Map<string, FormatSpec>(), ">": new Map<string, FormatSpec>() };

/**
 * Parses a format specification (CPython `parse_internal_render_format_spec`).
 *
 * @param typeName name of the formatted object's type, for messages
 * @param defaultAlign `>` for numbers, `<` for text
 */
export function parseFormatSpec(
  ts: ThreadState,
  spec: Str,
  typeName: string,
  defaultAlign: "<" | ">",
): Result<Readonly<FormatSpec>> {
  if (typeof spec !== "string") return parse(ts, spec, typeName, defaultAlign);
  const known = kept[defaultAlign];
  const found = known.get(spec);
  if (found !== undefined) return found;
  const made = parse(ts, spec, typeName, defaultAlign);
  if (made === null) return null;
  if (known.size === KEPT) known.clear();
  known.set(spec, made);
  return made;
}

function parse(ts: ThreadState, spec: Str, typeName: string, defaultAlign: "<" | ">"): Result<FormatSpec> {
  const text = toJs(spec);
  const chars = typeof spec === "string" ? text : Array.from(text);
  const n = chars.length;
  const result: FormatSpec = {
    fill: " ",
    align: defaultAlign,
    alignGiven: false,
    sign: "",
    noNegativeZero: false,
    alternate: false,
    zeroPadded: false,
    width: -1,
    grouping: "",
    precision: -1,
    fractionGrouping: "",
    type: "",
  };
  const isAlign = (c: string | undefined): c is FormatSpec["align"] =>
    c === "<" || c === ">" || c === "=" || c === "^";
  let i = 0;
  let fillGiven = false;
  if (n >= 2 && isAlign(chars[1])) {
    result.fill = chars[0];
    result.align = chars[1];
    result.alignGiven = true;
    fillGiven = true;
    i = 2;
  } else if (n >= 1 && isAlign(chars[0])) {
    result.align = chars[0];
    result.alignGiven = true;
    i = 1;
  }
  if (chars[i] === "+" || chars[i] === "-" || chars[i] === " ") result.sign = chars[i++] as "+" | "-" | " ";
  if (chars[i] === "z") {
    result.noNegativeZero = true;
    i++;
  }
  if (chars[i] === "#") {
    result.alternate = true;
    i++;
  }
  if (!fillGiven && chars[i] === "0") {
    result.fill = "0";
    result.zeroPadded = true;
    if (!result.alignGiven && defaultAlign === ">") result.align = "=";
    i++;
  }
  const number = (): number | null | undefined => {
    const start = i;
    let value = 0;
    for (; i < n && DECIMAL.test(chars[i]); i++)
      value = value * 10 + decimalDigit(chars[i].codePointAt(0) as number);
    if (i === start) return undefined;
    return value > MAX_NUMBER ? raise(ts, ValueErrorType, "Too many decimal digits in format string") : value;
  };
  const separator = (): "" | "," | "_" | null => {
    let found: "" | "," | "_" = "";
    if (chars[i] === ",") {
      found = ",";
      i++;
    }
    if (chars[i] === "_") {
      if (found !== "") return bothSeparators(ts);
      found = "_";
      i++;
    }
    if (chars[i] === "," && found === "_") return bothSeparators(ts);
    return found;
  };
  const width = number();
  if (width === null) return null;
  if (width !== undefined) result.width = width;
  const grouping = separator();
  if (grouping === null) return null;
  result.grouping = grouping;
  if (chars[i] === ".") {
    i++;
    const precision = number();
    if (precision === null) return null;
    if (precision !== undefined) result.precision = precision;
    const fraction = separator();
    if (fraction === null) return null;
    result.fractionGrouping = fraction;
    if (precision === undefined && fraction === "") {
      return raise(ts, ValueErrorType, "Format specifier missing precision");
    }
  }
  if (n - i > 1) {
    return raise(ts, ValueErrorType, `Invalid format specifier '${text}' for object of type '${typeName}'`);
  }
  if (i < n) result.type = chars[i];
  // The mark of the fraction is checked for "n" only (CPython 3.14 `parse_internal_render_format_spec`).
  const mark = result.grouping || (result.type === "n" ? result.fractionGrouping : "");
  const type = result.type === "" && defaultAlign === "<" ? "s" : result.type;
  if (mark !== "" && !groupingAllowed(mark, type)) {
    const c = type.codePointAt(0) as number;
    const shown = c > 32 && c < 128 ? type : `\\x${c.toString(16)}`;
    return raise(ts, ValueErrorType, `Cannot specify '${mark}' with '${shown}'.`);
  }
  return result;
}

function groupingAllowed(mark: string, type: string): boolean {
  if (type === "" || "defgEG%F".includes(type)) return true;
  return mark === "_" && "boxX".includes(type);
}

function bothSeparators(ts: ThreadState): null {
  return raise(ts, ValueErrorType, "Cannot specify both ',' and '_'.");
}

/** ValueError "Unknown format code 'x' for object of type 'int'". */
export function unknownFormatCode(ts: ThreadState, type: string, typeName: string): null {
  const c = type.codePointAt(0) as number;
  const shown = c > 32 && c < 128 ? type : `\\x${c.toString(16)}`;
  return raise(ts, ValueErrorType, `Unknown format code '${shown}' for object of type '${typeName}'`);
}

/** Pads text of a given length (in characters) to the width of a specification; `=` counts as `>`. */
export function pad(text: string, length: number, spec: FormatSpec): string {
  const missing = spec.width - length;
  if (missing <= 0) return text;
  const left = spec.align === "<" ? 0 : spec.align === "^" ? missing >> 1 : missing;
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}
