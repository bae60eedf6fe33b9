import { expect, test } from "vitest";
import { cleanDoc } from "./docstrings.js";

// Expected values: compile(f"def f(): {text!r}", ...).co_consts of CPython 3.14.
test.each([
  ["one", "one"],
  ["  one", "one"],
  ["one\n    two\n      three\n    ", "one\ntwo\n  three\n"],
  ["\n    two\n  one\n", "\n  two\none\n"],
  ["one\n\n    two", "one\n\ntwo"],
  ["one\n   \n    two", "one\n\ntwo"],
  ["\tone\n\ttwo\n\t  three", "one\ntwo\n  three"],
  ["a\tb\n    c\td", "a       b\nc   d"],
  ["one\ntwo\n  three", "one\ntwo\n  three"],
  ["", ""],
  ["   ", ""],
  ["a\n   ", "a\n   "],
])("%j becomes %j", (text, cleaned) => {
  expect(cleanDoc(text)).toBe(cleaned);
});
