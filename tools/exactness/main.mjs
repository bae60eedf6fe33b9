// Compares what Adder's front end says about programs with what CPython 3.14 says, to the letter.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { devBundle } from "../lib/dev-bundle.mjs";
import { root } from "../lib/paths.mjs";
import { corpora } from "./corpora.mjs";
import { characterNames } from "./library.mjs";
import { startOracle } from "./oracle.mjs";
import { differingViews, readRecorded, writeRecorded } from "./recorded.mjs";

const usage = `npm run exactness -- [options] [group...]
  Compares tokens, syntax tree, unparsed source, symbol tables, code objects, lines and positions, and dis() of
  programs with CPython 3.14's. A group is a file of the library, or a rule of the grammar.

  --corpus NAME   ${Object.keys(corpora).join(" or ")} (default: all)
  --record        ask CPython again, and write recorded/
  --show N        differences that are shown with their first differing line, for which CPython starts (default: 10)`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: "string" },
    record: { type: "boolean" },
    show: { type: "string", default: "10" },
    help: { type: "boolean", short: "h" },
  },
});

let started = null;
/** CPython, when it is needed. */
const oracle = () => {
  started ??= startOracle();
  return started;
};

/** The first line in which two texts differ, with the one before it. */
function firstDifference(ours, theirs) {
  const [mine, its] = [ours, theirs].map((text) => text.split(/\n|(?<=[,(]) /));
  let at = 0;
  while (at < mine.length && mine[at] === its[at]) at++;
  const show = (lines) => JSON.stringify(lines.slice(Math.max(0, at - 2), at + 3).join("\n"));
  return `    Adder   ${show(mine)}\n    CPython ${show(its)}`;
}

/** Shows what differs in a group of programs. */
async function explain(programs, views, sections, names) {
  const expected = (await oracle()).sections(programs);
  for (const [i, program] of programs.entries()) {
    const ours = sections(program, names);
    const different = views.filter((view) => ours[view] !== expected[i][view]);
    if (different.length === 0) continue;
    const text = Buffer.from(program.source).toString();
    if (text.length < 400) console.log(`    ${program.mode} ${JSON.stringify(text)}`);
    for (const view of different) console.log(`  ${view}\n${firstDifference(ours[view], expected[i][view])}`);
    return;
  }
}

async function compare(corpus, ours, names) {
  const groups = await corpora[corpus](ours);
  const recorded = readRecorded(corpus);
  const start = performance.now();
  const equal = {};
  let total = 0;
  let differing = 0;
  let show = Number(options.show);
  for (const [name, programs] of groups) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    total++;
    const digests = ours.digests(programs, names);
    const views = differingViews(digests, recorded.get(name));
    for (const view of Object.keys(digests))
      equal[view] = (equal[view] ?? 0) + (views.includes(view) ? 0 : 1);
    if (views.length === 0) continue;
    differing++;
    console.log(`${name}: ${views.join(", ")} differ`);
    if (show-- > 0) await explain(programs, views, ours.sections, names);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const figures = Object.entries(equal).map(([view, count]) => `${view} ${count}`);
  console.log(`${corpus}: of ${total} groups equal: ${figures.join(", ")} (${seconds} s)`);
  return { passed: total - differing, failed: differing };
}

async function record(corpus, ours) {
  const { version, digests } = await oracle();
  const groups = await corpora[corpus](ours);
  const hashes = new Map();
  for (const [name, programs] of groups) hashes.set(name, digests(programs));
  writeRecorded(corpus, version, hashes);
  console.log(`${corpus}: ${groups.size} groups recorded from CPython ${version}`);
}

if (options.help) console.log(usage);
else {
  const wanted = options.corpus === undefined ? Object.keys(corpora) : [options.corpus];
  const ours = await import(pathToFileURL(await devBundle(join(root, "tools/exactness/ours.ts"))).href);
  if (options.record) for (const corpus of wanted) await record(corpus, ours);
  else {
    const names = characterNames();
    let passed = 0;
    let failed = 0;
    for (const corpus of wanted) {
      const result = await compare(corpus, ours, names);
      passed += result.passed;
      failed += result.failed;
    }
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  }
}
