import {
  bindKeywords,
  bindParameters,
  CompareOp,
  callMethod,
  hashBytes,
  type KwNames,
  type MethodRow,
  None,
  NotImplemented,
  newStructSequence,
  type PyType,
  type Result,
  type RichCompareFunc,
  raise,
  readyType,
  repr,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { StructTimeType } from "../time/module.js";
import { makeTime, secondOfDay } from "./arithmetic.js";
import { replaceRow, strptimeRow } from "./date-type.js";
import { addDeltas, compareDeltas, makeDelta } from "./delta.js";
import { checkTime, checkTzInfo, cInts, invalidIso, isoArgument, isState, stateBytes } from "./fields.js";
import { clockText, readTime, type ZonedTime } from "./iso-text.js";
import { isTzInfo, PyTime, PyTimeDelta, TimeType } from "./py-datetime.js";
import { formatMethod, formatMoment } from "./strftime.js";
import { hashDelta, outcome } from "./timedelta-type.js";
import { makeTimeZone } from "./tzinfo-type.js";
import { offsetOf, offsetText } from "./zone-calls.js";
import { clockFields, reduceMethods, timespecArgument, zoneMethods } from "./zoned-methods.js";

const parameters = {
  names: ["hour", "minute", "second", "microsecond", "tzinfo", "fold"],
  minPositional: 0,
  maxPositional: 5,
  minKeywordOnly: 0,
};

const isSane = (state: ArrayLike<number>): boolean => (state[0] & 0x7f) < 24;

function fromState(ts: ThreadState, cls: PyType, args: readonly Value[]): Result<Value> {
  const state = stateBytes(ts, args[0], "time");
  if (state === null) return null;
  const tzinfo = args[1] ?? None;
  if (tzinfo !== None && !isTzInfo(tzinfo)) return raise(ts, TypeErrorType, "bad tzinfo state arg");
  const microsecond = state[3] * 65536 + state[4] * 256 + state[5];
  return new PyTime(state[0] & 0x7f, state[1], state[2], microsecond, tzinfo, state[0] >> 7, cls);
}

function newTime(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (kwnames === null && args.length <= 2 && isState(args[0], 6, isSane)) return fromState(ts, cls, args);
  const bound = bindParameters(ts, "", args, kwnames, parameters);
  const clock = bound === null ? null : cInts(ts, bound.slice(0, 4), [0, 0, 0, 0]);
  const rest = bound === null || clock === null ? null : cInts(ts, bound.slice(5), [0]);
  if (bound === null || clock === null || rest === null) return null;
  const [hour, minute, second, microsecond] = clock;
  const tzinfo = bound[4] ?? None;
  if (checkTime(ts, hour, minute, second, microsecond, rest[0]) === null) return null;
  if (checkTzInfo(ts, tzinfo) === null) return null;
  return new PyTime(hour, minute, second, microsecond, tzinfo, rest[0], cls);
}

const stateOf = (t: PyTime, withFold: boolean): number[] => [
  t.hour + (withFold ? t.fold * 128 : 0),
  t.minute,
  t.second,
  t.microsecond >> 16,
  (t.microsecond >> 8) & 0xff,
  t.microsecond & 0xff,
];

/** Negative, zero or positive, by what two times show. */
const compareShown = (a: PyTime, b: PyTime): number =>
  secondOfDay(a) - secondOfDay(b) || a.microsecond - b.microsecond;

const secondsOf = (d: PyTimeDelta): number => d.days * 86400 + d.seconds;

const compareTimes: RichCompareFunc = (ts, self: PyTime, other, op) => {
  if (!(other instanceof PyTime)) return NotImplemented;
  if (self.tzinfo === other.tzinfo) return outcome(compareShown(self, other), op);
  const a = offsetOf(ts, self);
  const b = a === null ? null : offsetOf(ts, other);
  if (a === null || b === null) return null;
  if (a === b || (a !== undefined && b !== undefined && compareDeltas(a, b) === 0)) {
    return outcome(compareShown(self, other), op);
  }
  if (a !== undefined && b !== undefined) {
    const difference = secondOfDay(self) - secondsOf(a) - (secondOfDay(other) - secondsOf(b));
    return outcome(difference || self.microsecond - other.microsecond, op);
  }
  if (op === CompareOp.EQ) return false;
  if (op === CompareOp.NE) return true;
  return raise(ts, TypeErrorType, "can't compare offset-naive and offset-aware times");
};

function hashTime(ts: ThreadState, self: PyTime): Result<number | bigint> {
  // Equal times have equal hashes, whatever their fold.
  const plain =
    self.fold === 0 ? self : new PyTime(self.hour, self.minute, self.second, self.microsecond, self.tzinfo);
  const offset = offsetOf(ts, plain);
  if (offset === null) return null;
  if (offset === undefined) return hashBytes(ts, stateOf(self, false));
  const shown = makeDelta(ts, 0, secondOfDay(self), self.microsecond);
  const moment = shown === null ? null : addDeltas(ts, shown, offset, -1);
  return moment === null ? null : hashDelta(ts, moment);
}

/** Seconds and microseconds in a `repr()`: left out where they are zero. */
export const shownSeconds = (t: { readonly second: number; readonly microsecond: number }): string =>
  t.microsecond !== 0 ? `, ${t.second}, ${t.microsecond}` : t.second !== 0 ? `, ${t.second}` : "";

/** `, tzinfo=...` of a `repr()`, nothing without a zone. */
export function shownZone(ts: ThreadState, tzinfo: Value): Result<string> {
  if (tzinfo === None) return "";
  const text = repr(ts, tzinfo);
  return text === null ? null : `, tzinfo=${toJs(text)}`;
}

function reprTime(ts: ThreadState, self: PyTime): Result<Value> {
  const zone = shownZone(ts, self.tzinfo);
  if (zone === null) return null;
  const fold = self.fold === 0 ? "" : `, fold=${self.fold}`;
  return `${self.cls.tpName}(${self.hour}, ${self.minute}${shownSeconds(self)}${zone}${fold})`;
}

/** The zone that a text in ISO 8601 names, None for none. Raises ValueError. */
export function isoZone(ts: ThreadState, { offset }: ZonedTime): Result<Value> {
  if (offset === null) return None;
  const delta = makeDelta(ts, 0, offset.seconds, offset.microseconds);
  return delta === null ? null : makeTimeZone(ts, delta);
}

/** Raises ValueError: midnight at the end of a day is 24:00 and nothing behind. */
export const notMidnight = (ts: ThreadState): null =>
  raise(ts, ValueErrorType, "minute, second, and microsecond must be 0 when hour is 24");

/** Has a text said 24:00? `null`, with ValueError pending, for a later time in that hour. */
export function saysMidnight(ts: ThreadState, t: ZonedTime): Result<boolean> {
  if (t.hour !== 24) return false;
  return t.minute === 0 && t.second === 0 && t.microsecond === 0 ? true : notMidnight(ts);
}

function fromIsoFormat(ts: ThreadState, cls: PyType, v: Value): Result<Value> {
  const text = isoArgument(ts, v);
  if (text === null) return null;
  const js = toJs(text);
  const t = readTime(js, js.startsWith("T") ? 1 : 0);
  if (t === undefined) return invalidIso(ts, text);
  const midnight = saysMidnight(ts, t);
  const zone = midnight === null ? null : isoZone(ts, t);
  if (zone === null) return null;
  return makeTime(ts, cls, midnight ? 0 : t.hour, t.minute, t.second, t.microsecond, zone, 0);
}

/** A time with the fields that are given changed, as `replace` has it. */
const replace: MethodRow = [
  "replace",
  "($self, /, hour=unchanged, minute=unchanged, second=unchanged,\n        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)",
  (ts, self: PyTime, args: Value[], kwnames: KwNames) => {
    const bound = bindParameters(ts, "replace", args, kwnames, parameters);
    if (bound === null) return null;
    const clock = cInts(ts, bound.slice(0, 4), [self.hour, self.minute, self.second, self.microsecond]);
    const rest = clock === null ? null : cInts(ts, bound.slice(5), [self.fold]);
    if (clock === null || rest === null) return null;
    const [hour, minute, second, microsecond] = clock;
    return makeTime(ts, self.cls, hour, minute, second, microsecond, bound[4] ?? self.tzinfo, rest[0]);
  },
  "The time with some fields changed.",
  { raw: true },
];

readyType(TimeType, {
  name: "datetime.time",
  doc: "time([hour[, minute[, second[, microsecond[, tzinfo]]]]], *, fold=0): the time of a day.\n\nAll arguments are optional. tzinfo is None or an instance of a subclass of tzinfo, the others are ints.",
  flags: TypeFlags.BASETYPE,
  slots: {
    tp_new: newTime,
    tp_repr: reprTime,
    tp_str: (ts, self: PyTime) => callMethod(ts, self, "isoformat", []),
    tp_hash: hashTime,
    tp_richcompare: compareTimes,
  },
  methods: [
    strptimeRow("_strptime_datetime_time"),
    [
      "isoformat",
      "(timespec='auto')",
      (ts, self: PyTime, args: Value[], kwnames: KwNames) => {
        const bound = bindKeywords(ts, "isoformat", args, kwnames, ["timespec"], 0);
        const timespec = bound === null ? null : timespecArgument(ts, bound[0], 1);
        if (timespec === null) return null;
        const offset = offsetOf(ts, self);
        if (offset === null) return null;
        return clockText(self, timespec) + (offset === undefined ? "" : offsetText(offset, ":"));
      },
      "As text in ISO 8601: HH:MM:SS[.mmm[uuu]][+HH:MM].",
      { hidden: true, raw: true },
    ],
    [
      "strftime",
      "(format)",
      (ts, self: PyTime, format: Value) => {
        // The day is one that strftime() of C knows.
        const day = [1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1, None, None];
        return formatMoment(ts, self, format, newStructSequence(StructTimeType, day));
      },
      "As text, after a format.",
      { hidden: true },
    ],
    ["__format__", "(format, /)", formatMethod, "What format() makes of it.", { hidden: true }],
    ...zoneMethods,
    replace,
    replaceRow(replace),
    [
      "fromisoformat",
      "($type, object, /)",
      fromIsoFormat,
      "The time that a text in ISO 8601 means.",
      { binding: "class" },
    ],
    ...reduceMethods((self, withFold) => stateOf(self as PyTime, withFold)),
  ],
  getset: [...clockFields],
  attributes: {
    min: new PyTime(0, 0, 0, 0),
    max: new PyTime(23, 59, 59, 999_999),
    resolution: new PyTimeDelta(0, 0, 1),
  },
});
