import { expect, test } from "vitest";
import { getAttr, setAttr } from "../../core/attributes.js";
import { SimpleNamespaceType } from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import { compare } from "../../core/compare.js";
import type { Value } from "../../core/object.js";
import { CompareOp } from "../../core/slots.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { PyDict } from "../dict/py-dict.js";

const ts = testThread(new NativeEvaluator());
const make = (fields: Record<string, Value>, type = SimpleNamespaceType) =>
  call(ts, type, Object.values(fields), Object.keys(fields)) as Value;

test("shows its attributes in order", () => {
  const s = make({ b: 1, a: "x" });
  setAttr(ts, s, "c", 2);
  expect(show(ts, s)).toBe("namespace(b=1, a='x', c=2)");
});
test("shows itself once", () => {
  const s = make({ q: 1 }, makeClass(ts, "SS", [SimpleNamespaceType]));
  setAttr(ts, s, "r", s);
  expect(show(ts, s)).toBe("SS(q=1, r=SS(...))");
});
test("takes a mapping", () => {
  const dict = new PyDict();
  dict.setStr("a", 1);
  expect(show(ts, call(ts, SimpleNamespaceType, [dict, 2], ["b"]))).toBe("namespace(a=1, b=2)");
  expect(show(ts, call(ts, SimpleNamespaceType, [1, 2]))).toBe(
    "TypeError: SimpleNamespace expected at most 1 argument, got 2",
  );
  expect(dict.set(ts, 5, 5)).toBe(true);
  expect(show(ts, call(ts, SimpleNamespaceType, [dict]))).toBe("TypeError: keywords must be strings");
});
test("compares by attributes", () => {
  expect(compare(ts, make({ a: 1 }), make({ a: 1 }), CompareOp.EQ)).toBe(true);
  expect(compare(ts, make({ a: 1 }), make({ a: 2 }), CompareOp.EQ)).toBe(false);
});
test("__replace__ copies", () => {
  const s = make({ a: 1, b: 2 });
  expect(show(ts, callMethod(ts, s, "__replace__", [9], ["a"]))).toBe("namespace(a=9, b=2)");
  expect(show(ts, s)).toBe("namespace(a=1, b=2)");
});
test("missing attributes", () =>
  expect(show(ts, getAttr(ts, make({}), "zz"))).toBe(
    "AttributeError: 'types.SimpleNamespace' object has no attribute 'zz'",
  ));
