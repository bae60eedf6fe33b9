import { expect, test } from "vitest";
import { BoolType, FilterType, IntType, ListType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import type { Value } from "../../core/object.js";
import { testThread } from "../../testing/index.js";
import { calling, list, shown } from "../../testing/values.js";
import { None } from "../none/singletons.js";

const ts = testThread();

/** `list(filter(*args))`. */
function filtered(...args: Value[]): string {
  const filter = call(ts, FilterType, args);
  return filter === null ? shown(ts, null) : calling(ts, ListType, [filter]);
}

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["list(filter(None, [0, 1, '', 'a']))", () => filtered(None, list(0, 1, "", "a")), "[1, 'a']"],
  ["list(filter(bool, [0, 1, 2]))", () => filtered(BoolType, list(0, 1, 2)), "[1, 2]"],
  ["list(filter(int, '0120'))", () => filtered(IntType, "0120"), "['1', '2']"],
  ["filter(None, 1)", () => filtered(None, 1), "TypeError: 'int' object is not iterable"],
  ["filter(None)", () => filtered(None), "TypeError: filter expected 2 arguments, got 1"],
  [
    "filter(function=None, iterable=[])",
    () => calling(ts, FilterType, [], { function: None, iterable: list() }),
    "TypeError: filter() takes no keyword arguments",
  ],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});
