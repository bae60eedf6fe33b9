import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findPython } from "../tools/lib/find-python.mjs";
import { root } from "../tools/lib/paths.mjs";

const runner = join(root, "bench/pyodide-runner.mjs");

/**
 * What runs programs: `{ name, command }` with the words that come before a program's name; `isAdder` marks
 * Adder's own, which ratios are taken of.
 */
export function findEngines({ adder, node24, generic, pyodide, pythons }) {
  const engines = [];
  const [node, ...flags] = adder?.split(" ") ?? [
    process.execPath,
    join(root, "packages/adder/bin/adder.cjs"),
  ];
  const program = flags.find((word) => /\.[cm]?js$/.test(word));
  if (program !== undefined && existsSync(program)) {
    engines.push({ name: "Adder", command: [node, ...flags], isAdder: true });
    if (node24) engines.push({ name: "Adder, Node 24", command: [node24Binary(), ...flags], isAdder: true });
    if (generic) {
      const command = [node, ...flags, "-X", "specialize=never", "-X", "jit=off"];
      engines.push({ name: "Adder, generic", command });
    }
  } else {
    console.error("bench: Adder is not built (npm run build); measuring the others alone");
  }
  for (const version of pythons) {
    const found = findPython(version);
    if (found !== null) engines.push({ name: `CPython ${found.version}`, command: [found.command] });
    else console.error(`bench: no CPython ${version} here`);
  }
  if (pyodide) engines.push({ name: `Pyodide ${pyodideVersion()}`, command: [process.execPath, runner] });
  return engines;
}

/** The Node 24 that the npm package `node` brings; fetched by npx when it is not in its cache. */
function node24Binary() {
  const result = spawnSync("npx", ["--yes", "--package", "node@24", "node", "-p", "process.execPath"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) throw new Error(`bench: node@24 cannot be fetched\n${result.stderr}`);
  return result.stdout.trim();
}

function pyodideVersion() {
  return JSON.parse(readFileSync(join(root, "node_modules/pyodide/package.json"), "utf8")).version;
}
