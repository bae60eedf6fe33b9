import { expect, test } from "vitest";
import { closeMatches } from "./close-matches.js";
import { characterOffset, dedent, displayWidth, indentAll, splitLines } from "./text.js";

test("splitLines splits as str.splitlines does", () => {
  expect(splitLines("a\nb\r\nc\rd\x0ce\u2028f\n")).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(splitLines("")).toEqual([]);
  expect(splitLines("a\n\n")).toEqual(["a", ""]);
});

test("dedent removes the margin that all filled lines share", () => {
  expect(dedent("    a\n      b\n\n    c\n")).toBe("a\n  b\n\nc\n");
  expect(dedent("\ta\n    b\n")).toBe("\ta\n    b\n");
  expect(dedent("  a\n \n")).toBe("a\n\n");
});

test("indentAll indents every line, empty ones too", () => {
  expect(indentAll("a\n\nb", "> ")).toBe("> a\n> \n> b");
});

test("byte offsets become character offsets", () => {
  expect([0, 1, 3, 4, 6, 10].map((n) => characterOffset("aéb日c", n))).toEqual([0, 1, 2, 3, 4, 5]);
});

test("wide characters take two columns", () => {
  expect(displayWidth(Array.from("日本x"))).toBe(5);
  expect(displayWidth(Array.from("日本x"), 1)).toBe(2);
  expect(displayWidth(Array.from("été"))).toBe(3);
  expect(displayWidth(Array.from("😀!"))).toBe(3);
});

test("close matches are those of difflib", () => {
  const keywords = ["for", "from", "while", "if", "elif", "else", "import"];
  expect(closeMatches("fro", keywords, 3, 0.5)).toEqual(["from", "for"]);
  expect(closeMatches("whlie", keywords, 3, 0.5)).toEqual(["while"]);
  expect(closeMatches("xyz", keywords, 3, 0.5)).toEqual([]);
});
