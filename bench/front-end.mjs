// Times the front end alone beside CPython and the parsers that npm has: node bench/front-end.mjs [options]
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { findPython } from "../tools/lib/find-python.mjs";
import { root } from "../tools/lib/paths.mjs";
import { measureEdits } from "./front-end/edits.mjs";
import { ratio, summary } from "./statistics.mjs";

const usage = `node bench/front-end.mjs [options]
  --rounds N       measured rounds of each contender, which take turns (default: 5)
  --warm-up N      rounds of each contender before that (default: 3)
  --only a,b       only these parts: compile, tokenize, parse, antlr, cold, edits (default: all)
  --repeats N      fresh processes for cold times (default: 15)
  --folder PATH    other sources than CPython's library`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    "warm-up": { type: "string", default: "3" },
    only: { type: "string", default: "compile,tokenize,parse,antlr,cold,edits" },
    repeats: { type: "string", default: "15" },
    folder: { type: "string" },
    help: { type: "boolean", short: "h" },
  },
});

const python = findPython("3.13");
const javaScript = join(root, "bench/front-end/worker.mjs");
const pythonWorker = join(root, "bench/front-end/worker.py");

/** A contender that waits for its turn: `turn()` answers `{ count, wall, cpu }`. */
function contender(name, command) {
  const child = spawn(command[0], command.slice(1), { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name,
    async turn() {
      child.stdin.write("\n");
      const { value, done } = await answers.next();
      if (done) throw new Error(`bench: ${name} ended`);
      const [count, wall, cpu] = value.split(" ").map(Number);
      return { count, wall, cpu };
    },
    end: () => child.stdin.end(),
  };
}

const node = (name, task) => (list) => contender(name, [process.execPath, javaScript, task, list]);
const cpython = (task) => (list) =>
  contender(`CPython ${python.version}`, [python.command, pythonWorker, task, list]);

/** The parts of the report; the first contender is Adder. */
const parts = {
  compile: {
    title: "Parse and compile",
    contenders: [node("Adder", "compile"), cpython("compile")],
  },
  tokenize: {
    title: "Tokens of `tokenize`",
    contenders: [
      node("Adder", "tokenize"),
      node("Adder, all texts and positions read", "tokenizeFully"),
      cpython("tokenize"),
    ],
  },
  parse: {
    title: "Parse alone",
    contenders: [
      node("Adder", "parse"),
      node("Lezer", "lezer"),
      node("tree-sitter, WebAssembly", "treeSitter"),
    ],
  },
  antlr: {
    title: "Parse alone, ten short files",
    contenders: [node("Adder", "parse"), node("ANTLR (dt-python-parser)", "antlr")],
  },
};

const cell = (times) => {
  const { median, low, high } = summary(times);
  return `${(median * 1e3).toFixed(0)} ±${(((high - low) / 2 / median) * 100).toFixed(0)} %`;
};
const ratioCell = (a, b) => {
  const { value, low, high } = ratio(a, b);
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
};

async function measure({ title, contenders }, list) {
  const all = contenders.map((make) => ({ ...make(list), first: null, rounds: [] }));
  const rounds = Number(options.rounds);
  const warmUp = Number(options["warm-up"]);
  for (let round = -warmUp; round < rounds; round++) {
    process.stderr.write(`${title}: round ${round + warmUp + 1} of ${rounds + warmUp}\n`);
    for (const each of all) {
      const turn = await each.turn();
      each.first ??= turn;
      if (round >= 0) each.rounds.push(turn);
    }
  }
  for (const { end } of all) end();
  const times = (each, what) => each.rounds.map((turn) => turn[what]);
  console.log(`\n### ${title}\n`);
  console.log("|  | first pass, ms | ms | CPU ms | Adder / this | the same in CPU time |");
  console.log("| --- | --: | --: | --: | --: | --: |");
  for (const each of all) {
    const cells = [
      each.name,
      (each.first.wall * 1e3).toFixed(0),
      cell(times(each, "wall")),
      cell(times(each, "cpu")),
      each === all[0] ? "" : ratioCell(times(all[0], "wall"), times(each, "wall")),
      each === all[0] ? "" : ratioCell(times(all[0], "cpu"), times(each, "cpu")),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

/** The files of a folder, and of them those that CPython 3.13 compiles too, as the names of two lists. */
function sources(folder, temporary) {
  const names = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".py"))
    .sort()
    .map((name) => join(folder, name));
  const list = join(temporary, "all.txt");
  writeFileSync(list, names.join("\n"));
  const { stdout } = spawnSync(python.command, ["-W", "ignore", pythonWorker, "usable", list], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const common = join(temporary, "common.txt");
  writeFileSync(common, stdout);
  const count = stdout.trim().split("\n").length;
  const size = names.reduce((sum, name) => sum + readFileSync(name).length, 0);
  console.log(
    `${names.length} files, ${(size / 1e6).toFixed(1)} MB; ${count} of them are Python ${python.version} and count.`,
  );
  // ANTLR takes a millisecond for every few characters: it gets little to do.
  const short = stdout
    .trim()
    .split("\n")
    .filter((name) => {
      const { length } = readFileSync(name);
      return length > 1000 && length < 2000;
    });
  const few = join(temporary, "few.txt");
  writeFileSync(few, short.slice(0, 10).join("\n"));
  return { names, common, few };
}

/** A file with as many lines, or a little more. */
const ofLines = (names, lines) =>
  names
    .map((name) => ({ name, lines: readFileSync(name, "utf8").split("\n").length }))
    .filter((file) => file.lines >= lines)
    .sort((a, b) => a.lines - b.lines)[0];

/** What the command line's own front end needs, which V8 reads back compiled: as cold.mjs, but in Python. */
const coldProgram = `import sys, time
with open(sys.argv[1], encoding="utf-8") as file: text = file.read()
cpu = time.process_time()
start = time.perf_counter()
compile(text, sys.argv[1], "exec")
print(time.perf_counter() - start, time.process_time() - cpu)`;

function cold(names) {
  const { name, lines } = ofLines(names, 1000);
  const fresh = (task) => [process.execPath, join(root, "bench/front-end/cold.mjs"), task];
  const contenders = [
    { title: "Adder's packages", command: fresh("compileOnDemand") },
    { title: "Adder's packages, with the body of each function", command: fresh("compile") },
    {
      title: "Adder's command line",
      command: [process.execPath, join(root, "packages/adder/bin/adder.cjs"), "-c", coldProgram],
      needs: join(root, "packages/adder/dist/bundle/entry.json"),
    },
    { title: `CPython ${python.version}`, command: [python.command, "-c", coldProgram] },
  ].filter(({ needs }) => needs === undefined || existsSync(needs));
  for (const each of contenders) Object.assign(each, { wall: [], cpu: [] });
  for (let i = 0; i < Number(options.repeats); i++) {
    for (const { command, wall, cpu } of contenders) {
      const { stdout } = spawnSync(command[0], [...command.slice(1), name], { encoding: "utf8" });
      const [elapsed, busy] = stdout.split(" ").map(Number);
      wall.push(elapsed);
      cpu.push(busy);
    }
  }
  console.log(
    `\n### Cold\n\nThe first file of a fresh process (${lines} lines), from text to code object, in`,
  );
  console.log(`${options.repeats} processes; CPU time is also that of the engine's compiler threads:\n`);
  console.log("|  | ms | at best | CPU ms | at best |\n| --- | --: | --: | --: | --: |");
  const best = (values) => (summary(values).best * 1e3).toFixed(1);
  for (const { title, wall, cpu } of contenders)
    console.log(`| ${title} | ${cell(wall)} | ${best(wall)} | ${cell(cpu)} | ${best(cpu)} |`);
}

async function main() {
  if (options.only === "edits") return measureEdits();
  if (python === null) throw new Error("bench: there is no CPython 3.13 to compare with");
  const temporary = mkdtempSync(join(tmpdir(), "adder-front-end-"));
  try {
    let folder = options.folder;
    if (folder === undefined) {
      const require = createRequire(import.meta.url);
      const zip = join(require.resolve("pyodide/package.json"), "../python_stdlib.zip");
      folder = join(temporary, "library");
      spawnSync(python.command, ["-m", "zipfile", "-e", zip, folder]);
    }
    const { names, common, few } = sources(folder, temporary);
    for (const name of options.only.split(",")) {
      if (name === "cold") cold(names);
      else if (name === "edits") await measureEdits();
      else await measure(parts[name], name === "antlr" ? few : common);
    }
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

if (options.help) console.log(usage);
else await main();
