/** Compares symbol tables with CPython's `symtable`: `node scripts/compare-symtable.mjs DIR|FILE...` */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildSymbolTable } from "../dist/index.js";
import { reviveTree, startOracle } from "./oracle.mjs";

function* files(path) {
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) yield* files(join(path, name));
  else if (path.endsWith(".py")) yield path;
}

const TYPES = ["function", "class", "module", "annotation", "type alias", "type parameters", "type variable"];

function show(entry) {
  return {
    name: entry.name,
    type: TYPES[entry.type],
    lineno: entry.lineno,
    nested: entry.nested,
    symbols: Object.fromEntries([...entry.symbols].sort()),
    children: entry.children.map(show),
  };
}

function normal(table) {
  table.symbols = Object.fromEntries(Object.entries(table.symbols).sort());
  table.children.forEach(normal);
  return table;
}

function difference(a, b, path = "") {
  for (const key of ["name", "type", "lineno", "nested"]) {
    if (a[key] !== b[key]) return `${path}.${key}: ours ${a[key]}, CPython ${b[key]}`;
  }
  const left = JSON.stringify(a.symbols);
  const right = JSON.stringify(b.symbols);
  if (left !== right) return `${path}/${a.name}@${a.lineno}\n   ours    ${left}\n   CPython ${right}`;
  if (a.children.length !== b.children.length)
    return `${path}/${a.name}@${a.lineno} children ${a.children.map((c) => c.name)} / ${b.children.map((c) => c.name)}`;
  for (let i = 0; i < a.children.length; i++) {
    const found = difference(a.children[i], b.children[i], `${path}/${a.name}`);
    if (found) return found;
  }
  return null;
}

const ask = await startOracle();
let same = 0;
let total = 0;
for (const argument of process.argv.slice(2)) {
  for (const file of files(argument)) {
    const source = readFileSync(file, "utf8");
    const expected = ask(source, "ast,symtable");
    if (!expected.ast) continue;
    total++;
    let found;
    try {
      found = difference(
        show(buildSymbolTable(reviveTree(expected.ast), { filename: "<s>" }).top),
        normal(expected.symtable),
      );
    } catch (error) {
      found = error.stack;
    }
    if (found) console.log(`${file}: ${found}`);
    else same++;
  }
}
console.log(`${same} of ${total} equal`);
