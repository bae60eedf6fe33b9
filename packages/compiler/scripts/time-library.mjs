// Times parsing and compiling of a folder of .py files: node time-library.mjs <folder> [rounds]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseModule } from "../../parser/dist/index.js";
import { compileModule } from "../dist/index.js";

const [, , folder, rounds = "1"] = process.argv;
const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
  .map((file) => [file, new Uint8Array(readFileSync(file))]);
for (let round = 0; round < Number(rounds); round++) {
  let parse = 0;
  let compile = 0;
  const cpu = process.cpuUsage();
  for (const [filename, bytes] of sources) {
    const start = performance.now();
    const tree = parseModule(bytes, { filename });
    const parsed = performance.now();
    compileModule(tree, { filename, mode: "exec", optimize: 0, flags: 0 });
    parse += parsed - start;
    compile += performance.now() - parsed;
  }
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `parse ${parse | 0} ms, compile ${compile | 0} ms, processor ${((user + system) / 1000) | 0} ms`,
  );
}
