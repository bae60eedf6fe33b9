import {
  asStr,
  callMethod,
  isInstance,
  None,
  type PyTuple,
  type Result,
  raise,
  strFromJs,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toInt,
  toJs,
  typeName,
  type Value,
} from "@adder/objects";
import { formatTime } from "../time/module.js";
import { textArgument } from "./fields.js";
import { type PyDate, PyDateTime, PyTime } from "./py-datetime.js";
import { askName, askZone, offsetText } from "./zone-calls.js";

/**
 * Formats by C's `strftime`, after the conversions that C does not know, knows otherwise, or pads otherwise from one
 * platform to the next (CPython `wrap_strftime`).
 *
 * @param tuple what `timetuple()` says
 */
export function formatMoment(
  ts: ThreadState,
  self: PyDate | PyDateTime | PyTime,
  format: Value,
  tuple: Value,
): Result<Value> {
  const text = textArgument(ts, format, "strftime() argument 1");
  if (text === null) return null;
  const tzinfo = self instanceof PyDateTime || self instanceof PyTime ? self.tzinfo : None;
  const moment = self instanceof PyTime ? None : self;
  let out = "";
  let end = 0;
  const source = toJs(text);
  for (const match of source.matchAll(/%(?:(:?z|[ZfYGF])|[\s\S])/g)) {
    const conversion = match[1];
    if (conversion === undefined) continue;
    out += source.slice(end, match.index);
    end = match.index + match[0].length;
    switch (conversion) {
      case "z":
      case ":z": {
        const offset = askZone(ts, tzinfo, "utcoffset", moment);
        if (offset === null) return null;
        if (offset !== undefined) out += offsetText(offset, conversion === "z" ? "" : ":");
        break;
      }
      case "Z": {
        const name = askName(ts, tzinfo, moment);
        if (name === null) return null;
        const escaped = escapedName(ts, name);
        if (escaped === null) return null;
        out += escaped;
        break;
      }
      case "f":
        out += String("microsecond" in self ? self.microsecond : 0).padStart(6, "0");
        break;
      default: {
        const year = yearText(ts, tuple, conversion);
        if (year === null) return null;
        out += conversion === "F" ? `${year}-%m-%d` : year;
      }
    }
  }
  return formatTime(ts, None, strFromJs(out + source.slice(end)), tuple);
}

/** The name of a zone, its percent signs doubled as its own `replace` doubles them. Raises TypeError. */
function escapedName(ts: ThreadState, name: Value): Result<string> {
  if (name === None) return "";
  if (typeof name === "string") return name.replaceAll("%", "%%");
  const replaced = callMethod(ts, name, "replace", ["%", "%%"]);
  const text = replaced === null ? null : asStr(replaced);
  if (text === null) return null;
  return text === undefined
    ? raise(ts, TypeErrorType, "tzname.replace() did not return a string")
    : toJs(text);
}

/** The year, or with `G` that of the week, with four digits at least. */
function yearText(ts: ThreadState, tuple: Value, conversion: string): Result<string> {
  if (conversion === "G") {
    const year = formatTime(ts, None, "%G", tuple);
    return year === null ? null : toJs(year as string).padStart(4, "0");
  }
  const year = isInstance(tuple, TupleType) ? toInt((tuple as PyTuple).items[0] ?? None) : undefined;
  if (year !== undefined) return String(year).padStart(4, "0");
  return raise(ts, TypeErrorType, "Tuple or struct_time argument required");
}

/** `__format__`: no format is `str()`, and any other goes to `strftime`, which a subclass may have. */
export function formatMethod(ts: ThreadState, self: Value, format: Value): Result<Value> {
  const text = asStr(format);
  if (text === undefined) {
    return raise(ts, TypeErrorType, `__format__() argument 1 must be str, not ${typeName(format)}`);
  }
  return text === "" ? callMethod(ts, self, "__str__", []) : callMethod(ts, self, "strftime", [format]);
}
