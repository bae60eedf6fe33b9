import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../tools/lib/paths.mjs";

const adder = (name) => import(pathToFileURL(join(root, `packages/${name}/dist/index.js`)).href);

/** Makes the bodies of code and of all code inside it, as CPython's `compile()` does; the compiler leaves that for later. */
function assembleAll(code) {
  for (const constant of code.consts) if (constant?.type === "code") assembleAll(constant);
}

/** What the contenders do with one source; each answers a number of its own, so that no work is for nothing. */
export const tasks = {
  async compile() {
    const compile = await tasks.compileOnDemand();
    return (text, filename) => {
      assembleAll(compile(text, filename));
      return 1;
    };
  },
  async compileOnDemand() {
    const [{ parseModule }, { compileModule }] = await Promise.all([adder("parser"), adder("compiler")]);
    return (text, filename) => {
      const tree = parseModule(text, { filename, characterNames: () => "x" });
      return compileModule(tree, { filename, mode: "exec", optimize: 0, flags: 0 });
    };
  },
  async parse() {
    const { parseModule } = await adder("parser");
    return (text) => parseModule(text, { characterNames: () => "x" }).body.length;
  },
  async tokenize() {
    const { tokenize } = await adder("parser");
    return (text) => {
      let count = 0;
      for (const _ of tokenize(text)) count++;
      return count;
    };
  },
  async tokenizeFully() {
    const { tokenize } = await adder("parser");
    return (text) => {
      let count = 0;
      for (const { string, start, end, line } of tokenize(text))
        count += string.length + line.length + start[0] + end[1] > 0 ? 1 : 0;
      return count;
    };
  },
  async lezer() {
    const { parser } = await import("@lezer/python");
    return (text) => parser.parse(text).length;
  },
  async treeSitter() {
    const { Language, Parser } = await import("web-tree-sitter");
    await Parser.init();
    const require = createRequire(import.meta.url);
    const parser = new Parser();
    parser.setLanguage(await Language.load(require.resolve("tree-sitter-python/tree-sitter-python.wasm")));
    return (text) => {
      const tree = parser.parse(text);
      const count = tree.rootNode.childCount;
      tree.delete();
      return count;
    };
  },
  async antlr() {
    const { Python3Parser } = createRequire(import.meta.url)("dt-python-parser");
    const parser = new Python3Parser();
    return (text) => parser.parse(text, () => {}).getChildCount();
  },
};
