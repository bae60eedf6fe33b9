// Records what the conformance programs and the examples print under CPython 3.14.
//
//   node tools/record/main.mjs [paths...]                     writes the expected output beside each program
//   node tools/record/main.mjs --check [paths...]             compares and writes nothing
//   node tools/record/main.mjs --cross python3.13 [paths...]  compares the recorded output with another CPython,
//                                                             under two hash seeds
//
//   node tools/record/main.mjs --native python3.13 [paths...] records the programs that need a 64-bit CPython
//
// Two comment lines in a program matter here. "# New in 3.14: what" says that it behaves differently in an
// older CPython; --cross leaves it out. "# Needs a 64-bit platform" says that its output depends on the width
// of machine words (pyodide's are of 32 bits); it is recorded by --native only.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { processExecutor } from "../conformance/process-executor.mjs";
import {
  differences,
  displayName,
  expectedOf,
  inputsOf,
  programsUnder,
  recordOf,
} from "../conformance/programs.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: "boolean", default: false },
    cross: { type: "string" },
    native: { type: "string" },
  },
});
const says = (file, line) => new RegExp(`^# ${line}`, "m").test(readFileSync(file, "utf8"));
const programs = programsUnder(positionals).filter((file) =>
  options.cross
    ? !says(file, "New in 3\\.14")
    : says(file, "Needs a 64-bit platform") === Boolean(options.native),
);
let bad = 0;

function report(file, lines) {
  if (lines.length === 0) return;
  bad++;
  console.log(`DIFF ${displayName(file)}\n  ${lines.join("\n  ")}`);
}

function write(file, result) {
  let changed = false;
  for (const { path, bytes } of recordOf(file, result)) {
    const old = existsSync(path) ? readFileSync(path) : null;
    if (bytes === null ? old === null : old?.equals(bytes)) continue;
    changed = true;
    if (bytes === null) rmSync(path);
    else writeFileSync(path, bytes);
  }
  if (changed)
    console.log(`recorded ${displayName(file)}${result.code ? ` (exit code ${result.code})` : ""}`);
}

async function record() {
  const executor = options.native
    ? processExecutor(options.native.split(/\s+/))
    : await (await import("./pyodide-executor.mjs")).pyodideExecutor();
  for (const file of programs) {
    const { args, stdin } = inputsOf(file);
    const result = await executor.run(file, args, stdin);
    if (!options.check) write(file, result);
    else
      report(
        file,
        differences(
          file,
          result,
          expectedOf(file) ?? { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0), code: 0 },
        ),
      );
  }
  executor.close();
}

async function cross(command) {
  for (const file of programs) {
    const expected = expectedOf(file);
    if (expected === null) continue;
    const { args, stdin } = inputsOf(file);
    for (const seed of ["1", "2"]) {
      const executor = processExecutor(command.split(/\s+/), { env: { PYTHONHASHSEED: seed } });
      const lines = differences(file, await executor.run(file, args, stdin), expected);
      report(file, lines);
      if (lines.length > 0) break;
    }
  }
}

// Programs that recurse without end need more of the host's stack than it gives by default (in KiB; the
// operating system's own limit is usually 8 MiB), and it can only be asked for at start.
const stackFlag = "--stack-size=7000";
if (!options.cross && !options.native && !process.execArgv.includes(stackFlag)) {
  const { status } = spawnSync(process.execPath, [stackFlag, ...process.argv.slice(1)], { stdio: "inherit" });
  process.exit(status ?? 2);
}

try {
  await (options.cross ? cross(options.cross) : record());
} catch (error) {
  // The host's own report would quote the whole of pyodide's minified source.
  console.log(String(error?.message || error?.stack || error).slice(0, 2000));
  process.exit(2);
}
if (options.check || options.cross) console.log(`${programs.length - bad} agree, ${bad} differ`);
process.exitCode = bad > 0 ? 1 : 0;
