/**
 * Time of parsing and compiling a directory, cold and warm: `node scripts/bench.mjs DIR [ROUNDS]`.
 * Compare with `python3 -c` and `compile()` over the same files.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseModule } from "../../parser/dist/index.js";
import { compileModule } from "../dist/index.js";

function* files(path) {
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) yield* files(join(path, name));
  else if (path.endsWith(".py")) yield path;
}

const sources = [...files(process.argv[2])].map((file) => [file, readFileSync(file, "utf8")]);
for (let round = 0; round < Number(process.argv[3] ?? 3); round++) {
  let parse = 0;
  let compile = 0;
  for (const [filename, source] of sources) {
    const start = performance.now();
    const tree = parseModule(source, { filename });
    const middle = performance.now();
    compileModule(tree, { filename, mode: "exec", optimize: 0, flags: 0 });
    parse += middle - start;
    compile += performance.now() - middle;
  }
  console.log(`round ${round}: parse ${Math.round(parse)} ms, compile ${Math.round(compile)} ms`);
}
