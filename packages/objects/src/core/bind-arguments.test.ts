import { describe, expect, test } from "vitest";
import { show, testThread } from "../testing/index.js";
import { nativeDef } from "../types/builtin-function/native-def.js";
import { None } from "../types/none/singletons.js";
import { PyTuple } from "../types/tuple/py-tuple.js";
import { callNative } from "./call.js";
import type { Value } from "./object.js";

const ts = testThread();

/** Calls `owner.name(signature)` and shows the arguments that its function got, or the exception. */
function bind(name: string, signature: string, args: Value[], kwnames: string[] | null = null): string {
  const fn = (_ts: unknown, _self: unknown, ...got: (Value | undefined)[]) =>
    new PyTuple(got.map((v) => v ?? None));
  return show(ts, callNative(ts, nativeDef([name, signature, fn], "list"), null, args, kwnames));
}

describe("a function without parameters", () => {
  const pop = (...rest: [Value[], string[]?]) => bind("clear", "($self, /)", ...rest);
  test("refuses arguments", () =>
    expect(pop([1])).toBe("TypeError: list.clear() takes no arguments (1 given)"));
  test("refuses keywords", () =>
    expect(pop([1], ["x"])).toBe("TypeError: list.clear() takes no keyword arguments"));
});

describe("a function with one parameter", () => {
  test.each([
    [[], "TypeError: list.append() takes exactly one argument (0 given)"],
    [[1, 2], "TypeError: list.append() takes exactly one argument (2 given)"],
    [[1], "(1,)"],
  ])("%j", (args: Value[], expected) => expect(bind("append", "($self, object, /)", args)).toBe(expected));
});

describe("positional-only parameters", () => {
  test.each([
    ["insert", "($self, index, object, /)", [1], "TypeError: insert expected 2 arguments, got 1"],
    ["pop", "($self, index=-1, /)", [1, 2], "TypeError: pop expected at most 1 argument, got 2"],
    ["get", "($self, key, default=None, /)", [], "TypeError: get expected at least 1 argument, got 0"],
    ["get", "($self, key, default=None, /)", [1], "(1,)"],
  ])("%s%s %j", (name, signature, args: Value[], expected) =>
    expect(bind(name, signature, args)).toBe(expected),
  );
});

describe("parameters with keywords", () => {
  const split = (...rest: [Value[], string[]?]) =>
    bind("split", "($self, /, sep=None, maxsplit=-1)", ...rest);
  test("positions and keywords mix", () => expect(split([1, 2], ["maxsplit"])).toBe("(1, 2)"));
  test("what is left out is undefined", () => expect(split([2], ["maxsplit"])).toBe("(None, 2)"));
  test("too many", () =>
    expect(split([1, 2, 3])).toBe("TypeError: split() takes at most 2 arguments (3 given)"));
  test("unknown keyword", () =>
    expect(split([1], ["foo"])).toBe("TypeError: split() got an unexpected keyword argument 'foo'"));
  test("misspelled keyword", () =>
    expect(split([1], ["sepp"])).toBe(
      "TypeError: split() got an unexpected keyword argument 'sepp'. Did you mean 'sep'?",
    ));
  test("given twice", () =>
    expect(split([1, 2], ["sep"])).toBe(
      "TypeError: argument for split() given by name ('sep') and position (1)",
    ));
});

describe("required and keyword-only parameters", () => {
  test.each([
    ["pow", "(base, exp, mod=None)", [1], null, "pow() missing required argument 'exp' (pos 2)"],
    ["sum", "(iterable, /, start=0)", [], null, "sum() takes at least 1 positional argument (0 given)"],
    ["sort", "($self, *, key=None)", [1], null, "sort() takes no positional arguments"],
    [
      "to_bytes",
      "($self, /, length=1, byteorder='big', *, signed=False)",
      [1, 2, 3],
      null,
      "to_bytes() takes at most 2 positional arguments (3 given)",
    ],
    ["sort", "($self, *, key=None)", [1, 2], ["a", "b"], "sort() takes at most 1 keyword argument (2 given)"],
  ])("%s%s %j %j", (name, signature, args: Value[], kwnames, message) =>
    expect(bind(name, signature, args, kwnames)).toBe(`TypeError: ${message}`),
  );
});
