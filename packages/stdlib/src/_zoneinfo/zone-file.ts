import { type Period, type PosixZone, parsePosixZone, periodAt, periodShown } from "./posix-zone.js";

/** The bytes are no zone file. The message is what `zoneinfo` says. */
export class ZoneFileError extends Error {}

/** A zone: periods that changed at known moments, and what holds afterwards. */
export interface Zone {
  /** Moments of the changes in seconds since 1970, ascending. */
  readonly changes: readonly number[];
  /** What clocks show at the changes, in the same unit: with fold 0 and 1 the earliest time behind the change. */
  readonly shown: readonly [readonly number[], readonly number[]];
  /** What each change begins. */
  readonly periods: readonly Period[];
  /** What holds before the first change. */
  readonly before: Period | null;
  /** What holds after the last change. */
  readonly after: PosixZone;
  /** Is it the same at all times? */
  readonly fixed: boolean;
}

/** What a file says of a period. */
interface LocalType {
  readonly offset: number;
  readonly isDst: boolean;
  readonly name: string;
}

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** Reads a file of the time zone database (RFC 8536). Throws {@link ZoneFileError} and `TzTextError`. */
export function parseZoneFile(bytes: Uint8Array): Zone {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = (at: number): number[] => {
    if (bytes.length < at + 44 || text(bytes.subarray(at, at + 4)) !== "TZif") {
      throw new ZoneFileError("Invalid TZif file: magic not found");
    }
    return [20, 24, 28, 32, 36, 40].map((field) => view.getUint32(at + field));
  };
  let [utCount, stdCount, leapCount, timeCount, typeCount, charCount] = header(0);
  const version = bytes[4];
  let at = 44;
  let width = 4;
  if (version !== 0) {
    // The same in wider numbers follows on the old form.
    at += timeCount * 5 + typeCount * 6 + charCount + leapCount * 8 + stdCount + utCount;
    [utCount, stdCount, leapCount, timeCount, typeCount, charCount] = header(at);
    at += 44;
    width = 8;
  }
  if (bytes.length < at + timeCount * (width + 1) + typeCount * 6 + charCount) {
    throw new ZoneFileError("Invalid TZif file: it ends too early");
  }
  const changes: number[] = [];
  for (let i = 0; i < timeCount; i++, at += width) {
    changes.push(width === 4 ? view.getInt32(at) : Number(view.getBigInt64(at)));
  }
  const indices = [...bytes.subarray(at, at + timeCount)];
  at += timeCount;
  const names = bytes.subarray(at + typeCount * 6, at + typeCount * 6 + charCount);
  const types: LocalType[] = [];
  for (let i = 0; i < typeCount; i++, at += 6) {
    const start = bytes[at + 5];
    const name = text(names.subarray(start, names.indexOf(0, start)));
    types.push({ offset: view.getInt32(at), isDst: bytes[at + 4] !== 0, name });
  }
  at += charCount + leapCount * (width + 4) + stdCount + utCount;
  const tz = version === 0 ? "" : text(bytes.subarray(at + 1, bytes.indexOf(0x0a, at + 1)));
  return makeZone(changes, indices, types, tz);
}

function makeZone(
  changes: readonly number[],
  indices: readonly number[],
  types: readonly LocalType[],
  tz: string,
): Zone {
  const dst = summerOffsets(indices, types);
  const all = types.map(({ offset, name }, i): Period => ({ offset, dst: dst[i], name }));
  const periods = indices.map((i) => all[i]);
  const standard = types.findIndex((type) => !type.isDst);
  let after: PosixZone;
  if (tz !== "") after = parsePosixZone(tz);
  else {
    const last = periods[periods.length - 1] ?? all[all.length - 1];
    if (last === undefined) throw new ZoneFileError("No time zone information found.");
    after = { standard: last, summer: null };
  }
  const only = all[0];
  const same = ({ offset, name }: Period): boolean =>
    after.standard.offset === offset && after.standard.name === name;
  return {
    changes,
    shown: shownChanges(changes, indices, types),
    periods,
    before: standard >= 0 ? all[standard] : (periods[0] ?? null),
    after,
    fixed: all.length <= 1 && after.summer === null && (only === undefined || same(only)),
  };
}

/** How much of each offset is summer time: what it is more than the standard time before, or else behind it. */
function summerOffsets(indices: readonly number[], types: readonly LocalType[]): number[] {
  const found: number[] = types.map(() => 0);
  for (let i = 1; i < indices.length; i++) {
    const index = indices[i];
    if (!types[index].isDst || found[index] !== 0) continue;
    const before = types[indices[i - 1]];
    let dst = before.isDst ? 0 : types[index].offset - before.offset;
    if (dst === 0 && i + 1 < indices.length) {
      const behind = types[indices[i + 1]];
      if (behind.isDst) continue;
      dst = types[index].offset - behind.offset;
    }
    found[index] = dst;
  }
  // An hour is a better guess than none.
  return found.map((dst, i) => (types[i].isDst && dst === 0 ? 3600 : dst));
}

function shownChanges(
  changes: readonly number[],
  indices: readonly number[],
  types: readonly LocalType[],
): [number[], number[]] {
  const shown: [number[], number[]] = [[], []];
  changes.forEach((change, i) => {
    const before = types[i === 0 ? 0 : indices[i - 1]].offset;
    const behind = types[indices[i]].offset;
    shown[0].push(change + Math.max(before, behind));
    shown[1].push(change + Math.min(before, behind));
  });
  return shown;
}

/** How many numbers of an ascending list are not greater than another. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (limit < sorted[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The period in which clocks show a time, in seconds since 1970; `undefined` if the zone knows of none. */
export function shownIn(zone: Zone, at: number, year: number, fold: number): Period | null {
  const shown = zone.shown[fold];
  const count = shown.length;
  if (count > 0 && at < shown[0]) return zone.before;
  if (count === 0 || at > shown[count - 1]) return periodShown(zone.after, at, year, fold);
  return zone.periods[countUpTo(shown, at) - 1];
}

/** The period at a moment, in seconds since 1970, and whether clocks show its time for the second time. */
export function periodIn(zone: Zone, at: number, year: number): { period: Period | null; fold: boolean } {
  const { changes, periods, before } = zone;
  const count = changes.length;
  if (count > 0 && at < changes[0]) return { period: before, fold: false };
  const index = countUpTo(changes, at);
  const previous = index >= 2 ? periods[index - 2] : before;
  const goesBack = (period: Period): boolean =>
    previous !== null && previous.offset - period.offset > at - changes[index - 1];
  if (count === 0 || at > changes[count - 1]) {
    const { period, fold } = periodAt(zone.after, at, year);
    return { period, fold: fold || (count > 0 && goesBack(period)) };
  }
  const period = periods[index - 1];
  return { period, fold: goesBack(period) };
}
