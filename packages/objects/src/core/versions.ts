let versions = 0;

/**
 * A number that no type, shape or set of keys had before: equal versions mean the same thing in the same state. Positive,
 * below 2 ** 30, so that engines keep it unboxed; a process that has used up all of them begins anew.
 */
export function freshVersion(): number {
  versions = (versions % 0x3fff_ffff) + 1;
  return versions;
}
