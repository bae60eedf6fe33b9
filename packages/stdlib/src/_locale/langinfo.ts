type Entry = readonly [number: number, text: string];

const LC_TIME = 2 << 16;

/** Names of consecutive numbers. */
function series(prefix: string, first: number, texts: readonly string[]): Record<string, Entry> {
  return Object.fromEntries(
    texts.map((text, i): [string, Entry] => [`${prefix}_${i + 1}`, [LC_TIME + first + i, text]]),
  );
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
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
const short = (text: string): string => text.slice(0, 3);

/** Keys of `nl_langinfo` in the numbers of Linux's C library, and what the C locale answers. */
export const langinfo: Readonly<Record<string, Entry>> = {
  ...series("DAY", 7, DAYS),
  ...series("ABDAY", 0, DAYS.map(short)),
  ...series("MON", 26, MONTHS),
  ...series("ABMON", 14, MONTHS.map(short)),
  RADIXCHAR: [0x10000, "."],
  THOUSEP: [0x10001, ""],
  CRNCYSTR: [0x4000f, "-"],
  D_T_FMT: [LC_TIME + 40, "%a %b %e %H:%M:%S %Y"],
  D_FMT: [LC_TIME + 41, "%m/%d/%y"],
  T_FMT: [LC_TIME + 42, "%H:%M:%S"],
  AM_STR: [LC_TIME + 38, "AM"],
  PM_STR: [LC_TIME + 39, "PM"],
  CODESET: [14, "UTF-8"],
  T_FMT_AMPM: [LC_TIME + 43, "%I:%M:%S %p"],
  ERA: [LC_TIME + 44, ""],
  ERA_D_FMT: [LC_TIME + 46, ""],
  ERA_D_T_FMT: [LC_TIME + 48, ""],
  ERA_T_FMT: [LC_TIME + 49, ""],
  ALT_DIGITS: [LC_TIME + 47, ""],
  YESEXPR: [0x50000, "^[yY]"],
  NOEXPR: [0x50001, "^[nN]"],
  _DATE_FMT: [LC_TIME + 108, "%a %b %e %H:%M:%S %Z %Y"],
};
