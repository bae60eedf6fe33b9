import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../tools/lib/paths.mjs";
import { prepare } from "../tools/lib/prepare.mjs";

let folder: string;
beforeAll(() => {
  expect(prepare()).toBe(0);
  folder = mkdtempSync(join(tmpdir(), "adder-start-"));
  writeFileSync(
    join(folder, "program.py"),
    "import sys\nprint(sys.argv[1:], sys.stdin.read())\nprint('told', file=sys.stderr)\nsys.exit(7)\n",
  );
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a start with nothing stale is the program and nothing else", () => {
  const result = spawnSync("npm", ["--prefix", root, "start", "--", "program.py", "a b", "-c"], {
    cwd: folder,
    input: "given",
    encoding: "utf8",
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD)/i.test(name))),
    shell: process.platform === "win32",
  });
  expect(result).toMatchObject({ stdout: "['a b', '-c'] given\n", stderr: "told\n", status: 7 });
});

test("finding out that nothing is stale takes less than 50 ms", () => {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    prepare();
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(50);
});
