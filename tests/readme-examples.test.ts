import { expect, test } from "vitest";
import { examplesOf } from "./support/packed.js";

test("a README's examples are its TypeScript blocks, each with the text block behind it", () => {
  const readme = "# x\n\n```sh\nnpm i\n```\n\n```ts\na();\n```\n\n```text\n1\n```\n\n```ts\nb();\n```\n";
  expect(examplesOf(readme)).toEqual([
    { language: "ts", code: "a();\n", output: "1\n" },
    { language: "ts", code: "b();\n", output: null },
  ]);
});

test("JavaScript is an example where the README says what it prints", () => {
  expect(examplesOf("```js\na();\n```\n\n```text\n1\n```\n\n```js\nb(...);\n```\n")).toEqual([
    { language: "js", code: "a();\n", output: "1\n" },
  ]);
});

test("an example need not say what it prints", () => {
  expect(examplesOf("```ts\na();\n```\n\nThen:\n\n```text\n1\n```\n")).toEqual([
    { language: "ts", code: "a();\n", output: null },
  ]);
});

test("a README may have no example", () => {
  expect(examplesOf("# x\n")).toEqual([]);
});
