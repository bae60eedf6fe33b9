/**
 * Compiles random programs of nested scopes (functions, classes, comprehensions, type parameters, annotations,
 * declarations) here and with CPython, errors and warnings included: `node scripts/fuzz-scopes.mjs [N] [SEED]`.
 */
import { compileModule } from "../dist/index.js";
import { codeJson, differingFields, nested, normalConstant } from "./code-json.mjs";
import { reviveConstant, reviveTree, startOracle } from "./oracle.mjs";

let state = Number(process.argv[3] ?? 1);
function random(limit) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 8) % limit;
}
const pick = (items) => items[random(items.length)];
const NAMES = ["a", "b", "c", "a", "b", "__p", "super", "__class__", "__classdict__", "T", "format"];
const name = () => pick(random(daring ? 4 : 12) ? ["a", "b", "c"] : NAMES);

/** Mostly what compiles: every third program may have what is often an error. */
let daring = false;

function expression(depth) {
  if (depth <= 0) return pick([name(), name(), name(), "1", "None", "...", "super()"]);
  const e = () => expression(depth - 1);
  switch (random(daring ? 26 : 21)) {
    case 0:
      return `[${e()} for ${name()} in ${e()}]`;
    case 1:
      return `{${e()} for ${name()} in ${e()} if ${e()}}`;
    case 2:
      return `{${e()}: ${e()} for ${name()} in ${e()}}`;
    case 3:
      return `(${e()} for ${name()} in ${e()} for ${name()} in ${e()})`;
    case 4:
      return `[${e()} for ${name()}, ${name()} in ${e()} for ${name()} in [${e()}]]`;
    case 5:
      return `(lambda ${name()}: ${e()})`;
    case 6:
      return `(lambda ${name()}=${e()}: ${e()})`;
    case 7:
      return daring ? `(${name()} := ${e()})` : e();
    case 8:
      return `super().${name()}(${e()})`;
    case 9:
      return `super().${name()}`;
    case 10:
      return `${e()}.${name()}`;
    case 11:
      return `${e()}[${e()}]`;
    case 12:
      return `${name()}(${e()}, *${e()}, ${name()}=${e()})`;
    case 13:
      return `(${e()} if ${e()} else ${e()})`;
    case 14:
      return `(${e()} and ${e()})`;
    case 15:
      return `f"{${name()}}{${name()}!r:{${name()}}}"`;
    case 16:
      return daring ? `(yield ${e()})` : e();
    case 17:
      return !daring ? e() : `[${e()} async for ${name()} in ${e()}]`;
    case 18:
      return daring ? `(await ${e()})` : e();
    case 19:
      return `all(${e()} for ${name()} in ${e()})`;
    case 20:
      return `(${e()} < ${e()} < ${e()})`;
    default:
      return e();
  }
}

function parameters() {
  const all = ["a", "b", "c", "__p", "T", "format"].filter(() => random(3) === 0);
  return all.map((p) => `${p}${random(3) ? "" : `: ${expression(1)}`}`).join(", ");
}

function typeParameters() {
  if (random(3)) return "";
  return `[${pick(["T", "a", "__p"])}${pick(["", `: ${expression(1)}`, `: (${expression(1)}, ${expression(0)})`])}${pick(["", "", ` = ${expression(1)}`])}]`;
}

function block(depth, indent) {
  let text = "";
  for (let i = 1 + random(3); i > 0; i--) text += statement(depth, indent);
  return text;
}

function statement(depth, indent) {
  const pad = " ".repeat(indent);
  const e = () => expression(random(3));
  const inner = () => block(depth - 1, indent + 1);
  const simple = () => {
    switch (random(14)) {
      case 0:
        return `${name()} = ${e()}`;
      case 1:
        return daring || !random(4) ? `global ${name()}` : e();
      case 2:
        return daring ? `nonlocal ${name()}` : e();
      case 3:
        return `${name()}: ${e()}`;
      case 4:
        return `${name()}: ${e()} = ${e()}`;
      case 5:
        return `del ${name()}`;
      case 6:
        return `import ${name()}`;
      case 7:
        return `${name()} += ${e()}`;
      case 8:
        return `self.${name()} = ${e()}`;
      case 9:
        return daring ? `return ${random(2) ? e() : ""}` : e();
      case 10:
        return `type ${name()}${typeParameters()} = ${e()}`;
      default:
        return e();
    }
  };
  if (depth <= 0) return `${pad}${simple()}\n`;
  switch (random(14)) {
    case 0:
    case 1:
      return `${pad}def ${name()}${typeParameters()}(${parameters()}):\n${inner()}`;
    case 2:
      return `${pad}async def ${name()}(${parameters()}):\n${inner()}`;
    case 3:
    case 4:
      return `${pad}class ${pick(["A", "_B", "a"])}${typeParameters()}(${random(2) ? e() : ""}):\n${inner()}`;
    case 5:
      return `${pad}if ${e()}:\n${inner()}`;
    case 6:
      return `${pad}for ${name()} in ${e()}:\n${inner()}`;
    case 7:
      return `${pad}try:\n${inner()}${pad}except ${e()} as ${name()}:\n${inner()}`;
    case 8:
      return `${pad}with ${e()} as ${name()}:\n${inner()}`;
    case 9:
      return `${pad}match ${e()}:\n${pad} case [${name()}, *${name()}] | {1: ${name()}}:\n${block(depth - 1, indent + 2)}`;
    default:
      return `${pad}${simple()}\n`;
  }
}

function revive(code) {
  code.consts = code.consts.map((constant) =>
    constant?.type === "code" ? revive(constant) : normalConstant(reviveConstant(constant)),
  );
  return code;
}

const ask = await startOracle();
const total = Number(process.argv[2] ?? 1000);
let compiled = 0;
let failed = 0;
let different = 0;
for (let i = 0; i < total && different < 10; i++) {
  daring = random(3) === 0;
  const future = random(8) === 0 ? "from __future__ import annotations\n" : "";
  const source = future + block(3, 0);
  const expected = ask(source, "ast,code");
  if (!expected.ast) continue;
  let ours = null;
  let thrown = null;
  const warnings = [];
  try {
    const onWarning = ({ message, lineno }) => {
      warnings.push([message, lineno]);
      return false;
    };
    ours = compileModule(reviveTree(expected.ast), {
      filename: "<s>",
      mode: "exec",
      optimize: 0,
      flags: 0,
      onWarning,
    });
  } catch (error) {
    if (!error.type) console.log(error.stack);
    thrown = {
      error: error.type,
      msg: error.message,
      at: [error.lineno, error.offset, error.endLineno, error.endOffset],
    };
  }
  let problem = null;
  if (expected.error || thrown) {
    failed++;
    const theirs = expected.error ? { error: expected.error, msg: expected.msg, at: expected.at } : null;
    // CPython shows its tables, with addresses, in its own errors.
    if (theirs?.error === "SystemError") theirs.msg = theirs.msg.replace(/ \(\d+\); symbols: [\s\S]*/, "");
    if (JSON.stringify(theirs) !== JSON.stringify(thrown))
      problem = `${JSON.stringify(thrown)}\n${JSON.stringify(theirs)}`;
  } else {
    compiled++;
    const left = [...nested(codeJson(ours))];
    const right = [...nested(revive(expected.code))];
    if (left.length !== right.length) problem = "different nested code";
    for (let k = 0; k < left.length && problem === null; k++) {
      const fields = differingFields(left[k][1], right[k][1]);
      if (fields.length > 0)
        problem = `${right[k][0]}: ${fields.map((f) => `${f}\n  ${JSON.stringify(left[k][1][f])}\n  ${JSON.stringify(right[k][1][f])}`).join("\n")}`;
    }
    if (JSON.stringify(warnings) !== JSON.stringify(expected.warnings))
      problem ??= `warnings ${JSON.stringify(warnings)}\n${JSON.stringify(expected.warnings)}`;
  }
  if (problem !== null) {
    different++;
    console.log(`-- ${i}\n${source}${problem}\n`);
  }
}
console.log(`${compiled} compiled, ${failed} errors, ${different} differ`);
