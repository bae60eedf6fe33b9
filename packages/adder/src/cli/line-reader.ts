/** What a reader answers instead of a line when Ctrl-C was pressed. */
export const INTERRUPTED = Symbol("interrupted");

/** Where the prompt's lines come from. */
export interface LineReader {
  /** The next line without its end, after a prompt was shown; `null` at the end of the input. */
  read(prompt: string): Promise<string | null | typeof INTERRUPTED>;
  /** Says that all lines of a statement were read, for the history. */
  remember(statement: string): void;
}
