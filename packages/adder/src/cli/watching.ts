import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { asStr, toJs } from "@adder/objects";
import { interpreterStats, linesOf, statsText, Watch, watchInterpreter, writeError } from "@adder/runtime";
import type { Session } from "../session.js";
import type { CommandLine, Flags } from "./options.js";

/** Begins to count what the program does, if an option wants to know. */
export async function beginWatching({ ts }: Session, { stats, heat }: Flags): Promise<void> {
  if (stats !== false || heat !== null) await watchInterpreter(ts);
}

/** Tells what was counted. */
export async function reportWatched(session: Session, { run, flags }: CommandLine): Promise<void> {
  const { ts } = session;
  const { stats, heat } = flags;
  if (stats === true) writeError(ts, statsText(interpreterStats(ts)));
  else if (stats !== false) writeFileSync(stats, `${JSON.stringify(interpreterStats(ts), null, 2)}\n`);
  if (heat !== null) await writeHeat(session, run.kind === "command" ? run.source : null, heat);
}

/** Writes the page about the program; `command` is its source where it has no file. */
async function writeHeat({ ts, main }: Session, command: string | null, file: string): Promise<void> {
  const named = asStr(main.getStr("__file__") ?? "");
  const program = command === null && named !== undefined ? toJs(named) : "<string>";
  const source = command ?? linesOf(ts, program)?.join("\n") ?? "";
  // Only now: hardly any program needs it.
  const { heatOf } = await import("../heat/model.js");
  const { heatPage } = await import("../heat/page.js");
  const codes = heatOf(Watch.of(ts), program);
  writeFileSync(file, heatPage({ name: basename(program), source, codes }));
}
