// The corpus "library": every Python file of CPython 3.14's library, as the npm package `pyodide` carries it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../lib/paths.mjs";

const { resolve } = createRequire(import.meta.url);
const archive = join(dirname(resolve("pyodide/package.json")), "python_stdlib.zip");

/**
 * Programs by file name, sorted.
 *
 * @returns {Promise<Map<string, import("./sections.js").Program[]>>}
 */
export async function libraryPrograms() {
  // The archive's reader is a development dependency of the package that lays the library out.
  const { unzipSync } = await import(
    createRequire(join(root, "packages/stdlib/package.json")).resolve("fflate")
  );
  const files = unzipSync(readFileSync(archive), { filter: ({ name }) => name.endsWith(".py") });
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([name, source]) => [name, [{ source, mode: "exec" }]]));
}

/** `\N{...}` by the names that the built library has. */
export function characterNames() {
  const { names, aliases } = JSON.parse(
    readFileSync(join(root, "packages/stdlib/dist/lib/unicode/names.json"), "utf8"),
  );
  const byName = new Map(Object.entries(aliases));
  for (const [codePoint, name] of Object.entries(names)) byName.set(name, String.fromCodePoint(codePoint));
  return (name) => byName.get(name.toUpperCase()) ?? null;
}
