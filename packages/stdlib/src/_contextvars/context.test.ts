import { testThread } from "@adder/objects/testing";
import { expect, test } from "vitest";
import { currentContext, PyContext } from "./context.js";
import { PyContextVar } from "./context-var.js";

const variable = (): PyContextVar => new PyContextVar("v", undefined);

test("a copy keeps the values that it was made with, and so does the original", () => {
  const v = variable();
  const original = new PyContext();
  original.assign(v, 1);
  const copy = original.copy();
  expect(copy.vars).toBe(original.vars);
  original.assign(v, 2);
  copy.assign(v, 3);
  expect([original.vars.get(v), copy.vars.get(v)]).toEqual([2, 3]);
});

test("a value that was forgotten is gone from one context alone", () => {
  const v = variable();
  const original = new PyContext();
  original.assign(v, 1);
  const copy = original.copy();
  copy.assign(v, undefined);
  expect([original.vars.has(v), copy.vars.has(v)]).toEqual([true, false]);
});

test("interpreters have contexts of their own", () => {
  const v = variable();
  const one = testThread();
  currentContext(one).assign(v, 1);
  expect(currentContext(testThread()).vars.has(v)).toBe(false);
  expect(currentContext(one).vars.get(v)).toBe(1);
});
