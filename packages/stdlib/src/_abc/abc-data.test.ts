import { IntType, StrType } from "@adder/objects";
import { show, testThread } from "@adder/objects/testing";
import { expect, test } from "vitest";
import { WeakClasses } from "./abc-data.js";

test("classes are listed once, in the order in which they were added", () => {
  const classes = new WeakClasses();
  for (const cls of [StrType, IntType, StrType]) classes.add(cls);
  expect(classes.living()).toEqual([StrType, IntType]);
  expect([classes.has(IntType), classes.has(3)]).toEqual([true, false]);
  classes.clear();
  expect([classes.living(), classes.has(IntType)]).toEqual([[], false]);
});

test("Python sees a set of weak references", () => {
  const classes = new WeakClasses();
  classes.add(IntType);
  const ts = testThread();
  expect(show(ts, classes.toPython(ts))).toMatch(
    /^\{<weakref at 0x[0-9a-f]+; to 'type' at 0x[0-9a-f]+ \(int\)>\}$/,
  );
});
