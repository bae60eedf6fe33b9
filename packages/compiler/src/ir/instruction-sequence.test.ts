import { expect, test } from "vitest";
import { Op } from "../generated/op.js";
import { InstructionSequence } from "./instruction-sequence.js";
import { NO_LOCATION } from "./location.js";

test("a jump that is put in front moves labels and jumps", () => {
  const sequence = new InstructionSequence();
  const first = sequence.newLabel();
  const last = sequence.newLabel();
  sequence.useLabel(first);
  sequence.add(Op.RESUME, 0, NO_LOCATION);
  sequence.add(Op.NOP, 0, NO_LOCATION);
  sequence.useLabel(last);
  sequence.addJump(Op.JUMP, first, NO_LOCATION);
  const unplaced = sequence.newLabel();
  sequence.prependJump(Op.SETUP_CLEANUP, last, NO_LOCATION);
  expect(sequence.opcodes).toEqual([Op.SETUP_CLEANUP, Op.RESUME, Op.NOP, Op.JUMP]);
  expect(sequence.opargs).toEqual([last, 0, 0, first]);
  expect(sequence.jumps).toEqual([3, 0]);
  expect(sequence.labelOffsets).toEqual([1, 3, -1]);
  expect(unplaced).toBe(2);
});
