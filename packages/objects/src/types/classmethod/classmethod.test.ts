import { describe, expect, test } from "vitest";
import { getAttr } from "../../core/attributes.js";
import { ClassMethodType, IntType, StaticMethodType } from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import type { Value } from "../../core/object.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";

const ts = testThread(new NativeEvaluator());
const evaluator = ts.interp.evaluator as NativeEvaluator;
const fn = evaluator.define(ts, "f", ["x"], (_ts, x) => x);
const C = makeClass(ts, "C", [], {
  c: call(ts, ClassMethodType, [fn]) as Value,
  s: call(ts, StaticMethodType, [fn]) as Value,
});

test("a class method gets the class, from instances too", () => {
  expect(callMethod(ts, C, "c", [])).toBe(C);
  expect(callMethod(ts, call(ts, C, []) as Value, "c", [])).toBe(C);
});
test("a static method gets nothing, and can be called itself", () => {
  expect(callMethod(ts, C, "s", [7])).toBe(7);
  expect(call(ts, call(ts, StaticMethodType, [fn]) as Value, [8])).toBe(8);
});
describe.each([
  ["classmethod", ClassMethodType],
  ["staticmethod", StaticMethodType],
])("%s", (name, type) => {
  test("takes one argument", () =>
    expect(show(ts, call(ts, type, []))).toBe(`TypeError: ${name} expected 1 argument, got 0`));
  test("takes no keywords", () =>
    expect(show(ts, call(ts, type, [1], ["x"]))).toBe(`TypeError: ${name}() takes no keyword arguments`));
  test("looks like what it wraps", () => {
    const wrapper = call(ts, type, [fn]) as Value;
    expect(show(ts, getAttr(ts, wrapper, "__name__"))).toBe("'f'");
    expect(getAttr(ts, wrapper, "__wrapped__")).toBe(fn);
    expect(show(ts, wrapper)).toMatch(new RegExp(`^<${name}\\(<function f at .*>\\)>$`));
  });
  test("knows when it was never initialised", () => {
    const make = getAttr(ts, type, "__new__") as Value;
    const empty = call(ts, make, [type]) as Value;
    expect(show(ts, callMethod(ts, empty, "__get__", [1]))).toBe(
      `RuntimeError: uninitialized ${name} object`,
    );
    expect(show(ts, empty)).toBe(`<${name}(<NULL>)>`);
  });
});
test("a class method binds to whatever it is given", () =>
  expect(show(ts, callMethod(ts, call(ts, ClassMethodType, [IntType]) as Value, "__get__", [1, 2]))).toBe(
    "<bound method int of 2>",
  ));
