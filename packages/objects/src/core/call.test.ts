import { describe, expect, test } from "vitest";
import { makeClass, NativeEvaluator, show, testThread } from "../testing/index.js";
import { nativeDef } from "../types/builtin-function/native-def.js";
import { ValueErrorType } from "../types/exceptions/exception-types.js";
import { PyRaise } from "../types/exceptions/py-base-exception.js";
import { PyList } from "../types/list/py-list.js";
import { call, callMethod, callNative } from "./call.js";
import { InternalError, newException } from "./errors.js";
import type { Value } from "./object.js";
import { repr } from "./protocols.js";

const ts = testThread(new NativeEvaluator());

describe("native functions", () => {
  test("get their arguments spread", () => {
    const def = nativeDef(["f", "(a, b, c, d, e, /)", (_ts, _self, ...got) => new PyList(got as Value[])]);
    expect(show(ts, callNative(ts, def, null, [1, 2, 3, 4, 5], null))).toBe("[1, 2, 3, 4, 5]");
  });
  test("may throw a Python exception", () => {
    const def = nativeDef([
      "f",
      "()",
      () => {
        throw new PyRaise(newException(ValueErrorType, ["thrown"]));
      },
    ]);
    expect(show(ts, callNative(ts, def, null, [], null))).toBe("ValueError: thrown");
  });
  test("bugs pass through", () => {
    const def = nativeDef([
      "f",
      "()",
      () => {
        throw new InternalError("bug");
      },
    ]);
    expect(() => callNative(ts, def, null, [], null)).toThrow("bug");
  });
});

test("what can't be called", () =>
  expect(show(ts, call(ts, 1, []))).toBe("TypeError: 'int' object is not callable"));

test("methods are called by name", () => {
  const list = new PyList([3, 1]);
  expect(callMethod(ts, list, "sort", [])).not.toBeNull();
  expect(show(ts, list)).toBe("[1, 3]");
  expect(show(ts, callMethod(ts, list, "zork", []))).toBe(
    "AttributeError: 'list' object has no attribute 'zork'",
  );
});

describe("recursion through native code ends in RecursionError", () => {
  test("for nested values", () => {
    let list = new PyList([]);
    for (let i = 0; i < 100_000; i++) list = new PyList([list]);
    expect(show(ts, repr(ts, list))).toMatch(/^RecursionError: maximum recursion depth exceeded/);
    expect(ts.nativeDepth).toBe(0);
  });
  test("for objects that call themselves", () => {
    const C = makeClass(ts, "C", [], { __call__: (t, s) => call(t, s, []) });
    const result = call(ts, call(ts, C, []) as Value, []);
    expect(show(ts, result)).toMatch(/^RecursionError/);
    expect(ts.nativeDepth).toBe(0);
  });
});
