import {
  argumentTypeName,
  asStr,
  type GetSetRow,
  type KwNames,
  type MethodRow,
  None,
  PyBytes,
  PyTuple,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  toJs,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { cInt } from "./fields.js";
import { timespecs } from "./iso-text.js";
import { PyDateTime, type PyTime } from "./py-datetime.js";
import { askName, askZone } from "./zone-calls.js";

/* What times and datetimes have in common. */

type Zoned = PyTime | PyDateTime;

/** What the zone of a value is asked about: a datetime itself, None for a time. */
const momentOf = (self: Zoned): Value => (self instanceof PyDateTime ? self : None);

const ask =
  (method: "utcoffset" | "dst") =>
  (ts: ThreadState, self: Zoned): Result<Value> => {
    const said = askZone(ts, self.tzinfo, method, momentOf(self));
    return said === null ? null : (said ?? None);
  };

/** The methods that ask the zone. */
export const zoneMethods: readonly MethodRow[] = [
  ["utcoffset", "($self, /)", ask("utcoffset"), "What the zone's utcoffset() says."],
  [
    "tzname",
    "($self, /)",
    (ts, self: Zoned) => askName(ts, self.tzinfo, momentOf(self)),
    "What the zone's tzname() says.",
  ],
  ["dst", "($self, /)", ask("dst"), "What the zone's dst() says."],
];

/** The attributes of a time. */
export const clockFields: readonly GetSetRow[] = [
  ["hour", (_ts, self: Zoned) => self.hour],
  ["minute", (_ts, self: Zoned) => self.minute],
  ["second", (_ts, self: Zoned) => self.second],
  ["microsecond", (_ts, self: Zoned) => self.microsecond],
  ["tzinfo", (_ts, self: Zoned) => self.tzinfo],
  ["fold", (_ts, self: Zoned) => self.fold],
];

/** The methods that pickle uses; the fold is known since protocol 4. */
export function reduceMethods(stateOf: (self: Zoned, withFold: boolean) => number[]): readonly MethodRow[] {
  const reduce = (self: Zoned, protocol: number): Value => {
    const state = new PyBytes(Uint8Array.from(stateOf(self, protocol > 3)));
    return new PyTuple([self.cls, new PyTuple(self.tzinfo === None ? [state] : [state, self.tzinfo])]);
  };
  return [
    [
      "__reduce_ex__",
      "(*args)",
      (ts, self: Zoned, args: Value[], kwnames: KwNames) => {
        if (kwnames !== null && kwnames.length > 0) {
          return raise(ts, TypeErrorType, `${self.cls.name}.__reduce_ex__() takes no keyword arguments`);
        }
        if (args.length !== 1) {
          return raise(ts, TypeErrorType, `__reduce_ex__() takes exactly 1 argument (${args.length} given)`);
        }
        const protocol = cInt(ts, args[0]);
        return protocol === null ? null : reduce(self, protocol);
      },
      "What pickle needs, for a protocol.",
      { hidden: true },
    ],
    ["__reduce__", "($self, /)", (_ts, self: Zoned) => reduce(self, 2), "What pickle needs."],
  ];
}

/** A timespec argument. Raises TypeError and ValueError. */
export function timespecArgument(
  ts: ThreadState,
  v: Value | undefined,
  position: number,
): Result<(typeof timespecs)[number]> {
  if (v === undefined) return "auto";
  const text = asStr(v);
  if (text === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `isoformat() argument ${position} must be str, not ${argumentTypeName(v)}`,
    );
  }
  const known = timespecs.find((name) => name === toJs(text));
  return known ?? raise(ts, ValueErrorType, "Unknown timespec value");
}
