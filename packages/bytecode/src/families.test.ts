import { expect, test } from "vitest";
import { formsOf, genericOf, isAdaptive } from "./families.js";
import { Op } from "./generated/opcodes.js";

test("a specialised form knows its generic instruction", () => {
  expect(genericOf(Op.BINARY_OP_ADD_INT)).toBe(Op.BINARY_OP);
  expect(genericOf(Op.BINARY_OP)).toBe(Op.BINARY_OP);
});

test("a family is all forms of an instruction, without the instrumented one", () => {
  expect(formsOf(Op.FOR_ITER)).toEqual([
    Op.FOR_ITER_GEN,
    Op.FOR_ITER_LIST,
    Op.FOR_ITER_RANGE,
    Op.FOR_ITER_TUPLE,
  ]);
});

test("what has a counter and forms is adaptive", () => {
  expect(isAdaptive(Op.LOAD_ATTR)).toBe(true);
  expect(isAdaptive(Op.LOAD_ATTR_SLOT)).toBe(false);
  expect(isAdaptive(Op.POP_JUMP_IF_FALSE)).toBe(false);
  expect(isAdaptive(Op.LOAD_FAST)).toBe(false);
});
