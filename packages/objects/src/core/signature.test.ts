import { describe, expect, test } from "vitest";
import { parseSignature } from "./signature.js";

const kinds = (text: string) =>
  parseSignature(text).parameters.map((p) => `${p.name}:${p.kind}:${p.optional}`);

describe("parseSignature", () => {
  test("does not count $self", () => expect(kinds("($self, /)")).toEqual([]));
  test("tells positional-only parameters", () =>
    expect(kinds("($self, a, b=1, /)")).toEqual(["a:positional-only:false", "b:positional-only:true"]));
  test("tells keyword-only parameters", () =>
    expect(kinds("(a, /, b, *, c=None)")).toEqual([
      "a:positional-only:false",
      "b:positional-or-keyword:false",
      "c:keyword-only:true",
    ]));
  test("commas in defaults do not separate", () =>
    expect(kinds("(a=(1, 2), b=', ', c={1: [2, 3]})")).toHaveLength(3));
  test("brackets mark parameters that can be left out", () =>
    expect(kinds("($self, sub[, start[, end]], /)")).toEqual([
      "sub:positional-only:false",
      "start:positional-only:true",
      "end:positional-only:true",
    ]));
  test("so they do in the notation with a comma in front, where they are positional", () =>
    expect(kinds("($self, value, [start, [stop]])")).toEqual([
      "value:positional-only:false",
      "start:positional-only:true",
      "stop:positional-only:true",
    ]));
  test("star parameters make it raw", () => {
    expect(parseSignature("(*args, sep=' ')").raw).toBe(true);
    expect(parseSignature("($self, /, **kwargs)").raw).toBe(true);
    expect(parseSignature("(a, *, b)").raw).toBe(false);
  });
});
