/** Short names of the jamo that make up a syllable (Unicode 16.0, Jamo.txt). */
const leading = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const vowels = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const trailing = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");

const FIRST = 0xac00;
const PREFIX = "HANGUL SYLLABLE ";

/** The name of a Hangul syllable, `undefined` for other characters. */
export function hangulName(codePoint: number): string | undefined {
  const index = codePoint - FIRST;
  if (index < 0 || index >= leading.length * vowels.length * trailing.length) return undefined;
  const last = index % trailing.length;
  const middle = Math.floor(index / trailing.length) % vowels.length;
  const first = Math.floor(index / (trailing.length * vowels.length));
  return PREFIX + leading[first] + vowels[middle] + trailing[last];
}

/** The longest of some names that a text begins with at a place: its index, -1 when there is none. */
function longest(names: readonly string[], text: string, at: number): number {
  let best = -1;
  for (const [i, name] of names.entries()) {
    if (text.startsWith(name, at) && (best < 0 || name.length > names[best].length)) best = i;
  }
  return best;
}

/** The Hangul syllable with a name, `undefined` for other names. */
export function hangulNamed(name: string): number | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  let at = PREFIX.length;
  const first = longest(leading, name, at);
  at += leading[first]?.length ?? 0;
  const middle = longest(vowels, name, at);
  if (first < 0 || middle < 0) return undefined;
  at += vowels[middle].length;
  const last = trailing.indexOf(name.slice(at));
  return last < 0 ? undefined : FIRST + (first * vowels.length + middle) * trailing.length + last;
}
