import { CodeObject, type Constant } from "@adder/bytecode";
import { expect, test } from "vitest";
import { ConstTable } from "./const-table.js";

const float = (value: number): Constant => ({ type: "float", value });
const tuple = (...items: Constant[]): Constant => ({ type: "tuple", items });

test("equal constants of one type are one entry", () => {
  const table = new ConstTable();
  const twice = [1, "a", 2n ** 70n, float(1.5), tuple(1, tuple("x")), { type: "ellipsis" } as Constant];
  for (const constant of twice) expect(table.add(constant)).toBe(table.add(structuredClone(constant)));
  expect(table.values).toHaveLength(twice.length);
});

test("constants that are equal in Python, but not the same, stay apart", () => {
  const table = new ConstTable();
  const apart: Constant[] = [
    ...[
      0,
      false,
      float(0),
      float(-0),
      { type: "complex", real: 0, imag: 0 },
      { type: "complex", real: 0, imag: -0 },
    ],
    ...[1, true, float(1), "1", { type: "bytes", value: Uint8Array.of(49) }, null, "null", "true"],
    ...[
      tuple(0),
      tuple(false),
      tuple(float(-0)),
      tuple(float(0)),
      tuple(tuple(1)),
      tuple(1, 1),
      tuple("1", 1),
    ],
  ] as Constant[];
  for (const constant of apart) table.add(constant);
  expect(table.values).toEqual(apart);
});

test("the order of a frozenset does not matter", () => {
  const table = new ConstTable();
  const set = (...items: Constant[]): Constant => ({ type: "frozenset", items });
  expect(table.add(set(1, 2))).toBe(table.add(set(2, 1)));
  expect(table.add(set(1, 3))).toBe(1);
});

test("NaN is equal to nothing", () => {
  const table = new ConstTable();
  expect(table.add(float(Number.NaN))).not.toBe(table.add(float(Number.NaN)));
});

test("code that was compiled twice is one entry", () => {
  const code = (column: number) =>
    new CodeObject({
      argcount: 0,
      posonlyargcount: 0,
      kwonlyargcount: 0,
      stacksize: 1,
      flags: 3,
      code: Uint16Array.of(128, 35),
      consts: [float(-0), tuple("x")],
      names: ["n"],
      localsplusNames: [],
      localsplusKinds: new Uint8Array(),
      filename: "f",
      name: "<lambda>",
      qualname: "<lambda>",
      firstlineno: 3,
      linetable: Uint8Array.of(0x80, column),
      exceptiontable: new Uint8Array(),
    });
  const table = new ConstTable();
  expect(table.add(code(1))).toBe(table.add(code(1)));
  expect(table.add(code(2))).toBe(1);
});
