// What CPython says about the programs of a corpus, as one line of short hashes for each group of programs.
import { readFileSync, writeFileSync } from "node:fs";

const file = (corpus) => new URL(`recorded/${corpus}.txt`, import.meta.url);

/** Hashes by group and view. */
export function readRecorded(corpus) {
  const [, head, ...lines] = readFileSync(file(corpus), "utf8").trimEnd().split("\n");
  const views = head.split(" ").slice(1);
  return new Map(
    lines.map((line) => {
      const [name, ...hashes] = line.split(" ");
      return [name, Object.fromEntries(views.map((view, i) => [view, hashes[i]]))];
    }),
  );
}

/** Writes the hashes of a corpus. */
export function writeRecorded(corpus, version, groups) {
  const views = Object.keys(groups.values().next().value);
  const lines = [...groups].map(([name, hashes]) => [name, ...views.map((view) => hashes[view])].join(" "));
  const head = `Recorded from CPython ${version} by tools/exactness/main.mjs --record. Do not edit.`;
  writeFileSync(file(corpus), `${[head, ["group", ...views].join(" "), ...lines].join("\n")}\n`);
}
