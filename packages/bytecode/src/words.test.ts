import { expect, test } from "vitest";
import { formNames } from "./generated/metadata.js";
import { Op } from "./generated/opcodes.js";
import { FIRST_FORM, makeWord, narrowInstructions, widenInstructions } from "./words.js";

const superinstruction = (name: string): number => FIRST_FORM + formNames.indexOf(name);
const opcodes = (units: Uint16Array): number[] => [...units].map((unit) => unit & 0xff);

test("instructions keep their places, and arguments are complete", () => {
  const units = Uint16Array.of(Op.EXTENDED_ARG | (1 << 8), Op.LOAD_CONST | (2 << 8), Op.RETURN_VALUE);
  expect([...widenInstructions(units)].slice(1)).toEqual([
    makeWord(Op.LOAD_CONST, 258),
    makeWord(Op.RETURN_VALUE, 0),
  ]);
});

test("specialised forms are shown, with their caches", () => {
  const units = Uint16Array.of(Op.BINARY_OP, 0, 0, 0, 0, 0, Op.RETURN_VALUE);
  const words = widenInstructions(units);
  words[0] = makeWord(Op.BINARY_OP_ADD_INT, 0);
  words[1] = 52;
  expect([...narrowInstructions(units, words)].slice(0, 2)).toEqual([Op.BINARY_OP_ADD_INT, 52]);
});

test("a superinstruction is shown as the instruction in whose place it stands, whichever load that is", () => {
  const units = Uint16Array.of(Op.LOAD_FAST, Op.LOAD_SMALL_INT, Op.BINARY_OP, 0, 0, 0, 0, 0);
  const words = widenInstructions(units);
  words[0] = makeWord(superinstruction("LOCAL_SMALL_AND_BINARY_OP_ADD_INT"), 0);
  words[2] = makeWord(Op.BINARY_OP_ADD_INT, 0);
  expect(opcodes(narrowInstructions(units, words)).slice(0, 3)).toEqual([
    Op.LOAD_FAST,
    Op.LOAD_SMALL_INT,
    Op.BINARY_OP_ADD_INT,
  ]);
});

test("instrumented instructions are shown", () => {
  const units = Uint16Array.of(Op.RETURN_VALUE);
  const words = Int32Array.of(makeWord(Op.INSTRUMENTED_RETURN_VALUE, 0));
  expect(opcodes(narrowInstructions(units, words))).toEqual([Op.INSTRUMENTED_RETURN_VALUE]);
});
