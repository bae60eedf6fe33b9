import { type CalendarTime, daysFromCivil, secondsOf } from "./calendar.js";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Name of a weekday (Monday is 0), shortened to three letters. */
export const shortDay = (weekday: number): string => DAYS[((weekday % 7) + 7) % 7].slice(0, 3);
/** Name of a month (from 1), shortened to three letters. */
export const shortMonth = (month: number): string => MONTHS[month - 1].slice(0, 3);

/** Year and number of the ISO 8601 week. */
function isoWeek(t: CalendarTime): { year: number; week: number } {
  const week = Math.floor((t.yearday - 1 - t.weekday + 10) / 7);
  if (week < 1) {
    const year = t.year - 1;
    return { year, week: weeksIn(year) };
  }
  return week > weeksIn(t.year) ? { year: t.year + 1, week: 1 } : { year: t.year, week };
}

function weeksIn(year: number): number {
  const firstDay = (((daysFromCivil(year, 1, 1) + 3) % 7) + 7) % 7;
  const leap = daysFromCivil(year + 1, 1, 1) - daysFromCivil(year, 1, 1) === 366;
  return firstDay === 3 || (leap && firstDay === 2) ? 53 : 52;
}

/** A conversion: its value, how wide it is padded, and with what. */
type Field = readonly [value: number | string, width: number, pad: string];

function field(t: CalendarTime, letter: string): Field | string | undefined {
  const hour12 = t.hour % 12 === 0 ? 12 : t.hour % 12;
  switch (letter) {
    case "a":
      return shortDay(t.weekday);
    case "A":
      return DAYS[((t.weekday % 7) + 7) % 7];
    case "b":
    case "h":
      return shortMonth(t.month);
    case "B":
      return MONTHS[t.month - 1];
    case "c":
      return strftime("%a %b %e %H:%M:%S %Y", t);
    case "C":
      return [Math.floor(t.year / 100), 2, "0"];
    case "d":
      return [t.day, 2, "0"];
    case "D":
    case "x":
      return strftime("%m/%d/%y", t);
    case "e":
      return [t.day, 2, " "];
    case "F":
      return strftime("%Y-%m-%d", t);
    case "g":
      return [((isoWeek(t).year % 100) + 100) % 100, 2, "0"];
    case "G":
      return [isoWeek(t).year, 1, "0"];
    case "H":
      return [t.hour, 2, "0"];
    case "I":
      return [hour12, 2, "0"];
    case "j":
      return [t.yearday, 3, "0"];
    case "k":
      return [t.hour, 2, " "];
    case "l":
      return [hour12, 2, " "];
    case "m":
      return [t.month, 2, "0"];
    case "M":
      return [t.minute, 2, "0"];
    case "n":
      return "\n";
    case "p":
      return t.hour < 12 ? "AM" : "PM";
    case "P":
      return t.hour < 12 ? "am" : "pm";
    case "r":
      return strftime("%I:%M:%S %p", t);
    case "R":
      return strftime("%H:%M", t);
    case "s":
      return [secondsOf(t) - (t.offset ?? 0), 1, "0"];
    case "S":
      return [t.second, 2, "0"];
    case "t":
      return "\t";
    case "T":
    case "X":
      return strftime("%H:%M:%S", t);
    case "u":
      return [t.weekday + 1, 1, "0"];
    case "U":
      return [Math.floor((t.yearday + 6 - ((t.weekday + 1) % 7)) / 7), 2, "0"];
    case "V":
      return [isoWeek(t).week, 2, "0"];
    case "w":
      return [(t.weekday + 1) % 7, 1, "0"];
    case "W":
      return [Math.floor((t.yearday + 6 - t.weekday) / 7), 2, "0"];
    case "y":
      return [((t.year % 100) + 100) % 100, 2, "0"];
    case "Y":
      return [t.year, 1, "0"];
    case "z": {
      const minutes = Math.round(Math.abs(t.offset ?? 0) / 60);
      const sign = (t.offset ?? 0) < 0 ? "-" : "+";
      return `${sign}${String(Math.floor(minutes / 60)).padStart(2, "0")}${String(minutes % 60).padStart(2, "0")}`;
    }
    case "Z":
      return t.zone ?? "";
    case "%":
      return "%";
    default:
      return undefined;
  }
}

/** Formats as C's `strftime` of glibc in the C locale, with its flags (`_`, `-`, `0`, `^`, `#`) and widths. */
export function strftime(format: string, t: CalendarTime): string {
  return format.replace(
    /%([_\-0^#]*)(\d*)[EO]?([a-zA-Z%])/g,
    (whole, flags: string, width: string, letter: string) => {
      const made = field(t, letter);
      if (made === undefined) return whole;
      let text: string;
      if (typeof made === "string")
        text = width === "" ? made : made.padStart(Number(width), flags.includes("0") ? "0" : " ");
      else {
        const [value, natural, pad] = made;
        const fill = flags.includes("_") ? " " : flags.includes("0") ? "0" : pad;
        const size = flags.includes("-") ? 0 : width === "" ? natural : Number(width);
        const digits = String(Math.abs(Number(value)));
        const sign = Number(value) < 0 ? "-" : "";
        text =
          fill === "0"
            ? sign + digits.padStart(size - sign.length, "0")
            : (sign + digits).padStart(size, fill);
      }
      if (flags.includes("^")) return text.toUpperCase();
      return flags.includes("#")
        ? letter === "p" || letter === "Z"
          ? text.toLowerCase()
          : text.toUpperCase()
        : text;
    },
  );
}
