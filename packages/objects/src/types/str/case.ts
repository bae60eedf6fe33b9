import { TextWriter } from "../str/text-writer.js";
import { isCased, isCaseIgnorable, isLower, isTitle, isUpper } from "./classify.js";
import type { Str } from "./py-str.js";
import { codePoints, mapText } from "./text.js";

const SIGMA = 0x3a3;

/** Characters whose upper case in the middle of a title-cased word differs from `toUpperCase`. */
function titleCase(c: number): string {
  if (c >= 0x1c4 && c <= 0x1cc) return c <= 0x1c6 ? "\u01c5" : c <= 0x1c9 ? "\u01c8" : "\u01cb";
  if (c >= 0x1f1 && c <= 0x1f3) return "\u01f2";
  // Georgian letters have upper but no title case.
  if ((c >= 0x10d0 && c <= 0x10fa) || (c >= 0x10fd && c <= 0x10ff)) return String.fromCodePoint(c);
  const upper = String.fromCodePoint(c).toUpperCase();
  if (upper.length === 1 || (upper.length === 2 && c > 0xffff)) return upper;
  // Greek letters with iota below: title case keeps them as one character.
  if (c >= 0x1f80 && c <= 0x1faf) return String.fromCodePoint(c | 8);
  const greek: Record<number, string> = {
    8115: "\u1fbc",
    8124: "\u1fbc",
    8131: "\u1fcc",
    8140: "\u1fcc",
    8179: "\u1ffc",
    8188: "\u1ffc",
  };
  if (greek[c] !== undefined) return greek[c];
  // Ligatures and the like: first character upper, the rest lower ("Ss", "Ffi").
  const points = Array.from(upper);
  return points[0] + points.slice(1).join("").toLowerCase();
}

/** Is the sigma at `at` the last letter of a word? */
function isFinalSigma(points: ArrayLike<number>, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isCaseIgnorable(points[before])) before--;
  if (before < 0 || !isCased(points[before])) return false;
  let after = at + 1;
  while (after < points.length && isCaseIgnorable(points[after])) after++;
  return after === points.length || !isCased(points[after]);
}

function lowerAt(points: ArrayLike<number>, i: number): string {
  if (points[i] === SIGMA) return isFinalSigma(points, i) ? "\u03c2" : "\u03c3";
  return String.fromCodePoint(points[i]).toLowerCase();
}

function build(s: Str, map: (points: ArrayLike<number>, i: number) => string): Str {
  const points = codePoints(s);
  const out = new TextWriter();
  for (let i = 0; i < points.length; i++) {
    for (const c of map(points, i)) out.push(c.codePointAt(0) as number);
  }
  return out.finish();
}

const ASCII = /^[\x00-\x7f]*$/;

/** `str.lower()`. */
export function lower(s: Str): Str {
  return typeof s === "string" && ASCII.test(s) ? s.toLowerCase() : build(s, lowerAt);
}

/** `str.upper()`. */
export function upper(s: Str): Str {
  return mapText(s, (text) => text.toUpperCase());
}

/** `str.capitalize()`. */
export function capitalize(s: Str): Str {
  return build(s, (points, i) => (i === 0 ? titleCase(points[0]) : lowerAt(points, i)));
}

/** `str.title()`. */
export function title(s: Str): Str {
  let inWord = false;
  return build(s, (points, i) => {
    const text = inWord ? lowerAt(points, i) : titleCase(points[i]);
    inWord = isCased(points[i]);
    return text;
  });
}

/** `str.swapcase()`. */
export function swapCase(s: Str): Str {
  return build(s, (points, i) => {
    const c = points[i];
    if (isUpper(c)) return lowerAt(points, i);
    return isLower(c) ? String.fromCodePoint(c).toUpperCase() : String.fromCodePoint(c);
  });
}

/** Characters that fold otherwise than their upper case lowered. */
const FOLD: Readonly<Record<string, string>> = {
  "\u0131": "\u0131",
  "\u0130": "i\u0307",
  "\u03c2": "\u03c3",
  "\u1e9e": "ss",
};

/** `str.casefold()`: full case folding, which is lowering the upper case but for a few characters. */
export function casefold(s: Str): Str {
  if (typeof s === "string" && ASCII.test(s)) return s.toLowerCase();
  return build(s, (points, i) => {
    const c = points[i];
    const text = String.fromCodePoint(c);
    if (FOLD[text] !== undefined) return FOLD[text];
    // Cherokee folds to upper case.
    if ((c >= 0x13a0 && c <= 0x13f5) || (c >= 0xab70 && c <= 0xabbf) || (c >= 0x13f8 && c <= 0x13fd))
      return text.toUpperCase();
    let out = "";
    for (const part of text.toUpperCase()) out += part.toLowerCase();
    return out;
  });
}

/** `str.istitle()`. */
export function isTitleCased(s: Str): boolean {
  const points = codePoints(s);
  let cased = false;
  let previousCased = false;
  for (let i = 0; i < points.length; i++) {
    const c = points[i];
    if (isUpper(c) || isTitle(c)) {
      if (previousCased) return false;
      previousCased = true;
      cased = true;
    } else if (isLower(c)) {
      if (!previousCased) return false;
      cased = true;
    } else previousCased = false;
  }
  return cased;
}

/** `str.isupper()` or `str.islower()`: at least one cased character, and all of them in that case. */
export function hasOnlyCase(s: Str, wanted: (c: number) => boolean, other: (c: number) => boolean): boolean {
  const points = codePoints(s);
  let found = false;
  for (let i = 0; i < points.length; i++) {
    if (other(points[i]) || isTitle(points[i])) return false;
    if (!found && wanted(points[i])) found = true;
  }
  return found;
}
