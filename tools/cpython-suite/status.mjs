import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The expectations of one module, from `tests/status/<module>.txt`: a map from test ID to what is expected
 * other than a pass, or `null` if the module has no file. A line is `outcome ID`; `flaky ID` accepts anything.
 */
export function readStatus(folder, module) {
  const file = join(folder, `${module}.txt`);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const entries = lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => /^(\S+) (.*)$/.exec(line));
  return new Map(entries.map(([, outcome, id]) => [id, outcome]));
}

/** The modules that have a status file. */
export function modulesWithStatus(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => /^test_\w+\.txt$/.test(name));
  return files.map((name) => name.slice(0, -".txt".length)).sort();
}

/** How many tests have each outcome. */
export function tally(tests) {
  const counts = {};
  for (const { outcome } of tests.values()) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** Writes what happened as what is expected from now on; tests marked `flaky` stay so. */
export function writeStatus(folder, module, tests, before) {
  mkdirSync(folder, { recursive: true });
  const { pass = 0 } = tally(tests);
  const lines = [
    `# ${module}: ${pass} of ${tests.size} tests pass. The others, as tools/cpython-suite --update found them:`,
  ];
  for (const [id, expected] of before ?? []) if (expected === "flaky") lines.push(`flaky ${id}`);
  for (const [id, { outcome }] of [...tests].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (outcome !== "pass" && before?.get(id) !== "flaky") lines.push(`${outcome} ${id}`);
  }
  writeFileSync(join(folder, `${module}.txt`), `${lines.join("\n")}\n`);
}

/**
 * What differs from the expectations. A failure that is expected may fail in another way; a test that is
 * expected to fail and passes, fails and is expected to pass, or is not there any more, is a difference.
 */
export function differences(expected, tests) {
  const found = [];
  const bad = (outcome) => outcome !== "pass" && outcome !== "skip";
  for (const [id, { outcome, detail }] of tests) {
    const wanted = expected.get(id) ?? "pass";
    if (wanted === "flaky") continue;
    if (bad(outcome) !== bad(wanted)) {
      found.push(
        bad(outcome) ? `unexpected ${outcome}: ${id} ${detail}`.trim() : `unexpected ${outcome}: ${id}`,
      );
    } else if ((outcome === "skip") !== (wanted === "skip")) {
      found.push(`unexpected ${outcome}: ${id} (expected ${wanted})`);
    }
  }
  for (const [id, wanted] of expected) {
    if (wanted !== "flaky" && !tests.has(id)) found.push(`gone: ${id} (expected ${wanted})`);
  }
  return found;
}
