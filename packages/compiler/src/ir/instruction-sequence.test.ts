import { expect, test } from "vitest";
import { Op } from "../generated/op.js";
import { InstructionSequence } from "./instruction-sequence.js";
import { NO_LOCATION } from "./location.js";

test("an instruction that is put in between moves the labels behind it", () => {
  const sequence = new InstructionSequence();
  const first = sequence.newLabel();
  const last = sequence.newLabel();
  sequence.useLabel(first);
  sequence.add(Op.RESUME, 0, NO_LOCATION);
  sequence.add(Op.NOP, 0, NO_LOCATION);
  sequence.useLabel(last);
  sequence.insertJump(1, Op.SETUP_CLEANUP, last, NO_LOCATION);
  expect(sequence.instructions.map(({ opcode }) => opcode)).toEqual([Op.RESUME, Op.SETUP_CLEANUP, Op.NOP]);
  expect(sequence.labelOffsets).toEqual([0, 3]);
});
