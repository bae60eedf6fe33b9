import { environmentOf, readFile, type ThreadState } from "@adder/objects";
import { parsePosixZone } from "../_zoneinfo/posix-zone.js";
import { parseZoneFile, periodIn, type Zone } from "../_zoneinfo/zone-file.js";
import { calendarTime } from "./calendar.js";

/** What the clocks of the local zone are at a moment: seconds east of UTC, what that is called, and whether it is summer time. */
export interface LocalPeriod {
  readonly offset: number;
  readonly name: string;
  readonly isDst: boolean;
}

/** The zone that `TZ` names, `null` where the host alone knows. */
type Source = Zone | null;

const DATABASE = "/usr/share/zoneinfo/";
/** When summer time begins and ends where `TZ` names one and does not say (glibc's rule, which is that of the USA). */
const USUAL_RULES = ",M3.2.0,M11.1.0";
/** The calendar repeats itself after 400 years. */
const CYCLE = 146097 * 86400;

const UTC: Zone = fixedZone({ standard: { offset: 0, dst: 0, name: "UTC" }, summer: null });

function fixedZone(after: Zone["after"]): Zone {
  return { changes: [], shown: [[], []], periods: [], before: null, after, fixed: after.summer === null };
}

function zoneFile(ts: ThreadState, path: string): Zone | null {
  try {
    return parseZoneFile(readFile(ts.interp.host.files, path));
  } catch {
    return null;
  }
}

function posixZone(text: string): Zone | null {
  try {
    return fixedZone(parsePosixZone(text));
  } catch {
    return null;
  }
}

/** Reads `TZ` as glibc does: a file of the database, else rules in POSIX's form, else UTC. */
function readSource(ts: ThreadState): Source {
  const tz = environmentOf(ts).get("TZ");
  if (tz === undefined) return zoneFile(ts, "/etc/localtime");
  const name = tz.replace(/^:/, "");
  if (name === "") return UTC;
  return (
    zoneFile(ts, name.startsWith("/") ? name : DATABASE + name) ??
    posixZone(name) ??
    posixZone(name + USUAL_RULES) ??
    UTC
  );
}

const key = {};
const state = (ts: ThreadState): { source: Source } =>
  ts.interp.state(key, () => ({ source: readSource(ts) }));

/** Reads `TZ` again, as C's `tzset`. */
export function resetZone(ts: ThreadState): void {
  state(ts).source = readSource(ts);
}

/** The local zone at a moment in seconds since 1970. */
export function localPeriod(ts: ThreadState, seconds: number): LocalPeriod {
  const { source } = state(ts);
  if (source === null) return ts.interp.host.localZone(seconds);
  const cycles = seconds < 0 || seconds > CYCLE ? Math.floor(seconds / CYCLE) : 0;
  // Before the first change and behind the last one all cycles are alike.
  const known = cycles === 0 || seconds < (source.changes[0] ?? 0) ? seconds : seconds - cycles * CYCLE;
  const { period } = periodIn(source, known, calendarTime(known, 0, null, 0).year);
  const { offset, name, dst } = period ?? source.after.standard;
  return { offset, name, isDst: dst !== 0 };
}

/** How far apart moments are at which another offset is looked for, and how far away at most (glibc's `mktime`), in seconds. */
const STRIDE = 601200;
const FARTHEST = 536454000;

/**
 * The moment at which local clocks show a time, in seconds since 1970; `wall` is what they show, taken as UTC.
 * `isDst` is whether the time is meant as summer time: 0, 1, or -1 for what holds then.
 */
export function momentOfWall(ts: ThreadState, wall: number, isDst: number): number {
  const guess = wall - localPeriod(ts, wall).offset;
  const period = localPeriod(ts, guess);
  if (isDst < 0 || period.isDst === isDst > 0) return wall - period.offset;
  for (let distance = STRIDE; distance < FARTHEST; distance += STRIDE) {
    for (const at of [guess - distance, guess + distance]) {
      const other = localPeriod(ts, at);
      if (other.isDst === isDst > 0) return wall - other.offset;
    }
  }
  // Nowhere near: an hour is a good guess.
  return wall - period.offset + (isDst > 0 ? -3600 : 3600);
}
