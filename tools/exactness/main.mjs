// Compares what Adder's front end says about programs with what CPython 3.14 says, to the letter.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { devBundle } from "../lib/dev-bundle.mjs";
import { root } from "../lib/paths.mjs";
import { corpora } from "./corpora.mjs";
import { characterNames } from "./library.mjs";
import { startOracle } from "./oracle.mjs";
import { readRecorded, writeRecorded } from "./recorded.mjs";

const usage = `npm run exactness -- [options] [group...]
  Compares tokens, syntax tree, unparsed source, symbol tables, code objects, lines and positions, and dis() of
  programs with CPython 3.14's. A group is a file of the library, or a rule of the grammar.

  --corpus NAME   ${Object.keys(corpora).join(" or ")} (default: all)
  --python        ask the modules of Python's library, run by Adder, instead of the packages (slow; library only)
  --record        ask CPython again, and write recorded/
  --show N        differences that are shown with their first differing line, for which CPython starts (default: 10)`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: "string" },
    python: { type: "boolean" },
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

/** The hashes that `sections.py` prints when Adder runs it, by file. */
function digestsOfModules(files, views) {
  const folder = mkdtempSync(join(tmpdir(), "exactness-"));
  for (const [name, [{ source }]] of files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), source);
  }
  const script = fileURLToPath(new URL("sections.py", import.meta.url));
  const words = [join(root, "tools/run.mjs"), script, folder, ...files.keys()];
  const { stdout } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  rmSync(folder, { recursive: true });
  const rows = stdout.trimEnd().split("\n");
  return new Map(
    rows.map((row) => {
      const [name, ...hashes] = row.split(" ");
      return [name, Object.fromEntries(views.map((view, i) => [view, hashes[i]]))];
    }),
  );
}

async function compare(corpus, ours, names) {
  const all = await corpora[corpus](ours);
  const groups = new Map([...all].filter(([name]) => positionals.length === 0 || positionals.includes(name)));
  const recorded = readRecorded(corpus);
  const start = performance.now();
  const views = Object.keys(recorded.values().next().value);
  const byModules = options.python ? digestsOfModules(groups, views) : null;
  const equal = {};
  let total = 0;
  let differing = 0;
  let show = Number(options.show);
  for (const [name, programs] of groups) {
    total++;
    const digests = byModules === null ? ours.digests(programs, names) : (byModules.get(name) ?? {});
    const different = views.filter((view) => digests[view] !== recorded.get(name)?.[view]);
    for (const view of views) equal[view] = (equal[view] ?? 0) + (different.includes(view) ? 0 : 1);
    if (different.length === 0) continue;
    differing++;
    console.log(`${name}: ${different.join(", ")} differ`);
    if (byModules === null && show-- > 0) await explain(programs, different, ours.sections, names);
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
  const standard = options.python ? ["library"] : Object.keys(corpora);
  const wanted = options.corpus === undefined ? standard : [options.corpus];
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
