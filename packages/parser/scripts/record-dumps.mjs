// Records what CPython 3.14 (the pyodide package) says about every Python file of a folder:
//   node record-dumps.mjs <folder> <output.json>
// Per file: a hash of `ast.dump(tree, include_attributes=True)`, or the error.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [folder, output] = process.argv.slice(2);
const py = await loadPyodide();
const record = py.runPython(`
import ast, hashlib, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(100000)
def record(data, want_text):
    data = bytes(data.to_py())
    try:
        tree = ast.parse(data, "f")
    except SyntaxError as e:
        return repr((type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text))
    text = ast.dump(tree, include_attributes=True)
    return text if want_text else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
record
`);
const only = process.argv[4];
if (only) {
  writeFileSync(output, record(new Uint8Array(readFileSync(`${folder}/${only}`)), true));
} else {
  const result = {};
  for (const file of readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".py"))
    .sort()) {
    result[file] = record(new Uint8Array(readFileSync(`${folder}/${file}`)), false);
  }
  writeFileSync(output, JSON.stringify(result, null, 1));
}
