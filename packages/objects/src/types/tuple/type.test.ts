import { expect, test } from "vitest";
import { TupleType } from "../../core/builtin-types.js";
import { defineType } from "../../core/define.js";
import { binaryOp, compare, hash } from "../../core/numbers.js";
import { PyPlainObject } from "../../core/object.js";
import { getItem } from "../../core/protocols.js";
import { testThread } from "../../testing/index.js";
import { calling, float, list, method, shown, slice, tuple } from "../../testing/values.js";
import { emptyTuple, PyTuple } from "./py-tuple.js";

const ts = testThread();
const t = tuple;

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["()", () => shown(ts, t()), "()"],
  ["(1,)", () => shown(ts, t(1)), "(1,)"],
  ["(1, 'a')", () => shown(ts, t(1, "a")), "(1, 'a')"],
  ["tuple([1, 2])", () => calling(ts, TupleType, [list(1, 2)]), "(1, 2)"],
  ["tuple(5)", () => calling(ts, TupleType, [5]), "TypeError: 'int' object is not iterable"],
  [
    "tuple(1, 2)",
    () => calling(ts, TupleType, [1, 2]),
    "TypeError: tuple expected at most 1 argument, got 2",
  ],
  ["tuple(a=1)", () => calling(ts, TupleType, [], { a: 1 }), "TypeError: tuple() takes no keyword arguments"],
  ["(1, 2, 3)[::-1]", () => shown(ts, getItem(ts, t(1, 2, 3), slice(null, null, -1))), "(3, 2, 1)"],
  ["(1, 2, 3)[-2]", () => shown(ts, getItem(ts, t(1, 2, 3), -2)), "2"],
  ["()[0]", () => shown(ts, getItem(ts, t(), 0)), "IndexError: tuple index out of range"],
  [
    "(1,)[0.0]",
    () => shown(ts, getItem(ts, t(1), float(0))),
    "TypeError: tuple indices must be integers or slices, not float",
  ],
  ["(1,) + (2,)", () => shown(ts, binaryOp(ts, 0, t(1), t(2))), "(1, 2)"],
  [
    "() + []",
    () => shown(ts, binaryOp(ts, 0, t(), list())),
    'TypeError: can only concatenate tuple (not "list") to tuple',
  ],
  ["(1, 2) * 2", () => shown(ts, binaryOp(ts, 5, t(1, 2), 2)), "(1, 2, 1, 2)"],
  ["(1, 2) < (1, 2, 0)", () => shown(ts, compare(ts, t(1, 2), t(1, 2, 0), 0)), "True"],
  ["(1, 2) == (1.0, True + 1)", () => shown(ts, compare(ts, t(1, 2), t(float(1), 2), 2)), "True"],
  ["(1,) == [1]", () => shown(ts, compare(ts, t(1), list(1), 2)), "False"],
  ["(1, 2, 1).index(1, 1)", () => method(ts, t(1, 2, 1), "index", 1, 1), "2"],
  ["(1,).index(2)", () => method(ts, t(1), "index", 2), "ValueError: tuple.index(x): x not in tuple"],
  ["(1, 1.0, 2).count(1)", () => method(ts, t(1, float(1), 2), "count", 1), "2"],
  ["(1, 2).__getnewargs__()", () => method(ts, t(1, 2), "__getnewargs__"), "((1, 2),)"],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("operations that change nothing give the tuple itself", () => {
  const self = t(1, 2);
  expect(getItem(ts, self, slice(null))).toBe(self);
  expect(binaryOp(ts, 5, self, 1)).toBe(self);
  expect(binaryOp(ts, 0, self, emptyTuple)).toBe(self);
  expect(binaryOp(ts, 0, emptyTuple, self)).toBe(self);
});

test("an instance of a subclass gives plain tuples", () => {
  const Sub = defineType({ name: "Sub", base: TupleType });
  const self = new PyTuple([1, 2], Sub);
  for (const result of [
    getItem(ts, self, slice(null)),
    binaryOp(ts, 5, self, 1),
    binaryOp(ts, 0, self, t()),
  ]) {
    expect((result as PyTuple).cls).toBe(TupleType);
  }
  expect(hash(ts, self)).toBe(hash(ts, t(1, 2)));
});

test("a tuple in itself", () => {
  const inner = list();
  const self = t(inner);
  inner.items.push(self);
  expect(shown(ts, self)).toBe("([(...)],)");
});

test("the hash of an item is asked for once", () => {
  let asked = 0;
  const Counting = defineType({
    name: "Counting",
    slots: { tp_hash: () => ++asked, tp_richcompare: () => false },
  });
  const self = t(new PyPlainObject(Counting));
  expect(hash(ts, self)).toBe(hash(ts, self));
  expect(asked).toBe(1);
});
