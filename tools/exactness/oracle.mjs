// CPython 3.14 (the npm package `pyodide`) as oracle: the views of `sections.py`.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const bridge = `
import json as _json

def _ask(what, programs):
    listed = [(p["source"].encode("latin1"), p["mode"], {"type_comments": p.get("typeComments", False)}) for p in _json.loads(programs)]
    return _json.dumps(digests(listed) if what == "digests" else [sections(*program) for program in listed])
_ask
`;

/** Starts CPython; answers its version and functions like those of `sections.ts`, for lists of programs. */
export async function startOracle() {
  const python = await loadPyodide();
  python.globals.set("__name__", "sections");
  python.runPython(readFileSync(new URL("sections.py", import.meta.url), "utf8"));
  const version = python.runPython("sys.version.split()[0]");
  const run = python.runPython(bridge);
  const ask = (what, programs) => {
    // Bytes travel as text of the same code points.
    const listed = programs.map((p) => ({ ...p, source: Buffer.from(p.source).toString("latin1") }));
    return JSON.parse(run(what, JSON.stringify(listed)));
  };
  return {
    version,
    digests: (programs) => ask("digests", programs),
    sections: (programs) => ask("sections", programs),
  };
}
