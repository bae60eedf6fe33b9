import { describe, expect, test } from "vitest";
import { renderGenericCases, renderLoop, renderRareCases } from "./dispatch.mjs";
import { parseBehaviours, parseEffect } from "./dispatch-parse.mjs";
import {
  indent,
  renderCase,
  renderImports,
  renderShared,
  renderSuperinstruction,
} from "./dispatch-render.mjs";

/** The lines of a case without indentation. */
const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The text of a case. */
const caseText = (row: Parameters<typeof renderCase>[0], body: string): string => renderCase(row, body).text;

describe("a file of behaviours", () => {
  test("holds imports and instructions", () => {
    const text = `// A comment.
import { helper } from "../helper.js";
import type { Shape } from "@adder/objects";

inst LOAD_A, LOAD_B {
  value = helper(oparg);
}

rare inst NOP {
}
`;
    expect(parseBehaviours(text, "x.inst")).toEqual({
      imports: [
        { names: ["helper"], from: "../helper.js", typeOnly: false },
        { names: ["Shape"], from: "@adder/objects", typeOnly: true },
      ],
      behaviours: [
        { names: ["LOAD_A", "LOAD_B"], body: "  value = helper(oparg);", file: "x.inst", rare: false },
        { names: ["NOP"], body: "", file: "x.inst", rare: true },
      ],
    });
  });

  test("names the line that it cannot read", () => {
    expect(() => parseBehaviours("\nfoo\n", "x.inst")).toThrow("x.inst:2");
    expect(() => parseBehaviours("inst A {\n", "x.inst")).toThrow("not closed");
  });
});

test("a stack effect is split into inputs and outputs; variables of the loop are renamed", () => {
  expect(parseEffect("class, names[oparg] -- null[oparg & 1]")).toEqual({
    inputs: [
      { name: "class_", size: null },
      { name: "names_", size: "oparg" },
    ],
    outputs: [{ name: "null_", size: "oparg & 1" }],
  });
});

describe("a case", () => {
  test("reads inputs, writes outputs, moves the stack pointer and skips the cache", () => {
    const row = { name: "ADD", opcode: 44, effect: "lhs, rhs -- res", cache: "counter/1, descr/4" };
    expect(lines(caseText(row, "  res = add(lhs, rhs);\n  ERROR_IF(res === null);"))).toEqual([
      "case 44: {",
      "// ADD",
      "v0 = stack[sp - 2] as Value; // lhs",
      "v1 = stack[sp - 1] as Value; // rhs",
      "o0 = add(v0, v1);",
      "if (o0 === null) break dispatch;",
      "stack[sp - 2] = o0;",
      "sp = (sp - 1) | 0;",
      "pc = (pc + 5) | 0;",
      "continue dispatch;",
      "}",
    ]);
  });

  test("reads no input that the behaviour does not mention, and does not rewrite what stays", () => {
    const row = { name: "ITER", opcode: 1, effect: "iter, unused -- iter, next" };
    expect(lines(caseText(row, "  next = advance(iter);"))).toEqual([
      "case 1: {",
      "// ITER",
      "v0 = stack[sp - 2] as Value; // iter",
      "o0 = advance(v0);",
      "stack[sp - 1] = o0;",
      "continue dispatch;",
      "}",
    ]);
  });

  test("gives the index of the first of several values", () => {
    const row = { name: "BUILD", opcode: 1, effect: "values[oparg] -- list" };
    const text = caseText(row, "  list = build(values, oparg);");
    expect(text).toContain("n0 = sp - oparg; // values");
    expect(text).toContain("stack[sp - oparg] = o0;");
    expect(text).toContain("sp = (sp + 1 - oparg) | 0;");
  });

  test("pushes an output that is there only sometimes", () => {
    const row = { name: "LOAD", opcode: 1, effect: "-- res, null[oparg & 1]" };
    const text = caseText(row, "  res = 1;");
    expect(text).toContain("if ((oparg & 1) !== 0) stack[sp + 1] = undefined;");
    expect(text).toContain("sp = (sp + 1 + (oparg & 1)) | 0;");
  });

  test("counts what lies between", () => {
    const row = {
      name: "APPEND",
      opcode: 1,
      effect: "list, unused[oparg - 1], v -- list, unused[oparg - 1]",
    };
    const text = caseText(row, "  push(list, v);");
    expect(text).toContain("v0 = stack[sp - 1 - oparg] as Value; // list");
    expect(text).toContain("sp = (sp - 1) | 0;");
  });

  test("with an early end is a labelled block", () => {
    const row = { name: "NOT", opcode: 1, effect: "value -- res" };
    const body = "  res = quick(value);\n  if (res !== undefined) DONE();\n  res = slow(value);";
    expect(lines(caseText(row, body)).slice(3, 8)).toEqual([
      "body: {",
      "o0 = quick(v0);",
      "if (o0 !== undefined) break body;",
      "o0 = slow(v0);",
      "}",
    ]);
  });

  test("that leaves by itself has no end of its own", () => {
    const row = { name: "RETURN", opcode: 35, effect: "retval -- res" };
    expect(lines(caseText(row, "  ENTER(leave(retval));"))).toEqual([
      "case 35: {",
      "// RETURN",
      "v0 = stack[sp - 1] as Value; // retval",
      "{",
      "frame = leave(v0);",
      "continue enter;",
      "};",
      "}",
    ]);
  });

  test("renames variables only, not properties of the same name", () => {
    const row = { name: "GET", opcode: 1, effect: "list -- item" };
    expect(caseText(row, "  item = list.list.item;")).toContain("o0 = v0.list.item;");
  });

  test("must set all its outputs, or say that it has written them", () => {
    const row = { name: "SPLIT", opcode: 1, effect: "a, b -- rest, match" };
    expect(() => caseText(row, "  split(a, b);")).toThrow("SPLIT: rest is never set");
    expect(caseText(row, "  split(a, b);\n  WRITTEN(rest, match);")).not.toContain("WRITTEN");
  });
});

describe("specialisation", () => {
  const add = { name: "ADD", opcode: 44, effect: "lhs, rhs -- res", cache: "counter/1" };

  test("an adaptive instruction counts down before it does anything", () => {
    expect(lines(renderCase(add, "  res = lhs;", { adaptive: true }).text).slice(2, 5)).toEqual([
      "n0 = code[pc];",
      "if ((n0 & 0xfff0) === 0) break adapting;",
      "code[pc] = n0 - 16;",
    ]);
  });

  test("a guard that fails leaves the instruction to the specialiser", () => {
    const text = caseText(add, '  DEOPT_IF(typeof lhs !== "number");\n  res = CACHE(1);');
    expect(lines(text)).toContain('if (typeof v0 !== "number") break adapting;');
    expect(lines(text)).toContain("o0 = code[pc + 1];");
  });

  test("a superinstruction hands values on in variables and moves the stack pointer once", () => {
    const parts = [
      { row: { name: "LOAD", opcode: 1, effect: "-- value" }, body: "  value = LOCAL(oparg);" },
      { row: add, body: "  DEOPT_IF(!ok(lhs, rhs));\n  res = f(lhs, rhs, CACHE(0));" },
      { row: { name: "STORE", opcode: 2, effect: "value --" }, body: "  LOCAL(oparg) = value;" },
    ];
    const text = renderSuperinstruction({ name: "LOAD_ADD_STORE", opcode: 320 }, parts).text;
    expect(lines(text)).toEqual([
      "case 320: {",
      "// LOAD_ADD_STORE",
      "v0 = stack[base + oparg] as Value;",
      "v1 = stack[sp - 1] as Value; // lhs",
      "if (!ok(v1, v0)) break adapting;",
      "o0 = f(v1, v0, code[pc + 1]);",
      "n0 = code[pc + 2] >> 10;",
      "stack[base + n0] = o0;",
      "sp = (sp - 1) | 0;",
      "pc = (pc + 3) | 0;",
      "continue dispatch;",
      "}",
    ]);
  });

  test("a part of a superinstruction raises at its own place", () => {
    const load = { row: { name: "LOAD", opcode: 1, effect: "-- value" }, body: "  value = LOCAL(oparg);" };
    const part = { row: add, body: "  SAVE();\n  res = f(lhs, rhs);\n  ERROR_IF(res === null);" };
    const text = renderSuperinstruction({ name: "X", opcode: 320 }, [load, part]).text;
    expect(lines(text).slice(4, 10)).toEqual([
      "frame.pc = (pc + 1) | 0;",
      "o0 = f(v1, v0);",
      "if (o0 === null) {",
      "pc = (pc + 1) | 0;",
      "break dispatch;",
      "};",
    ]);
  });

  test("nothing is guarded behind what may raise: it cannot be executed again", () => {
    const raising = { row: add, body: "  SAVE();\n  res = f(lhs, rhs);" };
    const guarded = { row: add, body: "  DEOPT_IF(!ok(lhs));\n  res = lhs;" };
    expect(() => renderSuperinstruction({ name: "X", opcode: 320 }, [raising, guarded])).toThrow(
      "X: ADD has a guard behind what may raise",
    );
  });

  test("what enters a frame is no part of a superinstruction", () => {
    const part = { row: add, body: "  ENTER(f(lhs, rhs));" };
    expect(() => renderSuperinstruction({ name: "X", opcode: 320 }, [part])).toThrow("ADD uses ENTER");
  });
});

describe("the loop", () => {
  const nop = { name: "NOP", opcode: 27, effect: "--" };
  const one = { names: ["NOP"], body: "", file: "x.inst", rare: false };
  const nothing = { instructions: [], superinstructions: [], imports: [], behaviours: [] };

  test("has a case for each instruction", () => {
    const text = renderLoop("switch (opcode) {\n/* CASES */\n}", {
      ...nothing,
      instructions: [nop],
      behaviours: [one],
    });
    expect(text).toContain("  case 27: {\n    // NOP\n    continue dispatch;\n  }");
  });

  test("refuses instructions without behaviour, behaviours without instruction, and doubles", () => {
    expect(() => renderLoop("", { ...nothing, instructions: [nop] })).toThrow("NOP has no behaviour");
    expect(() => renderLoop("", { ...nothing, behaviours: [one] })).toThrow("no such instruction: NOP");
    const twice = { ...nothing, instructions: [nop], behaviours: [one, one] };
    expect(() => renderLoop("", twice)).toThrow("NOP has two behaviours");
  });

  test("does not need behaviours of specialised forms", () => {
    const instructions = [{ ...nop, name: "NOP_FAST", base: "NOP" }];
    expect(renderLoop("", { ...nothing, instructions })).toContain("Generated");
  });

  test("leaves rare instructions to a function, which returns where the loop would go on", () => {
    const row = { name: "IMPORT", opcode: 73, effect: "name -- res" };
    const body = "  SAVE();\n  res = load(name);\n  ERROR_IF(res === null);\n  if (other(res)) ENTER(res);";
    const all = {
      ...nothing,
      instructions: [nop, row],
      behaviours: [one, { names: ["IMPORT"], body, file: "x.inst", rare: true }],
    };
    expect(renderLoop("/* CASES */", all)).not.toContain("IMPORT");
    const text = renderRareCases("/* CASES */", all);
    expect(text).not.toContain("NOP");
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        "if (o0 === null) return Outcome.ERROR;",
        "ts.frame = o0;",
        "return Outcome.ENTER;",
        "break dispatch;",
      ]),
    );
  });

  test("has generic instructions as a function too, without those that count its ticks", () => {
    const returns = { name: "RETURN_VALUE", opcode: 35, effect: "retval --" };
    const specialised = { name: "NOP_FAST", opcode: 200, effect: "--", base: "NOP" };
    const jump = { name: "JUMP_BACKWARD", opcode: 75, effect: "--" };
    const all = {
      ...nothing,
      instructions: [nop, returns, specialised, jump],
      behaviours: [
        one,
        { names: ["NOP_FAST"], body: "  DEOPT_IF(oparg > 1);", file: "x.inst", rare: false },
        {
          names: ["RETURN_VALUE"],
          body: "  if (ends) EXIT(retval);\n  ENTER(caller);",
          file: "x.inst",
          rare: false,
        },
        { names: ["JUMP_BACKWARD"], body: "  ticks--;", file: "x.inst", rare: false },
      ],
    };
    const text = renderGenericCases("/* CASES */", all);
    expect(text).toContain("// NOP\n");
    expect(text).not.toContain("NOP_FAST");
    expect(text).not.toContain("ticks");
    expect(lines(text)).toEqual(
      expect.arrayContaining([
        "ts.left = v0;",
        "return Outcome.EXIT;",
        "ts.frame = caller;",
        "return Outcome.ENTER;",
      ]),
    );
  });

  test("that counts has the statements for it, and executes superinstructions as their first part", () => {
    const body = "  WATCH(watch.seen(oparg));";
    const all = {
      ...nothing,
      instructions: [nop],
      superinstructions: [{ name: "NOP_NOP", opcode: 320, parts: ["NOP", "NOP"] }],
      behaviours: [{ ...one, body }],
    };
    const template = "WATCH(watch.begin());\n/* CASES */";
    const plain = lines(renderLoop(template, all)).join(" ");
    expect(plain).not.toMatch(/watch/i);
    expect(plain).toContain("case 320: { // NOP_NOP");
    const watched = lines(renderLoop(template, all, true)).join(" ");
    expect(watched).toContain("watch.begin();");
    expect(watched).toContain("case 27: case 320: { // NOP watch.seen(oparg); continue dispatch; }");
  });

  test("imports what its text names", () => {
    const imports = [{ names: ["used", "type Used", "unused"], from: "./x.js", typeOnly: false }];
    const text = renderLoop("/* IMPORTS */\nused() as Used;", { ...nothing, imports });
    expect(text).toContain('import { used, type Used } from "./x.js";');
  });
});

test("shared variables are declared as often as one case needs them", () => {
  const cases = [
    { used: { value: 2, slot: 0, index: 0, output: 1 } },
    { used: { value: 1, slot: 0, index: 1, output: 1 } },
  ];
  expect(lines(renderShared(cases))).toEqual([
    "let v0: Value;",
    "let v1: Value;",
    "let n0: number;",
    "let o0: Slot | null;",
  ]);
});

test("imports of one module are gathered; a value import makes a type import needless", () => {
  const imports = [
    { names: ["b", "a"], from: "x", typeOnly: false },
    { names: ["a", "T"], from: "x", typeOnly: true },
  ];
  expect(renderImports(imports)).toBe('import { a, b, type T } from "x";');
});

test("indentation follows braces", () => {
  expect(indent("a {\nb(\nc\n);\n}")).toBe("a {\n  b(\n    c\n  );\n}");
});
