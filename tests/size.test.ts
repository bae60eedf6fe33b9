import { expect, test } from "vitest";
import * as bytecode from "../packages/bytecode/src/index.js";
import {
  bundledSize,
  coreBudget,
  corePackages,
  frontEndBudget,
  interpreterNames,
  parserBudget,
} from "../tools/lib/core-size.mjs";

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

test(`the core stays under ${kilobytes(coreBudget)}`, async () => {
  const sizes = [];
  for (const name of corePackages) sizes.push({ name, ...(await bundledSize([name])) });
  const core = await bundledSize(corePackages);
  const line = (name: string, size: { minified: number; compressed: number }) =>
    `${name.padEnd(28)} ${kilobytes(size.minified).padStart(10)} minified ${kilobytes(size.compressed).padStart(10)} compressed`;
  const lines = sizes.map(({ name, ...size }) => line(`${name} and what it imports`, size));
  console.log([...lines, line("core", core)].join("\n"));
  expect(core.compressed).toBeLessThan(coreBudget);
});

test(`the parser alone stays under ${kilobytes(parserBudget)}`, async () => {
  const { compressed } = await bundledSize(["parser"]);
  console.log(`@adder/parser ${kilobytes(compressed)} compressed`);
  expect(compressed).toBeLessThan(parserBudget);
});

test(`parser, compiler and the tools for bytecode stay under ${kilobytes(frontEndBudget)}`, async () => {
  const all = Object.keys(bytecode);
  expect(interpreterNames.filter((name) => !all.includes(name))).toEqual([]);
  const tools = all.filter((name) => !interpreterNames.includes(name));
  const program = `export * as parser from "@adder/parser";
    export * as compiler from "@adder/compiler";
    export { ${tools.join(", ")} } from "@adder/bytecode";`;
  const { compressed } = await bundledSize([], program);
  console.log(`parser, compiler and bytecode ${kilobytes(compressed)} compressed`);
  expect(compressed).toBeLessThan(frontEndBudget);
});
