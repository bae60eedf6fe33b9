import { describe, expect, test } from "vitest";
import { getAttr, setAttr } from "../../core/attributes.js";
import { PropertyType } from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import type { Value } from "../../core/object.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { None } from "../none/singletons.js";
import { emptyTuple } from "../tuple/py-tuple.js";

const ts = testThread(new NativeEvaluator());
const evaluator = ts.interp.evaluator as NativeEvaluator;
const getter = evaluator.define(ts, "p", ["self"], () => 1);
getter.doc = "doc of p";
const property = (...args: Value[]) => call(ts, PropertyType, args) as Value;
const C = makeClass(ts, "C", [], { p: property(getter), q: property() });
const c = call(ts, C, []) as Value;

describe("access", () => {
  test("calls the getter", () => expect(show(ts, getAttr(ts, c, "p"))).toBe("1"));
  test("through the class is the property itself", () =>
    expect(show(ts, getAttr(ts, C, "p"))).toMatch(/^<property object at /));
  test.each([
    ["q", "get", "property 'q' of 'C' object has no getter"],
    ["p", "set", "property 'p' of 'C' object has no setter"],
    ["p", "delete", "property 'p' of 'C' object has no deleter"],
  ])("without a function: %s %s", (name, what, message) => {
    const result =
      what === "get" ? getAttr(ts, c, name) : setAttr(ts, c, name, what === "set" ? 1 : undefined);
    expect(show(ts, result)).toBe(`AttributeError: ${message}`);
  });
  test("without a name", () => {
    const set = callMethod(ts, property(), "__set__", [1, 2]);
    expect(show(ts, set)).toBe("AttributeError: property of 'int' object has no setter");
  });
});

describe("attributes", () => {
  test("the name is the getter's until it is set", () => {
    const p = property(getter);
    expect(show(ts, getAttr(ts, p, "__name__"))).toBe("'p'");
    setAttr(ts, p, "__name__", "other");
    expect(show(ts, getAttr(ts, p, "__name__"))).toBe("'other'");
    expect(show(ts, getAttr(ts, property(), "__name__"))).toBe(
      "AttributeError: 'property' object has no attribute '__name__'",
    );
  });
  test("the docstring is the getter's unless given, also in copies", () => {
    expect(show(ts, getAttr(ts, property(getter), "__doc__"))).toBe("'doc of p'");
    expect(show(ts, getAttr(ts, property(getter, None, None, "mine"), "__doc__"))).toBe("'mine'");
    const copy = callMethod(ts, property(getter), "setter", [3]) as Value;
    expect(show(ts, getAttr(ts, copy, "__doc__"))).toBe("'doc of p'");
    expect(show(ts, getAttr(ts, copy, "fset"))).toBe("3");
  });
  test("the docstring in a subclass", () => {
    const P = makeClass(ts, "P", [PropertyType]);
    expect(show(ts, getAttr(ts, call(ts, P, [getter]) as Value, "__doc__"))).toBe("'doc of p'");
  });
  test("the docstring in a subclass with nowhere to put it", () => {
    const P = makeClass(ts, "P", [PropertyType], { __slots__: emptyTuple });
    expect(call(ts, P, [None, None, None, "mine"])).not.toBeNull();
    expect(show(ts, call(ts, P, [getter]))).toBe(
      "AttributeError: 'P' object attribute '__doc__' is read-only",
    );
  });
  test("functions can't be replaced", () =>
    expect(show(ts, setAttr(ts, property(), "fget", 1))).toBe("AttributeError: readonly attribute"));
});
