import { decodeHandlers, disassemble, positions } from "@adder/bytecode";
import { expect, test } from "vitest";
import { Op } from "../generated/op.js";
import {
  addName,
  InstructionSequence,
  Location,
  NEXT_LOCATION,
  NO_LOCATION,
  UnitMetadata,
} from "../ir/index.js";
import { assembleCode } from "./assemble-code.js";

const options = { filename: "f.py", flags: 3 };
const at = (line: number, column = 0) => new Location(line, line, column, column + 1);

function unit(...locals: string[]): UnitMetadata {
  const metadata = new UnitMetadata("f", "f", 1);
  metadata.argcount = locals.length;
  for (const name of locals) addName(metadata.varnames, name);
  return metadata;
}

/** Names and arguments of instructions, as `dis` writes them. */
function listing(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => / [A-Z][A-Z_]+/.test(line))
    .map((line) => line.replace(/^.*?([A-Z][A-Z_]{2,})/, "$1").replace(/ +/g, " "));
}

test("constants that nothing loads are dropped, except for the first", () => {
  const metadata = unit();
  const sequence = new InstructionSequence();
  for (const constant of ["doc", "unused", 1000]) metadata.consts.add(constant);
  sequence.add(Op.RESUME, 0, at(1));
  sequence.add(Op.LOAD_CONST, 2, at(2));
  sequence.add(Op.RETURN_VALUE, 0, at(2));
  const code = assembleCode(metadata, sequence, options);
  expect(code.consts).toEqual(["doc", 1000]);
  expect(listing(disassemble(code))).toEqual(["RESUME 0", "LOAD_CONST 1 (1000)", "RETURN_VALUE"]);
});

test("far jumps get EXTENDED_ARGs", () => {
  const metadata = unit("a");
  const sequence = new InstructionSequence();
  const start = sequence.newLabel();
  const end = sequence.newLabel();
  sequence.add(Op.RESUME, 0, at(1));
  sequence.useLabel(start);
  sequence.add(Op.LOAD_FAST, 0, at(2));
  sequence.addJump(Op.POP_JUMP_IF_NONE, end, at(2));
  for (let i = 0; i < 300; i++) sequence.add(Op.SETUP_ANNOTATIONS, 0, at(3));
  sequence.addJump(Op.JUMP, start, at(3));
  sequence.useLabel(end);
  sequence.add(Op.LOAD_FAST, 0, at(4));
  sequence.add(Op.RETURN_VALUE, 0, at(4));
  const all = listing(disassemble(assembleCode(metadata, sequence, options)));
  expect(all.slice(1, 5)).toEqual([
    "LOAD_FAST_BORROW 0 (a)",
    "EXTENDED_ARG 1",
    "POP_JUMP_IF_NONE 304 (to L2)",
    "NOT_TAKEN",
  ]);
  expect(all.slice(-4)).toEqual([
    "EXTENDED_ARG 1",
    "JUMP_BACKWARD 308 (to L1)",
    "LOAD_FAST_BORROW 0 (a)",
    "RETURN_VALUE",
  ]);
});

test("handlers are moved behind the code that runs without exceptions", () => {
  const metadata = unit("a");
  const sequence = new InstructionSequence();
  const handler = sequence.newLabel();
  const end = sequence.newLabel();
  sequence.addJump(Op.SETUP_FINALLY, handler, at(1));
  sequence.add(Op.LOAD_FAST, 0, at(2));
  sequence.add(Op.POP_TOP, 0, at(2));
  sequence.add(Op.POP_BLOCK, 0, NO_LOCATION);
  sequence.addJump(Op.JUMP, end, NO_LOCATION);
  sequence.useLabel(handler);
  sequence.add(Op.PUSH_EXC_INFO, 0, NO_LOCATION);
  sequence.add(Op.RERAISE, 0, at(3));
  sequence.useLabel(end);
  sequence.add(Op.LOAD_FAST, 0, at(4));
  sequence.add(Op.RETURN_VALUE, 0, at(4));
  const code = assembleCode(metadata, sequence, options);
  const names = listing(disassemble(code)).map((line) => line.split(" ")[0]);
  expect(names.slice(-4)).toEqual(["LOAD_FAST_BORROW", "RETURN_VALUE", "PUSH_EXC_INFO", "RERAISE"]);
  expect(decodeHandlers(code.exceptiontable)).toEqual([
    { start: 1, end: 3, target: 5, depth: 0, lasti: false },
  ]);
});

test("cells and free variables get slots behind the locals; a parameter's cell has the parameter's", () => {
  const metadata = unit("a", "b");
  metadata.cellvars = new Map([
    ["b", 0],
    ["c", 1],
  ]);
  metadata.freevars = new Map([["d", 2]]);
  const sequence = new InstructionSequence();
  for (const [cell, line] of [
    [0, 1],
    [1, 2],
  ]) {
    sequence.add(Op.LOAD_DEREF, cell, at(line));
    sequence.add(Op.POP_TOP, 0, at(line));
  }
  sequence.add(Op.LOAD_DEREF, 2, at(3));
  sequence.add(Op.RETURN_VALUE, 0, at(3));
  const code = assembleCode(metadata, sequence, options);
  expect(code.localsplusNames).toEqual(["a", "b", "c", "d"]);
  expect([...code.localsplusKinds]).toEqual([0x26, 0x66, 0x40, 0x80]);
  expect(listing(disassemble(code)).filter((line) => /CELL|FREE|DEREF/.test(line))).toEqual([
    "COPY_FREE_VARS 1",
    "MAKE_CELL 1 (b)",
    "MAKE_CELL 2 (c)",
    "LOAD_DEREF 1 (b)",
    "LOAD_DEREF 2 (c)",
    "LOAD_DEREF 3 (d)",
  ]);
});

test("locations come back from the table in every form", () => {
  const places = [
    new Location(5, 5, 3, 9),
    new Location(5, 5, 70, 120),
    new Location(7, 7, 4, 100),
    new Location(4, 9, 200, 1000),
    new Location(4, 4, -1, -1),
    NEXT_LOCATION,
    new Location(300, 300, 0, 0),
  ];
  const sequence = new InstructionSequence();
  for (const loc of places) sequence.add(Op.SETUP_ANNOTATIONS, 0, loc);
  const metadata = unit("a");
  sequence.add(Op.LOAD_FAST, 0, at(301));
  sequence.add(Op.RETURN_VALUE, 0, at(301));
  const code = assembleCode(metadata, sequence, options);
  const expected = places.map((loc, i) => (loc === NEXT_LOCATION ? places[i + 1] : loc));
  expect([...positions(code)].slice(0, places.length).map((range) => Object.values(range))).toEqual(
    expected.map((loc) => [loc.lineno, loc.end_lineno, loc.col_offset, loc.end_col_offset]),
  );
});

test("the code of annotations goes where its placeholder stands, and labels behind it move", () => {
  const metadata = unit("a");
  const sequence = new InstructionSequence();
  const annotations = new InstructionSequence();
  for (let i = 0; i < 3; i++) annotations.add(Op.SETUP_ANNOTATIONS, 0, at(1));
  sequence.annotationsCode = annotations;
  const end = sequence.newLabel();
  sequence.addPlaceholder(NO_LOCATION);
  sequence.add(Op.LOAD_FAST, 0, at(2));
  sequence.addJump(Op.POP_JUMP_IF_NONE, end, at(2));
  sequence.add(Op.LOAD_LOCALS, 0, at(3));
  sequence.add(Op.POP_TOP, 0, at(3));
  sequence.useLabel(end);
  sequence.add(Op.LOAD_FAST, 0, at(4));
  sequence.add(Op.RETURN_VALUE, 0, at(4));
  expect(listing(disassemble(assembleCode(metadata, sequence, options)))).toEqual([
    ...new Array(3).fill("SETUP_ANNOTATIONS"),
    ...["LOAD_FAST_BORROW 0 (a)", "POP_JUMP_IF_NONE 3 (to L1)", "NOT_TAKEN", "LOAD_LOCALS", "POP_TOP"],
    ...["LOAD_FAST_BORROW 0 (a)", "RETURN_VALUE"],
  ]);
});
