import { fromIsoCalendar } from "./gregorian.js";

/*
 * `fromisoformat()` in the grammar that CPython's C code accepts: ISO 8601 with some liberties, and without fractional
 * minutes and hours. A reader past the end of a text sees an empty string.
 */

/** A date as text says it; `undefined` for text that is none. The fields may be out of their ranges. */
export interface DateFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time as text says it. */
export interface TimeFields {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Is something left of the text? */
  readonly rest: boolean;
}

/** A time with its offset from UTC, which is `null` when the text has none. */
export interface ZonedTime extends TimeFields {
  readonly offset: { readonly seconds: number; readonly microseconds: number } | null;
}

const isDigit = (text: string, at: number): boolean => at < text.length && text[at] >= "0" && text[at] <= "9";

/** A number of so many digits. */
function digits(text: string, at: number, count: number): number | undefined {
  let n = 0;
  for (let i = at; i < at + count; i++) {
    if (!isDigit(text, i)) return undefined;
    n = n * 10 + text.charCodeAt(i) - 48;
  }
  return n;
}

/** Reads the date that takes the first `length` characters. */
export function readDate(text: string, length: number): DateFields | undefined {
  const year = digits(text, 0, 4);
  if (year === undefined) return undefined;
  const separated = text[4] === "-";
  let at = separated ? 5 : 4;
  if (text[at] === "W") return readWeekDate(text, at + 1, length, year, separated);
  const month = digits(text, at, 2);
  at += 2;
  if (month === undefined || (separated && text[at++] !== "-")) return undefined;
  const day = digits(text, at, 2);
  return day === undefined ? undefined : { year, month, day };
}

function readWeekDate(
  text: string,
  at: number,
  length: number,
  year: number,
  separated: boolean,
): DateFields | undefined {
  const week = digits(text, at, 2);
  if (week === undefined) return undefined;
  at += 2;
  let weekday: number | undefined = 1;
  if (at < length) {
    if (separated && text[at++] !== "-") return undefined;
    weekday = digits(text, at, 1);
    if (weekday === undefined) return undefined;
  }
  const date = fromIsoCalendar(year, week, weekday);
  return typeof date === "string" ? undefined : date;
}

/** Where the date ends that a datetime begins with. */
export function dateLength(text: string): number {
  const { length } = text;
  if (length === 7) return 7;
  if (text[4] === "-") {
    if (text[5] !== "W") return 10;
    // Is a hyphen behind the week the separator, or does the weekday follow?
    if (length > 8 && text[8] === "-") {
      if (length === 9) return -1;
      return length > 10 && isDigit(text, 10) ? 8 : 10;
    }
    return 8;
  }
  if (text[4] !== "W") return 8;
  let end = 7;
  while (isDigit(text, end)) end++;
  if (end < 9) return end;
  return end % 2 === 0 ? 7 : 8;
}

/** Reads hours, minutes, seconds and a fraction from `start` to `end`, or further where digits are. */
function readClock(text: string, start: number, end: number): TimeFields | undefined {
  const parts = [0, 0, 0];
  const fields = (microsecond: number, rest: boolean): TimeFields => {
    const [hour, minute, second] = parts;
    return { hour, minute, second, microsecond, rest };
  };
  let at = start;
  let separated = false;
  for (let i = 0; i < 3; i++) {
    const n = digits(text, at, 2);
    if (n === undefined) return undefined;
    parts[i] = n;
    at += 2;
    const next = text[at++];
    if (i === 0) separated = next === ":";
    if (at >= end) return fields(0, next !== undefined);
    if (separated && next === ":") {
      if (i === 2) return undefined;
    } else if (next === "." || next === ",") {
      if (i < 2) return undefined;
    } else if (separated) return undefined;
    else at--;
  }
  if (text[at] === "." || text[at] === ",") return undefined;
  const count = Math.min(end - at, 6);
  const fraction = digits(text, at, count);
  if (fraction === undefined) return undefined;
  at += count;
  while (isDigit(text, at)) at++;
  return fields(fraction * 10 ** (6 - count), at < text.length);
}

/** Reads the time that begins at `start` and takes the rest of the text. */
export function readTime(text: string, start: number): ZonedTime | undefined {
  let zone = start;
  while (zone < text.length && !"+-Z".includes(text[zone])) zone++;
  const time = readClock(text, start, zone);
  if (time === undefined) return undefined;
  if (zone >= text.length) return time.rest ? undefined : { ...time, offset: null };
  if (text[zone] === "Z") {
    return zone + 1 < text.length ? undefined : { ...time, offset: { seconds: 0, microseconds: 0 } };
  }
  const offset = readClock(text, zone + 1, text.length);
  if (offset === undefined || offset.rest) return undefined;
  const sign = text[zone] === "-" ? -1 : 1;
  const seconds = sign * (offset.hour * 3600 + offset.minute * 60 + offset.second);
  return { ...time, offset: { seconds, microseconds: sign * offset.microsecond } };
}

/** How precise `isoformat` is. */
export const timespecs = ["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"] as const;

const two = (n: number): string => String(n).padStart(2, "0");

/** A time as text, as precise as a timespec says. */
export function clockText(
  t: {
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly microsecond: number;
  },
  timespec: (typeof timespecs)[number] = "auto",
): string {
  const hours = two(t.hour);
  if (timespec === "hours") return hours;
  const minutes = `${hours}:${two(t.minute)}`;
  if (timespec === "minutes") return minutes;
  const seconds = `${minutes}:${two(t.second)}`;
  if (timespec === "seconds" || (timespec === "auto" && t.microsecond === 0)) return seconds;
  const fraction = String(t.microsecond).padStart(6, "0");
  return `${seconds}.${timespec === "milliseconds" ? fraction.slice(0, 3) : fraction}`;
}

/** A date as text. */
export const dateText = (d: DateFields): string =>
  `${String(d.year).padStart(4, "0")}-${two(d.month)}-${two(d.day)}`;
