// What runs programs: functions from a list of sources to a promise of what each prints.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../lib/paths.mjs";
import { tierOptions } from "../lib/tiers.mjs";

const script = fileURLToPath(new URL("./outcome.py", import.meta.url));

/** What stands for the output of a program that takes too long. */
const ENDLESS = "no result within ";

/** Whether an output is that of a program that took too long. */
export const isEndless = (output) => output.startsWith(ENDLESS);

/** A command that runs Python programs, as processes of at most `seconds` for one program and ten times that for many: much, since a loaded machine is no difference. */
export function processes(command, seconds = 20) {
  const run = (sources) => {
    const [program, ...leading] = command;
    const limit = seconds * (sources.length === 1 ? 1 : 10);
    const result = spawnSync(program, [...leading, script], {
      input: JSON.stringify(sources),
      encoding: "utf8",
      maxBuffer: 1 << 28,
      timeout: limit * 1000,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PYTHONHASHSEED: "0", PYTHONUTF8: "1" },
    });
    if (result.error?.code === "ETIMEDOUT") return [`${ENDLESS}${limit} s`];
    if (result.status !== 0) return [`exit code ${result.status}\n${result.stderr}`];
    return JSON.parse(result.stdout);
  };
  return (sources) => {
    const outcomes = run(sources);
    return outcomes.length === sources.length ? outcomes : sources.map((source) => run([source])[0]);
  };
}

/** CPython 3.14: the package pyodide. */
export const cpython = () =>
  processes([process.execPath, fileURLToPath(new URL("./oracle.mjs", import.meta.url))], 20);

/** Adder from the sources, with a policy of specialisation. */
export const adder = (policy) =>
  processes([process.execPath, join(root, "tools/run.mjs"), ...tierOptions(policy)]);
