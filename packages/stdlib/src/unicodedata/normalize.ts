import type { Database } from "./database.js";

/** Normal forms. */
export type Form = "NFC" | "NFKC" | "NFD" | "NFKD";

// Hangul syllables are composed by arithmetic (Unicode 16.0, section 3.12).
const SYLLABLES = 0xac00;
const LEADING = 0x1100;
const VOWELS = 0x1161;
const TRAILING = 0x11a7;
const VOWEL_COUNT = 21;
const TRAILING_COUNT = 28;
const SYLLABLE_COUNT = 19 * VOWEL_COUNT * TRAILING_COUNT;

/** The full decomposition of a code point. */
function decompose(db: Database, codePoint: number, compatible: boolean): readonly number[] {
  const known = compatible ? db.compatible : db.canonical;
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  let result: readonly number[] = [codePoint];
  const syllable = codePoint - SYLLABLES;
  const mapping = db.decomposition[codePoint];
  if (syllable >= 0 && syllable < SYLLABLE_COUNT) {
    const trailing = syllable % TRAILING_COUNT;
    const start = [
      LEADING + Math.floor(syllable / (VOWEL_COUNT * TRAILING_COUNT)),
      VOWELS + (Math.floor(syllable / TRAILING_COUNT) % VOWEL_COUNT),
    ];
    result = trailing === 0 ? start : [...start, TRAILING + trailing];
  } else if (mapping !== undefined && (compatible || !mapping.startsWith("<"))) {
    result = mapping
      .replace(/^<\w+> /, "")
      .split(" ")
      .flatMap((hex) => decompose(db, Number.parseInt(hex, 16), compatible));
  }
  known.set(codePoint, result);
  return result;
}

/** Puts combining characters into canonical order, in place. */
function order(db: Database, points: number[]): void {
  for (let i = 1; i < points.length; i++) {
    const point = points[i];
    const rank = db.of(point)[2];
    if (rank === 0) continue;
    let at = i;
    for (; at > 0 && db.of(points[at - 1])[2] > rank; at--) points[at] = points[at - 1];
    points[at] = point;
  }
}

/** The composite of two code points, `undefined` where there is none. */
function composite(db: Database, first: number, second: number): number | undefined {
  const leading = first - LEADING;
  const vowel = second - VOWELS;
  if (leading >= 0 && leading < 19 && vowel >= 0 && vowel < VOWEL_COUNT) {
    return SYLLABLES + (leading * VOWEL_COUNT + vowel) * TRAILING_COUNT;
  }
  const syllable = first - SYLLABLES;
  const trailing = second - TRAILING;
  if (syllable >= 0 && syllable < SYLLABLE_COUNT && syllable % TRAILING_COUNT === 0) {
    if (trailing > 0 && trailing < TRAILING_COUNT) return first + trailing;
  }
  return db.composites.get(first)?.get(second);
}

/** Composes decomposed, ordered code points. */
function compose(db: Database, points: readonly number[]): number[] {
  const out: number[] = [];
  let starter = -1;
  let last = -1;
  for (const point of points) {
    const rank = db.of(point)[2];
    if (starter >= 0 && (last < rank || last === -1)) {
      const joined = composite(db, out[starter], point);
      if (joined !== undefined) {
        out[starter] = joined;
        continue;
      }
    }
    if (rank === 0) {
      starter = out.length;
      last = -1;
    } else last = rank;
    out.push(point);
  }
  return out;
}

/** Normalises code points (Unicode Standard Annex 15). */
export function normalizePoints(db: Database, points: ArrayLike<number>, form: Form): number[] {
  const compatible = form === "NFKC" || form === "NFKD";
  const decomposed: number[] = [];
  for (let i = 0; i < points.length; i++) decomposed.push(...decompose(db, points[i], compatible));
  order(db, decomposed);
  return form === "NFC" || form === "NFKC" ? compose(db, decomposed) : decomposed;
}
