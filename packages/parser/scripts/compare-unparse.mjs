// Compares `unparse` with CPython 3.14's `ast.unparse` (the pyodide package) on every Python file of a folder:
//   node compare-unparse.mjs <folder>
import { readdirSync, readFileSync } from "node:fs";
import { unparse } from "@adder/ast";
import { PythonSyntaxError, parseModule } from "@adder/parser";
import { loadPyodide } from "pyodide";

const [folder, only] = process.argv.slice(2);
const py = await loadPyodide();
const [reference, lookup] = py.runPython(`
import ast, sys, unicodedata, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(5000)
def reference(data):
    try:
        return ast.unparse(ast.parse(bytes(data.to_py())))
    except (SyntaxError, ValueError, RecursionError):
        return None
def lookup(name):
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return None
[reference, lookup]`);
const characterNames = (name) => lookup(name) ?? null;
let same = 0;
const different = [];
const files = only ? [only] : readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".py"));
for (const file of files) {
  const data = new Uint8Array(readFileSync(`${folder}/${file}`));
  const expected = reference(data);
  let actual = null;
  try {
    actual = unparse(parseModule(data, { characterNames }));
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
  }
  if (expected === undefined || actual === expected || actual === null) {
    same++;
    continue;
  }
  const a = expected.split("\n");
  const b = actual.split("\n");
  const at = a.findIndex((line, i) => line !== b[i]);
  different.push(`${file}:${at + 1}\n  expected ${a[at]}\n  actual   ${b[at]}`);
}
console.log(`${same} of ${files.length} files have the same source`);
for (const line of different) console.log(line);
process.exitCode = different.length > 0 ? 1 : 0;
