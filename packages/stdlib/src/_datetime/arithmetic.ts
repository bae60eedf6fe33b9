import {
  call,
  None,
  OverflowErrorType,
  type PyType,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  type Value,
} from "@adder/objects";
import { addDeltas, compareDeltas, makeDelta } from "./delta.js";
import { checkDay, checkTime, checkTzInfo } from "./fields.js";
import { fromOrdinal, MAX_ORDINAL, toOrdinal } from "./gregorian.js";
import {
  DateTimeType,
  DateType,
  PyDate,
  PyDateTime,
  PyTime,
  type PyTimeDelta,
  TimeType,
} from "./py-datetime.js";
import { offsetOf } from "./zone-calls.js";

/** A date of any class. A subclass in Python is called. Raises ValueError for fields out of their ranges. */
export function makeDate(
  ts: ThreadState,
  cls: PyType,
  year: number,
  month: number,
  day: number,
): Result<Value> {
  if (cls === DateTimeType) return makeDateTime(ts, cls, year, month, day, 0, 0, 0, 0, None);
  if (cls !== DateType) return call(ts, cls, [year, month, day]);
  return checkDay(ts, year, month, day) === null ? null : new PyDate(year, month, day);
}

/** A time of any class. A subclass in Python is called. Raises ValueError and TypeError. */
export function makeTime(
  ts: ThreadState,
  cls: PyType,
  hour: number,
  minute: number,
  second: number,
  microsecond: number,
  tzinfo: Value,
  fold: number,
): Result<Value> {
  if (cls !== TimeType) {
    const made = call(ts, cls, [hour, minute, second, microsecond, tzinfo]);
    if (made instanceof PyTime && fold !== 0) made.fold = fold;
    return made;
  }
  if (checkTime(ts, hour, minute, second, microsecond, fold) === null) return null;
  if (checkTzInfo(ts, tzinfo) === null) return null;
  return new PyTime(hour, minute, second, microsecond, tzinfo, fold);
}

/** A datetime of any class. A subclass in Python is called. Raises ValueError and TypeError. */
export function makeDateTime(
  ts: ThreadState,
  cls: PyType,
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  microsecond: number,
  tzinfo: Value,
  fold = 0,
): Result<Value> {
  if (cls !== DateTimeType) {
    const made = call(ts, cls, [year, month, day, hour, minute, second, microsecond, tzinfo]);
    if (made instanceof PyDateTime && fold !== 0) made.fold = fold;
    return made;
  }
  if (checkDay(ts, year, month, day) === null) return null;
  if (checkTime(ts, hour, minute, second, microsecond, fold) === null) return null;
  if (checkTzInfo(ts, tzinfo) === null) return null;
  return new PyDateTime(year, month, day, hour, minute, second, microsecond, tzinfo, fold);
}

/** Raises OverflowError: no date can say that. */
export const outOfRange = (ts: ThreadState): null => raise(ts, OverflowErrorType, "date value out of range");

/** `date + sign * delta`, by whole days. Raises OverflowError. */
export function shiftDate(ts: ThreadState, self: PyDate, delta: PyTimeDelta, sign: 1 | -1): Result<Value> {
  const ordinal = toOrdinal(self.year, self.month, self.day) + sign * delta.days;
  if (ordinal < 1 || ordinal > MAX_ORDINAL) return outOfRange(ts);
  const { year, month, day } = fromOrdinal(ordinal);
  return makeDate(ts, self.cls, year, month, day);
}

/** `datetime + sign * delta`. Raises OverflowError. */
export function shiftDateTime(
  ts: ThreadState,
  self: PyDateTime,
  delta: PyTimeDelta,
  sign: 1 | -1,
  cls: PyType = self.cls,
): Result<Value> {
  const microsecond = self.microsecond + sign * delta.microseconds;
  const carry = Math.floor(microsecond / 1e6);
  const second = secondOfDay(self) + sign * delta.seconds + carry;
  const days = Math.floor(second / 86400);
  const ordinal = toOrdinal(self.year, self.month, self.day) + sign * delta.days + days;
  if (ordinal < 1 || ordinal > MAX_ORDINAL) return outOfRange(ts);
  const { year, month, day } = fromOrdinal(ordinal);
  const rest = second - days * 86400;
  const minutes = Math.floor(rest / 60);
  return makeDateTime(
    ts,
    cls,
    year,
    month,
    day,
    Math.floor(minutes / 60),
    minutes % 60,
    rest % 60,
    microsecond - carry * 1e6,
    self.tzinfo,
  );
}

/** Seconds since midnight. */
export const secondOfDay = (t: PyDateTime | PyTime): number => t.hour * 3600 + t.minute * 60 + t.second;

/** `a - b` by what both show, whatever their zones. */
const difference = (ts: ThreadState, a: PyDateTime, b: PyDateTime): Result<PyTimeDelta> =>
  makeDelta(
    ts,
    toOrdinal(a.year, a.month, a.day) - toOrdinal(b.year, b.month, b.day),
    secondOfDay(a) - secondOfDay(b),
    a.microsecond - b.microsecond,
  );

/** `a - b` of datetimes. Raises TypeError if only one has an offset. */
export function subtractDateTimes(ts: ThreadState, a: PyDateTime, b: PyDateTime): Result<PyTimeDelta> {
  const shown = difference(ts, a, b);
  if (shown === null || a.tzinfo === b.tzinfo) return shown;
  const offsetA = offsetOf(ts, a);
  const offsetB = offsetA === null ? null : offsetOf(ts, b);
  if (offsetA === null || offsetB === null) return null;
  if (offsetA === undefined && offsetB === undefined) return shown;
  if (offsetA === undefined || offsetB === undefined) {
    return raise(ts, TypeErrorType, "can't subtract offset-naive and offset-aware datetimes");
  }
  if (compareDeltas(offsetA, offsetB) === 0) return shown;
  const offsets = addDeltas(ts, offsetA, offsetB, -1);
  return offsets === null ? null : addDeltas(ts, shown, offsets, -1);
}
