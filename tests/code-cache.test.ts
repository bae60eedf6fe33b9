import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { run } from "../bench/measure.mjs";
import { root } from "../tools/lib/paths.mjs";
import { prepare } from "../tools/lib/prepare.mjs";

const folder = join(root, "packages/adder/dist/bundle/code-cache");
const greet = () => run([process.execPath, join(root, "packages/adder/bin/adder.cjs"), "-c", "print('ok')"]);
const written = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]);

beforeAll(() => {
  expect(prepare()).toBe(0);
}, 300_000);

test("V8 takes the code that an earlier run of the command line has kept", () => {
  expect(greet().output).toBe("ok\n");
  const before = written();
  expect(before.length).toBeGreaterThan(0);
  expect(greet().output).toBe("ok\n");
  expect(written()).toEqual(before);
});
