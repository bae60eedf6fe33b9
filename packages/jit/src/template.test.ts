import { expect, test } from "vitest";
import { parseTemplate } from "./template.js";

const add = parseTemplate({
  name: "ADD",
  effect: "lhs, rhs -- res",
  body: 'DEOPT_IF(typeof lhs !== "number" || rhs.cls !== FloatType);\nres = lhs + rhs * CACHE(2);',
});

test("inputs, outputs and cache words become parts", () => {
  expect(add.parts.slice(1)).toEqual([
    ";\n",
    { kind: "output", index: 0 },
    " = ",
    { kind: "input", index: 0 },
    " + ",
    { kind: "input", index: 1 },
    " * ",
    { kind: "cache", index: 2 },
    ";",
  ]);
});

test("guards say what they find out", () => {
  const [guard] = add.parts;
  expect(guard).toMatchObject({
    kind: "guard",
    always: true,
    alternatives: [
      { fact: { input: 0, fact: "typeof number" } },
      { fact: { input: 1, fact: "cls FloatType" } },
    ],
  });
});

test("a place that is made visible on some ways only is told from one that always is", () => {
  const body = (text: string): boolean =>
    parseTemplate({ name: "X", effect: "v -- res", body: text }).alwaysSaves;
  expect(body("SAVE();\nres = f(v);")).toBe(true);
  expect(body("if (v === undefined) {\nSAVE();\n}")).toBe(false);
  expect(body("if (v) DONE();\nSAVE();")).toBe(false);
});

test("an output that is always an input, or NULL, needs no variable", () => {
  const effect = "owner -- attr, self_or_null[oparg & 1]";
  const method = parseTemplate({ name: "M", effect, body: "attr = CACHE(1);\nself_or_null = owner;" });
  expect([...method.fixed]).toEqual([["self_or_null", 0]]);
  const value = parseTemplate({ name: "V", effect, body: "attr = CACHE(1);\nself_or_null = undefined;" });
  expect([...value.fixed]).toEqual([["self_or_null", "undefined"]]);
});

test("outputs of several values are read back from the stack", () => {
  const unpack = parseTemplate({ name: "U", effect: "seq -- values[oparg]", body: "f(stack, sp, seq);" });
  expect(unpack.written.has("values")).toBe(true);
  expect(unpack.touchesStack).toBe(true);
});

test("guards on types are told from other conditions", () => {
  const { parts } = parseTemplate({
    name: "G",
    effect: "callable, self_or_null -- res",
    body: "DEOPT_IF(self_or_null === undefined || typeOf(callable).version !== CACHE(1));\nres = typeOf(callable);",
  });
  expect(parts[0]).toMatchObject({
    alternatives: [{ fact: { input: 1, fact: "bound" } }, { fact: { input: 0, fact: "version" } }],
  });
  expect(parts).toContainEqual({ kind: "type", index: 0 });
});

test("an output that is what the inline cache refers to needs no variable", () => {
  const effect = "owner -- attr";
  const method = parseTemplate({ name: "M", effect, body: "attr = frame.code.caches[pc];" });
  expect([...method.fixed]).toEqual([["attr", "value"]]);
});
