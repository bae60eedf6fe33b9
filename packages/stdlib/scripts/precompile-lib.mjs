// Compiles the library, so that its modules are read instead of parsed. Runs after `tsc -b`, with the parser and compiler
// as they were just built. Two kinds of files, both in the form of the bytecode cache:
// `dist/lib/frozen/**.bin` for the modules that are frozen, `__pycache__` as importlib expects it for all others.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
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

/** `sys.implementation.cache_tag`. */
const cacheTag = "adder-314";

const here = fileURLToPath(new URL("..", import.meta.url));
const lib = join(here, "dist/lib");
const stampFile = join(here, "dist/precompiled.stamp");

/** The sources come with the files and do not change apart from them: nothing is compared on import. */
const unchecked = { kind: "hash", hash: new Uint8Array(8), checkSource: false };

/** Writes the code of a source file of the library. `filename` is what tracebacks show. */
function precompile(path, filename, target) {
  const source = readFileSync(join(lib, path), "utf8");
  const options = { filename, mode: "exec", optimize: 0, flags: 0 };
  const bytes = writeCacheFile(
    compileModule(parseModule(source, options), { ...options, source }),
    unchecked,
  );
  if (bytes === null) throw new Error(`${path}: the code cannot be written`);
  mkdirSync(dirname(target), { recursive: true });
  // Put in place by renaming: programs may be reading the old one.
  const fresh = `${target}.${process.pid}`;
  writeFileSync(fresh, bytes);
  renameSync(fresh, target);
}

/** A hash over the library and everything that decides what code is made of it. */
function stampOf(sources) {
  const hash = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  hash.update(sources.join("\n")).update(readFileSync(join(here, "dist/lib.stamp")));
  for (const name of ["ast", "bytecode", "parser", "compiler"]) {
    const folder = join(here, "node_modules/@adder", name, "dist");
    const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".js"));
    for (const file of files.sort()) hash.update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

const sources = readdirSync(lib, { recursive: true })
  .filter((file) => file.endsWith(".py"))
  .sort();
const stamp = stampOf(sources);
if (!existsSync(join(lib, "frozen")) || !existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
  rmSync(stampFile, { force: true });
  for (const path of frozen) {
    precompile(`${path}.py`, `<frozen ${path.replaceAll("/", ".")}>`, join(lib, "frozen", `${path}.bin`));
  }
  for (const path of sources) {
    const cached = `${basename(path, ".py")}.${cacheTag}.pyc`;
    precompile(path, path, join(lib, dirname(path), "__pycache__", cached));
  }
  writeFileSync(stampFile, stamp);
}
