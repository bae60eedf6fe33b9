import { neverSpecialize, type Specializer } from "@adder/frames";
import { AdaptiveSpecializer } from "./adaptive.js";
import { RandomSpecializer } from "./random.js";
import { RecordingSpecializer } from "./recording.js";

/**
 * The policies by name, each made anew for an interpreter. Every program prints the same under all of them. The default one
 * has a threshold that is a setting: executions of a code object, back-edges included, from which on it is adaptive.
 */
export const policies = {
  /** Nothing specialises. */
  never: (): Specializer => neverSpecialize,
  /** Sites specialise when they are executed for the first time. */
  once: (): Specializer => new AdaptiveSpecializer(1, 0),
  /** The second execution of a code object or back-edge makes it adaptive. */
  default: (threshold?: number): Specializer => new AdaptiveSpecializer(threshold),
  /** Sites are looked at on each execution, and stay generic. */
  record: (): Specializer => new RecordingSpecializer(),
  /** Sites specialise and give up at random. */
  random: (): Specializer => new RandomSpecializer(20_260_101),
} as const;

/** The name of a policy. */
export type PolicyName = keyof typeof policies;
