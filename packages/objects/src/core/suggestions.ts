const MAX_CANDIDATES = 750;
const MAX_LENGTH = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

/**
 * The candidate that is most similar to a misspelled name, `null` when none is similar enough
 * (CPython `Python/suggestions.c`, `traceback._compute_suggestion_error`).
 */
export function suggest(wrong: string, candidates: readonly string[]): string | null {
  if (candidates.length > MAX_CANDIDATES || wrong.length > MAX_LENGTH) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === wrong) continue;
    // No more than a third of the characters involved may need changes.
    let limit = Math.floor(((wrong.length + candidate.length + 3) * MOVE_COST) / 6);
    limit = Math.min(limit, bestDistance - 1);
    const distance = editDistance(wrong, candidate, limit);
    if (distance > limit) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** Cost of replacing one character by another: changing the case alone is cheaper. */
function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Levenshtein distance with CPython's costs; anything above `limit` once it is exceeded. */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  let short = a.slice(start, aEnd);
  let long = b.slice(start, bEnd);
  if (short.length === 0 || long.length === 0) return (short.length + long.length) * MOVE_COST;
  if (short.length > MAX_LENGTH || long.length > MAX_LENGTH) return limit + 1;
  if (long.length < short.length) [short, long] = [long, short];
  if ((long.length - short.length) * MOVE_COST > limit) return limit + 1;
  const row = Array.from(short, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (let j = 0; j < long.length; j++) {
    let distance = (result = j * MOVE_COST);
    let minimum = Number.POSITIVE_INFINITY;
    for (let i = 0; i < short.length; i++) {
      const substituted = distance + substitutionCost(long[j], short[i]);
      distance = row[i];
      result = Math.min(substituted, Math.min(result, distance) + MOVE_COST);
      row[i] = result;
      minimum = Math.min(minimum, result);
    }
    if (minimum > limit) return limit + 1;
  }
  return result;
}
