// Compiles random programs with nested control flow here and with CPython 3.14 and compares the code objects.
// usage: node fuzz-code.mjs [programs] [seed]

import { isDeepStrictEqual } from "node:util";
import { loadPyodide } from "pyodide";
import { disassemble, unmarshal } from "../../bytecode/dist/index.js";
import { parseModule } from "../../parser/dist/index.js";
import { compileModule } from "../dist/index.js";

const [, , programs = "500", firstSeed = "1"] = process.argv;
let state = Number(firstSeed);
function random(limit) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 8) % limit;
}
const pick = (items) => items[random(items.length)];
const names = ["a", "b", "c", "d", "e"];
const constants = [
  "None",
  "True",
  "0",
  "1",
  "-1",
  "1.5",
  "'s'",
  "()",
  "(1, 2)",
  "...",
  "1000",
  "b'x'",
  "2j",
  "''",
];
const operators = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"];

function expression(depth) {
  if (depth <= 0) return random(3) === 0 ? pick(constants) : pick(names);
  const e = () => expression(depth - 1 - random(2));
  switch (random(30)) {
    case 0:
    case 1:
      return `(${e()} ${pick(operators)} ${e()})`;
    case 2:
    case 3:
      return `(${e()} and ${e()})`;
    case 4:
    case 5:
      return `(${e()} or ${e()})`;
    case 6:
      return `(not ${e()})`;
    case 7:
      return `(${e()} if ${e()} else ${e()})`;
    case 8:
      return `(${e()} is ${pick(["", "not "])}None)`;
    case 9:
      return `(${e()} ${pick(["<", "==", ">=", "in", "not in", "is"])} ${e()})`;
    case 10:
      return `(${e()} < ${e()} <= ${e()})`;
    case 11:
      return `f(${e()}, ${e()})`;
    case 12:
      return `f(${e()}, k=${e()}, *${e()})`;
    case 13:
      return `${pick(names)}.attr`;
    case 14:
      return `${pick(names)}.method(${e()})`;
    case 15:
      return `${pick(names)}[${e()}]`;
    case 16:
      return `${pick(names)}[${e()}:${e()}]`;
    case 17:
      return `[${e()}, ${e()}, ${e()}]`;
    case 18:
      return `{${e()}, ${e()}, ${e()}}`;
    case 19:
      return `{${e()}: ${e()}}`;
    case 20:
      return `(${e()}, ${e()})`;
    case 21:
      return `[${e()} for ${pick(names)} in ${e()} if ${e()}]`;
    case 22:
      return `f"{${e()}}x{${e()}!r:>{${e()}}}"`
        .replaceAll("''", "0")
        .replaceAll("'s'", "1")
        .replaceAll("b'x'", "2");
    case 23:
      return `(${pick(names)} := ${e()})`;
    case 24:
      return `(lambda ${pick(names)}: ${e()})`;
    case 25:
      return `(yield ${e()})`;
    case 26:
      return `(-${e()})`;
    case 27:
      return `(${pick(constants)} ${pick(operators)} ${pick(constants)})`;
    case 28:
      return `(${pick(constants)}, ${pick(constants)}, ${pick(constants)})`;
    default:
      return pick(names);
  }
}

function block(depth, indent, loop, gen) {
  let text = "";
  for (let i = 0, n = 1 + random(3); i < n; i++) text += statement(depth, indent, loop, gen);
  return text;
}

function statement(depth, indent, loop) {
  const pad = "    ".repeat(indent);
  const e = () => expression(random(3));
  const inner = (l = loop) => block(depth - 1, indent + 1, l);
  if (depth <= 0 || random(4) === 0) {
    switch (random(16)) {
      case 0:
      case 1:
      case 2:
        return `${pad}${pick(names)} = ${e()}\n`;
      case 3:
        return `${pad}${pick(names)}, ${pick(names)} = ${e()}, ${e()}\n`;
      case 4:
        return `${pad}${pick(names)}, *${pick(names)} = ${e()}\n`;
      case 5:
        return `${pad}${pick(names)} += ${e()}\n`;
      case 6:
        return `${pad}del ${pick(names)}\n`;
      case 7:
        return `${pad}return ${e()}\n`;
      case 8:
        return `${pad}raise ${e()}\n`;
      case 9:
        return loop ? `${pad}break\n` : `${pad}pass\n`;
      case 10:
        return loop ? `${pad}continue\n` : `${pad}pass\n`;
      case 11:
        return `${pad}assert ${e()}, ${e()}\n`;
      case 12:
        return `${pad}${pick(names)}, ${pick(names)}, ${pick(names)} = ${pick(names)}, ${pick(names)}, ${pick(names)}\n`;
      case 13:
        return `${pad}${pick(names)}.x = ${pick(names)}[${e()}] = ${e()}\n`;
      case 14:
        return `${pad}import os.path as ${pick(names)}\n`;
      default:
        return `${pad}${e()}\n`;
    }
  }
  switch (random(13)) {
    case 0:
      return `${pad}if ${e()}:\n${inner()}`;
    case 1:
      return `${pad}if ${e()}:\n${inner()}${pad}else:\n${inner()}`;
    case 2:
      return `${pad}if ${e()}:\n${inner()}${pad}elif ${e()}:\n${inner()}${pad}else:\n${inner()}`;
    case 3:
      return `${pad}while ${e()}:\n${inner(true)}`;
    case 4:
      return `${pad}while ${e()}:\n${inner(true)}${pad}else:\n${inner()}`;
    case 5:
      return `${pad}for ${pick(names)} in ${e()}:\n${inner(true)}`;
    case 6:
      return `${pad}for ${pick(names)}, ${pick(names)} in ${e()}:\n${inner(true)}${pad}else:\n${inner()}`;
    case 7:
      return `${pad}try:\n${inner()}${pad}except ${e()}:\n${inner()}`;
    case 8:
      return `${pad}try:\n${inner()}${pad}except ${e()} as ${pick(names)}:\n${inner()}${pad}else:\n${inner()}`;
    case 9:
      return `${pad}try:\n${inner()}${pad}finally:\n${inner()}`;
    case 10:
      return `${pad}try:\n${inner()}${pad}except ${e()}:\n${inner()}${pad}finally:\n${inner()}`;
    case 11:
      return `${pad}with ${e()} as ${pick(names)}, ${e()}:\n${inner()}`;
    default:
      return `${pad}match ${e()}:\n${pad}    case [${pick(names)}, 1]:\n${block(depth - 1, indent + 2, loop)}${pad}    case {'k': v} if ${e()}:\n${block(depth - 1, indent + 2, loop)}${pad}    case _:\n${block(depth - 1, indent + 2, loop)}`;
  }
}

const python = await loadPyodide({ stderr: () => {} });
const reference = python.runPython(`
import marshal, warnings
warnings.simplefilter("ignore")
def reference(source):
    try:
        return marshal.dumps(compile(source, "fuzz", "exec", dont_inherit=True))
    except SyntaxError:
        return None
reference
`);
const plain = (value) => {
  if (typeof value !== "object" || value === null) return value;
  if (value.type === "frozenset")
    return { set: value.items.map((item) => JSON.stringify(plain(item))).sort() };
  if (value.items) return { type: value.type, items: value.items.map(plain) };
  if (value.type !== "code") return value.type === "bytes" ? Array.from(value.value) : { ...value };
  const {
    code,
    consts,
    names: used,
    localsplusNames,
    localsplusKinds,
    linetable,
    exceptiontable,
    ...rest
  } = value;
  const { argcount, stacksize, flags, name, qualname, firstlineno } = rest;
  void [argcount, stacksize, flags, name, qualname, firstlineno];
  return {
    header: [
      value.argcount,
      value.kwonlyargcount,
      value.stacksize,
      value.flags,
      value.name,
      value.qualname,
      value.firstlineno,
    ],
    code: value.code,
    names: value.names,
    localsplusNames: value.localsplusNames,
    tables: [value.localsplusKinds, value.linetable, value.exceptiontable].map((bytes) => Array.from(bytes)),
    consts: value.consts.map(plain),
  };
};
let compared = 0;
let different = 0;
let smallest = null;
/** Where two plain values differ, or null. */
function differing(a, b, path = "") {
  if (isDeepStrictEqual(a, b)) return null;
  if (typeof a === "object" && typeof b === "object" && a !== null && b !== null) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const key of keys) {
      const found = differing(a[key], b[key], `${path}.${key}`);
      if (found !== null) return found;
    }
  }
  return `${path}: ${JSON.stringify(a)} | ${JSON.stringify(b)}`;
}
for (let i = 0; i < Number(programs); i++) {
  const seed = state;
  const generator = random(4) === 0;
  const parameters = names.slice(0, random(6)).join(", ");
  let source = `${random(8) === 0 ? "async " : ""}def function(${parameters}):\n${block(1 + random(4), 1, false)}`;
  // Complex powers are left to run time.
  source = source.replace(/2j(\)*) \*\*|\*\* (\(*)2j/g, "2j$1 * $22");
  if (!generator) source = source.replaceAll("(yield ", "(");
  const bytes = reference(source);
  if (bytes === undefined || bytes === null) continue;
  const theirs = unmarshal(bytes.toJs()).value;
  bytes.destroy();
  compared++;
  const ours = compileModule(parseModule(source, { filename: "fuzz" }), {
    filename: "fuzz",
    mode: "exec",
    optimize: 0,
    flags: 0,
  });
  const difference = differing(plain(ours), plain(theirs));
  if (difference === null) continue;
  different++;
  if (smallest === null || source.length < smallest.source.length)
    smallest = { seed, source, difference, ours, theirs };
}
if (smallest !== null) {
  console.log(`seed ${smallest.seed}\n${smallest.source}\n${smallest.difference}`);
  const sorted = (code) =>
    disassemble(code, { showOffsets: true })
      .replace(/frozenset\(.*\)\)/g, "frozenset")
      .split("\n");
  const left = sorted(smallest.ours);
  const right = sorted(smallest.theirs);
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  console.log(
    `${left.slice(Math.max(at - 4, 0), at + 5).join("\n")}\n   expected:\n${right.slice(Math.max(at - 4, 0), at + 5).join("\n")}`,
  );
}
console.log(`${compared} programs compared, ${different} differ`);
