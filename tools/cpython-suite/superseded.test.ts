import { expect, test } from "vitest";
import { divergent, superseded, withoutSuperseded } from "./superseded.mjs";

test("what 3.14 fails as well is not judged, unless it passes or crashes", () => {
  const outcomes = ["fail", "pass", "crash"].map((outcome) => {
    const tests = new Map([["test.test_enum.TestStdLib.test_pydoc", { outcome, detail: "" }]]);
    return [...withoutSuperseded("test_enum", tests).values()].map((t) => t.outcome);
  });
  expect(outcomes).toEqual([["skip"], ["pass"], ["crash"]]);
});

test("the empty name is the module's doctests; other modules and tests stay as they are", () => {
  const tests = new Map([
    ["test.test_code", { outcome: "fail", detail: "" }],
    ["test.test_code.CodeTest.test_x", { outcome: "fail", detail: "" }],
  ]);
  expect([...withoutSuperseded("test_code", tests).values()].map((t) => t.outcome)).toEqual(["skip", "fail"]);
  expect(withoutSuperseded("test_other", tests)).toEqual(tests);
});

test("no test is listed twice", () => {
  for (const module of new Set([...Object.keys(superseded), ...Object.keys(divergent)])) {
    const tables = [superseded, divergent] as Record<string, Record<string, string[]>>[];
    const names = tables.flatMap((table) => Object.values(table[module] ?? {}).flat());
    expect(new Set(names).size).toBe(names.length);
  }
});
