import { expect, test } from "vitest";
import { editDistance, suggest } from "./suggestions.js";

test.each([
  ["abc", "abc", 0],
  ["abc", "abd", 2],
  ["abc", "abC", 1],
  ["abc", "ab", 2],
  ["kitten", "sitting", 6],
  ["", "abc", 6],
])("distance of %s and %s", (a, b, distance) => {
  expect(editDistance(a, b, 100)).toBe(distance);
});

test("a distance beyond the limit is only known to be beyond it", () => {
  expect(editDistance("abcdef", "uvwxyz", 3)).toBeGreaterThan(3);
});

test("the most similar name is suggested", () => {
  expect(suggest("bluch", ["blach", "bluc", "noise"])).toBe("blach");
  expect(suggest("pritn", ["print", "pr"])).toBe("print");
});

test("nothing is suggested that is not similar", () => {
  expect(suggest("bluch", ["noise", "somethingvery"])).toBeNull();
  expect(suggest("a", ["b"])).toBeNull();
});

test("the name itself is no suggestion", () => {
  expect(suggest("name", ["name"])).toBeNull();
});

test("too many candidates and too long names are left alone", () => {
  const many = Array.from({ length: 751 }, (_, i) => `name${i}`);
  expect(suggest("nam", ["name", ...many])).toBeNull();
  expect(suggest("x".repeat(41), ["x".repeat(40)])).toBeNull();
});
