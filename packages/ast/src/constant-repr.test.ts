import { describe, expect, it } from "vitest";
import { bytesRepr, complexRepr, constantRepr, floatRepr, stringRepr } from "./index.js";

// Expected texts are those of CPython 3.14's repr().
describe("floatRepr", () => {
  it.each([
    [1, "1.0"],
    [0.1, "0.1"],
    [-0, "-0.0"],
    [1e15, "1000000000000000.0"],
    [1e16, "1e+16"],
    [1.5e300, "1.5e+300"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [123456789.125, "123456789.125"],
    [5e-324, "5e-324"],
    [Number.NaN, "nan"],
    [-Infinity, "-inf"],
  ])("%s", (value, text) => expect(floatRepr(value)).toBe(text));
});

describe("stringRepr", () => {
  it.each([
    ["it's", `"it's"`],
    [`it's "x"`, `'it\\'s "x"'`],
    ["a\n\t\r\\\x00\x7f", "'a\\n\\t\\r\\\\\\x00\\x7f'"],
    ["é\u00ad\u2028🐍\u{e000}", "'é\\xad\\u2028🐍\\ue000'"],
  ])("%j", (value, text) => expect(stringRepr(value)).toBe(text));
  it("escapes surrogates", () => expect(stringRepr([97, 0xd800])).toBe("'a\\ud800'"));
});

describe("constantRepr", () => {
  it("writes every kind of constant", () => {
    expect(bytesRepr(Uint8Array.of(39, 0, 255, 10))).toBe(`b"'\\x00\\xff\\n"`);
    expect(complexRepr(0, 1)).toBe("1j");
    expect(complexRepr(-0, -1.5)).toBe("(-0-1.5j)");
    const items = [null, true, 10n ** 30n, { type: "ellipsis" as const }];
    expect(constantRepr({ type: "tuple", items })).toBe(
      "(None, True, 1000000000000000000000000000000, Ellipsis)",
    );
    expect(constantRepr({ type: "tuple", items: [1] })).toBe("(1,)");
  });
});
