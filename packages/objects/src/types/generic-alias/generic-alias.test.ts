import { describe, expect, test } from "vitest";
import { getAttr } from "../../core/attributes.js";
import {
  DictType,
  GenericAliasType,
  IntType,
  ListType,
  StrType,
  TypeType,
} from "../../core/builtin-types.js";
import { call, callMethod } from "../../core/call.js";
import { compare, hash } from "../../core/compare.js";
import type { Value } from "../../core/object.js";
import { getItem, isInstanceOf, toArray } from "../../core/protocols.js";
import { CompareOp } from "../../core/slots.js";
import { makeClass, NativeEvaluator, show, testThread } from "../../testing/index.js";
import { None } from "../none/singletons.js";
import { PyTuple } from "../tuple/py-tuple.js";

const ts = testThread(new NativeEvaluator());
const of = (origin: Value, ...args: Value[]) =>
  getItem(ts, origin, args.length === 1 ? args[0] : new PyTuple(args)) as Value;
const listOfInt = of(ListType, IntType);

/** What `typing.TypeVar` does for aliases. */
const TypeVar = makeClass(ts, "TypeVar", [], {
  __typing_subst__: (_ts, _s, arg) => arg,
  __repr__: (_ts, _s) => "~T",
});
const T = call(ts, TypeVar, []) as Value;

describe("repr", () => {
  test.each([
    [listOfInt, "list[int]"],
    [of(DictType, StrType, IntType), "dict[str, int]"],
    [of(ListType, None), "list[None]"],
    [of(ListType, "x"), "list['x']"],
    [of(ListType, listOfInt), "list[list[int]]"],
    [of(ListType, new PyTuple([])), "list[()]"],
    [of(TypeType, IntType), "type[int]"],
    [of(ListType, makeClass(ts, "C", [])), "list[__main__.C]"],
  ])("%#", (alias, text) => expect(show(ts, alias)).toBe(text));
});

test("equal aliases have equal hashes", () => {
  expect(compare(ts, listOfInt, of(ListType, IntType), CompareOp.EQ)).toBe(true);
  expect(hash(ts, listOfInt)).toBe(hash(ts, of(ListType, IntType)));
  expect(compare(ts, listOfInt, of(ListType, StrType), CompareOp.EQ)).toBe(false);
});
test("a call makes the origin's instance", () =>
  expect(show(ts, call(ts, listOfInt, [new PyTuple([1])]))).toBe("[1]"));
test("attributes are the origin's", () => {
  expect(show(ts, getAttr(ts, listOfInt, "append"))).toBe("<method 'append' of 'list' objects>");
  expect(getAttr(ts, listOfInt, "__class__")).toBe(GenericAliasType);
  expect(show(ts, getAttr(ts, listOfInt, "zork"))).toBe(
    "AttributeError: type object 'list' has no attribute 'zork'",
  );
});
test("unpacking stars it", () => {
  const items = toArray(ts, listOfInt) as Value[];
  expect(show(ts, items[0])).toBe("*list[int]");
  expect(compare(ts, items[0], listOfInt, CompareOp.EQ)).toBe(false);
});
test("is no class to check against", () =>
  expect(show(ts, isInstanceOf(ts, 1, listOfInt))).toBe(
    "TypeError: isinstance() argument 2 cannot be a parameterized generic",
  ));
test("reduces to a call", () =>
  expect(show(ts, callMethod(ts, listOfInt, "__reduce__", []))).toBe(
    "(<class 'types.GenericAlias'>, (<class 'list'>, (<class 'int'>,)))",
  ));

describe("parameters", () => {
  test("are collected once each, from inside too", () =>
    expect(show(ts, getAttr(ts, of(DictType, T, of(ListType, T)), "__parameters__"))).toBe("(~T,)"));
  test("are replaced by a subscript", () =>
    expect(show(ts, of(of(DictType, T, of(ListType, T)), IntType))).toBe("dict[int, list[int]]"));
  test("must be there", () =>
    expect(show(ts, getItem(ts, listOfInt, StrType))).toBe("TypeError: list[int] is not a generic class"));
  test("must be as many as the arguments", () =>
    expect(show(ts, getItem(ts, of(ListType, T), new PyTuple([IntType, StrType])))).toBe(
      "TypeError: Too many arguments for list[~T]; actual 2, expected 1",
    ));
});
