import {
  argumentTypeName,
  asStr,
  type BinaryFunc,
  bindKeywords,
  bindParameters,
  CompareOp,
  callMethod,
  DeprecationWarningType,
  hashBytes,
  joinStr,
  type KwNames,
  type MethodRow,
  None,
  NotImplemented,
  PyFloat,
  type PyType,
  type Result,
  type RichCompareFunc,
  raise,
  readyType,
  strLength,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  type Value,
} from "@adder/objects";
import { makeDateTime, makeTime, secondOfDay, shiftDateTime, subtractDateTimes } from "./arithmetic.js";
import { ctimeText, replaceRow, strptimeRow, structTime } from "./date-type.js";
import { addDeltas, compareDeltas, isZero, makeDelta, microsecondsOf } from "./delta.js";
import {
  checkDay,
  checkGiven,
  checkTime,
  checkTzInfo,
  cInts,
  invalidIso,
  isoArgument,
  isState,
  stateBytes,
} from "./fields.js";
import { daysInMonth, toOrdinal } from "./gregorian.js";
import { clockText, dateLength, dateText, readDate, readTime } from "./iso-text.js";
import { dateTimeAt, localSeconds, localTimeZone, momentOf, now, shownSeconds } from "./local-time.js";
import {
  DateTimeType,
  DateType,
  isDate,
  isTzInfo,
  PyDate,
  PyDateTime,
  PyTime,
  PyTimeDelta,
  TimeType,
  UTC,
} from "./py-datetime.js";
import { isoZone, shownSeconds as reprSeconds, saysMidnight, shownZone } from "./time-type.js";
import { hashDelta, outcome } from "./timedelta-type.js";
import { askZone, offsetOf, offsetText } from "./zone-calls.js";
import { clockFields, reduceMethods, timespecArgument, zoneMethods } from "./zoned-methods.js";

const parameters = {
  names: ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"],
  minPositional: 3,
  maxPositional: 8,
  minKeywordOnly: 0,
};

const isSane = (state: ArrayLike<number>): boolean => (state[2] & 0x7f) >= 1 && (state[2] & 0x7f) <= 12;

function fromState(ts: ThreadState, cls: PyType, args: readonly Value[]): Result<Value> {
  const state = stateBytes(ts, args[0], "datetime");
  if (state === null) return null;
  const tzinfo = args[1] ?? None;
  if (tzinfo !== None && !isTzInfo(tzinfo)) return raise(ts, TypeErrorType, "bad tzinfo state arg");
  return new PyDateTime(
    state[0] * 256 + state[1],
    state[2] & 0x7f,
    state[3],
    state[4],
    state[5],
    state[6],
    state[7] * 65536 + state[8] * 256 + state[9],
    tzinfo,
    state[2] >> 7,
    cls,
  );
}

function newDateTime(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (kwnames === null && args.length <= 2 && isState(args[0], 10, isSane)) return fromState(ts, cls, args);
  if (checkGiven(ts, args, kwnames, 3) === null) return null;
  const bound = bindParameters(ts, "", args, kwnames, parameters);
  const fields = bound === null ? null : cInts(ts, bound.slice(0, 7), [0, 0, 0, 0, 0, 0, 0]);
  const rest = bound === null || fields === null ? null : cInts(ts, bound.slice(8), [0]);
  if (bound === null || fields === null || rest === null) return null;
  const [year, month, day, hour, minute, second, microsecond] = fields;
  const tzinfo = bound[7] ?? None;
  if (checkDay(ts, year, month, day) === null) return null;
  if (checkTime(ts, hour, minute, second, microsecond, rest[0]) === null) return null;
  if (checkTzInfo(ts, tzinfo) === null) return null;
  return new PyDateTime(year, month, day, hour, minute, second, microsecond, tzinfo, rest[0], cls);
}

const stateOf = (t: PyDateTime, withFold: boolean): number[] => [
  t.year >> 8,
  t.year & 0xff,
  t.month + (withFold ? t.fold * 128 : 0),
  t.day,
  t.hour,
  t.minute,
  t.second,
  t.microsecond >> 16,
  (t.microsecond >> 8) & 0xff,
  t.microsecond & 0xff,
];

/** The same time with another fold. */
const withFold = (t: PyDateTime, fold: number): PyDateTime =>
  new PyDateTime(t.year, t.month, t.day, t.hour, t.minute, t.second, t.microsecond, t.tzinfo, fold);

/** Negative, zero or positive, by what two datetimes show. */
const compareShown = (a: PyDateTime, b: PyDateTime): number =>
  a.year - b.year ||
  a.month - b.month ||
  a.day - b.day ||
  secondOfDay(a) - secondOfDay(b) ||
  a.microsecond - b.microsecond;

/**
 * Does the offset of a datetime depend on its fold? Such a time is ambiguous, and equals none in another zone
 * (PEP 495).
 */
function isAmbiguous(ts: ThreadState, t: PyDateTime, offset: PyTimeDelta | undefined): Result<boolean> {
  const other = offsetOf(ts, withFold(t, 1 - t.fold));
  if (other === null) return null;
  if (offset === undefined || other === undefined) return offset !== other;
  return compareDeltas(offset, other) !== 0;
}

const compareDateTimes: RichCompareFunc = (ts, self: PyDateTime, other, op) => {
  if (!(other instanceof PyDateTime)) return NotImplemented;
  if (self.tzinfo === other.tzinfo) return outcome(compareShown(self, other), op);
  const a = offsetOf(ts, self);
  const b = a === null ? null : offsetOf(ts, other);
  if (a === null || b === null) return null;
  const equality = op === CompareOp.EQ || op === CompareOp.NE;
  let difference: number;
  if (a === b || (a !== undefined && b !== undefined && compareDeltas(a, b) === 0)) {
    difference = compareShown(self, other);
  } else if (a !== undefined && b !== undefined) {
    const delta = subtractDateTimes(ts, self, other);
    if (delta === null) return null;
    difference = Number(microsecondsOf(delta));
  } else if (equality) {
    return op === CompareOp.NE;
  } else {
    return raise(ts, TypeErrorType, "can't compare offset-naive and offset-aware datetimes");
  }
  if (equality && difference === 0) {
    const first = isAmbiguous(ts, self, a);
    const second = first === null ? null : isAmbiguous(ts, other, b);
    if (second === null) return null;
    if (first || second) difference = 1;
  }
  return outcome(difference, op);
};

function hashDateTime(ts: ThreadState, self: PyDateTime): Result<number | bigint> {
  const offset = offsetOf(ts, self.fold === 0 ? self : withFold(self, 0));
  if (offset === null) return null;
  if (offset === undefined) return hashBytes(ts, stateOf(self, false));
  const shown = makeDelta(
    ts,
    toOrdinal(self.year, self.month, self.day),
    secondOfDay(self),
    self.microsecond,
  );
  const moment = shown === null ? null : addDeltas(ts, shown, offset, -1);
  return moment === null ? null : hashDelta(ts, moment);
}

const add: BinaryFunc = (ts, left: Value, right: Value) => {
  if (left instanceof PyDateTime) {
    return right instanceof PyTimeDelta ? shiftDateTime(ts, left, right, 1) : NotImplemented;
  }
  return left instanceof PyTimeDelta ? shiftDateTime(ts, right as PyDateTime, left, 1) : NotImplemented;
};

const subtract: BinaryFunc = (ts, left: Value, right: Value) => {
  if (!(left instanceof PyDateTime)) return NotImplemented;
  if (right instanceof PyDateTime) return subtractDateTimes(ts, left, right);
  return right instanceof PyTimeDelta ? shiftDateTime(ts, left, right, -1) : NotImplemented;
};

function reprDateTime(ts: ThreadState, self: PyDateTime): Result<Value> {
  const zone = shownZone(ts, self.tzinfo);
  if (zone === null) return null;
  const date = `${self.year}, ${self.month}, ${self.day}, ${self.hour}, ${self.minute}`;
  const fold = self.fold === 0 ? "" : `, fold=${self.fold}`;
  return `${self.cls.tpName}(${date}${reprSeconds(self)}${fold}${zone})`;
}

function isoFormat(ts: ThreadState, self: PyDateTime, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "isoformat", args, kwnames, ["sep", "timespec"], 0);
  if (bound === null) return null;
  const separator = asStr(bound[0] ?? "T");
  const size = separator === undefined ? -1 : strLength(separator);
  if (separator === undefined || size !== 1) {
    const what = size < 0 ? argumentTypeName(bound[0] as Value) : `a string of length ${size}`;
    return raise(ts, TypeErrorType, `isoformat() argument 1 must be a unicode character, not ${what}`);
  }
  const timespec = timespecArgument(ts, bound[1], 2);
  const offset = timespec === null ? null : offsetOf(ts, self);
  if (timespec === null || offset === null) return null;
  const zone = offset === undefined ? "" : offsetText(offset, ":");
  return joinStr([dateText(self), clockText(self, timespec) + zone], separator);
}

function fromIsoFormat(ts: ThreadState, cls: PyType, v: Value): Result<Value> {
  const text = isoArgument(ts, v);
  if (text === null) return null;
  const js = toJs(text);
  const end = dateLength(js);
  const date = end < 0 || end > js.length ? undefined : readDate(js, end);
  if (date === undefined) return invalidIso(ts, text);
  let { year, month, day } = date;
  if (js.length === end) return makeDateTime(ts, cls, year, month, day, 0, 0, 0, 0, None);
  // Any character separates, one outside of the basic plane too.
  const t = readTime(js, end + ((js.codePointAt(end) as number) > 0xffff ? 2 : 1));
  if (t === undefined) return invalidIso(ts, text);
  const zone = isoZone(ts, t);
  const midnight = zone === null ? null : saysMidnight(ts, t);
  if (zone === null || midnight === null) return null;
  if (midnight && month >= 1 && month <= 12 && ++day > daysInMonth(year, month)) {
    // The day after a day that does not exist is none either.
    if (checkDay(ts, year, month, day - 1) === null) return null;
    day = 1;
    if (++month > 12) {
      month = 1;
      year++;
    }
  }
  return makeDateTime(
    ts,
    cls,
    year,
    month,
    day,
    midnight ? 0 : t.hour,
    t.minute,
    t.second,
    t.microsecond,
    zone,
  );
}

/** `now()` and `fromtimestamp()` in a zone: what UTC's clocks show, as the zone sees it. */
function inZone(ts: ThreadState, tzinfo: Value, moment: Result<Value>): Result<Value> {
  return moment === null || tzinfo === None ? moment : callMethod(ts, tzinfo, "fromutc", [moment]);
}

function atTimestamp(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "fromtimestamp", args, kwnames, ["timestamp", "tz"], 1);
  if (bound === null) return null;
  const tzinfo = bound[1] ?? None;
  if (checkTzInfo(ts, tzinfo) === null) return null;
  const moment = momentOf(ts, bound[0] as Value);
  if (moment === null) return null;
  return inZone(ts, tzinfo, dateTimeAt(ts, cls, moment, tzinfo === None, tzinfo));
}

function present(ts: ThreadState, cls: PyType, tz: Value | undefined): Result<Value> {
  const tzinfo = tz ?? None;
  if (checkTzInfo(ts, tzinfo) === null) return null;
  return inZone(ts, tzinfo, dateTimeAt(ts, cls, now(ts), tzinfo === None, tzinfo));
}

const inUtc = "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime";

/** Warns of a method that makes datetimes that are in UTC and do not say so. */
const discouraged = (ts: ThreadState, method: string, instead: string): true | null =>
  ts.interp.evaluator.warn(
    ts,
    DeprecationWarningType,
    `datetime.datetime.${method}() is deprecated and scheduled for removal in a future version. ${inUtc}.${instead}.`,
    1,
  );

function combine(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "combine", args, kwnames, ["date", "time", "tzinfo"], 2);
  if (bound === null) return null;
  const [date, time, tzinfo] = bound as Value[];
  const wrong = (position: number, expected: string, v: Value): null =>
    raise(
      ts,
      TypeErrorType,
      `combine() argument ${position} must be ${expected}, not ${argumentTypeName(v)}`,
    );
  if (!isDate(date)) return wrong(1, "datetime.date", date);
  if (!(time instanceof PyTime)) return wrong(2, "datetime.time", time);
  return makeDateTime(
    ts,
    cls,
    date.year,
    date.month,
    date.day,
    time.hour,
    time.minute,
    time.second,
    time.microsecond,
    tzinfo ?? time.tzinfo,
    time.fold,
  );
}

function asTimeZone(ts: ThreadState, self: PyDateTime, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "astimezone", args, kwnames, ["tz"], 0);
  if (bound === null) return null;
  let target = bound[0] ?? None;
  if (checkTzInfo(ts, target) === null) return null;
  let own = self.tzinfo;
  if (own === target && own !== None) return self;
  let offset = own === None ? undefined : askZone(ts, own, "utcoffset", self);
  if (offset === null) return null;
  if (offset === undefined) {
    // A time without an offset is one in the host's zone.
    const seconds = localSeconds(ts, self);
    const zone = seconds === null ? null : localTimeZone(ts, seconds);
    if (zone === null) return null;
    own = zone;
    offset = zone.offset;
    if (own === target) return self;
  }
  let utc: Result<Value> = shiftDateTime(ts, self, offset, -1);
  if (!(utc instanceof PyDateTime)) return utc;
  if (target === None) {
    const zone = localTimeZone(ts, shownSeconds(utc));
    if (zone === null) return null;
    target = zone;
  }
  const { year, month, day, hour, minute, second, microsecond, cls } = utc;
  utc = makeDateTime(ts, cls, year, month, day, hour, minute, second, microsecond, target);
  if (utc === null) return null;
  if (target === UTC) return utc;
  return callMethod(ts, target, "fromutc", [utc]);
}

function timestamp(ts: ThreadState, self: PyDateTime): Result<Value> {
  if (self.tzinfo === None) {
    const seconds = localSeconds(ts, self);
    return seconds === null ? null : new PyFloat(seconds + self.microsecond / 1e6);
  }
  const since = subtractDateTimes(ts, self, new PyDateTime(1970, 1, 1, 0, 0, 0, 0, UTC));
  return since === null ? null : callMethod(ts, since, "total_seconds", []);
}

function timeTuple(ts: ThreadState, self: PyDateTime): Result<Value> {
  const dst = askZone(ts, self.tzinfo, "dst", self);
  if (dst === null) return null;
  const isDst = dst === undefined ? -1 : isZero(dst) ? 0 : 1;
  return structTime(self, self.hour, self.minute, self.second, isDst);
}

function utcTimeTuple(ts: ThreadState, self: PyDateTime): Result<Value> {
  const offset = offsetOf(ts, self);
  if (offset === null) return null;
  const utc = offset === undefined ? self : shiftDateTime(ts, self, offset, -1, DateTimeType);
  if (!(utc instanceof PyDateTime)) return utc;
  return structTime(utc, utc.hour, utc.minute, utc.second, 0);
}

const replace: MethodRow = [
  "replace",
  "($self, /, year=unchanged, month=unchanged, day=unchanged,\n        hour=unchanged, minute=unchanged, second=unchanged,\n        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)",
  (ts, self: PyDateTime, args: Value[], kwnames: KwNames) => {
    const bound = bindParameters(ts, "replace", args, kwnames, { ...parameters, minPositional: 0 });
    if (bound === null) return null;
    const old = [self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond];
    const fields = cInts(ts, bound.slice(0, 7), old);
    const rest = fields === null ? null : cInts(ts, bound.slice(8), [self.fold]);
    if (fields === null || rest === null) return null;
    const [year, month, day, hour, minute, second, microsecond] = fields;
    const tzinfo = bound[7] ?? self.tzinfo;
    return makeDateTime(ts, self.cls, year, month, day, hour, minute, second, microsecond, tzinfo, rest[0]);
  },
  "The datetime with some fields changed.",
  { raw: true },
];

readyType(DateTimeType, {
  name: "datetime.datetime",
  base: DateType,
  doc: "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]]): a day and a time.\n\nThe year, month and day are required. tzinfo is None or an instance of a subclass of tzinfo, the others are ints.",
  flags: TypeFlags.BASETYPE | TypeFlags.OWN_LAYOUT,
  slots: {
    tp_new: newDateTime,
    tp_repr: reprDateTime,
    tp_str: (ts, self: PyDateTime) => callMethod(ts, self, "isoformat", [" "]),
    tp_hash: hashDateTime,
    tp_richcompare: compareDateTimes,
    nb_add: add,
    nb_subtract: subtract,
  },
  methods: [
    [
      "now",
      "($type, /, tz=None)",
      present,
      "The present moment, in a zone or as local time.",
      { binding: "class" },
    ],
    [
      "utcnow",
      "($type, /)",
      (ts, cls: PyType) =>
        discouraged(ts, "utcnow", "now(datetime.UTC)") === null
          ? null
          : dateTimeAt(ts, cls, now(ts), false, None),
      "The present moment in UTC, without saying so.",
      { binding: "class" },
    ],
    [
      "fromtimestamp",
      "(timestamp, tz=None)",
      atTimestamp,
      "The moment of a timestamp, in a zone or as local time.",
      { binding: "class", hidden: true, raw: true },
    ],
    [
      "utcfromtimestamp",
      "(timestamp, /)",
      (ts, cls: PyType, v: Value) => {
        if (discouraged(ts, "utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)") === null)
          return null;
        const moment = momentOf(ts, v);
        return moment === null ? null : dateTimeAt(ts, cls, moment, false, None);
      },
      "The moment of a timestamp in UTC, without saying so.",
      { binding: "class", hidden: true },
    ],
    strptimeRow("_strptime_datetime_datetime"),
    [
      "combine",
      "(date, time, tzinfo=unchanged)",
      combine,
      "A date and a time as one.",
      { binding: "class", hidden: true, raw: true },
    ],
    [
      "fromisoformat",
      "($type, object, /)",
      fromIsoFormat,
      "The datetime that a text in ISO 8601 means.",
      { binding: "class" },
    ],
    [
      "date",
      "($self, /)",
      (_ts, self: PyDateTime) => new PyDate(self.year, self.month, self.day),
      "The date alone.",
    ],
    [
      "time",
      "($self, /)",
      (ts, { hour, minute, second, microsecond, fold }: PyDateTime) =>
        makeTime(ts, TimeType, hour, minute, second, microsecond, None, fold),
      "The time alone, without its zone.",
    ],
    [
      "timetz",
      "($self, /)",
      (ts, { hour, minute, second, microsecond, tzinfo, fold }: PyDateTime) =>
        makeTime(ts, TimeType, hour, minute, second, microsecond, tzinfo, fold),
      "The time alone, with its zone.",
    ],
    [
      "ctime",
      "($self, /)",
      (_ts, self: PyDateTime) => ctimeText(self, clockText(self, "seconds")),
      "As C's ctime() shows it.",
    ],
    ["timetuple", "($self, /)", timeTuple, "A time.struct_time."],
    ["timestamp", "($self, /)", timestamp, "Seconds since 1970 in UTC."],
    ["utctimetuple", "($self, /)", utcTimeTuple, "A time.struct_time in UTC."],
    [
      "isoformat",
      "(sep='T', timespec='auto')",
      isoFormat,
      "As text in ISO 8601: YYYY-MM-DDTHH:MM:SS[.mmm[uuu]][+HH:MM].",
      { hidden: true, raw: true },
    ],
    ...zoneMethods,
    replace,
    replaceRow(replace),
    [
      "astimezone",
      "(tz=None)",
      asTimeZone,
      "The same moment in another zone, the host's by default.",
      { hidden: true, raw: true },
    ],
    ...reduceMethods((self, fold) => stateOf(self as PyDateTime, fold)),
  ],
  getset: [...clockFields],
  attributes: {
    min: new PyDateTime(1, 1, 1, 0, 0, 0, 0),
    max: new PyDateTime(9999, 12, 31, 23, 59, 59, 999_999),
    resolution: new PyTimeDelta(0, 0, 1),
  },
});
