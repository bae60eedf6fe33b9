// Compiles the modules that every start needs, so that they are read instead of parsed: `dist/lib/frozen/**.bin`, in
// the form of the bytecode cache. Runs after `tsc -b`, with the parser and compiler as they were just built.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCacheFile } from "@adder/bytecode";
import { compileModule } from "@adder/compiler";
import { parseModule } from "@adder/parser";

/** The modules that CPython freezes into its executable (`Tools/build/freeze_modules.py`), by their files. */
const frozen = [
  "importlib/_bootstrap",
  "importlib/_bootstrap_external",
  "zipimport",
  "abc",
  "codecs",
  "io",
  "_collections_abc",
  "_sitebuiltins",
  "genericpath",
  "ntpath",
  "posixpath",
  "os",
  "site",
  "stat",
  "importlib/util",
  "importlib/machinery",
  "runpy",
];

const lib = fileURLToPath(new URL("../dist/lib", import.meta.url));
const target = join(lib, "frozen");
/** The sources lie beside the files and cannot change apart from them: nothing is compared on import. */
const unchecked = { kind: "hash", hash: new Uint8Array(8), checkSource: false };

rmSync(target, { recursive: true, force: true });
for (const path of frozen) {
  const source = readFileSync(join(lib, `${path}.py`), "utf8");
  const options = { filename: `<frozen ${path.replaceAll("/", ".")}>`, mode: "exec", optimize: 0, flags: 0 };
  const bytes = writeCacheFile(
    compileModule(parseModule(source, options), { ...options, source }),
    unchecked,
  );
  if (bytes === null) throw new Error(`${path}: the code cannot be written`);
  const file = join(target, `${path}.bin`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
