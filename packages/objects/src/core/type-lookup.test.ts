import { describe, expect, test } from "vitest";
import { makeClass, NativeEvaluator, show, testThread } from "../testing/index.js";
import { PyTuple } from "../types/tuple/py-tuple.js";
import { setBases } from "../types/type/bases.js";
import { setAttr } from "./attributes.js";
import { IntType, ListType, ObjectType } from "./builtin-types.js";
import { lookup, lookupAfter, namespaceOf } from "./type-lookup.js";

const ts = testThread(new NativeEvaluator());

describe("lookup", () => {
  test("finds along the MRO and remembers", () => {
    const A = makeClass(ts, "A", [], { x: 1 });
    const B = makeClass(ts, "B", [A]);
    expect(lookup(B, "x")).toBe(1);
    expect(lookup(B, "x")).toBe(1);
    expect(lookup(B, "nope")).toBeUndefined();
  });

  test("forgets when a base changes", () => {
    const A = makeClass(ts, "A", [], { x: 1 });
    const B = makeClass(ts, "B", [makeClass(ts, "M", [A])]);
    const { version } = B;
    expect([lookup(B, "x"), lookup(B, "y")]).toEqual([1, undefined]);
    setAttr(ts, A, "x", 2);
    setAttr(ts, A, "y", 3);
    expect([lookup(B, "x"), lookup(B, "y")]).toEqual([2, 3]);
    expect(B.version).not.toBe(version);
  });

  test("forgets when the bases change", () => {
    const A = makeClass(ts, "A", [], { x: 1 });
    const A2 = makeClass(ts, "A2", [], { x: 2 });
    const B = makeClass(ts, "B", [A]);
    const C = makeClass(ts, "C", [B]);
    expect(lookup(C, "x")).toBe(1);
    expect(setBases(ts, B, new PyTuple([A2]))).toBe(true);
    expect(lookup(C, "x")).toBe(2);
    expect(C.mro).toEqual([C, B, A2, ObjectType]);
  });

  test("versions are never shared by types", () =>
    expect(makeClass(ts, "A", []).version).not.toBe(makeClass(ts, "A", []).version));
});

test("lookupAfter starts behind a class", () => {
  const A = makeClass(ts, "A", [], { x: 1 });
  const B = makeClass(ts, "B", [A], { x: 2 });
  expect(lookupAfter(B, B, "x")).toBe(1);
  expect(lookupAfter(B, A, "x")).toBeUndefined();
  expect(lookupAfter(A, B, "x")).toBeUndefined();
});

describe("namespaces of native types", () => {
  test("hold a wrapper for each slot of their own", () => {
    expect(show(ts, namespaceOf(IntType).get("__radd__"))).toBe("<slot wrapper '__radd__' of 'int' objects>");
    expect(namespaceOf(IntType).has("__init__")).toBe(false);
  });
  test("say that lists have no hash", () =>
    expect(show(ts, namespaceOf(ListType).get("__hash__"))).toBe("None"));
});
