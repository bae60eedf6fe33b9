import {
  argumentTypeName,
  asStr,
  BytesType,
  codePoints,
  isInstance,
  type KwNames,
  None,
  OverflowErrorType,
  type PyBytes,
  type Result,
  raise,
  repr,
  type Status,
  type Str,
  strLength,
  type ThreadState,
  TypeErrorType,
  toIndex,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { daysInMonth, MAXYEAR, MINYEAR } from "./gregorian.js";
import { isTzInfo } from "./py-datetime.js";

/** An argument that is a C `int` (format `i` of CPython's `getargs.c`). Raises TypeError and OverflowError. */
export function cInt(ts: ThreadState, v: Value): Result<number> {
  const n = toIndex(ts, v);
  if (n === null) return null;
  if (typeof n === "number" && n === (n | 0)) return n;
  if (typeof n === "bigint" && BigInt.asIntN(64, n) !== n) {
    return raise(ts, OverflowErrorType, "Python int too large to convert to C long");
  }
  return raise(
    ts,
    OverflowErrorType,
    `signed integer is ${n > 0 ? "greater than maximum" : "less than minimum"}`,
  );
}

/** Arguments that are C ints; `fallback` for those that are not given. */
export function cInts(
  ts: ThreadState,
  values: readonly (Value | undefined)[],
  fallback: readonly number[],
): Result<number[]> {
  const numbers: number[] = [];
  for (let i = 0; i < fallback.length; i++) {
    const v = values[i];
    const n = v === undefined ? fallback[i] : cInt(ts, v);
    if (n === null) return null;
    numbers.push(n);
  }
  return numbers;
}

/**
 * Raises what is wrong with the positional arguments of a call that has too few: CPython's parser finds that before it
 * misses the others.
 */
export function checkGiven(
  ts: ThreadState,
  args: readonly Value[],
  kwnames: KwNames,
  needed: number,
): Status {
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (given >= needed) return true;
  return cInts(ts, args, new Array(given).fill(0)) === null ? null : true;
}

const wrong = (ts: ThreadState, message: string): null => raise(ts, ValueErrorType, message);

/** Raises ValueError unless the year is one that a date can have. */
export function checkYear(ts: ThreadState, year: number): Status {
  if (year >= MINYEAR && year <= MAXYEAR) return true;
  return wrong(ts, `year must be in ${MINYEAR}..${MAXYEAR}, not ${year}`);
}

/** Raises ValueError unless there is such a day. */
export function checkDay(ts: ThreadState, year: number, month: number, day: number): Status {
  if (checkYear(ts, year) === null) return null;
  if (month < 1 || month > 12) return wrong(ts, `month must be in 1..12, not ${month}`);
  const days = daysInMonth(year, month);
  if (day >= 1 && day <= days) return true;
  return wrong(ts, `day ${day} must be in range 1..${days} for month ${month} in year ${year}`);
}

/** Raises ValueError unless there is such a time of day. */
export function checkTime(
  ts: ThreadState,
  hour: number,
  minute: number,
  second: number,
  microsecond: number,
  fold: number,
): Status {
  if (hour < 0 || hour > 23) return wrong(ts, `hour must be in 0..23, not ${hour}`);
  if (minute < 0 || minute > 59) return wrong(ts, `minute must be in 0..59, not ${minute}`);
  if (second < 0 || second > 59) return wrong(ts, `second must be in 0..59, not ${second}`);
  if (microsecond < 0 || microsecond > 999999) {
    return wrong(ts, `microsecond must be in 0..999999, not ${microsecond}`);
  }
  return fold === 0 || fold === 1 ? true : wrong(ts, `fold must be either 0 or 1, not ${fold}`);
}

/** Raises TypeError unless the value is None or a tzinfo. */
export function checkTzInfo(ts: ThreadState, v: Value): Status {
  if (v === None || isTzInfo(v)) return true;
  return raise(
    ts,
    TypeErrorType,
    `tzinfo argument must be None or of a tzinfo subclass, not type '${typeName(v)}'`,
  );
}

/** The text of an argument that must be a str. Raises TypeError. */
export function textArgument(ts: ThreadState, v: Value, where: string): Result<Str> {
  return asStr(v) ?? raise(ts, TypeErrorType, `${where} must be str, not ${argumentTypeName(v)}`);
}

/** The argument of a `fromisoformat`. Raises TypeError. */
export const isoArgument = (ts: ThreadState, v: Value): Result<Str> =>
  asStr(v) ?? raise(ts, TypeErrorType, "fromisoformat: argument must be str");

/** Raises ValueError: the text is none that a `fromisoformat` knows. */
export function invalidIso(ts: ThreadState, text: Str): null {
  const shown = repr(ts, text);
  return shown === null ? null : wrong(ts, `Invalid isoformat string: ${toJs(shown)}`);
}

/** Is the value the state of a pickle of so many bytes, as bytes or (from Python 2) as str? */
export function isState(
  v: Value | undefined,
  size: number,
  valid: (state: ArrayLike<number>) => boolean,
): boolean {
  if (v === undefined) return false;
  if (isInstance(v, BytesType)) {
    const { value } = v as PyBytes;
    return value.length === size && valid(value);
  }
  const text = asStr(v);
  return text !== undefined && strLength(text) === size && valid(codePoints(text));
}

/** The bytes of a value that {@link isState}. Raises ValueError for text that is no Latin-1. */
export function stateBytes(ts: ThreadState, v: Value, what: string): Result<ArrayLike<number>> {
  if (isInstance(v, BytesType)) return (v as PyBytes).value;
  const points = codePoints(asStr(v) ?? "");
  if (Array.from(points).every((point) => point < 256)) return points;
  const message = `Failed to encode latin1 string when unpickling a ${what} object`;
  return wrong(ts, `${message}. pickle.load(data, encoding='latin1') is assumed.`);
}
