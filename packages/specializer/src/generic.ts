import type { Frame, Specializer } from "@adder/frames";
import type { ThreadState } from "@adder/objects";

/** The policy that leaves all code generic, for comparing with the others. */
export const generic: Specializer = {
  threshold: Number.POSITIVE_INFINITY,
  quicken(): void {},
  specialize(_ts: ThreadState, _frame: Frame, _at: number, _oparg: number, _sp: number): void {},
};
