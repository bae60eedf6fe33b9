/**
 * Records what CPython 3.14 makes of the programs in `fixtures/*.snippets`, for the unit tests:
 * `node scripts/record-fixtures.mjs`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { normalConstant } from "./code-json.mjs";
import { reviveConstant, startOracle } from "./oracle.mjs";

const folder = fileURLToPath(new URL("../fixtures/", import.meta.url));

function revive(code) {
  code.consts = code.consts.map((constant) =>
    constant?.type === "code" ? revive(constant) : normalConstant(reviveConstant(constant)),
  );
  return code;
}

/** Nodes as `{ n: [type, ...fields, ...place] }`, the arguments of their builder. */
function compact(value) {
  if (Array.isArray(value)) return value.map(compact);
  if (value === null || typeof value !== "object") return value;
  if (value.nodeType === undefined) return normalConstant(reviveConstant(value));
  return { n: Object.values(value).map(compact) };
}

const ask = await startOracle();
for (const name of readdirSync(folder)) {
  if (!name.endsWith(".snippets")) continue;
  const sources = readFileSync(folder + name, "utf8").split(/^---.*\n/m);
  const lines = sources.map((source) => {
    const { ast, error, msg, at, code, warnings } = ask(source, "ast,code");
    const { symtable } = ask(source, "symtable");
    if (ast === undefined) throw new TypeError(`${name} has a program that does not parse: ${source}`);
    const tree = compact(ast);
    return JSON.stringify(
      error ? { tree, error, msg, at } : { tree, symtable, code: revive(code), warnings },
    );
  });
  writeFileSync(`${folder}${name.replace(".snippets", ".jsonl")}`, `${lines.join("\n")}\n`);
}
