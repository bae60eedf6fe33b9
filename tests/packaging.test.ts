import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  type Analysis,
  checkPackage,
  createPackageFromTarballData,
  type Problem,
} from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageNames, root } from "../tools/lib/paths.mjs";
import { examplesOf, type Packed, packAndInstall, run } from "./support/packed.js";

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");

let packed: Packed;

beforeAll(() => {
  packed = packAndInstall();
}, 300_000);

afterAll(() => {
  packed?.remove();
}, 60_000);

describe.each(packageNames)("@adder/%s as it is published", (name) => {
  const readme = () => readFileSync(join(root, "packages", name, "README.md"), "utf8");

  test("has nothing that publint objects to", async () => {
    const tarball = readFileSync(packed.tarballs[name] as string);
    const bytes = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength);
    const { messages } = await publint({
      pack: { tarball: bytes as ArrayBuffer },
      level: "suggestion",
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  test("has types that every kind of import finds", async () => {
    const tarball = createPackageFromTarballData(readFileSync(packed.tarballs[name] as string));
    const analysis = await checkPackage(tarball);
    expect(analysis.types).toEqual({ kind: "included" });
    const problems = analysis.types === false ? [] : (analysis as Analysis).problems;
    // The packages are ES modules only: `require` and the resolution of Node 10 are not promised.
    const unpromised = ["node10", "node16-cjs"];
    const isPromised = (p: Problem) =>
      !("resolutionKind" in p && unpromised.includes(p.resolutionKind)) &&
      !("resolutionOption" in p && unpromised.includes(p.resolutionOption));
    expect(problems.filter(isPromised)).toEqual([]);
  });

  test("has a README whose examples are checked and run", () => {
    const examples = examplesOf(readme());
    expect(examples.length, "the README needs a ```ts block").toBeGreaterThan(0);
    const options = [
      "--strict",
      "--target",
      "es2022",
      "--lib",
      "es2023,dom",
      "--module",
      "nodenext",
      "--types",
      "",
    ];
    for (const [i, { language, code, output }] of examples.entries()) {
      const file = `example-${name}-${i}`;
      writeFileSync(join(packed.folder, `${file}.${language}`), code);
      if (language === "ts")
        run(process.execPath, [tsc, ...options, "--ignoreConfig", `${file}.ts`], packed.folder);
      const printed = run(process.execPath, [`${file}.js`], packed.folder);
      if (output !== null) expect(printed).toBe(output);
    }
  });

  test("carries its licence, and neither tests nor build records", () => {
    const files = run("tar", ["-tzf", packed.tarballs[name] as string], packed.folder).split("\n");
    expect(files).toContain("package/LICENSE");
    expect(files.filter((file) => /\.test\.|tsbuildinfo|\.stamp$/.test(file))).toEqual([]);
  });
});

test("the installed command runs a program", () => {
  const command = join(packed.folder, "node_modules/.bin/adder");
  expect(run(command, ["-c", "import json; print(json.dumps([1, 2]))"], packed.folder)).toBe("[1, 2]\n");
});
