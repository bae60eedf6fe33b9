import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runModule } from "./run-module.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "adder-suite-test-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a stand-in for Python: `body` is JavaScript that has `note(...words)`, the set `done` and the module's name. */
async function run(body: string, limits = {}) {
  const script = join(folder, `${Math.random().toString(36).slice(2)}.cjs`);
  writeFileSync(
    script,
    `const fs = require("fs");
     const [, , , name, report, doneFile] = process.argv;
     const done = new Set(fs.readFileSync(doneFile, "utf8").split("\\n"));
     const note = (...words) => fs.appendFileSync(report, words.join("\\t") + "\\n");
     const runs = (id) => { if (done.has(id)) return false; note("start", id); return true; };
     ${body}`,
  );
  const { tests } = await runModule("test.test_x", {
    command: [process.execPath, script],
    testPath: folder,
    limits: { testSeconds: 20, moduleSeconds: 60, megabytes: 1024, ...limits },
  });
  return Object.fromEntries([...tests].map(([id, { outcome }]) => [id, outcome]));
}

test("reports every outcome of a run that ends by itself", async () => {
  const outcomes = await run(`
    for (const [id, word] of [["a", "ok"], ["b", "fail"], ["c", "error"], ["d", "skip"], ["e", "xfail"], ["f", "upass"]]) {
      note("start", id); note(word, id, "why");
    }
    note("end");`);
  expect(outcomes).toEqual({ a: "pass", b: "fail", c: "error", d: "skip", e: "pass", f: "fail" });
});

test("goes on behind a test that ends the process", async () => {
  const outcomes = await run(`
    if (runs("a")) note("ok", "a");
    if (runs("b")) process.abort();
    if (runs("c")) note("ok", "c");
    note("end");`);
  expect(outcomes).toEqual({ a: "pass", b: "crash", c: "pass" });
});

test("goes on behind a test that hangs", async () => {
  const outcomes = await run(
    `if (runs("a")) for (;;);
     if (runs("b")) note("ok", "b");
     note("end");`,
    { testSeconds: 1 },
  );
  expect(outcomes).toEqual({ a: "timeout", b: "pass" });
});

test.runIf(process.platform === "linux")("ends a test that takes too much memory", async () => {
  const outcomes = await run(
    `if (runs("a")) { const held = []; setInterval(() => held.push(Buffer.alloc(50e6, 1)), 10); }
     else { if (runs("b")) note("ok", "b"); note("end"); }`,
    { megabytes: 300 },
  );
  expect(outcomes).toEqual({ a: "memory", b: "pass" });
});

test("says so when the process ends outside of a test", async () => {
  expect(await run(`note("start", "a"); note("ok", "a"); process.exit(3);`)).toEqual({
    a: "pass",
    "test.test_x (outside of tests)": "crash",
  });
});

test("says so when the module does not load", async () => {
  expect(await run(`note("module-error", name, "ImportError: no")`)).toEqual({ "test.test_x": "error" });
});
