import { type CodeFields, CodeFlags, CodeObject, LocalKind } from "@adder/bytecode";
import { expect, test } from "vitest";
import { CallShape, Executable } from "./index.js";

function executable(fields: Partial<CodeFields>): Executable {
  return new Executable(
    new CodeObject({
      argcount: 0,
      posonlyargcount: 0,
      kwonlyargcount: 0,
      stacksize: 4,
      flags: CodeFlags.OPTIMIZED,
      code: new Uint16Array(1),
      consts: [],
      names: [],
      localsplusNames: [],
      localsplusKinds: new Uint8Array(),
      filename: "f.py",
      name: "f",
      qualname: "C.f",
      firstlineno: 1,
      linetable: new Uint8Array(),
      exceptiontable: new Uint8Array(),
      ...fields,
    }),
  );
}

test("a frame has room for locals and evaluation stack", () => {
  const exec = executable({ localsplusNames: ["a", "b"], localsplusKinds: new Uint8Array([0x26, 0x20]) });
  expect([exec.nlocals, exec.frameSize]).toEqual([2, 6]);
});

test("positional parameters alone need no binding", () => {
  expect(executable({ argcount: 2 }).shape).toBe(CallShape.SIMPLE);
});

test.each([
  ["keyword-only parameters", { kwonlyargcount: 1 }],
  ["*args", { flags: CodeFlags.OPTIMIZED | CodeFlags.VARARGS }],
  ["**kwargs", { flags: CodeFlags.OPTIMIZED | CodeFlags.VARKEYWORDS }],
  ["a namespace", { flags: 0 }],
])("%s need binding", (_what, fields) => {
  expect(executable(fields).shape).toBe(CallShape.GENERAL);
});

test.each([CodeFlags.GENERATOR, CodeFlags.COROUTINE, CodeFlags.ASYNC_GENERATOR])(
  "a call of code with the flag %i makes a generator",
  (flags) => {
    expect(executable({ flags }).isGenerator).toBe(true);
  },
);

test("free variables stand behind all other locals", () => {
  const kinds = [LocalKind.LOCAL, LocalKind.CELL, LocalKind.FREE, LocalKind.FREE];
  const exec = executable({ localsplusNames: ["a", "b", "c", "d"], localsplusKinds: Uint8Array.from(kinds) });
  expect(exec.freeStart).toBe(2);
});
