// Compares this parser with what record-dumps.mjs recorded:
//   node compare-dumps.mjs <folder> <recorded.json>
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dump } from "@adder/ast";
import { parseModule } from "@adder/parser";
import { loadPyodide } from "pyodide";

const [folder, recorded, only] = process.argv.slice(2);
const py = await loadPyodide();
const lookup = py.runPython(`
import unicodedata
def look(name):
    try: return unicodedata.lookup(name)
    except KeyError: return None
look`);
const characterNames = (name) => lookup(name) ?? null;
const text = (file) =>
  dump(parseModule(readFileSync(`${folder}/${file}`), { characterNames }), { includeAttributes: true });
if (only) {
  process.stdout.write(text(only));
} else {
  const expected = JSON.parse(readFileSync(recorded, "utf8"));
  let same = 0;
  const different = [];
  for (const [file, hash] of Object.entries(expected)) {
    let actual;
    try {
      actual = createHash("sha256").update(text(file)).digest("hex");
    } catch (error) {
      actual = `${error.name}: ${error.message} line ${error.lineno}`;
    }
    if (actual === hash) same++;
    else different.push(`${file}: ${actual.length === 64 ? "differs" : actual}`);
  }
  console.log(`${same} of ${Object.keys(expected).length} files have the same dump`);
  for (const line of different) console.log(line);
  process.exitCode = different.length > 0 ? 1 : 0;
}
