// Records what CPython 3.14 (the pyodide package) says about the programs in fixtures/*.txt, which are
// separated by lines of `---`, into fixtures/*.json:
//   node record-fixtures.mjs
// The file name is the mode: `eval.txt`, `single.txt`, and anything else for `exec`. Tokens are recorded for tokens.txt.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const folder = new URL("../fixtures/", import.meta.url);
const py = await loadPyodide();
const record = py.runPython(`
import ast, io, json, tokenize, warnings
def tree(source, mode):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = ast.dump(compile(source, "<unknown>", mode, ast.PyCF_ONLY_AST), include_attributes=True)
        except SyntaxError as e:
            result = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
    entry = {"source": source, "result": result}
    if caught:
        entry["warnings"] = [[str(w.message), w.lineno] for w in caught]
    return entry
def tokens(source):
    out = []
    try:
        for t in tokenize.generate_tokens(io.StringIO(source, newline="").readline):
            out.append([t.type, t.exact_type, t.string, t.start, t.end, t.line])
    except tokenize.TokenError as e:
        out.append([*e.args])
    return {"source": source, "result": out}
def record(sources, mode):
    return json.dumps([tokens(s) if mode == "tokens" else tree(s, mode) for s in json.loads(sources)], ensure_ascii=False)
record
`);
for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
  const name = file.slice(0, -4);
  const sources = readFileSync(new URL(file, folder), "utf8")
    .replace(/\n$/, "")
    .split(/\n---\n/);
  const mode = ["eval", "single", "tokens"].includes(name) ? name : "exec";
  const entries = JSON.parse(record(JSON.stringify(sources), mode));
  const lines = entries.map((entry) => JSON.stringify(entry));
  writeFileSync(new URL(`${name}.json`, folder), `[\n${lines.join(",\n")}\n]\n`);
}
