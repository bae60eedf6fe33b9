import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

const packages = fileURLToPath(new URL("../../", import.meta.url));
const library = join(packages, "stdlib/dist/lib");

/** The browser's build as one script that leaves its exports in `adder`. Anything of Node would stay an import. */
async function bundle(): Promise<string> {
  const build = await rolldown({
    input: join(packages, "adder/src/browser.ts"),
    platform: "browser",
    resolve: {
      alias: Object.fromEntries(
        readdirSync(packages).map((name) => [`@adder/${name}`, join(packages, name, "src/index.ts")]),
      ),
    },
  });
  const { output } = await build.generate({ format: "iife", name: "adder" });
  await build.close();
  expect(output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.imports : []))).toEqual([]);
  return output[0].code;
}

/** The library's files under `/lib`, as an application would fetch them. */
function libraryFiles(): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(library, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[`/lib${path.slice(library.length)}`] = new Uint8Array(readFileSync(path));
  }
  return files;
}

const program = `
var lines = [];
const host = new adder.MemoryHost({ files: { ...library, "/app/greeting.py": "def greet(name):\\n    return f'hello {name}'\\n" } });
const python = new adder.Interpreter({
  host,
  library: "/lib",
  path: ["/app"],
  stdout: (text) => lines.push(text),
});
python.run("import greeting, sys, textwrap\\nprint(greeting.greet('browser'), sys.platform)");
lines.push(python.evaluate("textwrap.shorten('one two three', 9)"));
`;

test("the browser's build runs programs without anything of Node", async () => {
  const script = await bundle();
  // What a browser has and the language has not.
  const globals = {
    TextDecoder,
    TextEncoder,
    performance,
    crypto,
    library: libraryFiles(),
    lines: [] as string[],
  };
  runInNewContext(`${script}\n${program}`, globals);
  expect(globals.lines.join("")).toBe("hello browser browser\none [...]");
});
