import {
  None,
  OverflowErrorType,
  type PyType,
  type Result,
  raise,
  roundHalfEven,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toFloat,
  toIndex,
  toInt,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { errnoOf } from "../errno/numbers.js";
import { raiseErrno } from "../os-error.js";
import { type CalendarTime, calendarTime, daysFromCivil } from "../time/calendar.js";
import { localPeriod } from "../time/local-zone.js";
import { makeDateTime } from "./arithmetic.js";
import { makeDelta } from "./delta.js";
import { checkYear } from "./fields.js";
import type { PyDateTime, PyTimeZone } from "./py-datetime.js";
import { makeTimeZone } from "./tzinfo-type.js";

/** No zone's clock goes back further than this, in seconds. */
const MAX_FOLD = 86400;

/** A moment in seconds since 1970 and microseconds from 0. */
export interface Moment {
  readonly seconds: number;
  readonly microseconds: number;
}

/** Seconds whose year fits a C `int`, more or less. Raises OverflowError and OSError, as `localtime()` fails. */
function inRange(ts: ThreadState, seconds: number | bigint): Result<number> {
  if (typeof seconds === "number" && Number.isSafeInteger(seconds)) return seconds;
  if (seconds >= -(2 ** 63) && seconds < 2 ** 63) return raiseErrno(ts, errnoOf("EOVERFLOW"));
  return raise(ts, OverflowErrorType, "timestamp out of range for platform time_t");
}

/** Whole seconds of a timestamp that a date is made from. Raises TypeError, ValueError, OverflowError. */
export function wholeSeconds(ts: ThreadState, v: Value): Result<number> {
  const x = toFloat(v);
  if (x !== undefined && Number.isNaN(x))
    return raise(ts, ValueErrorType, "Invalid value NaN (not a number)");
  const n = x !== undefined ? Math.floor(x) : toIndex(ts, v);
  if (n === null) return null;
  return inRange(ts, n);
}

/** A timestamp argument, rounded half to even. Raises TypeError, ValueError, OverflowError. */
export function momentOf(ts: ThreadState, v: Value): Result<Moment> {
  const x = toFloat(v);
  if (x === undefined) {
    const n = toInt(v);
    if (n === undefined) return raise(ts, TypeErrorType, `argument must be int or float, not ${typeName(v)}`);
    const seconds = inRange(ts, n);
    return seconds === null ? null : { seconds, microseconds: 0 };
  }
  if (Number.isNaN(x)) return raise(ts, ValueErrorType, "Invalid value NaN (not a number)");
  let seconds = Math.trunc(x);
  let microseconds = roundHalfEven((x - seconds) * 1e6);
  if (microseconds >= 1e6) {
    microseconds -= 1e6;
    seconds++;
  } else if (microseconds < 0) {
    microseconds += 1e6;
    seconds--;
  }
  const checked = inRange(ts, seconds);
  return checked === null ? null : { seconds: checked, microseconds };
}

/** The present moment. */
export function now(ts: ThreadState): Moment {
  const ns = ts.interp.host.time();
  const seconds = ns / 1_000_000_000n;
  return { seconds: Number(seconds), microseconds: Number((ns - seconds * 1_000_000_000n) / 1000n) };
}

/** Seconds since 1970 of what a clock shows, taken as UTC. */
export const shownSeconds = (t: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}): number => daysFromCivil(t.year, t.month, t.day) * 86400 + t.hour * 3600 + t.minute * 60 + t.second;

/** What clocks in the host's zone show at a moment. */
export function localTime(ts: ThreadState, seconds: number): CalendarTime {
  const zone = localPeriod(ts, seconds);
  return calendarTime(seconds, zone.offset, zone.name, zone.isDst ? 1 : 0);
}

/** What the clock shows at a moment, as {@link shownSeconds}. Raises ValueError outside of the years of a date. */
function shown(ts: ThreadState, seconds: number): Result<number> {
  const t = localTime(ts, seconds);
  return checkYear(ts, t.year) === null ? null : shownSeconds(t);
}

/** A datetime of a moment: in UTC, or in the host's zone, with its fold. */
export function dateTimeAt(
  ts: ThreadState,
  cls: PyType,
  moment: Moment,
  local: boolean,
  tzinfo: Value,
): Result<Value> {
  const { seconds } = moment;
  const t = local ? localTime(ts, seconds) : calendarTime(seconds, 0, null, 0);
  let fold = 0;
  if (local && tzinfo === None) {
    if (checkYear(ts, t.year) === null) return null;
    const result = shownSeconds(t);
    const probe = shown(ts, seconds - MAX_FOLD);
    if (probe === null) return null;
    const transition = result - probe - MAX_FOLD;
    if (transition < 0) {
      const before = shown(ts, seconds + transition);
      if (before === null) return null;
      if (before === result) fold = 1;
    }
  }
  const { year, month, day, hour, minute, second } = t;
  return makeDateTime(ts, cls, year, month, day, hour, minute, second, moment.microseconds, tzinfo, fold);
}

/** The moment at which clocks in the host's zone show a time (PEP 495), in seconds. Raises ValueError. */
export function localSeconds(ts: ThreadState, t: PyDateTime): Result<number> {
  const wanted = shownSeconds(t);
  const first = shown(ts, wanted);
  if (first === null) return null;
  const a = first - wanted;
  const u1 = wanted - a;
  const t1 = shown(ts, u1);
  if (t1 === null) return null;
  let b: number;
  if (t1 === wanted) {
    // There may be an earlier moment, or a later one.
    const u2 = t.fold === 1 ? u1 + MAX_FOLD : u1 - MAX_FOLD;
    const other = shown(ts, u2);
    if (other === null) return null;
    b = other - u2;
    if (a === b) return u1;
  } else b = t1 - u1;
  const u2 = wanted - b;
  const t2 = shown(ts, u2);
  if (t2 === null) return null;
  if (t2 === wanted) return u2;
  if (t1 === wanted) return u1;
  // No clock shows this time: it is in a gap.
  return t.fold === 1 ? Math.min(u1, u2) : Math.max(u1, u2);
}

/** The host's zone at a moment as a timezone. */
export function localTimeZone(ts: ThreadState, seconds: number): Result<PyTimeZone> {
  const zone = localPeriod(ts, seconds);
  const offset = makeDelta(ts, 0, zone.offset, 0);
  return offset === null ? null : makeTimeZone(ts, offset, strFromJs(zone.name));
}
