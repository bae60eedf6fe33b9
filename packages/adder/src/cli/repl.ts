import type { Session } from "../session.js";

/** Options of the prompt. */
export interface PromptOptions {
  /** Say what this is before the first prompt. */
  readonly banner: boolean;
}

/** Reads, evaluates and prints until the input ends. @returns the exit code */
export async function interact(_session: Session, _options: PromptOptions): Promise<number> {
  return 0;
}
