import { expect, test } from "vitest";
import { exampleOf } from "./support/packed.js";

test("a README's example is its first TypeScript block and the text block behind it", () => {
  const readme = "# x\n\n```sh\nnpm i\n```\n\n```ts\na();\n```\n\n```text\n1\n```\n\n```ts\nb();\n```\n";
  expect(exampleOf(readme)).toEqual({ code: "a();\n", output: "1\n" });
});

test("an example need not say what it prints", () => {
  expect(exampleOf("```ts\na();\n```\n\nThen:\n\n```text\n1\n```\n")).toEqual({
    code: "a();\n",
    output: null,
  });
});

test("a README may have no example", () => {
  expect(exampleOf("# x\n")).toBeNull();
});
