// Records what CPython 3.14 (the `pyodide` package) makes of fixtures/programs.py: `node scripts/record-fixtures.mjs`.
import { readFile, writeFile } from "node:fs/promises";
import { loadPyodide } from "pyodide";

const folder = new URL("../fixtures/", import.meta.url);
const text = await readFile(new URL("programs.py", folder), "utf8");
const python = await loadPyodide();
const record = python.runPython(`
import base64, dis, io, json, marshal, re

def text(code, **options):
    out = io.StringIO()
    dis.dis(code, file=out, **options)
    return re.sub(r" at 0x[0-9a-f]+", "", out.getvalue())

def record(name, source):
    code = compile(source, name, "exec", dont_inherit=True)
    known = lambda values: [-1 if value is None else value for value in values]
    entries = dis._parse_exception_table(code)
    return json.dumps({
        "name": name,
        "marshal": base64.b64encode(marshal.dumps(code)).decode(),
        "dis": text(code),
        "detailed": text(code, show_offsets=True, show_caches=True),
        "positions": [known(position) for position in code.co_positions()],
        "lines": [known((start // 2, end // 2, line)) for start, end, line in code.co_lines()],
        "handlers": [[e.start // 2, e.end // 2, e.target // 2, e.depth, e.lasti] for e in entries],
    })
record
`);
const programs = text
  .split(/^# program: /m)
  .slice(1)
  .map((part) => {
    const end = part.indexOf("\n");
    return [part.slice(0, end), part.slice(end + 1)];
  });
const recorded = programs.map(([name, source]) => JSON.parse(record(name, source)));
await writeFile(new URL("programs.json", folder), `${JSON.stringify(recorded, null, 1)}\n`);
console.log(`${recorded.length} programs recorded`);
