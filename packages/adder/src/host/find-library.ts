import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigurationError } from "../configuration-error.js";

const PLACES = ["lib", "stdlib/dist/lib", "packages/stdlib/dist/lib", "node_modules/@adder/stdlib/dist/lib"];

/**
 * The folder of the pure-Python library: what the environment variable `ADDER_LIB` names, beside this package, or where a package
 * manager has put `@adder/stdlib`. Throws {@link ConfigurationError} if there is none.
 */
export function findLibrary(): string {
  const given = process.env.ADDER_LIB;
  if (given) return checked(given);
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = dirname(folder)) {
    for (const place of PLACES) if (existsSync(join(folder, place, "os.py"))) return join(folder, place);
    if (folder === dirname(folder)) return checked(join(here, "lib"));
  }
}

function checked(folder: string): string {
  if (existsSync(join(folder, "os.py"))) return folder;
  throw new ConfigurationError("find_library", `no Python library in '${folder}'`, "preinitialized");
}
