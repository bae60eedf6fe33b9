// Compares `tokenize` with CPython 3.14's (the pyodide package) on every Python file of a folder:
//   node compare-tokens.mjs <folder>
import { readdirSync, readFileSync } from "node:fs";
import { PythonSyntaxError, tokenize } from "@adder/parser";
import { loadPyodide } from "pyodide";

const [folder, only] = process.argv.slice(2);
const py = await loadPyodide();
const reference = py.runPython(`
import io, json, tokenize
def tokens(text):
    out = []
    try:
        for t in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
            out.append([t.type, t.exact_type, t.string, t.start, t.end, t.line])
    except (tokenize.TokenError, SyntaxError) as e:
        out.append([type(e).__name__, str(e.args[0])])
    return json.dumps(out)
tokens`);
let same = 0;
const different = [];
const files = only ? [only] : readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".py"));
for (const file of files) {
  const text = new TextDecoder("utf-8", { ignoreBOM: false }).decode(readFileSync(`${folder}/${file}`));
  const expected = JSON.parse(reference(text));
  const actual = [];
  try {
    for (const t of tokenize(text)) actual.push([t.type, t.exactType, t.string, t.start, t.end, t.line]);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    actual.push(["TokenError", error.message]);
  }
  const at = expected.findIndex((token, i) => JSON.stringify(token) !== JSON.stringify(actual[i]));
  if (at < 0 && expected.length === actual.length) same++;
  else different.push(`${file}: ${JSON.stringify(expected[at])} but here ${JSON.stringify(actual[at])}`);
}
console.log(`${same} of ${files.length} files have the same tokens`);
for (const line of different) console.log(line);
process.exitCode = different.length > 0 ? 1 : 0;
