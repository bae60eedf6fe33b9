import { expect, test } from "vitest";
import { NameSet } from "./name-set.js";

test("a set leaves the one that it came from alone", () => {
  const outer = new Set(["a", "b"]);
  const inner = new NameSet(outer);
  inner.add("c");
  inner.delete("a");
  expect([...inner.view]).toEqual(["b", "c"]);
  expect([...outer]).toEqual(["a", "b"]);
});

test("an unchanged set is the one that it came from", () => {
  const outer = new Set(["a"]);
  const inner = new NameSet(outer);
  inner.add("a");
  expect(inner.delete("b")).toBe(false);
  expect(inner.view).toBe(outer);
});

test("what an empty set took over is not changed through it", () => {
  const taken = new Set(["a"]);
  const set = new NameSet();
  set.addAll(taken);
  set.addAll(new Set(["b"]));
  expect([...set.view]).toEqual(["a", "b"]);
  expect([...taken]).toEqual(["a"]);
});
