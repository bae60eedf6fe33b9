// Shows that V8 optimises the interpreter loop, and that it stays optimised over the benchmark programs.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../tools/lib/paths.mjs";

const usage = `node bench/v8.mjs [options] [program...]
  Runs programs of bench/programs (default: all) on what \`tsc -b\` has built, without the JavaScript tier, and tells of the
  interpreter loop what V8 says of it.
  Fails when the loop is not optimised for most of its time in the second half of one of them.
  --seconds S   seconds for each program (default: 20); V8 begins to optimise after two, and takes up to a second
  --no-prof     do not measure the share of time in each of V8's tiers (of the second half)`;

/** The command line, in modules of their own: in a bundle the loop would have to share its name with other functions. */
const command = join(root, "packages/adder/dist/cli/main.js");

const ofLoop = String.raw`<JSFunction run <[^>]*generated/dispatch\.js>(?: \(sfi = 0x[0-9a-f]+\))?>`;
const patterns = {
  optimised: new RegExp(String.raw`\[completed optimizing 0x[0-9a-f]+ ${ofLoop}(?:,| \() ?target (\w+)`),
  thrownAway: new RegExp(
    String.raw`\[bailout \(kind: ([\w-]+), reason: (.*?)\): begin\. deoptimizing 0x[0-9a-f]+ ${ofLoop}`,
  ),
  refused: new RegExp(String.raw`\[(?:disabled|aborted|not marking).*${ofLoop}`),
};

/**
 * What a trace of V8 (`--trace-opt --trace-deopt`) says of the loop: events in order, reasons of deoptimisations, and in which
 * tier it ended.
 */
export function readTrace(text) {
  const events = [];
  const reasons = {};
  for (const line of text.split("\n")) {
    const optimised = patterns.optimised.exec(line);
    if (optimised !== null) events.push({ kind: "optimised", target: optimised[1] });
    const thrownAway = patterns.thrownAway.exec(line);
    if (thrownAway !== null) {
      const reason = thrownAway[2];
      events.push({ kind: "thrown away", reason });
      reasons[reason] = (reasons[reason] ?? 0) + 1;
    }
    if (patterns.refused.test(line)) events.push({ kind: "refused", reason: line.trim() });
  }
  const last = events.findLast(({ kind }) => kind !== "refused");
  return {
    optimisations: events.filter(({ kind }) => kind === "optimised").length,
    deoptimisations: events.filter(({ kind }) => kind === "thrown away").length,
    refusals: events.filter(({ kind }) => kind === "refused").length,
    reasons,
    finalTier: last?.kind === "optimised" ? last.target : "baseline",
    events,
  };
}

/**
 * Shares of time by V8's tier of the loop in the second half of a program, from the ticks that `--prof-process --preprocess`
 * lists: what the loop runs in once it has seen what the program does.
 */
export function readTicks({ code, ticks: all }) {
  const [first, last] = [all[0]?.tm ?? 0, all.at(-1)?.tm ?? 0];
  const ticks = all.filter(({ tm }) => tm >= (first + last) / 2);
  const shares = { optimised: 0, baseline: 0, interpreted: 0, elsewhere: 0 };
  for (const { s: stack } of ticks) {
    // A stack is a list of code id and position, the innermost first. Built-ins and the collector are entered from the loop.
    let tier = "elsewhere";
    for (let i = 0; i < stack.length; i += 2) {
      const entry = code[stack[i]];
      if (
        entry?.name === undefined ||
        entry.type !== "JS" ||
        !/^run .*generated\/dispatch\.js/.test(entry.name)
      )
        continue;
      tier =
        {
          Opt: "optimised",
          Turbofan: "optimised",
          Maglev: "optimised",
          Sparkplug: "baseline",
          Baseline: "baseline",
        }[entry.kind] ?? "interpreted";
      break;
    }
    shares[tier]++;
  }
  return Object.fromEntries(Object.entries(shares).map(([tier, n]) => [tier, n / (ticks.length || 1)]));
}

/** Runs a program under a flag of V8's: what it said on standard output. */
function runWith(flags, program, seconds, cwd) {
  const file = join(root, "bench/programs", `${program}.py`);
  const args = [...flags, "--no-use-osr", command, "-X", "jit=off", file, String(seconds), "5"];
  return spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28, cwd, timeout: 120_000 });
}

/** What V8 does with the loop while one program runs. */
export function examine(program, { seconds = 8, prof = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "adder-v8-"));
  try {
    const traced = runWith(["--trace-opt", "--trace-deopt", "--trace-file-names"], program, seconds, folder);
    if (traced.status !== 0) throw new Error(`${program}: ${traced.stderr}`);
    const found = { ...readTrace(traced.stdout), shares: null };
    if (!prof) return found;
    runWith(["--prof", "--no-logfile-per-isolate", "--logfile=v8.log"], program, seconds, folder);
    const log = readdirSync(folder).find((name) => name.endsWith("v8.log"));
    const processed = spawnSync(process.execPath, ["--prof-process", "--preprocess", log], {
      encoding: "utf8",
      maxBuffer: 1 << 29,
      cwd: folder,
    });
    found.shares = readTicks(JSON.parse(processed.stdout));
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Share of the loop's own time that it must run optimised for, once a program has shown what it does. */
const ENOUGH = 0.8;

/**
 * Does the loop stay optimised? Measured by its time where that is known. The last event of a trace says less: what a
 * program does at its very end, for the first time, throws the loop away when nothing follows.
 */
export function isStable({ finalTier, shares }) {
  if (shares === null) return finalTier !== "baseline";
  const { optimised, baseline, interpreted } = shares;
  return optimised >= ENOUGH * (optimised + baseline + interpreted);
}

const percent = (share) => `${(100 * share).toFixed(0)} %`;

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      seconds: { type: "string", default: "20" },
      prof: { type: "boolean", default: true },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(usage);
  const files = readdirSync(join(root, "bench/programs")).filter((name) => name.endsWith(".py"));
  const all = files.map((name) => name.slice(0, -3)).filter((name) => name !== "harness");
  const programs = positionals.length > 0 ? positionals : all;
  console.log(
    `${"program".padEnd(20)}  optimised  thrown away  final tier     time: optimised  baseline  interpreted  elsewhere`,
  );
  const reasons = {};
  const unstable = [];
  for (const program of programs) {
    const found = examine(program, { seconds: Number(values.seconds), prof: values.prof });
    for (const [reason, n] of Object.entries(found.reasons)) reasons[reason] = (reasons[reason] ?? 0) + n;
    if (!isStable(found)) unstable.push(program);
    const { shares } = found;
    const time =
      shares === null
        ? ""
        : [shares.optimised, shares.baseline, shares.interpreted, shares.elsewhere]
            .map((s, i) => percent(s).padStart([15, 8, 11, 9][i]))
            .join("  ");
    console.log(
      `${program.padEnd(20)}  ${String(found.optimisations).padStart(9)}  ${String(found.deoptimisations).padStart(11)}  ${found.finalTier.padEnd(10)}     ${time}`,
    );
  }
  console.log("\nWhy the loop was thrown away:");
  for (const [reason, n] of Object.entries(reasons).sort(([, a], [, b]) => b - a))
    console.log(`${String(n).padStart(6)}  ${reason}`);
  if (unstable.length === 0) return;
  console.error(`not optimised for most of the time: ${unstable.join(", ")}`);
  process.exitCode = 1;
}

if (resolve(process.argv[1]) === import.meta.filename) main();
