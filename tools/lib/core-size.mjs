import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { root } from "./paths.mjs";

/** The packages that run compiled Python without the standard library and the command line. */
export const corePackages = [
  "ast",
  "bytecode",
  "parser",
  "compiler",
  "objects",
  "frames",
  "specializer",
  "runtime",
];

/** What the core may weigh, bundled, minified and compressed, in bytes. */
export const coreBudget = 300 * 1024;

/** What the parser alone may weigh, and the parser with the compiler and the tools for bytecode. */
export const parserBudget = 45 * 1024;
export const frontEndBudget = 90 * 1024;

/** What `@adder/bytecode` has for interpreters only; a tool's bundle leaves it out. */
export const interpreterNames = (
  "Form formNames formShown superinstructionParts COLD_COUNTER FIRST_FORM makeWord narrowInstructions OPCODE_BITS " +
  "OPCODE_MASK widenInstructions formsOf genericOf instructionName isAdaptive"
).split(" ");

/**
 * The bytes of some packages of the workspace as one minified ES module, with everything that they export.
 *
 * @param {string[]} names
 * @param {string} [program] what is bundled instead: the text of a module that imports them
 */
export async function bundledSize(names, program) {
  const entry = "\0entry";
  const source = (name) => join(root, "packages", name, "src/index.ts");
  const build = await rolldown({
    input: { entry },
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "workspace",
        resolveId: (id) =>
          id === entry ? entry : /^@adder\/\w+$/.test(id) ? source(id.slice("@adder/".length)) : null,
        load: (id) =>
          id === entry
            ? (program ?? names.map((n) => `export * as ${n} from "@adder/${n}";`).join("\n"))
            : null,
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  const code = output.map((chunk) => chunk.code ?? "").join("");
  return { minified: Buffer.byteLength(code), compressed: gzipSync(code, { level: 9 }).length };
}
