import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../tools/lib/paths.mjs";

let folder: string;
const cache = () => join(folder, "dist/bundle/code-cache");

/** A made-up bundle with the real loader before it. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "adder-loader-"));
  const bundle = join(folder, "dist/bundle");
  mkdirSync(bundle, { recursive: true });
  cpSync(join(root, "packages/adder/bin"), join(folder, "bin"), { recursive: true });
  writeFileSync(join(bundle, "entry.json"), '"main-1.cjs"');
  // As the build writes them: functions of CommonJS modules.
  const write = (name: string, code: string): void =>
    writeFileSync(
      join(bundle, name),
      `(function (exports, require, module, __filename, __dirname) {${code}\n})`,
    );
  write(
    "main-1.cjs",
    'const { twice } = require("./part-1.cjs"); process.exitCode = twice(require("node:os").EOL.length + 1);',
  );
  write("part-1.cjs", "exports.twice = (n) => { console.log(process.argv[2]); return 2 * n; };");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "bin/adder.cjs"), "x"], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const fine = { status: process.platform === "win32" ? 6 : 4, stdout: "x\n", stderr: "" };

test("runs the bundle and keeps the code of each file", () => {
  expect(start()).toEqual(fine);
  expect(readdirSync(cache()).map((name) => name.split("-v")[0])).toEqual(["main-1.cjs", "part-1.cjs"]);
});

test("uses and leaves alone what an earlier run kept", () => {
  start();
  const before = readdirSync(cache()).map((name) => readFileSync(join(cache(), name)));
  expect(start()).toEqual(fine);
  expect(readdirSync(cache()).map((name) => readFileSync(join(cache(), name)))).toEqual(before);
});

test("replaces what V8 rejects", () => {
  start();
  for (const name of readdirSync(cache())) writeFileSync(join(cache(), name), "no code at all");
  expect(start()).toEqual(fine);
  for (const name of readdirSync(cache()))
    expect(readFileSync(join(cache(), name)).length).toBeGreaterThan(100);
});

test("does without where nothing can be written", () => {
  writeFileSync(cache(), "a file in the folder's place");
  expect(start()).toEqual(fine);
});
