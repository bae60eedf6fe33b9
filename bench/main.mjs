// Times Adder beside CPython and Pyodide: whole processes, steady state, and what else a user waits for.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../tools/lib/paths.mjs";
import { findEngines } from "./engines.mjs";
import { measureCold, measureWarm } from "./measure.mjs";
import { document, section, specialSection } from "./report.mjs";
import { compileLibrary, secondInterpreter, startUp } from "./special.mjs";

const usage = `node bench/main.mjs [options]
  --write              write docs/internals/benchmarks.md (otherwise the report is printed)
  --cold --warm --special   only these parts (default: all)
  --only a,b           only these programs of bench/programs
  --adder "node x.js"  another Adder than the built command line
  --python 3.11,3.13   CPython versions to compare with
  --node24             Adder on Node 24 as well (fetched through npx)
  --generic            Adder's interpreter without specialised instructions as well
  --no-pyodide         leave Pyodide out
  --repeats N          processes of each engine for cold times (default: 5)
  --seconds S          seconds of each engine and program for warm times (default: 4), in --rounds N processes (default: 2)`;

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    write: { type: "boolean" },
    cold: { type: "boolean" },
    warm: { type: "boolean" },
    special: { type: "boolean" },
    only: { type: "string" },
    adder: { type: "string" },
    python: { type: "string", default: "3.11,3.13" },
    node24: { type: "boolean" },
    generic: { type: "boolean" },
    pyodide: { type: "boolean", default: true },
    repeats: { type: "string", default: "5" },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "2" },
    help: { type: "boolean", short: "h" },
  },
});

function programs() {
  const files = readdirSync(join(root, "bench/programs")).filter((name) => name.endsWith(".py"));
  const names = files.map((name) => name.slice(0, -3)).filter((name) => name !== "harness");
  const wanted = options.only?.split(",") ?? names;
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`bench: no such program: ${unknown.join(", ")}`);
  return wanted.sort();
}

/** Measures every program, telling on standard error how far it is. */
function each(title, measure) {
  const results = new Map();
  for (const program of programs()) {
    process.stderr.write(`${title}: ${program}\n`);
    results.set(program, measure(program));
  }
  return results;
}

function main() {
  const engines = findEngines({ ...options, pythons: options.python.split(",") });
  const repeats = Number(options.repeats);
  const all = !options.cold && !options.warm && !options.special;
  const sections = [];
  if (all || options.cold) {
    const results = each("cold", (program) => measureCold(program, engines, repeats));
    const explanation = `Whole processes that do the work of the program once, start to exit: what a user of a short script waits for. ${repeats} processes each.`;
    sections.push(section("Cold: whole processes", explanation, results, engines));
  }
  if (all || options.warm) {
    const seconds = Number(options.seconds);
    const results = each("warm", (program) => measureWarm(program, engines, seconds, Number(options.rounds)));
    const explanation = `The same work repeated inside one process for ${seconds} seconds in all (${options.rounds} processes); the first half of the repetitions is thrown away.`;
    sections.push(section("Warm: steady state", explanation, results, engines));
  }
  if (all || options.special) {
    process.stderr.write("special measurements\n");
    sections.push(
      specialSection([
        {
          title: "The first word",
          explanation: "`-c \"print('hello')\"` as a whole process, beside a Node that does nothing.",
          results: startUp(engines, repeats * 2),
        },
        {
          title: "Compiling the standard library",
          explanation:
            "`compile()` of every module of the library in one fresh process; reading the files is not counted.",
          results: compileLibrary(engines, Math.max(3, Math.ceil(repeats / 2))),
        },
        {
          title: "A second interpreter",
          explanation: "Making another interpreter in a running process and evaluating `1+1` in it.",
          results: secondInterpreter(repeats),
        },
      ]),
    );
  }
  const settings = `Settings: --repeats ${repeats} --seconds ${options.seconds} --rounds ${options.rounds}.`;
  const text = document(sections, settings);
  if (options.write) {
    const file = join(root, "docs/internals/benchmarks.md");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stderr.write(`written: docs/internals/benchmarks.md\n`);
  } else process.stdout.write(text);
}

if (options.help) console.log(usage);
else main();
