import { expect, test } from "vitest";
import { Op } from "./generated/opcodes.js";
import { stackEffect } from "./stack-effect.js";

test.each([
  [Op.CALL, 2, -3],
  [Op.BUILD_MAP, 3, -5],
  [Op.UNPACK_EX, 0x203, 5],
  [Op.FOR_ITER, 0, 1],
  [Op.SETUP_CLEANUP, 0, 2],
])("opcode %i with %i", (opcode, oparg, effect) => {
  expect(stackEffect(opcode, oparg)).toBe(effect);
});

test("a handler's range pushes only where it leads", () => {
  expect(stackEffect(Op.SETUP_WITH, 0, false)).toBe(0);
  expect(stackEffect(Op.POP_JUMP_IF_TRUE, 0, false)).toBe(-1);
});

test.each([Op.BINARY_OP_ADD_INT, 122, 300])("opcode %i has none", (opcode) => {
  expect(stackEffect(opcode, 0)).toBeNull();
});
