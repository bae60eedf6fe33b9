// Runs a program of the benchmark under Pyodide as a command line would: `pyodide-runner.mjs program.py [arguments]`.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadPyodide } from "pyodide";

const [program, ...args] = process.argv.slice(2);
const folder = dirname(program);
const pyodide = await loadPyodide({ args: [program, ...args] });
pyodide.FS.mkdirTree("/bench");
for (const name of readdirSync(folder)) {
  if (name.endsWith(".py")) pyodide.FS.writeFile(`/bench/${name}`, readFileSync(join(folder, name)));
}
pyodide.runPython(
  `import sys; sys.path.insert(0, "/bench"); sys.argv = ${JSON.stringify([program, ...args])}`,
);
pyodide.runPython(readFileSync(program, "utf8"), { filename: program });
