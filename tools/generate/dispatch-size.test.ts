import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { devBundle } from "../lib/dev-bundle.mjs";
import { root } from "../lib/paths.mjs";

/** V8 refuses to optimise a function with more bytecode than this (`--max-optimized-bytecode-size`). */
const V8_LIMIT = 61_440;
/** What the interpreter loop is allowed; the rest is room for specialised instructions. */
const BUDGET = 55_000;

test("the interpreter loop is small enough to be optimised", async () => {
  const bundle = await devBundle(join(root, "packages/runtime/src/generated/dispatch.ts"));
  const folder = mkdtempSync(join(tmpdir(), "adder-"));
  try {
    // V8 compiles a function when it is called; that the call fails does not matter.
    const program = join(folder, "call.mjs");
    writeFileSync(
      program,
      `import { run } from ${JSON.stringify(pathToFileURL(bundle).href)};\ntry { run(); } catch {}\n`,
    );
    const flags = ["--print-bytecode", "--print-bytecode-filter=run"];
    const { stdout } = spawnSync(process.execPath, [...flags, program], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    const sizes = [...stdout.matchAll(/Bytecode length: (\d+)/g)].map((match) => Number(match[1]));
    const size = Math.max(...sizes);
    expect(size).toBeGreaterThan(5_000);
    expect(size).toBeLessThan(BUDGET);
    expect(BUDGET).toBeLessThan(V8_LIMIT);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
