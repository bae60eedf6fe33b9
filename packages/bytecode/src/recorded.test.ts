import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readImage, writeImage } from "./cache/image.js";
import { CodeObject } from "./code-object.js";
import { disassemble } from "./dis/disassemble.js";
import { decodeInstructions, jumpTarget } from "./dis/instructions.js";
import { unmarshal } from "./marshal/reader.js";
import { marshal } from "./marshal/writer.js";
import { decodeHandlers, handlerAt } from "./tables/handlers.js";
import { lineAt, lineRanges, positions, rangeAt } from "./tables/locations.js";

interface Recorded {
  name: string;
  marshal: string;
  dis: string;
  detailed: string;
  positions: number[][];
  lines: number[][];
  handlers: [number, number, number, number, boolean][];
}

/** What CPython 3.14 makes of some programs (scripts/record-fixtures.mjs). */
const recorded: Recorded[] = JSON.parse(
  readFileSync(new URL("../fixtures/programs.json", import.meta.url), "utf8"),
);
const programs = recorded.map((program) => {
  const bytes = new Uint8Array(Buffer.from(program.marshal, "base64"));
  const result = unmarshal(bytes);
  if (result.error !== null) throw new TypeError(result.error.message);
  return { ...program, bytes, length: result.length, code: result.value as CodeObject };
});
const named = (name: string) => programs.find((program) => program.name === name)!;

/** Everything in a code object, as plain data. */
function plain(value: unknown): unknown {
  if (value instanceof CodeObject) {
    const { consts, localsplusKinds, linetable, exceptiontable, code, names, localsplusNames } = value;
    const { argcount, stacksize, flags, filename, name, qualname, firstlineno } = value;
    const header = { argcount, stacksize, flags, filename, name, qualname, firstlineno };
    const tables = [localsplusKinds, linetable, exceptiontable].map((table) => [...table]);
    return { header, tables, code: [...code], names, localsplusNames, consts: consts.map(plain) };
  }
  return value;
}

describe.each(programs)("$name", ({ code, dis, detailed, bytes, length, ...expected }) => {
  test("unmarshals to the end", () => {
    expect(length).toBe(bytes.length);
  });

  test("disassembles like dis.dis", () => {
    expect(disassemble(code)).toBe(dis);
  });

  test("disassembles with offsets and caches", () => {
    expect(disassemble(code, { showOffsets: true, showCaches: true })).toBe(detailed);
  });

  test("has CPython's positions", () => {
    const ranges = [...positions(code)].map((range) => Object.values(range));
    expect(ranges).toEqual(expected.positions);
    expect(ranges.map((_, unit) => Object.values(rangeAt(code, unit)))).toEqual(ranges);
  });

  test("has CPython's lines", () => {
    expect(lineRanges(code).map(({ start, end, line }) => [start, end, line])).toEqual(expected.lines);
    for (const [start, , line] of expected.lines) expect(lineAt(code, start)).toBe(line);
  });

  test("has CPython's handlers", () => {
    const handlers = decodeHandlers(code.exceptiontable).map((entry) => Object.values(entry));
    expect(handlers).toEqual(expected.handlers);
  });

  test("comes back from marshal and from an image", () => {
    const again = unmarshal(marshal(code)!);
    expect(again.error).toBeNull();
    expect(plain("value" in again ? again.value : null)).toEqual(plain(code));
    expect(plain(readImage(writeImage(code)!))).toEqual(plain(code));
  });
});

test("nested code can be left out", () => {
  const { code, dis } = named("closures");
  expect(disassemble(code, { depth: 0 })).toBe(dis.slice(0, dis.indexOf("\nDisassembly of")));
});

test("other code units can be shown in place of the generic ones", () => {
  const { code } = named("constants");
  const units = code.code.slice();
  units[0] = 196;
  expect(disassemble(code, { units, depth: 0 })).toContain("RESUME_CHECK             0");
});

test("EXTENDED_ARG is an instruction of its own and adds to the next", () => {
  const all = [...decodeInstructions(named("long jumps").code.code)];
  const index = all.findIndex(({ opcode }) => opcode === 69);
  const jump = all[index + 1];
  expect(jump.start).toBe(all[index].offset);
  expect(jump.oparg! >> 8).toBe(all[index].oparg);
  expect(jumpTarget(jump)! - jump.end).toBe(jump.oparg);
});

test("the handler of a code unit is the entry that covers it", () => {
  const attempt = named("handlers").code.consts[0] as CodeObject;
  const handlers = decodeHandlers(attempt.exceptiontable);
  for (let unit = 0; unit < attempt.code.length; unit++) {
    const covering = handlers.find(({ start, end }) => start <= unit && unit < end) ?? null;
    expect(handlerAt(handlers, unit)).toBe(covering);
  }
});

test("an image decodes nested code only when it is looked into", () => {
  const image = writeImage(named("closures").code)!;
  const outer = readImage(image).consts.find((constant) => constant instanceof CodeObject)!;
  expect(outer.name).toBe("outer");
  // With the body gone, the header still stands and the body cannot be read.
  image.fill(0xff);
  expect(outer.qualname).toBe("outer");
  expect(() => outer.consts).toThrow();
});
