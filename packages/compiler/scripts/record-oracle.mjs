// Compiles every .py file below a folder with CPython 3.14 (the `pyodide` package) and stores the marshalled code.
// usage: node record-oracle.mjs <source folder> <output folder>
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { loadPyodide } from "pyodide";

const [, , sources, outputs] = process.argv;
const files = (await readdir(sources, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();
const python = await loadPyodide();
const compile = python.runPython(`
import marshal
def compile_file(path, name):
    try:
        return marshal.dumps(compile(open(path, "rb").read(), name, "exec", dont_inherit=True, optimize=0))
    except SyntaxError as error:
        return str(error)
compile_file
`);
let rejected = 0;
for (const file of files) {
  const name = relative(sources, file);
  python.FS.writeFile("/tmp/source.py", await readFile(file));
  const result = compile("/tmp/source.py", name);
  const out = `${join(outputs, name)}.marshal`;
  if (typeof result === "string") {
    console.log(`${name}: ${result}`);
    rejected++;
    continue;
  }
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, result.toJs());
  result.destroy();
}
console.log(`${files.length - rejected} recorded, ${rejected} rejected`);
