import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../tools/lib/paths.mjs";
import { bundleForBrowser, runAsPage } from "./support/browser.js";

/** TypeScript blocks of a README, each with the text block that follows. */
function examples(name: string): { code: string; output: string }[] {
  const readme = readFileSync(join(root, "packages", name, "README.md"), "utf8");
  const blocks = readme.matchAll(/^```ts\n([\s\S]*?)^```\n\s*^```text\n([\s\S]*?)^```/gm);
  return Array.from(blocks, ([, code, output]) => ({ code, output }));
}

const trimLines = (text: string) => text.replace(/[ \t]+$/gm, "");

describe.each(["ast", "parser", "compiler", "bytecode"])("the examples of @adder/%s", (name) => {
  test.each(examples(name))("run in a page, number %#", async ({ code, output }) => {
    const script = await bundleForBrowser(join(root, "packages", name, "example.ts"), code);
    expect(trimLines(runAsPage(script))).toBe(trimLines(output));
  });
});

test("the front end's example page shows tokens, problems and bytecode, and follows edits", async () => {
  class Element {
    value = "";
    textContent = "";
    className = "";
    onInput = () => {};
    append(child: Element | string) {
      this.textContent += typeof child === "string" ? child : `<${child.className} ${child.textContent}>`;
    }
    addEventListener(_: string, listener: () => void) {
      this.onInput = listener;
    }
  }
  const elements: Record<string, Element> = {};
  const document = {
    getElementById: (id: string) => (elements[id] ??= new Element()),
    createElement: () => new Element(),
  };
  const source = document.getElementById("source");
  source.value = "def f():\n    return 'é' # c\nx = (1\n";
  const script = await bundleForBrowser(join(root, "examples/front-end-page/page.ts"));
  runAsPage(script, { document });
  expect(elements.tokens.textContent).toBe(
    "def f():\n    return <string 'é'> <comment # c>\nx = (<number 1>\n",
  );
  expect(elements.problems.textContent).toBe("3:5 '(' was never closed");
  expect(elements.bytecode.textContent).toBe("");
  source.value = "def f():\n    return 'é' # c\nx = (1)\n";
  source.onInput();
  expect(elements.problems.textContent).toBe("");
  expect(elements.bytecode.textContent).toContain("STORE_NAME               1 (x)");
});
