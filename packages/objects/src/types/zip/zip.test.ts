import { describe, expect, test } from "vitest";
import { ListType, ZipType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import type { Value } from "../../core/object.js";
import { getIter, iterNext } from "../../core/protocols.js";
import { testThread } from "../../testing/index.js";
import { calling, list, method, shown } from "../../testing/values.js";

const ts = testThread();

/** `list(zip(*iterables, **keywords))`. */
function zipped(iterables: Value[], keywords: Readonly<Record<string, Value>> = {}): string {
  const zip = call(ts, ZipType, [...iterables, ...Object.values(keywords)], Object.keys(keywords));
  return zip === null ? shown(ts, null) : calling(ts, ListType, [zip]);
}

const l = list;

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["list(zip())", () => zipped([]), "[]"],
  ["list(zip('abc', [1, 2]))", () => zipped(["abc", l(1, 2)]), "[('a', 1), ('b', 2)]"],
  ["list(zip([1], [2], [3]))", () => zipped([l(1), l(2), l(3)]), "[(1, 2, 3)]"],
  ["list(zip([], 1))", () => zipped([l(), 1]), "TypeError: 'int' object is not iterable"],
  [
    "list(zip([1], [1, 2], strict=True))",
    () => zipped([l(1), l(1, 2)], { strict: true }),
    "ValueError: zip() argument 2 is longer than argument 1",
  ],
  [
    "list(zip([1, 2], [1], strict=True))",
    () => zipped([l(1, 2), l(1)], { strict: true }),
    "ValueError: zip() argument 2 is shorter than argument 1",
  ],
  [
    "list(zip([1, 2], [1, 2], [1], strict=True))",
    () => zipped([l(1, 2), l(1, 2), l(1)], { strict: true }),
    "ValueError: zip() argument 3 is shorter than arguments 1-2",
  ],
  [
    "list(zip([1], [1], [1, 2], strict=1))",
    () => zipped([l(1), l(1), l(1, 2)], { strict: 1 }),
    "ValueError: zip() argument 3 is longer than arguments 1-2",
  ],
  [
    "list(zip([1, 2], [3, 4], strict=True))",
    () => zipped([l(1, 2), l(3, 4)], { strict: true }),
    "[(1, 3), (2, 4)]",
  ],
  [
    "zip(foo=1)",
    () => calling(ts, ZipType, [], { foo: 1 }),
    "TypeError: zip() got an unexpected keyword argument 'foo'",
  ],
  [
    "zip(strict=1, foo=2)",
    () => calling(ts, ZipType, [], { strict: 1, foo: 2 }),
    "TypeError: zip() takes at most 1 keyword argument (2 given)",
  ],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

describe("which iterators have been advanced", () => {
  test("the first one is, before another is found to be exhausted", () => {
    const longer = getIter(ts, l(1, 2, 3)) as Value;
    zipped([longer, l(1)]);
    expect(iterNext(ts, longer)).toBe(3);
  });
});

test("strict is part of the state", () => {
  const zip = call(ts, ZipType, [l(1), l(1, 2)]) as Value;
  expect(method(ts, zip, "__setstate__", true)).toBe("None");
  expect(calling(ts, ListType, [zip])).toBe("ValueError: zip() argument 2 is longer than argument 1");
});
