import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageNames, root } from "../tools/lib/paths.mjs";
import { exampleOf, type Packed, packAndInstall, run } from "./support/packed.js";

const require = createRequire(import.meta.url);
const attw = join(dirname(require.resolve("@arethetypeswrong/cli/package.json")), "dist/index.js");
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");

let packed: Packed;

beforeAll(() => {
  packed = packAndInstall();
}, 300_000);

afterAll(() => {
  packed?.remove();
});

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

  test("has types that every kind of import finds", () => {
    const args = [
      attw,
      packed.tarballs[name] as string,
      "--profile",
      "esm-only",
      "--no-definitely-typed",
      "--no-emoji",
    ];
    expect(run(process.execPath, args, packed.folder)).toContain("No problems found");
  });

  test("has a README whose example is checked and runs", () => {
    const example = exampleOf(readme());
    expect(example, "the README needs a ```ts block").not.toBeNull();
    const { code, output } = example as NonNullable<typeof example>;
    const file = `example-${name}.ts`;
    writeFileSync(join(packed.folder, file), code);
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
    run(process.execPath, [tsc, ...options, "--ignoreConfig", file], packed.folder);
    const printed = run(process.execPath, [`example-${name}.js`], packed.folder);
    if (output !== null) expect(printed).toBe(output);
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
