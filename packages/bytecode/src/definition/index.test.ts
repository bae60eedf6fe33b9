import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  cacheWords,
  deopt,
  numPopped,
  numPushed,
  OpcodeFlag,
  opcodeFlags,
  opcodeNames,
} from "../generated/metadata.js";
import { Op } from "../generated/opcodes.js";
import { instructions } from "./index.js";

/** Rows of CPython 3.14's own metadata: name, number, cache words, family, flags, stack effects for 0 to 3. */
type Row = [string, number, number, string[], string[], number[] | null];
const rows: Row[] = JSON.parse(readFileSync(new URL("../../fixtures/opcodes.json", import.meta.url), "utf8"));

test("the table has CPython's instructions and no others", () => {
  expect(instructions.map(({ name, opcode }) => [name, opcode])).toEqual(
    rows.map(([name, number]) => [name, number]),
  );
});

test.each(rows)("%s agrees with CPython", (name, number, words, family, flags, effects) => {
  expect(Op[name as keyof typeof Op]).toBe(number);
  expect(opcodeNames[number]).toBe(name);
  if (family.length > 0) expect(opcodeNames[deopt[number]]).toBe(family[0]);
  else expect(deopt[number]).toBe(number);
  // CPython lists cache words of generic instructions only; the others have those of their family.
  const plain = family.length === 0 && !name.startsWith("INSTRUMENTED_");
  expect(cacheWords[number]).toBe(plain ? words : cacheWords[deopt[number]] || cacheWords[number]);
  const bits = flags.map((flag) => OpcodeFlag[flag.slice(4).toUpperCase() as keyof typeof OpcodeFlag]);
  expect(opcodeFlags[number] & 0x7f).toBe(bits.reduce((all, bit) => all | bit, 0));
  effects?.forEach((effect, oparg) => {
    expect(numPushed(number, oparg) - numPopped(number, oparg)).toBe(effect);
  });
});

test("members of a family share stack effect, operand and cache", () => {
  for (const row of instructions) {
    if (row.base === undefined || row.name.startsWith("INSTRUMENTED_")) continue;
    const base = instructions.find(({ name }) => name === row.base)!;
    expect([row.effect, row.operand, row.cache]).toEqual([base.effect, base.operand, base.cache]);
  }
});

test("every instruction is explained in one sentence", () => {
  for (const { name, doc } of instructions) expect(doc, name).toMatch(/^[^\n]+\.$/);
});
