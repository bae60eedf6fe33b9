// Compares what Adder and CPython 3.14 (pyodide) make of random programs.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Random } from "../lib/random.mjs";
import { mutant } from "./cases.mjs";
import { controlFlow } from "./control-flow.mjs";
import { Corpus } from "./corpus.mjs";
import { compareEdits } from "./edits.mjs";
import { startAdder, startCPython } from "./interpreters.mjs";
import { readPrograms } from "./programs.mjs";
import { scopes } from "./scopes.mjs";
import { shrink } from "./shrink.mjs";

const usage = `node tools/fuzz-syntax/main.mjs [options] [file...]
  Makes programs and compares what compile() makes of them with CPython 3.14: the code, or the exception with all of its
  fields, and the warnings.

  Files hold programs to compare instead: in the format of tests/syntax, or (.json) a list of cases.

  --kind K    what programs:
                mutants: pieces of the standard library and of the fixtures, made wrong (default)
                flow: nested control flow
                scopes: nested functions, classes, comprehensions and annotations
                edits: edits of sources, compared are reparse and parseTolerant
  --count N   programs, or edits (default: 2000)
  --seed N    another seed makes other programs (default: 1)
  --batch N   programs that are compared at a time (default: 500)
  --shrink    make the programs that differ shorter`;

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: "string", default: "mutants" },
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    batch: { type: "string", default: "500" },
    shrink: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  },
});

const show = (one) =>
  JSON.stringify("bytes" in one ? Buffer.from(one.bytes, "base64").toString("latin1") : one.source);

/** The cases of a file. */
const casesOf = (file) =>
  file.endsWith(".json") ? JSON.parse(readFileSync(file, "utf8")) : readPrograms(file);

/** What makes a case of each kind, with random numbers. */
const kindsOfPrograms = {
  mutants(random) {
    const corpus = new Corpus(random);
    return () => mutant(corpus, random);
  },
  flow(random) {
    const program = controlFlow(random);
    return () => ({ source: program() });
  },
  scopes(random) {
    const program = scopes(random);
    return () => ({ source: program() });
  },
};

/** What is the same for differences that have the same cause, more or less. */
function kindOf([ours], [theirs]) {
  const plain = (result) =>
    (Array.isArray(result) ? `${result[0]}: ${result[1]}` : "accepted").replace(/\d+|'[^']*'/g, "*");
  return `${plain(ours)} | ${plain(theirs)}`;
}

async function main() {
  if (options.help || !(options.kind === "edits" || Object.hasOwn(kindsOfPrograms, options.kind))) {
    console.log(usage);
    return options.help ? 0 : 2;
  }
  const random = new Random(Number(options.seed));
  if (options.kind === "edits")
    return (await compareEdits(new Corpus(random), random, Number(options.count))) > 0 ? 1 : 0;
  const [ours, theirs] = [await startAdder(), await startCPython()];
  const make = kindsOfPrograms[options.kind](random);
  const given = files.flatMap(casesOf);
  const total = files.length > 0 ? given.length : Number(options.count);
  const kinds = new Map();
  let refused = 0;
  let different = 0;
  const slow = { seconds: 0, one: null };
  for (let done = 0; done < total; ) {
    const cases = Array.from({ length: Math.min(Number(options.batch), total - done) }, (_, i) =>
      files.length > 0 ? given[done + i] : make(),
    );
    done += cases.length;
    const start = performance.now();
    const actual = ours(cases);
    const seconds = (performance.now() - start) / 1000;
    if (seconds > slow.seconds) Object.assign(slow, { seconds });
    const expected = theirs(cases);
    cases.forEach((one, i) => {
      if (Array.isArray(expected[i][0])) refused++;
      if (JSON.stringify(actual[i]) === JSON.stringify(expected[i])) return;
      different++;
      const kind = files.length > 0 ? show(one) : kindOf(actual[i], expected[i]);
      const entry = kinds.get(kind) ?? { count: 0, one };
      entry.count++;
      if (show(one).length < show(entry.one).length) entry.one = one;
      kinds.set(kind, entry);
    });
  }
  for (const [kind, entry] of kinds) {
    const differ = (cases) => {
      const actual = ours(cases);
      const expected = theirs(cases);
      return cases.map(
        (_, i) =>
          JSON.stringify(actual[i]) !== JSON.stringify(expected[i]) &&
          kindOf(actual[i], expected[i]) === kind,
      );
    };
    const one = options.shrink ? shrink(entry.one, differ) : entry.one;
    console.log(
      `${entry.count} x ${show(one)}${one.how ? ` ${JSON.stringify(one.how)}` : ""}${"bytes" in one ? " (bytes)" : ""}`,
    );
    console.log(`  expected ${JSON.stringify(theirs([one])[0])}`);
    console.log(`  actual   ${JSON.stringify(ours([one])[0])}`);
  }
  console.log(
    `${total} programs, ${refused} refused, ${different} differences (slowest batch: ${slow.seconds.toFixed(1)} s)`,
  );
  return different > 0 ? 1 : 0;
}

process.exitCode = await main();
