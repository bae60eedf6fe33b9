import { testThread } from "@adder/objects/testing";
import { expect, test } from "vitest";
import { OrderedDictType, PyOrderedDict } from "./ordered-dict.js";

function filled(n: number): { readonly dict: PyOrderedDict; readonly ts: ReturnType<typeof testThread> } {
  const ts = testThread();
  const dict = new PyOrderedDict(OrderedDictType);
  for (let i = 0; i < n; i++) dict.set(ts, i, i);
  return { dict, ts };
}

test("the first entry is found after removals from the front and elsewhere", () => {
  const { dict } = filled(10);
  for (const entry of [0, 1, 4, 2]) dict.removeEntry(entry);
  expect(dict.keys[dict.firstEntry()]).toBe(3);
  dict.removeEntry(3);
  expect(dict.keys[dict.firstEntry()]).toBe(5);
});

test("the first entry is found after the table was packed and its first item removed again", () => {
  const { dict, ts } = filled(10);
  for (let i = 0; i < 6; i++) dict.removeEntry(dict.firstEntry());
  for (let i = 10; i < 40; i++) dict.set(ts, i, i);
  expect(dict.keys[dict.firstEntry()]).toBe(6);
  dict.removeEntry(dict.firstEntry());
  expect(dict.keys[dict.firstEntry()]).toBe(7);
});

test("items move to either end", () => {
  const { dict, ts } = filled(4);
  expect(dict.moveToEnd(ts, 1)).toBe(true);
  expect(dict.keysArray()).toEqual([0, 2, 3, 1]);
  expect(dict.moveToFront(ts, dict.find(ts, 3) as number)).toBe(true);
  expect(dict.keysArray()).toEqual([3, 0, 2, 1]);
  expect(dict.get(ts, 3)).toBe(3);
});

test("an empty dict has no first entry, whatever it held before", () => {
  const { dict } = filled(3);
  for (let i = 0; i < 3; i++) dict.removeEntry(dict.firstEntry());
  expect(dict.firstEntry()).toBe(-1);
  dict.clear();
  expect(dict.firstEntry()).toBe(-1);
});
