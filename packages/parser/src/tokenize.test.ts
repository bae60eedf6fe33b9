import { expect, test } from "vitest";
import { tokenize, tokenTypes } from "./index.js";

test("the text of an f-string is no operator, whatever it reads like", () => {
  const [, middle] = tokenize('f"<>"');
  expect([middle.type, middle.exactType, middle.string]).toEqual([
    tokenTypes.FSTRING_MIDDLE,
    tokenTypes.FSTRING_MIDDLE,
    "<>",
  ]);
});

test("texts and positions with newlines of every kind", () => {
  const tokens = [...tokenize("é = 1\r\n'''a\rb'''")];
  expect(tokens.map(({ string, start, end, line }) => [string, start, end, line])).toEqual([
    ["é", [1, 0], [1, 1], "é = 1\r\n"],
    ["=", [1, 2], [1, 3], "é = 1\r\n"],
    ["1", [1, 4], [1, 5], "é = 1\r\n"],
    ["\r\n", [1, 5], [1, 7], "é = 1\r\n"],
    ["'''a\rb'''", [2, 0], [3, 4], "'''a\rb'''"],
    ["", [3, 4], [3, 5], "b'''"],
    ["", [4, 0], [4, 0], ""],
  ]);
});

test("an error comes once, behind the last good token", () => {
  const tokens = tokenize("a 'b");
  expect(tokens.next().value?.string).toBe("a");
  expect(() => tokens.next()).toThrow("unterminated string literal");
  expect(tokens.next().done).toBe(true);
});
