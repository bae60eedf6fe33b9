import {
  asStr,
  callMethod,
  None,
  type Result,
  raise,
  repr,
  type Status,
  type ThreadState,
  TypeErrorType,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { compareDeltas } from "./delta.js";
import { type PyDateTime, type PyTime, PyTimeDelta, PyTimeZone, UTC } from "./py-datetime.js";
import { two } from "./timedelta-type.js";

const DAY = new PyTimeDelta(1, 0, 0);
const MINUS_DAY = new PyTimeDelta(-1, 0, 0);

/** Raises ValueError unless the offset is shorter than a day. */
export function checkOffset(ts: ThreadState, offset: PyTimeDelta): Status {
  if (compareDeltas(offset, MINUS_DAY) > 0 && compareDeltas(offset, DAY) < 0) return true;
  const shown = repr(ts, offset);
  if (shown === null) return null;
  const range = "strictly between -timedelta(hours=24) and timedelta(hours=24)";
  return raise(ts, ValueErrorType, `offset must be a timedelta ${range}, not ${toJs(shown)}`);
}

/** What `tzinfo.utcoffset(moment)` or `tzinfo.dst(moment)` says: a duration shorter than a day, or `undefined`. */
export function askZone(
  ts: ThreadState,
  tzinfo: Value,
  method: "utcoffset" | "dst",
  moment: Value,
): Result<PyTimeDelta | undefined> {
  if (tzinfo === None) return undefined;
  if (tzinfo instanceof PyTimeZone) return method === "utcoffset" ? tzinfo.offset : undefined;
  const said = callMethod(ts, tzinfo, method, [moment]);
  if (said === null) return null;
  if (said === None) return undefined;
  if (!(said instanceof PyTimeDelta)) {
    const message = `tzinfo.${method}() must return None or timedelta, not '${typeName(said)}'`;
    return raise(ts, TypeErrorType, message);
  }
  return checkOffset(ts, said) === null ? null : said;
}

/** What `tzinfo.tzname(moment)` says: a str or None. */
export function askName(ts: ThreadState, tzinfo: Value, moment: Value): Result<Value> {
  if (tzinfo === None) return None;
  if (tzinfo instanceof PyTimeZone) return zoneName(tzinfo);
  const said = callMethod(ts, tzinfo, "tzname", [moment]);
  if (said === null || said === None || asStr(said) !== undefined) return said;
  return raise(ts, TypeErrorType, `tzinfo.tzname() must return None or a string, not '${typeName(said)}'`);
}

/** The offset of a datetime or a time. A time asks its zone about None. */
export const offsetOf = (ts: ThreadState, self: PyDateTime | PyTime): Result<PyTimeDelta | undefined> =>
  askZone(ts, self.tzinfo, "utcoffset", "year" in self ? self : None);

/** An offset as `+hh:mm`, with seconds and microseconds where there are any. */
export function offsetText(offset: PyTimeDelta, separator: string): string {
  let microseconds = (offset.days * 86400 + offset.seconds) * 1e6 + offset.microseconds;
  const sign = microseconds < 0 ? "-" : "+";
  microseconds = Math.abs(microseconds);
  const seconds = Math.floor(microseconds / 1e6);
  const minutes = Math.floor(seconds / 60);
  const rest = microseconds - seconds * 1e6;
  let text = `${sign}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
  if (seconds % 60 !== 0 || rest !== 0) text += separator + two(seconds % 60);
  return rest === 0 ? text : `${text}.${String(rest).padStart(6, "0")}`;
}

/** The name of a zone with a fixed offset: its own, else one like UTC+01:00. */
export function zoneName(zone: PyTimeZone): Value {
  if (zone.name !== undefined) return zone.name;
  const { days, seconds, microseconds } = zone.offset;
  const isUtc = zone === UTC || (days === 0 && seconds === 0 && microseconds === 0);
  return isUtc ? "UTC" : `UTC${offsetText(zone.offset, ":")}`;
}
