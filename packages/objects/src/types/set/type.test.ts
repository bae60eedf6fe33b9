import { describe, expect, test } from "vitest";
import { FrozenSetType, SetType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { defineType } from "../../core/define.js";
import { binaryOp, compare } from "../../core/numbers.js";
import { PyPlainObject, type Value } from "../../core/object.js";
import { contains, getIter, iterNext } from "../../core/protocols.js";
import { testThread } from "../../testing/index.js";
import { calling, dict, float, list, method, set, shown, tuple } from "../../testing/values.js";
import { makeRange } from "../range/py-range.js";
import { PySet } from "./py-set.js";

const ts = testThread();
const s = (...items: Value[]): PySet => set(ts, ...items);
const of = (iterable: Value): PySet => {
  const result = new PySet();
  callMethod(ts, result, "update", [iterable]);
  return result;
};
const frozen = (...items: Value[]): PySet => {
  const result = new PySet(FrozenSetType);
  for (const item of items) result.add(ts, item);
  return result;
};
const range = (start: number, stop: number, step = 1): Value => makeRange(start, stop, step);
const OR = 7;
const AND = 1;
const SUB = 10;
const XOR = 12;

/** Each row: a Python expression, the same here, what CPython 3.14 shows. Elements are ints: their order is fixed. */
const rows: [string, () => string, string][] = [
  ["set()", () => shown(ts, s()), "set()"],
  ["{3, 1, 2}", () => shown(ts, s(3, 1, 2)), "{1, 2, 3}"],
  ["set([3, 1, 2, 10, 8, 16, 0])", () => shown(ts, s(3, 1, 2, 10, 8, 16, 0)), "{0, 1, 2, 3, 8, 10, 16}"],
  [
    "{i * 1000 for i in range(8)}",
    () => shown(ts, of(range(0, 8000, 1000))),
    "{0, 4000, 1000, 5000, 2000, 6000, 7000, 3000}",
  ],
  ["frozenset([2, 1])", () => shown(ts, frozen(2, 1)), "frozenset({1, 2})"],
  [
    "set(range(20)) - set(range(0, 20, 3))",
    () => shown(ts, binaryOp(ts, SUB, of(range(0, 20)), of(range(0, 20, 3)))),
    "{1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19}",
  ],
  [
    "set(range(40, 0, -7)) | {1000, 500}",
    () => shown(ts, binaryOp(ts, OR, of(range(40, 0, -7)), s(1000, 500))),
    "{33, 19, 500, 5, 40, 1000, 26, 12}",
  ],
  [
    "set(range(1, 100, 7)) & set(range(1, 100, 5))",
    () => shown(ts, binaryOp(ts, AND, of(range(1, 100, 7)), of(range(1, 100, 5)))),
    "{1, 36, 71}",
  ],
  ["{1, 2, 3} ^ {3, 4}", () => shown(ts, binaryOp(ts, XOR, s(1, 2, 3), s(3, 4))), "{1, 2, 4}"],
  ["frozenset({1}) | {2}", () => shown(ts, binaryOp(ts, OR, frozen(1), s(2))), "frozenset({1, 2})"],
  ["{1} | frozenset({2})", () => shown(ts, binaryOp(ts, OR, s(1), frozen(2))), "{1, 2}"],
  [
    "{1} | [2]",
    () => shown(ts, binaryOp(ts, OR, s(1), list(2))),
    "TypeError: unsupported operand type(s) for |: 'set' and 'list'",
  ],
  ["{1}.union([2], {3: 4})", () => method(ts, s(1), "union", list(2), dict(ts, [3, 4])), "{1, 2, 3}"],
  [
    "{1, 2, 3}.intersection([2, 3], {3})",
    () => method(ts, s(1, 2, 3), "intersection", list(2, 3), s(3)),
    "{3}",
  ],
  ["{1, 2, 3}.difference([2], {3})", () => method(ts, s(1, 2, 3), "difference", list(2), s(3)), "{1}"],
  [
    "{1, 2}.symmetric_difference([2, 2, 3])",
    () => method(ts, s(1, 2), "symmetric_difference", list(2, 2, 3)),
    "{1, 3}",
  ],
  ["{1}.issubset([1, 2])", () => method(ts, s(1), "issubset", list(1, 2)), "True"],
  ["{1}.issuperset([1, 2])", () => method(ts, s(1), "issuperset", list(1, 2)), "False"],
  ["{1}.isdisjoint([2])", () => method(ts, s(1), "isdisjoint", list(2)), "True"],
  ["{1, 2} < {1, 2, 3}", () => shown(ts, compare(ts, s(1, 2), s(1, 2, 3), 0)), "True"],
  ["{1, 2} == frozenset([2, 1])", () => shown(ts, compare(ts, s(1, 2), frozen(2, 1), 2)), "True"],
  [
    "{1} < [2]",
    () => shown(ts, compare(ts, s(1), list(2), 0)),
    "TypeError: '<' not supported between instances of 'set' and 'list'",
  ],
  ["set().pop()", () => method(ts, s(), "pop"), "KeyError: 'pop from an empty set'"],
  ["{5, 9}.pop()", () => method(ts, s(5, 9), "pop"), "9"],
  ["{1}.remove((2, 3))", () => method(ts, s(1), "remove", tuple(2, 3)), "KeyError: (2, 3)"],
  [
    "{1}.add([])",
    () => method(ts, s(1), "add", list()),
    "TypeError: cannot use 'list' as a set element (unhashable type: 'list')",
  ],
  [
    "{1}.intersection([[]])",
    () => method(ts, s(1), "intersection", list(list())),
    "TypeError: unhashable type: 'list'",
  ],
  ["{1} in {frozenset([1])}", () => shown(ts, contains(ts, s(frozen(1)), s(1))), "True"],
  ["{frozenset([1])}.discard({1})", () => method(ts, s(frozen(1)), "discard", s(1)), "None"],
  ["set(1, 2)", () => calling(ts, SetType, [1, 2]), "TypeError: set expected at most 1 argument, got 2"],
  ["set(a=1)", () => calling(ts, SetType, [], { a: 1 }), "TypeError: set() takes no keyword arguments"],
  [
    "frozenset(a=1)",
    () => calling(ts, FrozenSetType, [], { a: 1 }),
    "TypeError: frozenset() takes no keyword arguments",
  ],
  ["{1}.__reduce__()", () => method(ts, s(1), "__reduce__"), "(<class 'set'>, ([1],), None)"],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("1, 1.0 and True are one element, and the first stays", () => {
  expect(shown(ts, s(float(1), 1, true))).toBe("{1.0}");
});

test("the order is CPython's after removals too", () => {
  const self = of(range(0, 100));
  for (let i = 0; i < 90; i++) self.delete(ts, i);
  self.add(ts, 1000);
  self.add(ts, 7);
  expect(shown(ts, self)).toBe("{7, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 1000}");
  expect([self.pop(), self.pop(), self.pop()]).toEqual([7, 90, 91]);
});

describe("hashing and comparing", () => {
  let log: string[] = [];
  const Noted = defineType({
    name: "Noted",
    slots: {
      tp_hash: () => {
        log.push("hash");
        return 5;
      },
      tp_richcompare: (_ts, a, b) => {
        log.push("eq");
        return a === b;
      },
    },
  });

  test("elements that come from a set or dict are not hashed again", () => {
    const key = new PyPlainObject(Noted);
    const self = s(key);
    const keys = dict(ts, [key, 1]);
    log = [];
    of(self);
    of(keys);
    callMethod(ts, self, "copy", []);
    binaryOp(ts, OR, self, s(1));
    method(ts, self, "difference", keys);
    callMethod(ts, callMethod(ts, keys, "fromkeys", [self]) as Value, "copy", []);
    expect(log).toEqual([]);
  });

  test("only equal hashes are compared", () => {
    const self = s(new PyPlainObject(Noted), 1, 2, 3);
    log = [];
    self.has(ts, 13);
    expect(log).toEqual([]);
    self.has(ts, 5);
    expect(log).toEqual(["eq"]);
  });
});

test("iteration notices a change of size, and goes on refusing", () => {
  const self = s(1, 2);
  const it = getIter(ts, self) as Value;
  expect(iterNext(ts, it)).toBe(1);
  self.add(ts, 3);
  expect(shown(ts, iterNext(ts, it))).toBe("RuntimeError: Set changed size during iteration");
  self.delete(ts, 3);
  expect(shown(ts, iterNext(ts, it))).toBe("RuntimeError: Set changed size during iteration");
});

test("an intersection stops when it has all that it can have", () => {
  const it = getIter(ts, range(0, 100)) as Value;
  method(ts, s(1, 2, 3), "intersection", it);
  expect(iterNext(ts, it)).toBe(4);
});

test("in-place operators keep the object, and take only sets", () => {
  const self = s(1, 2);
  expect(binaryOp(ts, OR + 13, self, s(3))).toBe(self);
  expect(binaryOp(ts, SUB + 13, self, s(1))).toBe(self);
  expect(binaryOp(ts, XOR + 13, self, s(2, 9))).toBe(self);
  expect(binaryOp(ts, AND + 13, self, s(9))).toBe(self);
  expect(shown(ts, self)).toBe("{9}");
  expect(shown(ts, binaryOp(ts, SUB + 13, self, list(9)))).toBe(
    "TypeError: unsupported operand type(s) for -=: 'set' and 'list'",
  );
});
