// Tells how programs specialise: runs them with --stats and compares with the goals below.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { allPrograms, displayName, inputsOf } from "../tools/conformance/programs.mjs";
import { root } from "../tools/lib/paths.mjs";

const usage = `node bench/stats.mjs [options] [program.py...]
  Runs programs (default: those of examples/) and tells how they specialise. Fails when all of them together miss a goal.
  --adder "node x.js"  another Adder than the one of the sources
  --reasons            why executions were not specialised, most frequent first`;

/** What all programs together have to reach, as shares. */
export const goals = {
  /** Executions of adaptive instructions in a specialised form, at least. */
  hits: 0.9,
  /** Frames that get a Python object, at most. */
  frames: 0.01,
  /** Instances whose attributes move to a dict, at most. */
  dicts: 0.03,
};

/** The statistics of one program (`InterpreterStats` of @adder/runtime). */
export function statsOf(file, adder = [process.execPath, join(root, "tools/run.mjs")]) {
  const folder = mkdtempSync(join(tmpdir(), "adder-stats-"));
  try {
    const report = join(folder, "stats.json");
    const { args, stdin } = inputsOf(file);
    const [command, ...flags] = adder;
    const result = spawnSync(command, [...flags, `--stats=${report}`, file, ...args], {
      cwd: dirname(file),
      input: stdin,
      maxBuffer: 1 << 28,
    });
    if (result.status === null) throw new Error(`${file}: ${result.signal}\n${result.stderr}`);
    return JSON.parse(readFileSync(report, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const sum = (list) => list.reduce((total, n) => total + n, 0);

/** Counts of several programs as one: executions by family, frames, instances. */
export function together(all) {
  const families = {};
  for (const [name, f] of all.flatMap((stats) => Object.entries(stats.families))) {
    const known = (families[name] ??= { hits: 0, generic: 0, misses: 0, unspecialised: {} });
    for (const key of ["hits", "generic", "misses"]) known[key] += f[key];
    for (const [reason, n] of Object.entries(f.unspecialised))
      known.unspecialised[reason] = (known.unspecialised[reason] ?? 0) + n;
  }
  const hits = sum(Object.values(families).map((f) => f.hits));
  const generic = sum(Object.values(families).map((f) => f.generic));
  return {
    families,
    hits: hits / (hits + generic),
    frames: sum(all.map((s) => s.frames.materialised)) / sum(all.map((s) => s.frames.pushed)),
    dicts: sum(all.map((s) => s.instances.dicts)) / Math.max(1, sum(all.map((s) => s.instances.made))),
    inlined: sum(all.map((s) => s.frames.inlined)) / sum(all.map((s) => s.frames.pushed)),
  };
}

/** Which goals are missed. */
export const missed = ({ hits, frames, dicts }) => [
  ...(hits < goals.hits ? ["hits"] : []),
  ...(frames > goals.frames ? ["frames"] : []),
  ...(dicts > goals.dicts ? ["dicts"] : []),
];

const percent = (share) => `${(100 * share).toFixed(1)} %`.padStart(8);
const line = (name, { hits, frames, dicts, inlined }) =>
  `${name.padEnd(52)}${[hits, inlined, frames, dicts].map(percent).join("  ")}`;

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      adder: { type: "string" },
      reasons: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(usage);
  const programs =
    positionals.length > 0
      ? positionals.map((path) => resolve(path))
      : allPrograms().filter((file) => displayName(file).startsWith("examples"));
  console.log(`${"".padEnd(52)}    hits   inlined    frames     dicts`);
  const all = [];
  for (const file of programs) {
    const stats = statsOf(file, values.adder?.split(" "));
    all.push(stats);
    console.log(line(displayName(file), together([stats])));
  }
  const total = together(all);
  console.log(line("all together", total));
  console.log("\nfamily                    executed      hits    misses");
  for (const [name, f] of Object.entries(total.families)) {
    const executed = f.hits + f.generic;
    console.log(
      `${name.padEnd(20)}${String(executed).padStart(14)}${percent(f.hits / executed)}${String(f.misses).padStart(10)}`,
    );
    if (!values.reasons) continue;
    const reasons = Object.entries(f.unspecialised).sort(([, a], [, b]) => b - a);
    for (const [reason, n] of reasons.slice(0, 8)) console.log(`${String(n).padStart(34)}  ${reason}`);
  }
  const short = missed(total);
  if (short.length === 0) return;
  console.error(
    `missed: ${short.map((name) => `${name} (goal: ${percent(goals[name]).trim()})`).join(", ")}`,
  );
  process.exitCode = 1;
}

if (resolve(process.argv[1]) === import.meta.filename) main();
