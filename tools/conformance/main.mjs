// Runs the conformance programs and the examples under Adder and compares with what CPython printed.
//
//   node tools/conformance/main.mjs [paths...] [--adder "node packages/adder/bin/adder.cjs"] [--tier NAME, see tools/lib/tiers.mjs]
//        [--filter TEXT] [--jobs N] [--timeout SECONDS] [--list-failures] [--causes]
//
// Programs that are known to fail stand in tests/status/conformance.txt, with the reason behind a `#`. They do not
// count as failures; one that passes is an error, until its line is gone.
//
// Prints each failure with the first lines that differ and, last, "N passed, N failed"; the exit code is 1
// when a program failed or passed unexpectedly. With --list-failures only the names of the failing programs are printed; with
// --causes they are grouped by the error that was not expected, or by the first line that differs.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { tierOptions } from "../lib/tiers.mjs";
import { processExecutor } from "./process-executor.mjs";
import {
  causeOf,
  differences,
  displayName,
  expectedOf,
  inputsOf,
  knownFailuresIn,
  programsUnder,
  root,
  verdictOf,
} from "./programs.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    adder: { type: "string", default: "node packages/adder/bin/adder.cjs" },
    tier: { type: "string" },
    filter: { type: "string" },
    jobs: { type: "string", default: "2" },
    timeout: { type: "string", default: "30" },
    "list-failures": { type: "boolean", default: false },
    causes: { type: "boolean", default: false },
  },
});

// Programs run in their own folder, so the parts of the command that are files of the repository become absolute.
const command = options.adder.split(/\s+/).map((part) => {
  const path = resolve(root, part);
  return part.includes("/") && existsSync(path) ? path : part;
});
if (options.tier) command.push(...tierOptions(options.tier));

const executor = processExecutor(command, { timeout: Number(options.timeout) * 1000 });
const programs = programsUnder(positionals).filter(
  (file) => !options.filter || file.includes(options.filter),
);
const statusFile = join(root, "tests/status/conformance.txt");
const knownFailures = knownFailuresIn(existsSync(statusFile) ? readFileSync(statusFile, "utf8") : "");
let passed = 0;
let known = 0;
const failed = [];
const unexpected = [];

const causes = new Map();

async function check(file) {
  const expected = expectedOf(file);
  const { args, stdin } = inputsOf(file);
  const actual = expected && (await executor.run(file, args, stdin));
  const lines = expected
    ? differences(file, actual, expected)
    : ["no recorded output: run tools/record/main.mjs"];
  const isKnown = knownFailures.has(displayName(file));
  const verdict = verdictOf(lines.length === 0, isKnown);
  if (verdict === "passed") passed++;
  else if (verdict === "known failure") known++;
  else if (verdict === "unexpected pass") unexpected.push(file);
  if (verdict !== "failed") return;
  failed.push(file);
  if (options.causes) {
    const cause = expected ? causeOf(actual, expected) : lines[0];
    causes.set(cause, [...(causes.get(cause) ?? []), file]);
  } else {
    console.log(
      options["list-failures"] ? displayName(file) : `FAIL ${displayName(file)}\n  ${lines.join("\n  ")}`,
    );
  }
}

const queue = programs[Symbol.iterator]();
const worker = async () => {
  for (const file of queue) await check(file);
};
await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
executor.close();
for (const [cause, files] of [...causes].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`${files.length} x ${cause}\n    ${files.map(displayName).join("\n    ")}`);
}
for (const file of unexpected) {
  console.log(`UNEXPECTED PASS ${displayName(file)}: take its line out of tests/status/conformance.txt`);
}
if (known > 0) console.log(`${known} known failures (tests/status/conformance.txt)`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length + unexpected.length > 0 ? 1 : 0;
