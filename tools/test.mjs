// `npm test [-- step...]`: installs, builds, and runs every check. The last line is `N passed, N failed`.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";
import { prepare, toolEnvironment } from "./lib/prepare.mjs";

const bin = (name) => join(root, "node_modules/.bin", process.platform === "win32" ? `${name}.cmd` : name);
const unitReport = join(root, ".cache/unit.json");

/**
 * What is checked, in the order of how fast it says no. A step counts as one test, unless its closing line
 * is `N passed, N failed`, or it has a `count`.
 */
const steps = [
  { name: "generated", command: [process.execPath, "tools/generate/main.mjs", "--check"] },
  { name: "lint", command: [bin("biome"), "ci", "--error-on-warnings", "."] },
  { name: "typecheck", command: [bin("tsc"), "-p", "tsconfig.tests.json"] },
  { name: "results", command: [process.execPath, "tools/lint/discarded-results.mjs"] },
  {
    name: "unit",
    command: [bin("vitest"), "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${unitReport}`],
    count: unitCount,
  },
  { name: "conformance", command: [process.execPath, "tools/conformance/main.mjs"] },
  {
    // A sample: the whole takes an hour, because everything that a program imports is compiled.
    name: "compiled",
    command: [
      process.execPath,
      "tools/conformance/main.mjs",
      ...["--tier", "generated"],
      ...["specialisation", "invalidation", "generators"].map((area) => `tests/conformance/${area}`),
    ],
  },
];

/** The figures of vitest's report; a file that does not load counts as one failed test. */
function unitCount() {
  const report = JSON.parse(readFileSync(unitReport, "utf8"));
  const broken = report.testResults.filter(
    (f) => f.status === "failed" && f.assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

/** Runs one step, passing its output on; answers its exit code and its output. */
function run([command, ...args]) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...toolEnvironment, FORCE_COLOR: "0", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "inherit"],
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on("error", () => done({ status: 127, output }));
    child.on("close", (status) => done({ status: status ?? 1, output }));
  });
}

/** How many tests a finished step stands for. A step that fails has at least one failed test. */
function countOf(step, status, output) {
  let figures;
  try {
    const closing = /(\d+) passed, (\d+) failed[^\n]*\s*$/.exec(output);
    figures = step.count?.() ?? (closing && { passed: Number(closing[1]), failed: Number(closing[2]) });
  } catch {
    figures = null;
  }
  figures ??= status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return status !== 0 && figures.failed === 0 ? { ...figures, failed: 1 } : figures;
}

async function main(wanted) {
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`no such step: ${unknown.join(", ")} (there are: ${steps.map((s) => s.name).join(", ")})`);
    return { passed: 0, failed: 1 };
  }
  if (prepare() !== 0) {
    console.error("\ninstallation or build failed");
    return { passed: 0, failed: 1 };
  }
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(unitReport, { force: true });
  const total = { passed: 0, failed: 0 };
  const summary = [];
  for (const step of steps) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue;
    console.log(`\n== ${step.name}`);
    const start = performance.now();
    const { status, output } = await run(step.command);
    const { passed, failed } = countOf(step, status, output);
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    summary.push(
      `${step.name.padEnd(12)} ${failed === 0 ? "ok    " : "FAILED"} ${passed} passed, ${failed} failed (${seconds} s)`,
    );
  }
  console.log(`\n${summary.join("\n")}`);
  return total;
}

const total = await main(process.argv.slice(2));
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
