// Runs modules of CPython's own test suite under Adder and compares with tests/status.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, renameSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findPython } from "../lib/find-python.mjs";
import { root } from "../lib/paths.mjs";
import { amend, amendments } from "./amendments.mjs";
import { runModule } from "./run-module.mjs";
import { differences, modulesWithStatus, readStatus, tally, writeStatus } from "./status.mjs";
import { withoutSuperseded } from "./superseded.mjs";

const usage = `node tools/cpython-suite/main.mjs [options] [module...]
  Runs test modules ("test_list", "test_json.test_decode") of an installed CPython, one process each.
  Without modules: those with a file in tests/status. Only the package "test" comes from CPython.

  --lib FOLDER       library folder of that CPython (default: an installed 3.14 or 3.13)
  --command "..."    what runs a program (default: node packages/adder/bin/adder.cjs)
  --status FOLDER    where expectations are (default: tests/status)
  --all              every module of the test package
  --update           write what happened to the status files
  --list             print each test that does not pass
  --jobs N           modules at a time (default: 1)
  --timeout S        seconds for one test (default: 60); --module-timeout S for a module (default: 900)
  --memory MB        memory of one process (default: 2048)`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lib: { type: "string" },
    command: { type: "string", default: `${process.execPath} ${join(root, "packages/adder/bin/adder.cjs")}` },
    status: { type: "string", default: join(root, "tests/status") },
    all: { type: "boolean" },
    update: { type: "boolean" },
    list: { type: "boolean" },
    jobs: { type: "string", default: "1" },
    timeout: { type: "string", default: "60" },
    "module-timeout": { type: "string", default: "900" },
    memory: { type: "string", default: "2048" },
    help: { type: "boolean", short: "h" },
  },
});

/** The words of the command; those that name files from here become absolute, since tests run in folders of their own. */
function commandWords() {
  return options.command
    .split(" ")
    .map((word) => (word.includes("/") && existsSync(word) ? resolve(word) : word));
}

/**
 * A folder that holds a copy of the test package and nothing else, so that nothing else of that CPython is imported,
 * and so that the bytecode of what the tests share is kept from one module to the next.
 */
function testPath(lib) {
  const source = resolve(lib, "test");
  const mark = createHash("sha1")
    .update(
      `${source}\n${statSync(source).mtimeMs}\n${JSON.stringify(amendments, (_key, value) => (value instanceof RegExp ? String(value) : value))}`,
    )
    .digest("hex")
    .slice(0, 12);
  const folder = join(root, ".cache/cpython-suite", mark);
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    cpSync(source, join(fresh, "test"), {
      recursive: true,
      filter: (path) => basename(path) !== "__pycache__",
    });
    amend(join(fresh, "test"));
    renameSync(fresh, folder);
  }
  return folder;
}

/** Every module of the test package that unittest can load by name. */
function allModules(lib) {
  const names = readdirSync(join(lib, "test")).filter((name) => /^test_\w+(\.py)?$/.test(name));
  return names.map((name) => name.replace(/\.py$/, "")).sort();
}

async function main() {
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const lib = options.lib ?? findPython("3.14", "3.13")?.lib;
  if (lib === undefined) {
    console.error("no CPython 3.14 or 3.13 is installed here: name its library folder with --lib");
    return 2;
  }
  const modules = options.all
    ? allModules(lib)
    : positionals.length > 0
      ? positionals
      : modulesWithStatus(options.status);
  const path = testPath(lib);
  const limits = {
    testSeconds: Number(options.timeout),
    moduleSeconds: Number(options["module-timeout"]),
    megabytes: Number(options.memory),
  };
  const total = {};
  let passed = 0;
  let failed = 0;
  const queue = [...modules];
  const worker = async () => {
    for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
      const { tests: all, seconds } = await runModule(`test.${module}`, {
        command: commandWords(),
        testPath: path,
        limits,
      });
      const tests = withoutSuperseded(module, all);
      const counts = tally(tests);
      for (const [outcome, n] of Object.entries(counts)) total[outcome] = (total[outcome] ?? 0) + n;
      const before = readStatus(options.status, module);
      const found = options.update ? [] : differences(before ?? new Map(), tests);
      if (options.update) writeStatus(options.status, module, tests, before);
      if (found.length === 0) passed++;
      else failed++;
      const figures = Object.entries(counts)
        .map(([outcome, n]) => `${n} ${outcome}`)
        .join(", ");
      console.log(`${module}: ${figures || "no tests"} (${seconds.toFixed(1)} s)`);
      for (const line of found) console.log(`  ${line}`);
      if (options.list) {
        for (const [id, { outcome, detail }] of tests)
          if (outcome !== "pass") console.log(`  ${outcome} ${id} ${detail}`);
      }
    }
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, worker));
  const figures = Object.entries(total)
    .map(([outcome, n]) => `${n} ${outcome}`)
    .join(", ");
  console.log(
    `\ntests: ${figures || "none"}\nmodules as expected or not:\n${passed} passed, ${failed} failed`,
  );
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
