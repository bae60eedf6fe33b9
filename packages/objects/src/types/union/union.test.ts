import { describe, expect, test } from "vitest";
import { getAttr, setAttr } from "../../core/attributes.js";
import { BoolType, IntType, ListType, NoneType, StrType, UnionType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { compare, hash } from "../../core/compare.js";
import { BinaryOp, binaryOp } from "../../core/numbers.js";
import type { Value } from "../../core/object.js";
import { getItem, isInstanceOf, isSubclass } from "../../core/protocols.js";
import { CompareOp } from "../../core/slots.js";
import { show, testThread } from "../../testing/index.js";
import { None } from "../none/singletons.js";
import { emptyTuple, PyTuple } from "../tuple/py-tuple.js";

const ts = testThread();
const or = (a: Value, b: Value) => binaryOp(ts, BinaryOp.OR, a, b) as Value;
const intOrStr = or(IntType, StrType);

describe("X | Y", () => {
  test.each([
    [intOrStr, "int | str"],
    [or(IntType, None), "int | None"],
    [or(None, IntType), "None | int"],
    [or(intOrStr, or(StrType, IntType)), "int | str"],
    [or(IntType, IntType), "<class 'int'>"],
    [or(getItem(ts, ListType, IntType) as Value, StrType), "list[int] | str"],
  ])("%#", (union, text) => expect(show(ts, union)).toBe(text));
  test("of what is no type", () =>
    expect(show(ts, binaryOp(ts, BinaryOp.OR, IntType, 3))).toBe(
      "TypeError: unsupported operand type(s) for |: 'type' and 'int'",
    ));
  test("None stands for its type", () =>
    expect(show(ts, getAttr(ts, or(IntType, None), "__args__"))).toBe("(<class 'int'>, <class 'NoneType'>)"));
});

test("order does not matter for equality", () => {
  expect(compare(ts, intOrStr, or(StrType, IntType), CompareOp.EQ)).toBe(true);
  expect(hash(ts, intOrStr)).toBe(hash(ts, or(StrType, IntType)));
  expect(compare(ts, intOrStr, or(IntType, None), CompareOp.EQ)).toBe(false);
});
test("checks go through the types", () => {
  expect(isInstanceOf(ts, "a", intOrStr)).toBe(true);
  expect(isInstanceOf(ts, None, or(IntType, NoneType))).toBe(true);
  expect(isSubclass(ts, BoolType, intOrStr)).toBe(true);
  expect(isSubclass(ts, ListType, intOrStr)).toBe(false);
});
test("subscripts of the class make unions", () => {
  expect(show(ts, getItem(ts, UnionType, new PyTuple([IntType, None])))).toBe("int | None");
  expect(show(ts, getItem(ts, UnionType, emptyTuple))).toBe("TypeError: Cannot take a Union of no types.");
});
test("can't be called, changed or subscripted", () => {
  expect(show(ts, call(ts, intOrStr, []))).toBe("TypeError: 'typing.Union' object is not callable");
  expect(show(ts, call(ts, UnionType, []))).toBe("TypeError: cannot create 'typing.Union' instances");
  expect(show(ts, setAttr(ts, intOrStr, "x", 1))).toBe(
    "AttributeError: 'typing.Union' object has no attribute 'x' and no __dict__ for setting new attributes",
  );
  expect(show(ts, getItem(ts, intOrStr, IntType))).toBe("TypeError: int | str is not a generic class");
});
