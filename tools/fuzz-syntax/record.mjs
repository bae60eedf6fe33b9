// Records what CPython 3.14 (pyodide) makes of the programs of tests/syntax, one line of JSON for each program:
//   node tools/fuzz-syntax/record.mjs [name...]
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { startCPython } from "./interpreters.mjs";
import { readPrograms } from "./programs.mjs";

const folder = join(root, "tests/syntax");
const wanted = process.argv.slice(2);
const run = await startCPython();
let count = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
  const name = file.slice(0, -4);
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const outcomes = run(readPrograms(join(folder, file)));
  count += outcomes.length;
  writeFileSync(
    join(folder, `${name}.jsonl`),
    `${outcomes.map((outcome) => JSON.stringify(outcome)).join("\n")}\n`,
  );
}
console.log(`${count} programs recorded`);
