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

/** The bytes of some packages of the workspace as one minified ES module, with everything that they export. */
export async function bundledSize(names) {
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
          id === entry ? names.map((n) => `export * as ${n} from "@adder/${n}";`).join("\n") : null,
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  const code = output.map((chunk) => chunk.code ?? "").join("");
  return { minified: Buffer.byteLength(code), compressed: gzipSync(code, { level: 9 }).length };
}
