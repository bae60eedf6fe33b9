/** A moment in calendar fields, as C's `struct tm` but with a full year and months from 1. */
export interface CalendarTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Monday is 0. */
  readonly weekday: number;
  /** From 1. */
  readonly yearday: number;
  /** -1 unknown, 0 no, 1 yes. */
  readonly isDst: number;
  readonly zone: string | null;
  /** East of UTC, in seconds. */
  readonly offset: number | null;
}

const DAY = 86400;

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar (after H. Hinnant's civil-days algorithm). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Calendar fields of a moment in seconds since the epoch, in a zone that is `offset` seconds east of UTC. */
export function calendarTime(
  seconds: number,
  offset: number,
  zone: string | null,
  isDst: number,
): CalendarTime {
  const local = seconds + offset;
  const days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    weekday: (((days + 3) % 7) + 7) % 7,
    yearday: days - daysFromCivil(year, 1, 1) + 1,
    isDst,
    zone,
    offset,
  };
}

/** Seconds since the epoch of calendar fields taken as UTC; fields may be out of their ranges. */
export function secondsOf(t: CalendarTime): number {
  const months = t.year * 12 + t.month - 1;
  const year = Math.floor(months / 12);
  return (
    daysFromCivil(year, months - year * 12 + 1, 1) * DAY +
    (t.day - 1) * DAY +
    t.hour * 3600 +
    t.minute * 60 +
    t.second
  );
}
