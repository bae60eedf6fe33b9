// Bundles the command line and everything below it into few files, so that it starts fast, and runs it once so
// that V8's code for it is there for the first user (see bin/adder.cjs).
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const here = fileURLToPath(new URL("..", import.meta.url));
const target = join(here, "dist/bundle");

/**
 * Escapes what is not ASCII: V8 then keeps the source with one byte a character, which is read and hashed faster.
 * Minified code has such characters in strings, patterns and names, and in all of them an escape means the same.
 */
function toAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Ids of the modules that the command line imports, directly or not, without `import()`. */
const core = new Set();

/** Collects {@link core}. */
const collectCore = {
  name: "collect-core",
  buildEnd() {
    const pending = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id).isEntry);
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (core.has(id)) continue;
      core.add(id);
      pending.push(...this.getModuleInfo(id).importedIds);
    }
  },
};

const build = await rolldown({
  input: { adder: join(here, "dist/cli/main.js") },
  platform: "node",
  logLevel: "warn",
  plugins: [collectCore],
});
const { output } = await build.generate({
  format: "cjs",
  // The script that the loader makes has no loader of ES modules behind it.
  dynamicImportInCjs: false,
  minify: process.env.MINI !== "0",
  // Modules that a chunk loaded later needs too would get chunks of their own otherwise. A name of another chunk is a
  // getter of an object with hundreds of them: the interpreter would take several times as long (docs/internals/startup.md).
  codeSplitting: { groups: [{ name: "core", test: (id) => core.has(id) }] },
  entryFileNames: "[name]-[hash].cjs",
  chunkFileNames: "[name]-[hash].cjs",
});
await build.close();

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const chunk of output) writeFileSync(join(target, chunk.fileName), toAscii(chunk.code), "latin1");
const entry = output.find((chunk) => chunk.isEntry).fileName;
writeFileSync(join(target, "entry.json"), JSON.stringify(entry));
// The import system belongs to it: most programs import something.
spawnSync(process.execPath, [join(here, "bin/adder.cjs"), "-c", "import os"], { stdio: "ignore" });
