import { expect, test } from "vitest";
import { cacheLayout, renderCount } from "./bytecode.mjs";

test.each([
  ["", 0],
  ["left, right", 2],
  ["values[oparg]", "oparg"],
  ["values[oparg * 2]", "oparg * 2"],
  ["callable, self_or_null, args[oparg], kwnames", "oparg + 3"],
  ["res, null[oparg & 1]", "(oparg & 1) + 1"],
  ["list, unused[oparg - 1], v", "oparg + 1"],
  ["list, unused[oparg - 1]", "oparg"],
  ["after[oparg >> 8], rest, before[oparg & 0xFF]", "(oparg >> 8) + (oparg & 0xFF) + 1"],
])("values of %j are counted", (side, count) => {
  expect(renderCount(side)).toBe(count);
});

test("a cache is its words by name", () => {
  expect(cacheLayout({ cache: "counter/1, version/2" })).toEqual([
    ["counter", 1],
    ["version", 2],
  ]);
  expect(cacheLayout({})).toEqual([]);
});
