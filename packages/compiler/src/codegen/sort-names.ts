function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a, (ch) => ch.codePointAt(0) as number);
  const right = Array.from(b, (ch) => ch.codePointAt(0) as number);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return left[i] - right[i];
  return left.length - right.length;
}

/** Sorts names in place in Python's order, by code points. */
export function sortNames(names: string[]): string[] {
  // UTF-16 order is the same as long as no name leaves the basic plane.
  return names.some((name) => /[\ud800-\udfff]/.test(name)) ? names.sort(compareCodePoints) : names.sort();
}
