// What `reparse` takes after each key that is typed in a long file, in CPU milliseconds of all threads.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../tools/lib/paths.mjs";
import { summary } from "../statistics.mjs";

const repeat = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join("");
const indented = (text, indent) => text.replace(/^(?=.)/gm, indent);
const statement = (i) => `x${i} = f(a, ${i}) + b.c\n`;
const define = (i) => `def m${i}(self, a):\n    if a:\n        return self.b + ${i}\n    return a\n\n`;
const nested = (depth, text) =>
  depth === 0 ? text : `if a${depth}:\n${indented(nested(depth - 1, text), "    ")}`;

/** Files of 10,000 lines. */
const files = {
  "statements at top level": () => repeat(10_000, statement),
  "functions at top level": () => repeat(2000, define),
  "methods of one class": () => `class A:\n${indented(repeat(2000, define), "    ")}`,
  "statements of one function": () => `def f():\n${indented(repeat(10_000, statement), "    ")}`,
  "statements twelve blocks deep": () => nested(12, repeat(10_000, statement)),
};

/** What is typed, key by key, as a line of its own. */
const typed = {
  "a name": "spam",
  "a newline": "\n",
  "a call": "x = f(a, b)",
  "a string": 'x = "spam"',
  "a block": "if a:\n    pass",
  "a string in triple quotes": '"""spam"""',
};

/** Times of each key, typed and taken back in a file, on the line below the one around the index `at`. */
function* times({ parseTolerant, reparse }, source, at, text) {
  const line = source.slice(source.lastIndexOf("\n", at) + 1, source.indexOf("\n", at));
  const indent = /^ */.exec(line)[0];
  const start = source.indexOf("\n", at) + 1;
  let result = parseTolerant(source);
  const edit = (from, to, inserted) => {
    const before = process.cpuUsage();
    result = reparse(result, { start: from, end: to, text: inserted });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  edit(start, start, `${indent}\n`);
  const keys = text.split("\n").join(`\n${indent}`);
  const first = start + indent.length;
  for (let i = 0; i < keys.length; i++) yield edit(first + i, first + i, keys[i]);
  for (let i = keys.length - 1; i >= 0; i--) yield edit(first + i, first + i + 1, "");
}

/** Prints the table of `node bench/front-end.mjs --only edits`. */
export async function measureEdits() {
  const parser = await import(pathToFileURL(join(root, "packages/parser/dist/index.js")).href);
  console.log("\n### After an edit\n\nCPU ms of a key: median, and the worst of all\n");
  console.log(`| 10,000 lines | ${Object.keys(typed).join(" | ")} | all again |`);
  console.log(`| --- |${" --: |".repeat(Object.keys(typed).length + 1)}`);
  for (const [name, make] of Object.entries(files)) {
    const source = make();
    const cells = [];
    for (const text of Object.values(typed)) {
      const all = [];
      for (const warm of [true, false]) {
        for (const place of warm ? [0.5] : [0.1, 0.9]) {
          const some = [...times(parser, source, Math.floor(source.length * place), text)];
          if (!warm) all.push(...some);
        }
      }
      cells.push(`${summary(all).median.toFixed(1)}, ${Math.max(...all).toFixed(1)}`);
    }
    const whole = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage();
      parser.parseTolerant(source);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    console.log(`| ${name} | ${cells.join(" | ")} | ${summary(whole).median.toFixed(1)} |`);
  }
}
