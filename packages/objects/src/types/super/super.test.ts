import { describe, expect, test } from "vitest";
import { getAttr, type MethodSelf } from "../../core/attributes.js";
import { BoolType, IntType, SuperType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import type { PyObject, Value } from "../../core/object.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { superGetAttr } from "./super-lookup.js";

const ts = testThread(new NativeEvaluator());
const A = makeClass(ts, "A", [], { f: (_ts, _s) => "A.f" });
const B = makeClass(ts, "B", [A], { f: (_ts, _s) => "B.f" });
const b = call(ts, B, []) as Value;
const make = (...args: Value[]) => call(ts, SuperType, args);

describe("super(type, obj)", () => {
  test("looks behind the type", () => {
    const f = getAttr(ts, make(B, b) as Value, "f") as Value;
    expect(show(ts, call(ts, f, []))).toBe("'A.f'");
  });
  test("of a class gives functions", () =>
    expect(show(ts, getAttr(ts, make(B, B) as Value, "f"))).toMatch(/^<function f at /));
  test.each([
    [[1], "super() argument 1 must be a type, not int"],
    [[IntType, "a"], "super(type, obj): obj (instance of str) is not an instance or subtype of type (int)."],
    [[BoolType, IntType], "super(type, obj): obj (type int) is not an instance or subtype of type (bool)."],
    [[1, 2, 3], "super() expected at most 2 arguments, got 3"],
  ])("%#", (args: Value[], message) => expect(show(ts, make(...args))).toBe(`TypeError: ${message}`));
  test("without a frame", () => expect(show(ts, make())).toBe("RuntimeError: super(): no current frame"));
  test("repr", () => {
    expect(show(ts, make(IntType))).toBe("<super: <class 'int'>, NULL>");
    expect(show(ts, make(IntType, true))).toBe("<super: <class 'int'>, <bool object>>");
  });
});

describe("superGetAttr", () => {
  const out: MethodSelf = { self: undefined };
  test("leaves methods unbound", () => {
    const f = superGetAttr(ts, B, b, "f", out) as PyObject;
    expect(f.cls.name).toBe("function");
    expect(out.self).toBe(b);
  });
  test("binds without out", () =>
    expect((superGetAttr(ts, B, b, "f", null) as PyObject).cls.name).toBe("method"));
  test("knows the attributes of super objects", () => {
    expect(superGetAttr(ts, B, b, "__class__", out)).toBe(SuperType);
    expect(show(ts, superGetAttr(ts, B, b, "zork", out))).toBe(
      "AttributeError: 'super' object has no attribute 'zork'",
    );
  });
});
