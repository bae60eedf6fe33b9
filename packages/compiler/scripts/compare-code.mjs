/**
 * Compares code objects with CPython's, field by field:
 * `node scripts/compare-code.mjs [--show=N] [--optimize=N] DIR|FILE...`; a FILE ending in `.snippets` holds programs
 * separated by lines of `---`.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { compileModule } from "../dist/index.js";
import { codeJson, differingFields, nested, normalConstant } from "./code-json.mjs";
import { reviveConstant, reviveTree, startOracle } from "./oracle.mjs";

function* files(path) {
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) yield* files(join(path, name));
  else if (path.endsWith(".py")) yield [path, readFileSync(path, "utf8")];
  else if (path.endsWith(".snippets")) {
    let i = 0;
    for (const source of readFileSync(path, "utf8").split(/^---.*\n/m)) yield [`${path}#${++i}`, source];
  }
}

function revive(code) {
  code.consts = code.consts.map((constant) =>
    constant?.type === "code" ? revive(constant) : normalConstant(reviveConstant(constant)),
  );
  return code;
}

const options = { show: 20, optimize: 0, mode: "exec", flags: 0 };
const paths = [];
for (const argument of process.argv.slice(2)) {
  const option = /^--(\w+)=(.*)$/.exec(argument);
  if (option) options[option[1]] = option[1] === "mode" ? option[2] : Number(option[2]);
  else paths.push(argument);
}

const ask = await startOracle();
let same = 0;
let total = 0;
let failed = 0;
let errors = 0;
let shown = 0;
let milliseconds = 0;
const byField = new Map();

function report(text) {
  if (shown++ < options.show) console.log(text);
}

for (const path of paths) {
  for (const [name, source] of files(path)) {
    const expected = ask(source, "ast,code", options);
    let code;
    let error = null;
    const warnings = [];
    if (!expected.ast) {
      report(`${name}: not parsed: ${expected.msg} ${expected.at}`);
      continue;
    }
    const tree = reviveTree(expected.ast);
    const start = performance.now();
    try {
      code = compileModule(tree, {
        filename: "<s>",
        mode: options.mode,
        optimize: options.optimize,
        flags: options.flags,
        onWarning: (warning) => {
          warnings.push([warning.message, warning.lineno]);
        },
      });
    } catch (thrown) {
      error = thrown;
    }
    milliseconds += performance.now() - start;
    if (expected.error || error) {
      total++;
      const ours = error && {
        error: error.type,
        msg: error.message,
        at: [error.lineno, error.offset, error.endLineno, error.endOffset],
      };
      const theirs = expected.error && { error: expected.error, msg: expected.msg, at: expected.at };
      if (JSON.stringify(ours) === JSON.stringify(theirs)) {
        same++;
        errors++;
      } else {
        failed++;
        report(
          `${name}: ours ${error && !error.type ? error.stack : JSON.stringify(ours)}\n   CPython ${JSON.stringify(theirs)}`,
        );
      }
      continue;
    }
    if (JSON.stringify(warnings) !== JSON.stringify(expected.warnings)) {
      report(`${name}: warnings ${JSON.stringify(warnings)} instead of ${JSON.stringify(expected.warnings)}`);
    }
    const ours = [...nested(codeJson(code))];
    const theirs = [...nested(revive(expected.code))];
    total += theirs.length;
    if (ours.map(([p]) => p).join() !== theirs.map(([p]) => p).join())
      report(`${name}: different nested code objects`);
    const byPath = new Map();
    for (const [p, c] of ours) byPath.set(`${p}@${c.firstlineno}#${c.linetable.slice(0, 40)}`, c);
    theirs.forEach(([p, c], i) => {
      const own = ours[i]?.[0] === p ? ours[i][1] : undefined;
      const fields = own ? differingFields(own, c) : ["missing"];
      if (fields.length === 0) same++;
      else {
        for (const field of fields) byField.set(field, (byField.get(field) ?? 0) + 1);
        report(`${name}: ${p} (line ${c.firstlineno}): ${fields.join(", ")}`);
      }
    });
  }
}
console.log(
  `${same} of ${total} code objects equal (${((100 * same) / total).toFixed(2)} %), ${errors} of them errors, ${failed} failures, ${Math.round(milliseconds)} ms`,
);
if (byField.size) console.log("differences by field:", Object.fromEntries(byField));
