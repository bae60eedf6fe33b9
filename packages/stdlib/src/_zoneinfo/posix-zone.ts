import { daysInMonth, isLeap, toOrdinal } from "../_datetime/gregorian.js";

/** Ordinal of 1970-01-01. */
export const EPOCH_ORDINAL = 719163;
const DAY = 86400;

/** A period of a zone: how far its clocks are from UTC, and what that is called. Offsets are in seconds. */
export interface Period {
  readonly offset: number;
  /** How much of the offset is summer time. */
  readonly dst: number;
  readonly name: string;
}

/** When in each year the clocks change: a moment in seconds since 1970, as the clocks show it. */
type Rule = (year: number) => number;

/** A zone after a POSIX `TZ` text: standard time, and perhaps summer time for a part of each year. */
export interface PosixZone {
  readonly standard: Period;
  readonly summer: { readonly period: Period; readonly start: Rule; readonly end: Rule } | null;
}

/** What is wrong with a `TZ` text, as `zoneinfo` says it; the text itself is to follow. */
export class TzTextError extends Error {}

class Reader {
  at = 0;

  constructor(readonly text: string) {}

  get next(): string {
    return this.text[this.at] ?? "";
  }

  /** Reads what a pattern finds here. The pattern is sticky. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }
}

const seconds = (sign: string | undefined, h: string, m = "0", s = "0"): number =>
  (sign === "-" ? -1 : 1) * (Number(h) * 3600 + Number(m) * 60 + Number(s));

function readName(reader: Reader, what: string): string {
  const match = reader.take(/<([a-zA-Z0-9+-]+)>|[a-zA-Z]+/y);
  if (match === null) throw new TzTextError(`Invalid ${what} format in `);
  return match[1] ?? match[0];
}

/** An offset; POSIX counts to the west. */
function readOffset(reader: Reader, what: string): number {
  const match = reader.take(/([+-]?)(\d{1,3})(?::(\d\d)(?::(\d\d))?)?/y);
  if (match === null || Number(match[2]) > 24) throw new TzTextError(`Invalid ${what} offset in `);
  return -seconds(...(match.slice(1) as [string, string, string, string]));
}

function readRule(reader: Reader): Rule {
  const malformed = (): TzTextError => new TzTextError("Malformed transition rule in TZ string: ");
  const match = reader.take(/M(\d{1,2})\.(\d)\.(\d)|J(\d{1,3})|(\d{1,3})/y);
  if (match === null) throw malformed();
  const [month, week, weekday, julian, day] = match
    .slice(1)
    .map((text) => (text === undefined ? -1 : Number(text)));
  let time = 2 * 3600;
  if (reader.next === "/") {
    reader.at++;
    const clock = reader.take(/([+-]?)(\d{1,3})(?::(\d\d)(?::(\d\d))?)?/y);
    if (clock === null || Number(clock[2]) > 167) throw malformed();
    time = seconds(...(clock.slice(1) as [string, string, string, string]));
  }
  const at = (ordinal: number): number => (ordinal - EPOCH_ORDINAL) * DAY + time;
  if (month >= 0) {
    if (month < 1 || month > 12 || week < 1 || week > 5 || weekday > 6) throw malformed();
    return (year) => at(toOrdinal(year, month, nthWeekday(year, month, week, weekday)));
  }
  if (julian >= 0) {
    if (julian < 1 || julian > 365) throw malformed();
    // 29 February is never counted.
    return (year) => at(toOrdinal(year, 1, 1) + julian - 1 + (julian > 59 && isLeap(year) ? 1 : 0));
  }
  if (day > 365) throw malformed();
  return (year) => at(toOrdinal(year, 1, 1) + day);
}

/** The day of the first to fourth Sunday (0) to Saturday of a month; week 5 is the last. */
function nthWeekday(year: number, month: number, week: number, weekday: number): number {
  // An ordinal that 7 divides is a Sunday.
  const first = toOrdinal(year, month, 1) % 7;
  const day = ((weekday - first + 7) % 7) + 1 + (week - 1) * 7;
  return day > daysInMonth(year, month) ? day - 7 : day;
}

/** Reads a POSIX `TZ` text (POSIX, "Environment variables"; RFC 8536, 3.3). Throws {@link TzTextError}. */
export function parsePosixZone(text: string): PosixZone {
  const reader = new Reader(text);
  const name = readName(reader, "STD");
  const standard = { name, offset: readOffset(reader, "STD"), dst: 0 };
  if (reader.next === "") return { standard, summer: null };
  const summerName = readName(reader, "DST");
  const offset = reader.next === "," ? standard.offset + 3600 : readOffset(reader, "DST");
  const rule = (): Rule => {
    if (reader.next !== ",") throw new TzTextError("Missing transition rules in TZ string: ");
    reader.at++;
    return readRule(reader);
  };
  const start = rule();
  const end = rule();
  if (reader.next !== "") throw new TzTextError("Extraneous characters at end of TZ string: ");
  const period = { name: summerName, offset, dst: offset - standard.offset };
  return { standard, summer: { period, start, end } };
}

/** Is a moment from `start` to `end` of a year, of which the end may come first? */
const within = (at: number, start: number, end: number): boolean =>
  start < end ? start <= at && at < end : !(end <= at && at < start);

/** The period in which clocks show a time, in seconds since 1970; `fold` is that of PEP 495. */
export function periodShown({ standard, summer }: PosixZone, at: number, year: number, fold: number): Period {
  if (summer === null) return standard;
  const { dst } = summer.period;
  let start = summer.start(year);
  let end = summer.end(year);
  // Which of the two changes is shown twice depends on the direction, and which one of the two is meant on the fold.
  if ((fold === 1) === dst >= 0) end -= dst;
  else start += dst;
  return within(at, start, end) ? summer.period : standard;
}

/** The period at a moment, in seconds since 1970, and whether clocks show its time for the second time. */
export function periodAt(
  { standard, summer }: PosixZone,
  at: number,
  year: number,
): { readonly period: Period; readonly fold: boolean } {
  if (summer === null) return { period: standard, fold: false };
  const { dst } = summer.period;
  const start = summer.start(year) - standard.offset;
  const end = summer.end(year) - summer.period.offset;
  const from = dst > 0 ? end : start;
  const to = dst > 0 ? end + dst : start - dst;
  return { period: within(at, start, end) ? summer.period : standard, fold: from <= at && at < to };
}
