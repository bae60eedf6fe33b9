import { appendFileSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where the history is: `PYTHON_HISTORY`, or `.python_history` at home. */
export function historyPath(environment: ReadonlyMap<string, string> | null): string {
  return environment?.get("PYTHON_HISTORY") || join(homedir(), ".python_history");
}

/** Lines of the history file, the latest first; none when it can't be read. */
export function readHistory(path: string): string[] {
  try {
    return readFileSync(path, "utf8")
      .split("\n")
      .map((line) => line.replace(/\r$/, ""))
      .filter((line) => line !== "")
      .reverse();
  } catch {
    return [];
  }
}

/** Adds a statement to the history file. That it can't be written matters to nobody. */
export function appendHistory(path: string, statement: string): void {
  try {
    appendFileSync(path, `${statement}\n`, { mode: 0o600 });
  } catch {
    // A home that is read-only, for one.
  }
}
