import { describe, expect, test } from "vitest";
import { getAttr } from "../../core/attributes.js";
import { DictType, IntType, ListType, StrType } from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import { compare, hash } from "../../core/compare.js";
import type { Value } from "../../core/object.js";
import { CompareOp } from "../../core/slots.js";
import type { PyType } from "../../core/type.js";
import { namespaceOf } from "../../core/type-lookup.js";
import { show, testThread } from "../../testing/index.js";
import { PyList } from "../list/py-list.js";
import { PyTuple } from "../tuple/py-tuple.js";

const ts = testThread();
const own = (type: PyType, name: string) => namespaceOf(type).get(name) as Value;
const calls = (callable: Value, ...args: Value[]) => show(ts, call(ts, callable, args));
const gets = (o: Value, ...names: string[]) => names.map((name) => show(ts, getAttr(ts, o, name)));

describe("slot wrappers", () => {
  const add = own(IntType, "__add__");
  test("describe themselves", () => {
    expect(show(ts, add)).toBe("<slot wrapper '__add__' of 'int' objects>");
    expect(gets(add, "__name__", "__qualname__", "__objclass__", "__text_signature__")).toEqual([
      "'__add__'",
      "'int.__add__'",
      "<class 'int'>",
      "'($self, value, /)'",
    ]);
  });
  test.each([
    [[], "descriptor '__add__' of 'int' object needs an argument"],
    [["a", 1], "descriptor '__add__' requires a 'int' object but received a 'str'"],
    [[1], "expected 1 argument, got 0"],
    [[1, 2, 3], "expected 1 argument, got 2"],
  ])("%#", (args: Value[], message) => expect(calls(add, ...args)).toBe(`TypeError: ${message}`));
  test("refuse keywords", () =>
    expect(show(ts, call(ts, add, [1, 2], ["x"]))).toBe(
      "TypeError: wrapper __add__() takes no keyword arguments",
    ));
  test("return NotImplemented", () => expect(calls(add, 1, "a")).toBe("NotImplemented"));
  test("bind to instances", () => {
    const bound = getAttr(ts, 1, "__add__") as Value;
    expect(show(ts, bound)).toMatch(/^<method-wrapper '__add__' of int object at /);
    expect(calls(bound, 2)).toBe("3");
    expect(compare(ts, bound, getAttr(ts, 1, "__add__") as Value, CompareOp.EQ)).toBe(true);
    expect(compare(ts, bound, getAttr(ts, 2, "__add__") as Value, CompareOp.EQ)).toBe(false);
  });
  test("have a hash when bound", () => {
    const hashes = [1, 1, 2].map((v) => hash(ts, getAttr(ts, v, "__add__") as Value) as number);
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes.every(Number.isSafeInteger)).toBe(true);
    const functions = [new PyList([]), 5].map(
      (v) => hash(ts, getAttr(ts, v, "__format__") as Value) as number,
    );
    expect(functions.every(Number.isSafeInteger)).toBe(true);
  });
  test("of reflected methods exchange the operands", () =>
    expect(calls(own(IntType, "__rsub__"), 1, 5)).toBe("4"));
  test.each([
    ["__setitem__", [0], "__setitem__ expected 2 arguments, got 1"],
    ["__delitem__", [], "expected 1 argument, got 0"],
    ["__len__", [1], "expected 0 arguments, got 1"],
  ])("%s%j", (name, args: Value[], message) =>
    expect(show(ts, callMethod(ts, new PyList([1]), name, args))).toBe(`TypeError: ${message}`),
  );
});

describe("method descriptors", () => {
  const append = own(ListType, "append");
  test.each([
    [[], "unbound method list.append() needs an argument"],
    [[1, 2], "descriptor 'append' for 'list' objects doesn't apply to a 'int' object"],
    [[new PyList([])], "list.append() takes exactly one argument (0 given)"],
  ])("%#", (args: Value[], message) => expect(calls(append, ...args)).toBe(`TypeError: ${message}`));
  test("bind to instances", () => {
    const list = new PyList([]);
    const bound = getAttr(ts, list, "append") as Value;
    expect(gets(bound, "__name__", "__qualname__", "__self__", "__module__")).toEqual([
      "'append'",
      "'list.append'",
      "[]",
      "None",
    ]);
    expect(compare(ts, bound, getAttr(ts, list, "append") as Value, CompareOp.EQ)).toBe(true);
  });
});

describe("class method descriptors", () => {
  const fromkeys = own(DictType, "fromkeys");
  test("bind to the class", () =>
    expect(calls(getAttr(ts, DictType, "fromkeys") as Value, new PyTuple(["a"]))).toBe("{'a': None}"));
  test.each([
    [[], "descriptor 'fromkeys' of 'dict' object needs an argument"],
    [[3], "descriptor 'fromkeys' for type 'dict' needs a type, not a 'int' as arg 2"],
    [[IntType], "descriptor 'fromkeys' requires a subtype of 'dict' but received 'int'"],
  ])("%#", (args: Value[], message) => expect(calls(fromkeys, ...args)).toBe(`TypeError: ${message}`));
});

test("static methods show no self", () => {
  const maketrans = getAttr(ts, StrType, "maketrans") as Value;
  expect(gets(maketrans, "__self__", "__qualname__")).toEqual(["None", "'str.maketrans'"]);
});

test("computed attributes check their instance", () => {
  const real = own(IntType, "real");
  expect(show(ts, real)).toBe("<attribute 'real' of 'int' objects>");
  expect(show(ts, callMethod(ts, real, "__get__", ["a"]))).toBe(
    "TypeError: descriptor 'real' for 'int' objects doesn't apply to a 'str' object",
  );
  expect(show(ts, callMethod(ts, real, "__set__", [1, 2]))).toBe(
    "AttributeError: attribute 'real' of 'int' objects is not writable",
  );
});
