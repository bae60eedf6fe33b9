import {
  asStr,
  call,
  defineStructSequence,
  fullTypeName,
  importName,
  isInstance,
  type MethodRow,
  type ModuleSpec,
  None,
  newStructSequence,
  OverflowErrorType,
  PyFloat,
  PyStructSequence,
  PyTuple,
  type Result,
  raise,
  SimpleNamespaceType,
  setAttr,
  strFromJs,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toFloat,
  toIndex,
  toInt,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { errnoOf } from "../errno/numbers.js";
import { raiseErrno } from "../os-error.js";
import { pause } from "../pause.js";
import { type CalendarTime, calendarTime, secondsOf } from "./calendar.js";
import { localPeriod, momentOfWall, resetZone } from "./local-zone.js";
import { shortDay, shortMonth, strftime } from "./strftime.js";

/** `time.struct_time`. */
export const StructTimeType = defineStructSequence({
  name: "time.struct_time",
  doc: "A moment in calendar fields.",
  visible: 9,
  fields: [
    ["tm_year", "year, for example, 1993"],
    ["tm_mon", "month of year, range [1, 12]"],
    ["tm_mday", "day of month, range [1, 31]"],
    ["tm_hour", "hours, range [0, 23]"],
    ["tm_min", "minutes, range [0, 59]"],
    ["tm_sec", "seconds, range [0, 61])"],
    ["tm_wday", "day of week, range [0, 6], Monday is 0"],
    ["tm_yday", "day of year, range [1, 366]"],
    ["tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"],
    ["tm_zone", "abbreviation of timezone name"],
    ["tm_gmtoff", "offset from UTC in seconds"],
  ],
});

const NANO = 1_000_000_000n;
const toSeconds = (ns: bigint): PyFloat => new PyFloat(Number(ns) / 1e9);
const toNumber = (ns: bigint): Value => (ns <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(ns) : ns);

function structTime(t: CalendarTime): Value {
  return newStructSequence(StructTimeType, [
    t.year,
    t.month,
    t.day,
    t.hour,
    t.minute,
    t.second,
    t.weekday,
    t.yearday,
    t.isDst,
    t.zone === null ? None : strFromJs(t.zone),
    t.offset ?? None,
  ]);
}

/** Whole seconds of a timestamp argument; the current time for None. */
function timestamp(ts: ThreadState, v: Value | undefined): Result<number> {
  if (v === undefined || v === None) return Number(ts.interp.host.time() / NANO);
  const x = toFloat(v);
  if (x !== undefined && Number.isNaN(x))
    return raise(ts, ValueErrorType, "Invalid value NaN (not a number)");
  const seconds = x !== undefined ? Math.floor(x) : toIndex(ts, v);
  if (seconds === null) return null;
  if (typeof seconds === "bigint" || !Number.isFinite(seconds) || Math.abs(seconds) > 2 ** 63) {
    return raise(ts, OverflowErrorType, "timestamp out of range for platform time_t");
  }
  // Years beyond what C's int holds.
  return Math.abs(seconds) > 6.7e16 ? raiseErrno(ts, errnoOf("EOVERFLOW")) : seconds;
}

const MAX_INT = 2 ** 31 - 1;
const MAX_LONG = 2n ** 63n - 1n;

const utc = (seconds: number): CalendarTime => calendarTime(seconds, 0, "UTC", 0);

function local(ts: ThreadState, seconds: number): CalendarTime {
  const zone = localPeriod(ts, seconds);
  return calendarTime(seconds, zone.offset, zone.name, zone.isDst ? 1 : 0);
}

/** Calendar fields of a tuple or struct_time argument. */
function fields(ts: ThreadState, v: Value, fname: string): Result<CalendarTime> {
  if (!isInstance(v, TupleType)) return raise(ts, TypeErrorType, "Tuple or struct_time argument required");
  const { items } = v as PyTuple;
  const numbers: number[] = [];
  if (items.length !== 9) return raise(ts, TypeErrorType, `${fname}(): illegal time tuple argument`);
  for (const item of items) {
    const n = toInt(item);
    if (n === undefined)
      return raise(ts, TypeErrorType, `'${typeName(item)}' object cannot be interpreted as an integer`);
    if (n > MAX_LONG || n < -MAX_LONG - 1n) {
      return raise(ts, OverflowErrorType, "Python int too large to convert to C long");
    }
    if (n > MAX_INT) return raise(ts, OverflowErrorType, "signed integer is greater than maximum");
    if (n < -MAX_INT - 1) return raise(ts, OverflowErrorType, "signed integer is less than minimum");
    numbers.push(Number(n));
  }
  // C counts years from 1900.
  if (numbers[0] < -MAX_INT - 1 + 1900) return raise(ts, OverflowErrorType, "year out of range");
  const [year, month, day, hour, minute, second, weekday, yearday, isDst] = numbers;
  const hidden = v instanceof PyStructSequence ? v.hidden : [None, None];
  const zone = asStr(hidden[0]);
  const offset = toInt(hidden[1]);
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    weekday,
    yearday,
    isDst,
    zone: zone === undefined ? null : toJs(zone),
    offset: offset === undefined ? null : Number(offset),
  };
}

/** Checks the ranges that `strftime` and `asctime` need (CPython `checktm`); zeros become the smallest value. */
function checked(ts: ThreadState, t: CalendarTime): Result<CalendarTime> {
  const wrong = (what: string): null => raise(ts, ValueErrorType, `${what} out of range`);
  const month = t.month === 0 ? 1 : t.month;
  const day = t.day === 0 ? 1 : t.day;
  const yearday = t.yearday === 0 ? 1 : t.yearday;
  if (month < 1 || month > 12) return wrong("month");
  if (day < 1 || day > 31) return wrong("day of month");
  if (t.hour < 0 || t.hour > 23) return wrong("hour");
  if (t.minute < 0 || t.minute > 59) return wrong("minute");
  if (t.second < 0 || t.second > 61) return wrong("seconds");
  // C counts from Sunday, in an int.
  const weekday = ((t.weekday + 1) | 0) % 7;
  if (weekday < 0) return wrong("day of week");
  if (yearday < 1 || yearday > 366) return wrong("day of year");
  return { ...t, month, day, yearday, weekday: (weekday + 6) % 7 };
}

function ascTime(t: CalendarTime): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${shortDay(t.weekday)} ${shortMonth(t.month)} ${String(t.day).padStart(2)} ${two(t.hour)}:${two(t.minute)}:${two(t.second)} ${t.year}`;
}

function makeTime(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const t = fields(ts, v, "mktime");
  if (t === null) return null;
  const seconds = momentOfWall(ts, secondsOf(t), t.isDst);
  // The year of what comes out has to fit, too.
  if (local(ts, seconds).year - 1900 < -MAX_INT - 1) {
    return raise(ts, OverflowErrorType, "mktime argument out of range");
  }
  return new PyFloat(seconds);
}

/** `time.strftime(format, tuple=None, /)`. */
export function formatTime(
  ts: ThreadState,
  _m: Value,
  formatValue: Value,
  v: Value | undefined,
): Result<Value> {
  const format = asStr(formatValue);
  if (format === undefined) {
    return raise(ts, TypeErrorType, `strftime() argument 1 must be str, not ${typeName(formatValue)}`);
  }
  let t: CalendarTime | null;
  if (v === undefined) t = local(ts, Number(ts.interp.host.time() / NANO));
  else {
    t = fields(ts, v, "strftime");
    if (t !== null) t = checked(ts, t);
  }
  if (t === null) return null;
  const text = toJs(format);
  if (t.zone === null) {
    const zone = localPeriod(ts, momentOfWall(ts, secondsOf(t), t.isDst));
    t = { ...t, zone: zone.name, offset: t.offset ?? zone.offset };
  }
  return strFromJs(strftime(text, t));
}

function sleep(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const x = toFloat(v);
  if (x !== undefined && Number.isNaN(x))
    return raise(ts, ValueErrorType, "Invalid value NaN (not a number)");
  if (x === undefined && typeOf(v).nb_index === null) {
    const message = `'${fullTypeName(v)}' object cannot be interpreted as an integer or float`;
    return raise(ts, TypeErrorType, message);
  }
  const seconds = x ?? toIndex(ts, v);
  if (seconds === null) return null;
  if (seconds < 0) return raise(ts, ValueErrorType, "sleep length must be non-negative");
  if (Number(seconds) > 9.2e9)
    return raise(ts, OverflowErrorType, "timestamp too large to convert to C PyTime_t");
  return pause(ts, Number(seconds)) && None;
}

const CLOCKS = new Map<number, "time" | "monotonic" | "cpuTime">([
  [0, "time"],
  [1, "monotonic"],
  [2, "cpuTime"],
  [3, "cpuTime"],
  [4, "monotonic"],
  [7, "monotonic"],
  [11, "time"],
]);

function clock(ts: ThreadState, v: Value): Result<bigint> {
  const id = toIndex(ts, v);
  if (id === null) return null;
  const name = CLOCKS.get(Number(id));
  return name === undefined ? raiseErrno(ts, errnoOf("EINVAL")) : ts.interp.host[name]();
}

const CLOCK_INFO: Readonly<Record<string, readonly [string, boolean, boolean]>> = {
  time: ["clock_gettime(CLOCK_REALTIME)", false, true],
  monotonic: ["clock_gettime(CLOCK_MONOTONIC)", true, false],
  perf_counter: ["clock_gettime(CLOCK_MONOTONIC)", true, false],
  process_time: ["clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false],
  thread_time: ["clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false],
};

function clockInfo(ts: ThreadState, _m: Value, nameValue: Value): Result<Value> {
  const name = asStr(nameValue);
  if (name === undefined) {
    return raise(ts, TypeErrorType, `get_clock_info() argument 1 must be str, not ${typeName(nameValue)}`);
  }
  const info = CLOCK_INFO[toJs(name)];
  if (info === undefined) return raise(ts, ValueErrorType, "unknown clock");
  return call(
    ts,
    SimpleNamespaceType,
    [info[0], info[1], info[2], new PyFloat(1e-9)],
    ["implementation", "monotonic", "adjustable", "resolution"],
  );
}

/** `time.strptime` is Python code of the library. */
function parseTime(ts: ThreadState, _m: Value, args: Value[]): Result<Value> {
  const parser = importName(ts, "_strptime", "_strptime_time");
  return parser === null ? null : call(ts, parser, args);
}

const reading = (name: "time" | "monotonic" | "cpuTime", ns: boolean): MethodRow[2] =>
  ns ? (ts) => toNumber(ts.interp.host[name]()) : (ts) => toSeconds(ts.interp.host[name]());

/** What the module says of the local zone: `timezone`, `altzone`, `daylight`, `tzname`. */
function zoneAttributes(ts: ThreadState): Record<string, Value> {
  // Half a year lies between the two moments, in northern winter and summer, or nearly so.
  const year = (365 * 24 + 6) * 3600;
  const january = Math.floor(Number(ts.interp.host.time() / NANO) / year) * year;
  const winter = localPeriod(ts, january);
  const summer = localPeriod(ts, january + year / 2);
  const [standard, daylight] = winter.offset <= summer.offset ? [winter, summer] : [summer, winter];
  return {
    timezone: -standard.offset,
    altzone: -daylight.offset,
    daylight: standard.offset === daylight.offset ? 0 : 1,
    tzname: new PyTuple([strFromJs(standard.name), strFromJs(daylight.name)]),
  };
}

function tzset(ts: ThreadState, module: Value): Result<Value> {
  resetZone(ts);
  const zone = zoneAttributes(ts);
  for (const name in zone) if (setAttr(ts, module, name, zone[name]) === null) return null;
  return None;
}

const functions: MethodRow[] = [
  ["time", "($self, /)", reading("time", false), "Seconds since the epoch."],
  ["time_ns", "($self, /)", reading("time", true), "Nanoseconds since the epoch."],
  ["monotonic", "($self, /)", reading("monotonic", false), "Seconds of a clock that never goes back."],
  ["monotonic_ns", "($self, /)", reading("monotonic", true), "Nanoseconds of a clock that never goes back."],
  [
    "perf_counter",
    "($self, /)",
    reading("monotonic", false),
    "Seconds of the clock with the best resolution.",
  ],
  [
    "perf_counter_ns",
    "($self, /)",
    reading("monotonic", true),
    "Nanoseconds of the clock with the best resolution.",
  ],
  ["process_time", "($self, /)", reading("cpuTime", false), "CPU time of the process in seconds."],
  ["process_time_ns", "($self, /)", reading("cpuTime", true), "CPU time of the process in nanoseconds."],
  ["thread_time", "($self, /)", reading("cpuTime", false), "CPU time of the thread in seconds."],
  ["thread_time_ns", "($self, /)", reading("cpuTime", true), "CPU time of the thread in nanoseconds."],
  [
    "clock_gettime",
    "($module, clk_id, /)",
    (ts, _m, id: Value) => {
      const ns = clock(ts, id);
      return ns === null ? null : toSeconds(ns);
    },
    "A clock in seconds.",
  ],
  [
    "clock_gettime_ns",
    "($module, clk_id, /)",
    (ts, _m, id: Value) => {
      const ns = clock(ts, id);
      return ns === null ? null : toNumber(ns);
    },
    "A clock in nanoseconds.",
  ],
  [
    "clock_getres",
    "(clk_id, /)",
    (ts, _m, id: Value) => (clock(ts, id) === null ? null : new PyFloat(1e-9)),
    "Resolution of a clock in seconds.",
    { hidden: true },
  ],
  ["sleep", "($module, object, /)", sleep, "Waits for some seconds."],
  [
    "gmtime",
    "(seconds=None, /)",
    (ts, _m, v: Value | undefined) => {
      const seconds = timestamp(ts, v);
      return seconds === null ? null : structTime(utc(seconds));
    },
    "Calendar fields of a moment in UTC.",
    { hidden: true },
  ],
  [
    "localtime",
    "(seconds=None, /)",
    (ts, _m, v: Value | undefined) => {
      const seconds = timestamp(ts, v);
      return seconds === null ? null : structTime(local(ts, seconds));
    },
    "Calendar fields of a moment in local time.",
    { hidden: true },
  ],
  [
    "asctime",
    "(tuple=None, /)",
    (ts, _m, v: Value | undefined) => {
      if (v === undefined) return ascTime(local(ts, Number(ts.interp.host.time() / NANO)));
      const t = fields(ts, v, "asctime");
      const fine = t === null ? null : checked(ts, t);
      return fine === null ? null : ascTime(fine);
    },
    "Text such as 'Sat Jun 06 16:26:11 1998'.",
    { hidden: true },
  ],
  [
    "ctime",
    "(seconds=None, /)",
    (ts, _m, v: Value | undefined) => {
      const seconds = timestamp(ts, v);
      return seconds === null ? null : ascTime(local(ts, seconds));
    },
    "asctime(localtime(seconds)).",
    { hidden: true },
  ],
  ["mktime", "($self, object, /)", makeTime, "Seconds since the epoch of local calendar fields."],
  ["strftime", "(format, tuple=None, /)", formatTime, "Calendar fields as text.", { hidden: true }],
  ["strptime", "(*args)", parseTime, "Text as calendar fields.", { hidden: true }],
  ["get_clock_info", "(name, /)", clockInfo, "What is known of a clock.", { hidden: true }],
  ["tzset", "($module, /)", tzset, "Reads the environment variable TZ again."],
];

/** `time` (CPython `Modules/timemodule.c`). */
export const timeModule: ModuleSpec = {
  name: "time",
  doc: "Clocks and calendars.",
  functions,
  types: [StructTimeType],
  attributes: {
    CLOCK_REALTIME: 0,
    CLOCK_MONOTONIC: 1,
    CLOCK_PROCESS_CPUTIME_ID: 2,
    CLOCK_THREAD_CPUTIME_ID: 3,
    CLOCK_MONOTONIC_RAW: 4,
    CLOCK_BOOTTIME: 7,
    CLOCK_TAI: 11,
    _STRUCT_TM_ITEMS: 11,
  },
  exec(ts, set) {
    const zone = zoneAttributes(ts);
    for (const name in zone) set(name, zone[name]);
    return true;
  },
};
