import { expect, test } from "vitest";
import { sortNames } from "./sort-names.js";

test("names are sorted by code points, not by UTF-16 units", () => {
  expect(sortNames(["𝒳", "ﬃ", "b", "a", "B", "_"])).toEqual(["B", "_", "a", "b", "ﬃ", "𝒳"]);
});

test("a name sorts behind its beginning", () => {
  expect(sortNames(["ab𝒳", "ab", "a"])).toEqual(["a", "ab", "ab𝒳"]);
});
