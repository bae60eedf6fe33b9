import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PLACES = ["lib", "stdlib/dist/lib", "packages/stdlib/dist/lib", "node_modules/@adder/stdlib/dist/lib"];

/** The folder of the pure-Python library: beside this package, or where a package manager has put `@adder/stdlib`. */
export function findLibrary(): string {
  if (process.env.ADDER_LIB) return process.env.ADDER_LIB;
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = dirname(folder)) {
    for (const place of PLACES) if (existsSync(join(folder, place, "os.py"))) return join(folder, place);
    if (folder === dirname(folder)) return join(here, "lib");
  }
}
