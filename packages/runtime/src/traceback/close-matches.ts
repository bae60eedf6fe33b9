/** The longest block that two strings have in common between these indices, the first of several. */
function longestMatch(
  a: string,
  b: string,
  aLow: number,
  aHigh: number,
  bLow: number,
  bHigh: number,
): readonly [number, number, number] {
  let best: readonly [number, number, number] = [aLow, bLow, 0];
  for (let i = aLow; i < aHigh; i++) {
    for (let j = bLow; j < bHigh; j++) {
      let k = 0;
      while (i + k < aHigh && j + k < bHigh && a[i + k] === b[j + k]) k++;
      if (k > best[2]) best = [i, j, k];
    }
  }
  return best;
}

function matchingCharacters(
  a: string,
  b: string,
  aLow = 0,
  aHigh = a.length,
  bLow = 0,
  bHigh = b.length,
): number {
  const [i, j, size] = longestMatch(a, b, aLow, aHigh, bLow, bHigh);
  if (size === 0) return 0;
  return (
    size +
    matchingCharacters(a, b, aLow, i, bLow, j) +
    matchingCharacters(a, b, i + size, aHigh, j + size, bHigh)
  );
}

/** `difflib.get_close_matches(word, possibilities, n, cutoff)`, for short strings. */
export function closeMatches(
  word: string,
  possibilities: readonly string[],
  n: number,
  cutoff: number,
): string[] {
  return possibilities
    .map((name) => ({ name, ratio: (2 * matchingCharacters(name, word)) / (name.length + word.length) }))
    .filter(({ ratio }) => ratio >= cutoff)
    .sort((x, y) => y.ratio - x.ratio || (x.name < y.name ? 1 : -1))
    .slice(0, n)
    .map(({ name }) => name);
}
