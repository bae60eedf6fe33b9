// Writes bench/checksums.json: what each program prints under CPython. Adder's tests and every benchmark compare with it.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findPython } from "../tools/lib/find-python.mjs";
import { root } from "../tools/lib/paths.mjs";
import { run } from "./measure.mjs";

const python = findPython("3.14", "3.13");
if (python === null) throw new Error("bench: no CPython 3.14 or 3.13 here to record from");
const checksums = {};
for (const file of readdirSync(join(root, "bench/programs")).sort()) {
  if (!file.endsWith(".py") || file === "harness.py") continue;
  const { output, error } = run([python.command, join(root, "bench/programs", file), "once"]);
  if (error !== undefined) throw new Error(`${file}: ${error}`);
  checksums[file.slice(0, -3)] = output.replace(/^checksum /, "").trim();
}
writeFileSync(join(root, "bench/checksums.json"), `${JSON.stringify(checksums, null, 2)}\n`);
