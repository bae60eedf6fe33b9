/**
 * The ways of executing programs that tests compare, as options of the command line. Programs print the same under all of
 * them.
 */
export const tiers = {
  /** As users run it. */
  default: [],
  /** Generic instructions only. */
  never: ["-X", "specialize=never"],
  /** Sites specialise when they are executed for the first time. */
  once: ["-X", "specialize=once", "-X", "jit=off"],
  /** Sites specialise and give up at random. */
  random: ["-X", "specialize=random", "-X", "jit=off"],
  /** The interpreter alone. */
  interpreted: ["-X", "jit=off"],
  /** JavaScript is generated for everything that is executed several times, */
  generated: ["-X", "specialize=once", "-X", "hot=1", "-X", "ticks=3"],
  /** and as soon as can be. */
  eager: ["-X", "specialize=once", "-X", "hot=1", "-X", "ticks=0"],
};

/** The options of a tier, by its name. Throws RangeError for an unknown one. */
export function tierOptions(name) {
  if (!Object.hasOwn(tiers, name))
    throw new RangeError(`no such tier: ${name} (${Object.keys(tiers).join(", ")})`);
  return tiers[name];
}
