// Bundles the command line and everything below it into few files, so that it starts fast, and runs it once so
// that V8's code for it is there for the first user (see bin/adder.cjs).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
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

/** The modules that import others as namespaces, and use them in functions only, so that those can be loaded later. */
const deferring = /stdlib\/dist\/(native-modules|_hashes\/module)\.js$|adder\/dist\/javascript-tier\.js$/;

/**
 * Loads what such a module imports when it is used, as `import defer` of a later ECMAScript does: as chunks of their own, by
 * the `require` of `bin/adder.cjs`.
 */
const defer = {
  name: "defer",
  transform(code, id) {
    if (!deferring.test(id)) return null;
    const paths = new Map();
    const rest = code.replace(/^import \* as (\w+) from (".*");$/gm, (_, name, path) => {
      paths.set(name, path);
      return "";
    });
    const uses = new RegExp(`\\b(${[...paths.keys()].join("|")})\\.(?=\\w)`, "g");
    return { code: rest.replace(uses, (_, name) => `(deferred(import(${paths.get(name)}))).`), map: null };
  },
  renderChunk(code) {
    return code.replace(/deferred\(Promise\.resolve\(\)\.then\(\(\) => (require\(".*?"\))\)\)/g, "$1");
  },
};

/** Names of the core whose value changes. */
const reassigned = new Set(["hashHigh", "siphashHigh"]);

/**
 * Keeps what a chunk takes from the core in variables. The name of another chunk is the getter of an object with hundreds
 * of them, which takes V8 a search at each use; and the core is complete when another chunk is loaded.
 */
const bindCore = {
  name: "bind-core",
  renderChunk(code, chunk) {
    const [, core] = /^const (require_\w+) = require\("\.\/adder-/m.exec(code) ?? [];
    if (chunk.isEntry || core === undefined) return null;
    const names = new Set();
    const bound = code.replace(new RegExp(`\\b${core}\\.(\\w+)`, "g"), (whole, name) => {
      if (reassigned.has(name)) return whole;
      names.add(name);
      return `${core}_${name}`;
    });
    const variables = [...names].map((name) => `${name}: ${core}_${name}`).join(", ");
    return bound.replace(
      /^const require_\w+ = require\("\.\/adder-.*$/m,
      `$&\nconst { ${variables} } = ${core};`,
    );
  },
};

const build = await rolldown({
  input: { adder: join(here, "dist/cli/main.js") },
  platform: "node",
  logLevel: "warn",
  plugins: [collectCore, defer, bindCore],
});
const { output } = await build.generate({
  format: "cjs",
  // The script that the loader makes has no loader of ES modules behind it.
  dynamicImportInCjs: false,
  minify: true,
  // Modules that a chunk loaded later needs too would get chunks of their own otherwise. A name of another chunk is a
  // getter of an object with hundreds of them: the interpreter would take several times as long (docs/internals/startup.md).
  codeSplitting: { groups: [{ name: "core", test: (id) => core.has(id) }] },
  entryFileNames: "[name]-[hash].cjs",
  chunkFileNames: ({ name, facadeModuleId }) =>
    `${name === "module" ? basename(dirname(facadeModuleId)) : name}-[hash].cjs`,
});
await build.close();

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const parameters = "exports, require, module, __filename, __dirname";
for (const { fileName, code } of output) {
  // As the function that the loader calls: putting it together there would copy the text.
  const text = `(function (${parameters}) {${toAscii(code.replace(/^#!.*/, ""))}\n})`;
  writeFileSync(join(target, fileName), text, "latin1");
}
const entry = output.find((chunk) => chunk.isEntry).fileName;
writeFileSync(join(target, "entry.json"), JSON.stringify(entry));
// The import system belongs to what is kept compiled, and the compiler, which every program needs: files that use most of
// the language make V8 compile most of it. Hardly more: reading it back takes longer than it saves. Then all that is loaded later.
for (const program of [
  `import os
for name in "os", "dataclasses", "typing", "asyncio/base_events":
    with open(f"{os.path.dirname(os.__file__)}/{name}.py", encoding="utf-8") as file:
        compile(file.read(), name, "exec")`,
  "import sys\nfor name in sys.builtin_module_names: __import__(name)\nfor _ in range(10**5): pass",
]) {
  const { status } = spawnSync(process.execPath, [join(here, "bin/adder.cjs"), "-c", program], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  // Without the library, which is built beside it, it ends at its first import.
  if (status !== 0 && existsSync(join(here, "../stdlib/dist/lib/os.py"))) process.exit(1);
}
