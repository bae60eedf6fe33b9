import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../tools/lib/paths.mjs";
import { steady } from "./statistics.mjs";

const programs = join(root, "bench/programs");

/** One process may take this long, in milliseconds, before it counts as failed. */
const timeout = 300_000;

/** Runs a command to its end: `{ seconds, output }`, or `{ error }` with the end of what it said. */
export function run([executable, ...args], extra = {}) {
  const start = process.hrtime.bigint();
  const result = spawnSync(executable, args, {
    encoding: "utf8",
    timeout,
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONPATH: programs, PYTHONDONTWRITEBYTECODE: "", ...extra.env },
    ...extra,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (result.status === 0) return { seconds, output: result.stdout };
  const said = `${result.stderr ?? ""}${result.error?.message ?? ""}`.trim().split("\n").at(-1) ?? "";
  return { error: said || `exit ${result.status ?? result.signal}` };
}

const file = (program) => join(programs, `${program}.py`);
const checksumOf = (output) => /^checksum (.*)$/m.exec(output)?.[1];

/**
 * Whole processes: `repeats` runs of each engine, in turn, so that a change of the machine's pace hits all alike.
 * Answers for each engine `{ times, checksum }` in seconds, or `{ error }`.
 */
export function measureCold(program, engines, repeats) {
  const results = engines.map(() => ({ times: [] }));
  for (let round = 0; round < repeats; round++) {
    for (const [i, engine] of engines.entries()) {
      if (results[i].error !== undefined) continue;
      const { seconds, output, error } = run([...engine.command, file(program)]);
      if (error !== undefined) results[i] = { error };
      else {
        results[i].times.push(seconds);
        results[i].checksum = checksumOf(output);
      }
    }
  }
  return results;
}

/**
 * Steady state: each engine repeats the work inside one process for `seconds`, in `rounds` processes that take
 * turns. Answers for each engine the seconds of the repetitions in the steady part of each process.
 */
export function measureWarm(program, engines, seconds, rounds) {
  const results = engines.map(() => ({ times: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const [i, engine] of engines.entries()) {
      if (results[i].error !== undefined) continue;
      const { output, error } = run([...engine.command, file(program), String(seconds / rounds), "5"]);
      if (error !== undefined) results[i] = { error };
      else {
        const times = [...output.matchAll(/^time (\S+)$/gm)].map(([, time]) => Number(time));
        results[i].times.push(...steady(times));
        results[i].checksum = checksumOf(output);
      }
    }
  }
  return results;
}
