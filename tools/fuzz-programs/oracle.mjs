// CPython 3.14 (the pyodide package) as a process that can be ended: what outcome.py does with the programs on standard input.
// usage: oracle.mjs outcome.py
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

// Before pyodide takes the descriptor.
const programs = readFileSync(0, "utf8");
const python = await loadPyodide({ stdout() {}, stderr() {}, env: { PYTHONHASHSEED: "0" } });
const globals = python.toPy({ __name__: "outcome" });
python.runPython(readFileSync(process.argv[2], "utf8"), { globals });
const answer = globals.get("outcomes")(programs);
// Emscripten numbers errors its own way: ERANGE is 68 there, 34 on Linux.
process.stdout.write(
  answer.replaceAll("(68, 'Result not representable')", "(34, 'Numerical result out of range')"),
);
