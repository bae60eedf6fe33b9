// Mutates pieces of the Python files in a folder and compares trees, errors and warnings with CPython 3.14
// (the pyodide package):
//   node fuzz-errors.mjs <folder> [count] [seed]
import { readdirSync, readFileSync } from "node:fs";
import { dump } from "@adder/ast";
import { PythonSyntaxError, parseModule } from "@adder/parser";
import { loadPyodide } from "pyodide";

const [folder, count = "1000", seed = "1"] = process.argv.slice(2);
let state = Number(seed);
/** Mulberry32: the same numbers for the same seed. */
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];

const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".py"))
  .map((name) => readFileSync(`${folder}/${name}`, "utf8").split("\n"))
  .filter((lines) => lines.length > 30);
const fragments = (
  "( ) [ ] { } : , ; + - * / | & < > = . % == != <= >= ~ ^ << ** += -= **= // @ -> ... := ! $ ? False None True " +
  "and as assert async await break class continue def del elif else except finally for from global if import in is " +
  "lambda nonlocal not or pass raise return try while with yield match case type _ print exec x 1 2.5 1j 0x1f 's' " +
  "\"t\" b'b' f'{x}' f\"{a!r:>{w}}\" t'{y}' ''' \" ' \\ *a **k x=1 (a,b) [a] f'{ }' {x: =1"
)
  .split(" ")
  .concat([
    "\n",
    "\n    ",
    "    ",
    "\t",
    "#c",
    "x for x in y",
    "if a else b",
    "a b",
    "lambda x: x",
    "import a",
  ]);
const tokens =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|[A-Za-z_]\w*|\d[\w.]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[-+*/%&|^=!<>:@]=|->|\*\*|\/\/|#[^\n]*|[ \t]+|[\s\S]/g;

/** A few lines from some file, moved to the left margin. */
function piece() {
  for (;;) {
    const lines = pick(files);
    const first = below(lines.length);
    if (lines[first].trim() === "" || /["']{3}/.test(lines[first])) continue;
    const indent = /^ */.exec(lines[first])[0].length;
    let last = first + 1;
    const limit = first + 2 + below(18);
    const inside = (line) => line.trim() === "" || /^ */.exec(line)[0].length >= indent;
    while (last < lines.length && last < limit && inside(lines[last])) last++;
    return `${lines
      .slice(first, last)
      .map((line) => line.slice(Math.min(indent, /^ */.exec(line)[0].length)))
      .join("\n")}\n`;
  }
}

function mutate(source) {
  const list = source.match(tokens);
  for (let n = 1 + below(2); n > 0; n--) {
    const places = list.flatMap((token, i) => (/^[ \t]*$|^#/.test(token) ? [] : [i]));
    const i = places.length === 0 ? 0 : pick(places);
    if (list[i] === undefined) return list.join("");
    const kind = below(7);
    if (kind === 0) list.splice(i, 1);
    else if (kind === 1) list.splice(i, 0, pick(fragments), " ");
    else if (kind === 2) list[i] = pick(fragments);
    else if (kind === 3) list.splice(i, 0, list[i], " ");
    else if (kind === 4) list.splice(i, 1 + below(6));
    else if (kind === 5) {
      const j = pick(places);
      [list[i], list[j]] = [list[j], list[i]];
    } else {
      const cut = below(list[i].length);
      list[i] = list[i].slice(0, cut) + list[i].slice(cut + 1);
    }
  }
  return list.join("");
}

const py = await loadPyodide();
const reference = py.runPython(`
import ast, json, warnings
def run(sources):
    out = []
    for source in json.loads(sources):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                r = ast.dump(compile(source, "f", "exec", ast.PyCF_ONLY_AST), include_attributes=True)
            except SyntaxError as e:
                r = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
            except Exception as e:
                r = None
        out.append([r, [[str(w.message), w.lineno] for w in caught]])
    return json.dumps(out)
run`);
let same = 0;
let warned = 0;
const total = Number(count);
for (let done = 0; done < total; ) {
  const sources = Array.from({ length: Math.min(500, total - done) }, () => mutate(piece()));
  done += sources.length;
  const expected = JSON.parse(reference(JSON.stringify(sources)));
  sources.forEach((source, i) => {
    const [result, warnings] = expected[i];
    const noted = [];
    let actual;
    try {
      const onWarning = (warning) => noted.push([warning.message, warning.lineno]);
      actual = dump(parseModule(source, { onWarning }), { includeAttributes: true });
    } catch (e) {
      if (!(e instanceof PythonSyntaxError)) actual = `${e.stack}`;
      else actual = [e.type, e.message, e.lineno, e.offset, e.endLineno, e.endOffset, e.text];
    }
    if (result === null || /\\N\{|^from __future__/m.test(source)) same++;
    else if (JSON.stringify(actual) === JSON.stringify(result)) {
      same++;
      if (JSON.stringify(noted) !== JSON.stringify(warnings)) warned++;
    } else {
      console.log(JSON.stringify(source));
      console.log("  expected", JSON.stringify(result).slice(0, 300));
      console.log("  actual  ", JSON.stringify(actual).slice(0, 300));
    }
  });
}
console.log(`${same} of ${total} programs alike, ${warned} of them with other warnings`);
process.exitCode = same < total ? 1 : 0;
