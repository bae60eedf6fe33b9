import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { run } from "../bench/measure.mjs";
import { root } from "../tools/lib/paths.mjs";
import { prepare } from "../tools/lib/prepare.mjs";

const checksums: Record<string, string> = JSON.parse(
  readFileSync(join(root, "bench/checksums.json"), "utf8"),
);

beforeAll(() => {
  expect(prepare()).toBe(0);
}, 300_000);

test("every program of the benchmark has a checksum from CPython", () => {
  const programs = readdirSync(join(root, "bench/programs")).filter((name) =>
    /^(?!harness).*\.py$/.test(name),
  );
  expect(programs.map((name) => name.slice(0, -3)).sort()).toEqual(Object.keys(checksums).sort());
});

test.each(Object.entries(checksums))("%s computes what CPython computes", (name, checksum) => {
  const program = join(root, "bench/programs", `${name}.py`);
  const result = run([process.execPath, join(root, "packages/adder/bin/adder.cjs"), program, "once"]);
  expect(result.error).toBeUndefined();
  expect(result.output).toBe(`checksum ${checksum}\n`);
});
