import { expect, test } from "vitest";
import { ListType, RangeType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { compare, hash, isTrue } from "../../core/numbers.js";
import type { Value } from "../../core/object.js";
import { contains, getItem, getIter, iterNext, length } from "../../core/protocols.js";
import { testThread } from "../../testing/index.js";
import { calling, float, method, shown, slice, tuple } from "../../testing/values.js";
import { makeRange } from "./py-range.js";

const ts = testThread();
const big = 2n ** 70n;
const r = (stop: number | bigint): Value => makeRange(0, stop, 1);
ts.interp.builtins.setStr("iter", "iter");

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["range(5)", () => calling(ts, RangeType, [5]), "range(0, 5)"],
  ["range(1, 5, 2)", () => calling(ts, RangeType, [1, 5, 2]), "range(1, 5, 2)"],
  ["range(True)", () => calling(ts, RangeType, [true]), "range(0, 1)"],
  ["range()", () => calling(ts, RangeType, []), "TypeError: range expected at least 1 argument, got 0"],
  [
    "range(1, 2, 3, 4)",
    () => calling(ts, RangeType, [1, 2, 3, 4]),
    "TypeError: range expected at most 3 arguments, got 4",
  ],
  ["range(1, 2, 0)", () => calling(ts, RangeType, [1, 2, 0]), "ValueError: range() arg 3 must not be zero"],
  [
    "range(1.0)",
    () => calling(ts, RangeType, [float(1)]),
    "TypeError: 'float' object cannot be interpreted as an integer",
  ],
  ["list(range(10, 0, -3))", () => calling(ts, ListType, [makeRange(10, 0, -3)]), "[10, 7, 4, 1]"],
  [
    "list(range(2**70, 2**70 + 2))",
    () => calling(ts, ListType, [makeRange(big, big + 2n, 1)]),
    "[1180591620717411303424, 1180591620717411303425]",
  ],
  [
    "list(reversed(range(1, 10, 4)))",
    () => calling(ts, ListType, [callMethod(ts, makeRange(1, 10, 4), "__reversed__", []) as Value]),
    "[9, 5, 1]",
  ],
  ["range(10)[3]", () => shown(ts, getItem(ts, r(10), 3)), "3"],
  ["range(10)[-1]", () => shown(ts, getItem(ts, r(10), -1)), "9"],
  ["range(10)[10]", () => shown(ts, getItem(ts, r(10), 10)), "IndexError: range object index out of range"],
  ["range(2**70)[2**69]", () => shown(ts, getItem(ts, r(big), 2n ** 69n)), "590295810358705651712"],
  [
    "range(10)['a']",
    () => shown(ts, getItem(ts, r(10), "a")),
    "TypeError: range indices must be integers or slices, not str",
  ],
  ["range(10)[2:8:2]", () => shown(ts, getItem(ts, r(10), slice(2, 8, 2))), "range(2, 8, 2)"],
  ["range(0)[::-1]", () => shown(ts, getItem(ts, r(0), slice(null, null, -1))), "range(-1, -1, -1)"],
  [
    "len(range(2**100))",
    () => shown(ts, length(ts, r(2n ** 100n))),
    "OverflowError: Python int too large to convert to C ssize_t",
  ],
  ["7 in range(1, 10, 3)", () => shown(ts, contains(ts, makeRange(1, 10, 3), 7)), "True"],
  ["8 in range(1, 10, 3)", () => shown(ts, contains(ts, makeRange(1, 10, 3), 8)), "False"],
  ["2**69 in range(0, 2**70, 2)", () => shown(ts, contains(ts, makeRange(0, big, 2), 2n ** 69n)), "True"],
  ["1.0 in range(3)", () => shown(ts, contains(ts, r(3), float(1))), "True"],
  ["'a' in range(3)", () => shown(ts, contains(ts, r(3), "a")), "False"],
  ["range(3).index(2)", () => method(ts, r(3), "index", 2), "2"],
  ["range(3).index(5)", () => method(ts, r(3), "index", 5), "ValueError: range.index(x): x not in range"],
  [
    "range(3).index('a')",
    () => method(ts, r(3), "index", "a"),
    "ValueError: sequence.index(x): x not in sequence",
  ],
  ["range(3).count(1.0)", () => method(ts, r(3), "count", float(1)), "1"],
  [
    "range(0, 3, 2) == range(0, 4, 2)",
    () => shown(ts, compare(ts, makeRange(0, 3, 2), makeRange(0, 4, 2), 2)),
    "True",
  ],
  ["range(0) == range(5, 5)", () => shown(ts, compare(ts, r(0), makeRange(5, 5, 1), 2)), "True"],
  [
    "range(1) < range(2)",
    () => shown(ts, compare(ts, r(1), r(2), 0)),
    "TypeError: '<' not supported between instances of 'range' and 'range'",
  ],
  ["bool(range(0))", () => shown(ts, isTrue(ts, r(0))), "False"],
  ["range(5).__reduce__()", () => method(ts, r(5), "__reduce__"), "(<class 'range'>, (0, 5, 1))"],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("equal ranges have the hash of the tuple that identifies them", () => {
  expect(hash(ts, makeRange(0, 3, 2))).toBe(hash(ts, tuple(2, 0, 2)));
  expect(hash(ts, makeRange(0, 4, 2))).toBe(hash(ts, tuple(2, 0, 2)));
});

test.each([
  ["small", makeRange(1, 20, 3), "('iter', (range(4, 22, 3),), None)", "('iter', (range(22, 22, 3),), None)"],
  [
    "large",
    makeRange(big, big + 20n, 3),
    "('iter', (range(1180591620717411303427, 1180591620717411303445, 3),), None)",
    "('iter', (range(1180591620717411303445, 1180591620717411303445, 3),), None)",
  ],
])("the state of an iterator over a %s range", (_size, range, afterOne, atEnd) => {
  const it = getIter(ts, range) as Value;
  iterNext(ts, it);
  expect(method(ts, it, "__length_hint__")).toBe("6");
  expect(method(ts, it, "__reduce__")).toBe(afterOne);
  expect(method(ts, it, "__setstate__", 100)).toBe("None");
  expect(method(ts, it, "__reduce__")).toBe(atEnd);
  expect(iterNext(ts, it)).toBeUndefined();
});

test("a range up to the last safe integer", () => {
  const end = Number.MAX_SAFE_INTEGER;
  expect(calling(ts, ListType, [makeRange(end - 2, BigInt(end) + 2n, 1)])).toBe(
    "[9007199254740989, 9007199254740990, 9007199254740991, 9007199254740992]",
  );
});
