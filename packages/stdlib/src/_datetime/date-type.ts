import {
  type BinaryFunc,
  bindKeywords,
  call,
  callMethod,
  hashBytes,
  importName,
  type KwNames,
  type MethodRow,
  None,
  NotImplemented,
  newStructSequence,
  PyBytes,
  PyFloat,
  PyTuple,
  type PyType,
  type Result,
  raise,
  readyType,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { StructTimeType } from "../time/module.js";
import { shortDay, shortMonth } from "../time/strftime.js";
import { makeDate, shiftDate } from "./arithmetic.js";
import { makeDelta } from "./delta.js";
import {
  checkDay,
  checkGiven,
  checkYear,
  cInt,
  cInts,
  invalidIso,
  isoArgument,
  isState,
  stateBytes,
  textArgument,
} from "./fields.js";
import {
  daysBeforeMonth,
  fromIsoCalendar,
  fromOrdinal,
  isoCalendar,
  toOrdinal,
  weekdayOf,
} from "./gregorian.js";
import { IsoCalendarDateType } from "./iso-calendar-date.js";
import { dateText, readDate } from "./iso-text.js";
import { localTime, wholeSeconds } from "./local-time.js";
import { DateType, PyDate, type PyDateTime, PyTimeDelta } from "./py-datetime.js";
import { formatMethod, formatMoment } from "./strftime.js";
import { outcome } from "./timedelta-type.js";

/** A date, or a datetime, which inherits its methods. */
type AnyDate = PyDate | PyDateTime;

const parameters = ["year", "month", "day"];

const isSane = (state: ArrayLike<number>): boolean => state[2] >= 1 && state[2] <= 12;

function newDate(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (args.length === 1 && kwnames === null && isState(args[0], 4, isSane)) {
    const state = stateBytes(ts, args[0], "date");
    return state === null ? null : new PyDate(state[0] * 256 + state[1], state[2], state[3], cls);
  }
  if (checkGiven(ts, args, kwnames, 3) === null) return null;
  const bound = bindKeywords(ts, "", args, kwnames, parameters, 3);
  const fields = bound === null ? null : cInts(ts, bound, [0, 0, 0]);
  if (fields === null) return null;
  const [year, month, day] = fields;
  return checkDay(ts, year, month, day) === null ? null : new PyDate(year, month, day, cls);
}

const stateOf = (d: PyDate): number[] => [d.year >> 8, d.year & 0xff, d.month, d.day];

const ordinalOf = (d: AnyDate): number => toOrdinal(d.year, d.month, d.day);
const weekday = (d: AnyDate): number => weekdayOf(ordinalOf(d));

const add: BinaryFunc = (ts, left: Value, right: Value) => {
  if (left instanceof PyDate)
    return right instanceof PyTimeDelta ? shiftDate(ts, left, right, 1) : NotImplemented;
  return left instanceof PyTimeDelta ? shiftDate(ts, right as PyDate, left, 1) : NotImplemented;
};

const subtract: BinaryFunc = (ts, left: Value, right: Value) => {
  if (!(left instanceof PyDate)) return NotImplemented;
  if (right instanceof PyDate) return makeDelta(ts, ordinalOf(left) - ordinalOf(right), 0, 0);
  return right instanceof PyTimeDelta ? shiftDate(ts, left, right, -1) : NotImplemented;
};

/** A `struct_time`. @param isDst -1 unknown, 0 no, 1 yes */
export function structTime(d: AnyDate, hour: number, minute: number, second: number, isDst: number): Value {
  const yearday = daysBeforeMonth(d.year, d.month) + d.day;
  return newStructSequence(StructTimeType, [
    d.year,
    d.month,
    d.day,
    hour,
    minute,
    second,
    weekday(d),
    yearday,
    isDst,
    None,
    None,
  ]);
}

/** `Thu Feb 29 00:00:00 2024`. */
export const ctimeText = (d: AnyDate, clock: string): string =>
  `${shortDay(weekday(d))} ${shortMonth(d.month)} ${String(d.day).padStart(2)} ${clock} ${String(d.year).padStart(4, "0")}`;

/** The day with an ordinal, as instance of a class. */
function atOrdinal(ts: ThreadState, cls: PyType, v: Value): Result<Value> {
  const ordinal = cInt(ts, v);
  if (ordinal === null) return null;
  if (ordinal < 1) return raise(ts, ValueErrorType, "ordinal must be >= 1");
  const { year, month, day } = fromOrdinal(ordinal);
  return checkYear(ts, year) === null ? null : makeDate(ts, cls, year, month, day);
}

function atIsoCalendar(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "fromisocalendar", args, kwnames, ["year", "week", "day"], 3);
  if (bound === null) return null;
  const fields = cInts(ts, bound, [0, 0, 0]);
  if (fields === null) {
    if (ts.pending?.cls.name !== "OverflowError") return null;
    ts.pending = null;
    return raise(ts, ValueErrorType, "ISO calendar component out of range");
  }
  const [year, week, day] = fields;
  const date = fromIsoCalendar(year, week, day);
  if (date === "year") {
    checkYear(ts, year);
    return null;
  }
  if (date === "week") return raise(ts, ValueErrorType, `Invalid week: ${week}`);
  if (date === "weekday") return raise(ts, ValueErrorType, `Invalid weekday: ${day} (range is [1, 7])`);
  return checkYear(ts, date.year) === null ? null : makeDate(ts, cls, date.year, date.month, date.day);
}

/** `date.today()`: subclasses decide by `fromtimestamp`. */
function today(ts: ThreadState, cls: PyType): Result<Value> {
  const seconds = Number(ts.interp.host.time()) / 1e9;
  if (cls === DateType) return atTimestamp(ts, cls, new PyFloat(seconds));
  return callMethod(ts, cls, "fromtimestamp", [new PyFloat(seconds)]);
}

function atTimestamp(ts: ThreadState, cls: PyType, v: Value): Result<Value> {
  const seconds = wholeSeconds(ts, v);
  if (seconds === null) return null;
  const { year, month, day } = localTime(ts, seconds);
  return makeDate(ts, cls, year, month, day);
}

/** `strptime` of a class, which is written in Python. */
export const strptimeRow = (helper: string): MethodRow => [
  "strptime",
  "(*args)",
  (ts, cls: Value, args: Value[], kwnames: KwNames) => {
    if (kwnames !== null && kwnames.length > 0) {
      return raise(ts, TypeErrorType, `${(cls as PyType).name}.strptime() takes no keyword arguments`);
    }
    if (args.length !== 2) {
      return raise(ts, TypeErrorType, `strptime() takes exactly 2 arguments (${args.length} given)`);
    }
    for (let i = 0; i < 2; i++) {
      if (textArgument(ts, args[i], `strptime() argument ${i + 1}`) === null) return null;
    }
    const parse = importName(ts, "_strptime", helper);
    return parse === null ? null : call(ts, parse, [cls, args[0], args[1]]);
  },
  "Reads text after a format.",
  { binding: "class", hidden: true },
];

/** `__replace__`, which takes what `replace` takes. */
export const replaceRow = (replace: MethodRow): MethodRow => [
  "__replace__",
  "($self, /, **changes)",
  replace[2],
  "The same as replace().",
];

/** The parameters that `replace` and `strftime` have by name. */
const replace: MethodRow = [
  "replace",
  "($self, /, year=unchanged, month=unchanged, day=unchanged)",
  (ts, self: PyDate, args: Value[], kwnames: KwNames) => {
    const bound = bindKeywords(ts, "replace", args, kwnames, parameters);
    const fields = bound === null ? null : cInts(ts, bound, [self.year, self.month, self.day]);
    return fields === null ? null : makeDate(ts, self.cls, fields[0], fields[1], fields[2]);
  },
  "The date with some fields changed.",
  { raw: true },
];

readyType(DateType, {
  name: "datetime.date",
  doc: "date(year, month, day): a day of the Gregorian calendar.",
  flags: TypeFlags.BASETYPE,
  slots: {
    tp_new: newDate,
    tp_repr: (_ts, self: PyDate) => `${self.cls.tpName}(${self.year}, ${self.month}, ${self.day})`,
    tp_str: (ts, self: PyDate) => callMethod(ts, self, "isoformat", []),
    tp_hash: (ts, self: PyDate) => hashBytes(ts, stateOf(self)),
    tp_richcompare(_ts, self: Value, other, op) {
      if (!(self instanceof PyDate && other instanceof PyDate)) return NotImplemented;
      return outcome(self.year - other.year || self.month - other.month || self.day - other.day, op);
    },
    nb_add: add,
    nb_subtract: subtract,
  },
  methods: [
    [
      "fromtimestamp",
      "($type, timestamp, /)",
      atTimestamp,
      "The local date of a timestamp.",
      { binding: "class" },
    ],
    [
      "fromordinal",
      "(ordinal, /)",
      atOrdinal,
      "The day with a number; 1 January of year 1 is 1.",
      { binding: "class", hidden: true },
    ],
    [
      "fromisoformat",
      "($type, object, /)",
      (ts, cls: PyType, v: Value) => {
        const text = isoArgument(ts, v);
        if (text === null) return null;
        const js = toJs(text);
        const { length } = js;
        const fields = length === 7 || length === 8 || length === 10 ? readDate(js, length) : undefined;
        return fields === undefined
          ? invalidIso(ts, text)
          : makeDate(ts, cls, fields.year, fields.month, fields.day);
      },
      "The date that a text in ISO 8601 means.",
      { binding: "class" },
    ],
    [
      "fromisocalendar",
      "(year, week, day)",
      atIsoCalendar,
      "The date with an ISO year, week and weekday.",
      { binding: "class", hidden: true, raw: true },
    ],
    ["today", "($type, /)", today, "The present date.", { binding: "class" }],
    strptimeRow("_strptime_datetime_date"),
    ["ctime", "($self, /)", (_ts, self: PyDate) => ctimeText(self, "00:00:00"), "As C's ctime() shows it."],
    [
      "strftime",
      "(format)",
      (ts, self: PyDate, format: Value) => {
        const tuple = callMethod(ts, self, "timetuple", []);
        return tuple === null ? null : formatMoment(ts, self, format, tuple);
      },
      "As text, after a format.",
      { hidden: true },
    ],
    ["__format__", "(format, /)", formatMethod, "What format() makes of it.", { hidden: true }],
    ["isoformat", "($self, /)", (_ts, self: AnyDate) => dateText(self), "YYYY-MM-DD."],
    [
      "isoweekday",
      "($self, /)",
      (_ts, self: AnyDate) => weekday(self) + 1,
      "The day of the week; Monday is 1.",
    ],
    [
      "isocalendar",
      "($self, /)",
      (_ts, self: AnyDate) => new PyTuple(isoCalendar(self), IsoCalendarDateType),
      "ISO year, week and weekday.",
    ],
    ["timetuple", "($self, /)", (_ts, self: AnyDate) => structTime(self, 0, 0, 0, -1), "A time.struct_time."],
    ["toordinal", "($self, /)", (_ts, self: AnyDate) => ordinalOf(self), "The number of the day."],
    ["weekday", "($self, /)", (_ts, self: AnyDate) => weekday(self), "The day of the week; Monday is 0."],
    replace,
    replaceRow(replace),
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyDate) =>
        new PyTuple([self.cls, new PyTuple([new PyBytes(Uint8Array.from(stateOf(self)))])]),
      "What pickle needs.",
    ],
  ],
  getset: [
    ["year", (_ts, self: AnyDate) => self.year],
    ["month", (_ts, self: AnyDate) => self.month],
    ["day", (_ts, self: AnyDate) => self.day],
  ],
  attributes: {
    min: new PyDate(1, 1, 1),
    max: new PyDate(9999, 12, 31),
    resolution: new PyTimeDelta(1, 0, 0),
  },
});
