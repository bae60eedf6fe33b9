// The two interpreters that are compared. Each is a function from cases to outcomes (see outcome.py).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { devBundle } from "../lib/dev-bundle.mjs";
import { root } from "../lib/paths.mjs";

const script = readFileSync(new URL("./outcome.py", import.meta.url), "utf8");

/** CPython 3.14: the package pyodide. */
export async function startCPython() {
  const { loadPyodide } = await import("pyodide");
  const quiet = () => {};
  const python = await loadPyodide({ stdout: quiet, stderr: quiet });
  python.runPython(script);
  const run = python.globals.get("outcomes");
  return (cases) => {
    try {
      return JSON.parse(run(JSON.stringify(cases)));
    } catch (error) {
      // Node would show the line of pyodide that threw, which is a megabyte long.
      throw new Error(`CPython failed: ${error.message}`);
    }
  };
}

/** Adder, from the sources. What its JavaScript throws instead of a Python exception is an outcome, too. */
export async function startAdder() {
  const library = join(root, "packages/stdlib/dist/lib");
  if (!existsSync(join(library, "os.py"))) await import("../../packages/stdlib/scripts/build-lib.mjs");
  const bundle = await devBundle(join(root, "packages/adder/src/index.ts"));
  const { Interpreter } = await import(pathToFileURL(bundle).href);
  let python;
  const start = () => {
    python = new Interpreter({ library, stdout: () => {}, stderr: () => {} });
    python.run(script);
  };
  start();
  const run = (cases) => JSON.parse(python.call("outcomes", JSON.stringify(cases)));
  return (cases) => {
    try {
      return run(cases);
    } catch {
      return cases.map((one) => {
        try {
          return run([one])[0];
        } catch (error) {
          start();
          return [["crash", String(error?.stack ?? error).slice(0, 600)], []];
        }
      });
    }
  };
}
