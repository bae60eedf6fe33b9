import { neverSpecialize, type Specializer } from "@adder/frames";
import { AdaptiveSpecializer } from "./adaptive.js";
import { RandomSpecializer } from "./random.js";

/** The policies by name, each made anew for an interpreter. Every program prints the same under all of them. */
export const policies = {
  /** Nothing specialises. */
  never: (): Specializer => neverSpecialize,
  /** Sites specialise when they are executed for the first time. */
  once: (): Specializer => new AdaptiveSpecializer(1, 0),
  /** The second execution of a code object or back-edge makes it adaptive. */
  default: (): Specializer => new AdaptiveSpecializer(),
  /** Sites specialise and give up at random. */
  random: (): Specializer => new RandomSpecializer(20_260_101),
} as const;

/** The name of a policy. */
export type PolicyName = keyof typeof policies;
