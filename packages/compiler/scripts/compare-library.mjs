// Parses and compiles a folder of .py files and compares every code object with what record-oracle.mjs stored.
// usage: node compare-library.mjs <source folder> <oracle folder> [--show=N] [--only=TEXT] [--names=JSON of \N{...} names]
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import {
  decodeHandlers,
  decodeInstructions,
  handlerAt,
  opcodeNames,
  positions,
  reprConstant,
  unmarshal,
} from "../../bytecode/dist/index.js";
import { parseModule } from "../../parser/dist/index.js";
import { compileModule } from "../dist/index.js";

const [sources, oracle] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const option = (name, missing) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? missing;
let show = Number(option("show", "5"));
const only = option("only", "");
const names = option("names", null) && JSON.parse(readFileSync(option("names"), "utf8"));
const parseOptions = {
  characterNames: (name) => names?.[name] ?? null,
  decoder: (encoding, bytes) => new TextDecoder(encoding === "latin1" ? "latin1" : encoding).decode(bytes),
};

const sameArray = (a, b) => a.length === b.length && a.every((value, i) => value === b[i]);
/** A constant as text; frozensets have no order. */
function constantText(constant) {
  if (constant?.type === "code") return "code";
  if (constant?.type === "frozenset") return `frozenset${constant.items.map(constantText).sort()}`;
  if (constant?.type === "tuple") return `(${constant.items.map(constantText)})`;
  return `${typeof constant} ${reprConstant(constant)}`;
}
const scalar = [
  "argcount",
  "posonlyargcount",
  "kwonlyargcount",
  "stacksize",
  "flags",
  "filename",
  "name",
  "qualname",
];
const arrays = ["code", "names", "localsplusNames", "localsplusKinds", "linetable", "exceptiontable"];

function differences(ours, theirs) {
  const fields = [];
  for (const field of [...scalar, "firstlineno"]) if (ours[field] !== theirs[field]) fields.push(field);
  for (const field of arrays) if (!sameArray(ours[field], theirs[field])) fields.push(field);
  if (!sameArray(ours.consts.map(constantText), theirs.consts.map(constantText))) fields.push("consts");
  return fields;
}

/** One line for each instruction: offset, name, argument, positions, handler. */
const lines = (code) => {
  const ranges = [...positions(code)];
  const handlers = decodeHandlers(code.exceptiontable);
  return [...decodeInstructions(code.code)].map(({ opcode, oparg, offset }) => {
    const handler = handlerAt(handlers, offset);
    const where =
      handler === null ? "" : `-> ${handler.target} [${handler.depth}]${handler.lasti ? " lasti" : ""}`;
    const text = `${String(offset).padStart(5)} ${opcodeNames[opcode].padEnd(24)} ${oparg ?? ""}`;
    return `${text.padEnd(40)} ${Object.values(ranges[offset]).join(":").padEnd(20)} ${where}`;
  });
};

/** Code objects by their place among the constants of the outer one. */
function compare(ours, theirs, path, report) {
  report(differences(ours, theirs), ours, theirs, path);
  const inner = theirs.consts.filter((constant) => constant?.type === "code");
  const mine = ours.consts.filter((constant) => constant?.type === "code");
  inner.forEach((code, i) => {
    if (mine[i] === undefined) report(["missing"], null, code, `${path}.${code.name}`);
    else compare(mine[i], code, `${path}.${code.name}`, report);
  });
}

const counts = { equal: 0, total: 0, failed: 0, files: 0, equalFiles: 0 };
const byField = new Map();
const time = { parse: 0, compile: 0 };
const files = readdirSync(sources, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => file.includes(only))
  .sort();
for (const file of files) {
  const name = relative(sources, file);
  counts.files++;
  if (process.env.TRACE) console.error(name);
  let code;
  try {
    const bytes = readFileSync(file);
    const start = performance.now();
    const tree = parseModule(new Uint8Array(bytes), { filename: name, ...parseOptions });
    const parsed = performance.now();
    code = compileModule(tree, { filename: name, mode: "exec", optimize: 0, flags: 0 });
    time.parse += parsed - start;
    time.compile += performance.now() - parsed;
  } catch (error) {
    counts.failed++;
    if (show-- > 0) console.log(`${name}: ${error.stack.split("\n").slice(0, 4).join("\n")}`);
    continue;
  }
  const expected = unmarshal(readFileSync(join(oracle, `${name}.marshal`))).value;
  let different = 0;
  compare(code, expected, name, (fields, ours, theirs, path) => {
    counts.total++;
    if (fields.length === 0) {
      counts.equal++;
      return;
    }
    different++;
    for (const field of fields) byField.set(field, (byField.get(field) ?? 0) + 1);
    if (show-- <= 0) return;
    console.log(`--- ${path} (line ${theirs.firstlineno}): ${fields.join(" ")}`);
    if (ours === null) return;
    for (const field of fields) {
      if (field === "consts")
        console.log(
          ours.consts.map(constantText).join("; "),
          "\n",
          theirs.consts.map(constantText).join("; "),
        );
      else if (!["code", "linetable", "exceptiontable"].includes(field))
        console.log(String(ours[field]), "|", String(theirs[field]));
    }
    const left = lines(ours);
    const right = lines(theirs);
    let at = 0;
    while (at < left.length && left[at] === right[at]) at++;
    console.log(left.slice(Math.max(0, at - 3), at + 6).join("\n"));
    console.log("   expected:");
    console.log(right.slice(Math.max(0, at - 3), at + 6).join("\n"));
  });
  if (different === 0) counts.equalFiles++;
}
console.log(counts, Object.fromEntries(byField));
console.log(
  `${((100 * counts.equal) / counts.total).toFixed(2)} % equal; parse ${time.parse | 0} ms, compile ${time.compile | 0} ms`,
);
