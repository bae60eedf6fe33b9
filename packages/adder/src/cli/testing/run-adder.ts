import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const runner = fileURLToPath(new URL("../../../../../tools/run.mjs", import.meta.url));

/** What a run of the command line left behind. */
export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Where and with what a run happens. */
export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** The environment of a run: none of the variables that change how Python behaves, and a locale of text. */
function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PYTHON|LC_|LANG)/.test(name));
  return { ...(Object.fromEntries(kept) as Record<string, string>), LANG: "en_US.UTF-8", ...extra };
}

/** Starts the command line on the sources. */
export function startAdder(
  args: readonly string[],
  options: RunOptions = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [runner, ...args], {
    cwd: options.cwd ?? tmpdir(),
    env: environment(options.env ?? {}),
  });
}

/** Waits for the end of a run. The program's own path reads `adder` in what it printed. */
export function finished(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const tidy = (text: string): string => text.replaceAll(/\S*\/\.cache\/dev\/\S*?main\.mjs/g, "adder");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ stdout: tidy(output.stdout), stderr: tidy(output.stderr), code });
    });
  });
}

/** Runs the command line to its end. */
export function runAdder(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = startAdder(args, options);
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  return finished(child);
}

/** A new folder with files in it. @returns its path */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "adder-cli-"));
  for (const [name, contents] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  return folder;
}
