import { CodeObject, positions } from "@adder/bytecode";
import { expect, test } from "vitest";
import { withoutColumns } from "./without-columns.js";

const code = (fields: object): CodeObject =>
  new CodeObject({
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    stacksize: 1,
    flags: 0,
    code: new Uint16Array(4),
    consts: [],
    names: [],
    localsplusNames: [],
    localsplusKinds: new Uint8Array(),
    filename: "f.py",
    name: "f",
    qualname: "f",
    firstlineno: 100,
    exceptiontable: new Uint8Array(),
    linetable: new Uint8Array(),
    ...fields,
  });

// One unit each: line +0 with columns 8 to 11; line +1 (two units) with columns; nothing; the long form, 65 lines back, over two lines.
const linetable = Uint8Array.of(0x88, 0x03, 0xd9, 4, 9, 0xf8, 0xf0, 0x43, 2, 1, 5, 8);

test("lines stay and columns go, in nested code as well", () => {
  const inner = code({ linetable });
  const outer = withoutColumns(code({ linetable, consts: [inner, 1] }));
  for (const each of [outer, outer.consts[0] as CodeObject]) {
    const lines = [...positions(each)].map(({ lineno, endLineno, colOffset, endColOffset }) => [
      lineno,
      endLineno,
      colOffset,
      endColOffset,
    ]);
    expect(lines).toEqual([
      [100, 100, -1, -1],
      [101, 101, -1, -1],
      [101, 101, -1, -1],
      [-1, -1, -1, -1],
      [36, 36, -1, -1],
    ]);
  }
  expect(outer.consts[1]).toBe(1);
});
