/** Smallest year that a date can have. */
export const MINYEAR = 1;
/** Largest year that a date can have. */
export const MAXYEAR = 9999;
/** Ordinal of 9999-12-31. */
export const MAX_ORDINAL = 3652059;

const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Has the year a 29th of February? */
export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Number of days of a month (1-12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days of a year before the first of a month (1-12). */
export const daysBeforeMonth = (year: number, month: number): number =>
  DAYS_BEFORE_MONTH[month] + (month > 2 && isLeap(year) ? 1 : 0);

/** Days before 1 January of a year; the year may be 0. */
function daysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

/** Number of a day; 0001-01-01 is 1. */
export const toOrdinal = (year: number, month: number, day: number): number =>
  daysBeforeYear(year) + daysBeforeMonth(year, month) + day;

/** Day of the week, Monday is 0. */
export const weekdayOf = (ordinal: number): number => (ordinal + 6) % 7;

/** A day of the proleptic Gregorian calendar. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day with an ordinal from 1, by cycles of 400, 100, 4 and 1 years. */
export function fromOrdinal(ordinal: number): CalendarDay {
  let n = ordinal - 1;
  const n400 = Math.floor(n / 146097);
  n -= n400 * 146097;
  const n100 = Math.floor(n / 36524);
  n -= n100 * 36524;
  const n4 = Math.floor(n / 1461);
  n -= n4 * 1461;
  const n1 = Math.floor(n / 365);
  n -= n1 * 365;
  const year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1;
  // The last day of a cycle that ends with a leap year.
  if (n1 === 4 || n100 === 4) return { year: year - 1, month: 12, day: 31 };
  let month = (n + 50) >> 5;
  let before = daysBeforeMonth(year, month);
  if (before > n) before = daysBeforeMonth(year, --month);
  return { year, month, day: n - before + 1 };
}

/** Ordinal of the Monday that begins the first ISO week of a year. */
export function isoWeekOne(year: number): number {
  const first = toOrdinal(year, 1, 1);
  const weekday = weekdayOf(first);
  // The week with the first Thursday is the first one.
  return first - weekday + (weekday > 3 ? 7 : 0);
}

/** ISO year, week (from 1) and weekday (Monday is 1) of a day. */
export function isoCalendar({
  year,
  month,
  day,
}: CalendarDay): [year: number, week: number, weekday: number] {
  const today = toOrdinal(year, month, day);
  let isoYear = year;
  let monday = isoWeekOne(year);
  let week = Math.floor((today - monday) / 7);
  if (week < 0) {
    monday = isoWeekOne(--isoYear);
    week = Math.floor((today - monday) / 7);
  } else if (week >= 52 && today >= isoWeekOne(year + 1)) {
    isoYear++;
    week = 0;
  }
  return [isoYear, week + 1, weekdayOf(today) + 1];
}

/** The day with an ISO year, week and weekday, or what is wrong with them. Its year may be {@link MAXYEAR} + 1. */
export function fromIsoCalendar(
  year: number,
  week: number,
  weekday: number,
): CalendarDay | "year" | "week" | "weekday" {
  if (year < MINYEAR || year > MAXYEAR) return "year";
  if (week < 1 || week > 52) {
    const first = weekdayOf(toOrdinal(year, 1, 1));
    const hasWeek53 = first === 3 || (first === 2 && isLeap(year));
    if (week !== 53 || !hasWeek53) return "week";
  }
  if (weekday < 1 || weekday > 7) return "weekday";
  return fromOrdinal(isoWeekOne(year) + (week - 1) * 7 + weekday - 1);
}
