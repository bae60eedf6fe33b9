import {
  argumentTypeName,
  asStr,
  bindKeywords,
  CompareOp,
  call,
  callMethod,
  emptyTuple,
  getOptionalAttr,
  type MethodRow,
  None,
  NotImplemented,
  NotImplementedErrorType,
  PyTuple,
  type Result,
  raise,
  readyType,
  repr,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  tupleFrom,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { shiftDateTime } from "./arithmetic.js";
import { addDeltas, compareDeltas, isZero } from "./delta.js";
import {
  PyDateTime,
  PyTimeDelta,
  PyTimeZone,
  PyTzInfo,
  TimeZoneType,
  TzInfoType,
  UTC,
} from "./py-datetime.js";
import { hashDelta } from "./timedelta-type.js";
import { askZone, checkOffset, zoneName } from "./zone-calls.js";

/** A method that a subclass must have. */
const abstract = (name: string, doc: string): MethodRow => [
  name,
  "($self, object, /)",
  (ts) => raise(ts, NotImplementedErrorType, `a tzinfo subclass must implement ${name}()`),
  doc,
];

/** Checks the argument of `fromutc`. Raises TypeError and ValueError. */
function ownMoment(ts: ThreadState, self: Value, moment: Value): Result<PyDateTime> {
  if (!(moment instanceof PyDateTime))
    return raise(ts, TypeErrorType, "fromutc: argument must be a datetime");
  return moment.tzinfo === self ? moment : raise(ts, ValueErrorType, "fromutc: dt.tzinfo is not self");
}

/** `tzinfo.fromutc`: for zones whose standard offset does not depend on the moment. */
function fromUtc(ts: ThreadState, self: PyTzInfo, v: Value): Result<Value> {
  const moment = ownMoment(ts, self, v);
  if (moment === null) return null;
  const offset = askZone(ts, self, "utcoffset", moment);
  if (offset === null) return null;
  if (offset === undefined) return raise(ts, ValueErrorType, "fromutc: non-None utcoffset() result required");
  const dst = askZone(ts, self, "dst", moment);
  if (dst === null) return null;
  if (dst === undefined) return raise(ts, ValueErrorType, "fromutc: non-None dst() result required");
  const standard = addDeltas(ts, offset, dst, -1);
  const local = standard === null ? null : shiftDateTime(ts, moment, standard, 1);
  if (!(local instanceof PyDateTime)) return local;
  const localDst = askZone(ts, self, "dst", local);
  if (localDst === null) return null;
  if (localDst === undefined) {
    return raise(ts, ValueErrorType, "fromutc: tz.dst() gave inconsistent results; cannot convert");
  }
  return isZero(localDst) ? local : shiftDateTime(ts, local, localDst, 1);
}

function reduce(ts: ThreadState, self: Value): Result<Value> {
  const getArguments = getOptionalAttr(ts, self, "__getinitargs__");
  if (getArguments === null) return null;
  let args = emptyTuple;
  if (getArguments !== undefined) {
    const given = call(ts, getArguments, []);
    const tuple = given === null ? null : tupleFrom(ts, given);
    if (tuple === null) return null;
    args = tuple;
  }
  const state = callMethod(ts, self, "__getstate__", []);
  return state === null ? null : new PyTuple([(self as PyTzInfo).cls, args, state]);
}

readyType(TzInfoType, {
  name: "datetime.tzinfo",
  doc: "The base of all time zones.",
  flags: TypeFlags.BASETYPE,
  slots: { tp_new: (_ts, cls) => new PyTzInfo(cls) },
  methods: [
    abstract("tzname", "The name of the zone at a moment, or None."),
    abstract("utcoffset", "How far a moment is from UTC, as timedelta, positive to the east; or None."),
    abstract("dst", "How much of the offset is summer time, as timedelta; or None."),
    ["fromutc", "($self, object, /)", fromUtc, "A datetime in UTC as one in this zone."],
    ["__reduce__", "($self, /)", reduce, "What pickle needs."],
  ],
});

/** A zone with a fixed offset; that without a name and an offset is `timezone.utc`. Raises ValueError. */
export function makeTimeZone(ts: ThreadState, offset: PyTimeDelta, name?: Value): Result<PyTimeZone> {
  if (name === undefined && isZero(offset)) return UTC;
  return checkOffset(ts, offset) === null ? null : new PyTimeZone(offset, name);
}

/** A method that takes a moment, or None, and makes nothing of it. */
const aboutMoment = (name: string, answer: (self: PyTimeZone) => Value, doc: string): MethodRow => [
  name,
  "($self, object, /)",
  (ts, self: PyTimeZone, moment: Value) => {
    if (moment === None || moment instanceof PyDateTime) return answer(self);
    const message = `${name}(dt) argument must be a datetime instance or None, not ${typeName(moment)}`;
    return raise(ts, TypeErrorType, message);
  },
  doc,
];

const initArguments = (self: PyTimeZone): Value =>
  new PyTuple(self.name === undefined ? [self.offset] : [self.offset, self.name]);

function reprZone(ts: ThreadState, self: PyTimeZone): Result<Value> {
  if (self === UTC) return "datetime.timezone.utc";
  const offset = repr(ts, self.offset);
  if (offset === null) return null;
  if (self.name === undefined) return `${self.cls.tpName}(${toJs(offset)})`;
  const name = repr(ts, self.name);
  return name === null ? null : `${self.cls.tpName}(${toJs(offset)}, ${toJs(name)})`;
}

readyType(TimeZoneType, {
  name: "datetime.timezone",
  base: TzInfoType,
  doc: "A zone with a fixed offset from UTC.",
  flags: TypeFlags.OWN_LAYOUT,
  slots: {
    tp_new(ts, _cls, args, kwnames) {
      const bound = bindKeywords(ts, "timezone", args, kwnames, ["offset", "name"], 1);
      if (bound === null) return null;
      const [offset, name] = bound;
      const wrong = (position: number, expected: string, v: Value): null => {
        const message = `timezone() argument ${position} must be ${expected}, not ${argumentTypeName(v)}`;
        return raise(ts, TypeErrorType, message);
      };
      if (!(offset instanceof PyTimeDelta)) return wrong(1, "datetime.timedelta", offset as Value);
      if (name !== undefined && asStr(name) === undefined) return wrong(2, "str", name);
      return makeTimeZone(ts, offset, name);
    },
    tp_repr: reprZone,
    tp_str: (_ts, self: PyTimeZone) => zoneName(self),
    tp_hash: (ts, self: PyTimeZone) => hashDelta(ts, self.offset),
    tp_richcompare(_ts, self: PyTimeZone, other, op) {
      if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !(other instanceof PyTimeZone))
        return NotImplemented;
      return (compareDeltas(self.offset, other.offset) === 0) === (op === CompareOp.EQ);
    },
  },
  methods: [
    aboutMoment("tzname", zoneName, "The name of the zone, else one like UTC+01:00."),
    aboutMoment("utcoffset", (self) => self.offset, "The offset."),
    aboutMoment("dst", () => None, "None."),
    [
      "fromutc",
      "($self, object, /)",
      (ts, self: PyTimeZone, v: Value) => {
        const moment = ownMoment(ts, self, v);
        return moment === null ? null : shiftDateTime(ts, moment, self.offset, 1);
      },
      "A datetime in UTC as one in this zone.",
    ],
    ["__getinitargs__", "($self, /)", (_ts, self: PyTimeZone) => initArguments(self), "What pickle needs."],
  ],
  attributes: {
    utc: UTC,
    // What CPython takes for the extremes: whole minutes.
    min: new PyTimeZone(new PyTimeDelta(-1, 60, 0), undefined),
    max: new PyTimeZone(new PyTimeDelta(0, 86340, 0), undefined),
  },
});
