import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { section } from "../bench/report.mjs";
import { ratio, steady, summary } from "../bench/statistics.mjs";
import { root } from "../tools/lib/paths.mjs";

test("a summary is the median between its quartiles", () => {
  expect(summary([4, 1, 3, 2, 5])).toEqual({ n: 5, median: 3, low: 2, high: 4, best: 1 });
});

test("a ratio is that of the medians, within its interval, and the same each time", () => {
  const a = [2, 2.1, 1.9, 2.2, 2];
  const b = [1, 1.1, 0.9, 1, 1];
  const { value, low, high } = ratio(a, b);
  expect(value).toBe(2);
  expect(low).toBeLessThanOrEqual(value);
  expect(high).toBeGreaterThanOrEqual(value);
  expect(ratio(a, b)).toEqual({ value, low, high });
});

test("the steady part is the second half", () => {
  expect(steady([9, 8, 7, 3, 2, 1])).toEqual([3, 2, 1]);
  expect(steady([9, 8, 7])).toEqual([9, 8, 7]);
});

test("a report has a row for each program, the mean of the ratios, and what went wrong", () => {
  const engines = [{ name: "Adder", isAdder: true }, { name: "CPython" }];
  const results = new Map([
    [
      "one",
      [
        { times: [0.2], checksum: "1" },
        { times: [0.1], checksum: "1" },
      ],
    ],
    [
      "two",
      [
        { times: [0.8], checksum: "2" },
        { times: [0.1], checksum: "3" },
      ],
    ],
    ["three", [{ error: "no" }, { times: [0.1], checksum: "1" }]],
  ]);
  const text = section("Title", "Why.", results, engines);
  expect(text).toContain("| one | 200 ±0 % | 100 ±0 % | 2.00 (2.00–2.00) |");
  expect(text).toContain("| three | failed | 100 ±0 % |  |");
  expect(text).toContain("**4.00** of 2");
  expect(text).toContain("two: the engines disagree:** Adder 2; CPython 3");
  expect(text).toContain("three failed under Adder: no");
});

test("there are at least twelve programs", () => {
  expect(readdirSync(`${root}/bench/programs`).length - 1).toBeGreaterThanOrEqual(12);
});
