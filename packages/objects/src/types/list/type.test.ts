import { describe, expect, test } from "vitest";
import { ListType } from "../../core/builtin-types.js";
import { defineType } from "../../core/define.js";
import { raise } from "../../core/errors.js";
import { binaryOp, compare } from "../../core/numbers.js";
import { type PyObject, PyPlainObject, type Value } from "../../core/object.js";
import { contains, getItem, setItem } from "../../core/protocols.js";
import { testThread } from "../../testing/index.js";
import { calling, dict, float, list, method, shown, slice, tuple } from "../../testing/values.js";
import { TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";
import { strFromJs } from "../str/py-str.js";

const ts = testThread();
const ADD = 0;
const MUL = 5;
const l = list;

/** Assigns (or deletes without a value), and shows the list or the error. */
function assigned(self: Value, key: Value, value?: Value): string {
  return shown(ts, setItem(ts, self, key, value) === null ? null : self);
}

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["list('añ𝄞')", () => calling(ts, ListType, [strFromJs("añ𝄞")]), "['a', 'ñ', '𝄞']"],
  ["list(5)", () => calling(ts, ListType, [5]), "TypeError: 'int' object is not iterable"],
  ["list(1, 2)", () => calling(ts, ListType, [1, 2]), "TypeError: list expected at most 1 argument, got 2"],
  ["list(a=1)", () => calling(ts, ListType, [], { a: 1 }), "TypeError: list() takes no keyword arguments"],
  [
    "[1, 'a', (2,), None, 0.5]",
    () => shown(ts, l(1, "a", tuple(2), None, float(0.5))),
    "[1, 'a', (2,), None, 0.5]",
  ],
  ["[1, 2, 3][-1]", () => shown(ts, getItem(ts, l(1, 2, 3), -1)), "3"],
  ["[1, 2, 3][True]", () => shown(ts, getItem(ts, l(1, 2, 3), true)), "2"],
  ["[1][1]", () => shown(ts, getItem(ts, l(1), 1)), "IndexError: list index out of range"],
  [
    "[1][2**64]",
    () => shown(ts, getItem(ts, l(1), 2n ** 64n)),
    "IndexError: cannot fit 'int' into an index-sized integer",
  ],
  [
    "[1]['a']",
    () => shown(ts, getItem(ts, l(1), "a")),
    "TypeError: list indices must be integers or slices, not str",
  ],
  ["[1, 2, 3, 4][::-2]", () => shown(ts, getItem(ts, l(1, 2, 3, 4), slice(null, null, -2))), "[4, 2]"],
  ["[1, 2, 3][5:1]", () => shown(ts, getItem(ts, l(1, 2, 3), slice(5, 1))), "[]"],
  [
    "[1][::0]",
    () => shown(ts, getItem(ts, l(1), slice(null, null, 0))),
    "ValueError: slice step cannot be zero",
  ],
  [
    "[1]['a':]",
    () => shown(ts, getItem(ts, l(1), slice("a"))),
    "TypeError: slice indices must be integers or None or have an __index__ method",
  ],
  ["[1] + [2]", () => shown(ts, binaryOp(ts, ADD, l(1), l(2))), "[1, 2]"],
  [
    "[1] + (2,)",
    () => shown(ts, binaryOp(ts, ADD, l(1), tuple(2))),
    'TypeError: can only concatenate list (not "tuple") to list',
  ],
  ["[1, 2] * 2", () => shown(ts, binaryOp(ts, MUL, l(1, 2), 2)), "[1, 2, 1, 2]"],
  ["-1 * [1]", () => shown(ts, binaryOp(ts, MUL, -1, l(1))), "[]"],
  [
    "[1] * 1.5",
    () => shown(ts, binaryOp(ts, MUL, l(1), float(1.5))),
    "TypeError: can't multiply sequence by non-int of type 'float'",
  ],
  ["[1, 2] < [1, 3]", () => shown(ts, compare(ts, l(1, 2), l(1, 3), 0)), "True"],
  ["[1, 2] < [1]", () => shown(ts, compare(ts, l(1, 2), l(1), 0)), "False"],
  [
    "[1, 'a'] < [1, 2]",
    () => shown(ts, compare(ts, l(1, "a"), l(1, 2), 0)),
    "TypeError: '<' not supported between instances of 'str' and 'int'",
  ],
  ["[1] == [1.0]", () => shown(ts, compare(ts, l(1), l(float(1)), 2)), "True"],
  ["[1] == (1,)", () => shown(ts, compare(ts, l(1), tuple(1), 2)), "False"],
  ["2.0 in [1, 2]", () => shown(ts, contains(ts, l(1, 2), float(2))), "True"],
  ["[1, 2, 1].index(1, 1)", () => method(ts, l(1, 2, 1), "index", 1, 1), "2"],
  [
    "[1, 2].index(1, -1)",
    () => method(ts, l(1, 2), "index", 1, -1),
    "ValueError: list.index(x): x not in list",
  ],
  [
    "[1].index(1, 'a')",
    () => method(ts, l(1), "index", 1, "a"),
    "TypeError: slice indices must be integers or have an __index__ method",
  ],
  ["[1, True, 1.0, 2].count(1)", () => method(ts, l(1, true, float(1), 2), "count", 1), "3"],
  ["[].pop()", () => method(ts, l(), "pop"), "IndexError: pop from empty list"],
  ["[1].pop(3)", () => method(ts, l(1), "pop", 3), "IndexError: pop index out of range"],
  [
    "[1].pop('a')",
    () => method(ts, l(1), "pop", "a"),
    "TypeError: 'str' object cannot be interpreted as an integer",
  ],
  [
    "[1].insert(2**64, 1)",
    () => method(ts, l(1), "insert", 2n ** 64n, 1),
    "OverflowError: Python int too large to convert to C ssize_t",
  ],
  ["[1].remove(2)", () => method(ts, l(1), "remove", 2), "ValueError: list.remove(x): x not in list"],
  ["[1].extend(2)", () => method(ts, l(1), "extend", 2), "TypeError: 'int' object is not iterable"],
  ["[1].sort(1)", () => method(ts, l(1), "sort", 1), "TypeError: sort() takes no positional arguments"],
  [
    "[1, 'a'].sort()",
    () => method(ts, l(1, "a"), "sort"),
    "TypeError: '<' not supported between instances of 'str' and 'int'",
  ],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("sizes that no memory holds", () => {
  expect(shown(ts, binaryOp(ts, MUL, l(0), 10 ** 12))).toBe("MemoryError: ");
  expect(shown(ts, binaryOp(ts, MUL + 13, l(0), 10 ** 12))).toBe("MemoryError: ");
  expect(shown(ts, binaryOp(ts, MUL, l(0), 2n ** 70n))).toBe(
    "OverflowError: cannot fit 'int' into an index-sized integer",
  );
});

test.each([
  ["l[1:1] = 'ab'", () => assigned(l(1, 2, 3), slice(1, 1), "ab"), "[1, 'a', 'b', 2, 3]"],
  ["l[2:1] = [7]", () => assigned(l(1, 2, 3), slice(2, 1), l(7)), "[1, 2, 7, 3]"],
  ["l[::2] = [8, 9]", () => assigned(l(1, 2, 3), slice(null, null, 2), l(8, 9)), "[8, 2, 9]"],
  [
    "l[::2] = [8]",
    () => assigned(l(1, 2, 3), slice(null, null, 2), l(8)),
    "ValueError: attempt to assign sequence of size 1 to extended slice of size 2",
  ],
  ["l[0:1] = 5", () => assigned(l(1), slice(0, 1), 5), "TypeError: must assign iterable to extended slice"],
  ["l[:] = {1: 2}", () => assigned(l(1), slice(null), dict(ts, [1, 2])), "[1]"],
  ["del l[::-2]", () => assigned(l(1, 2, 3, 4), slice(null, null, -2)), "[1, 3]"],
  ["del l[1:3]", () => assigned(l(1, 2, 3, 4), slice(1, 3)), "[1, 4]"],
  ["del l[9]", () => assigned(l(1), 9), "IndexError: list assignment index out of range"],
])("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("a slice of itself is assigned as it was", () => {
  const self = l(1, 2, 3);
  expect(assigned(self, slice(1, 1), self)).toBe("[1, 1, 2, 3, 2, 3]");
  expect(assigned(self, slice(null, null, -1), self)).toBe("[3, 2, 3, 2, 1, 1]");
});

test("a list that holds itself", () => {
  const self = l(1);
  self.items.push(tuple(self));
  expect(shown(ts, self)).toBe("[1, ([...],)]");
});

describe("methods that change the list", () => {
  test("append, extend, insert, pop, remove, reverse, clear", () => {
    const self = l(3);
    const done: string[] = [];
    const note = (name: string, ...args: Value[]) =>
      done.push(`${method(ts, self, name, ...args)} ${shown(ts, self)}`);
    note("append", 4);
    note("extend", tuple(5, 6));
    note("extend", self);
    note("insert", -100, 0);
    note("insert", 100, 9);
    note("pop", 1);
    note("pop");
    note("remove", 4);
    note("reverse");
    note("clear");
    expect(done).toEqual([
      "None [3, 4]",
      "None [3, 4, 5, 6]",
      "None [3, 4, 5, 6, 3, 4, 5, 6]",
      "None [0, 3, 4, 5, 6, 3, 4, 5, 6]",
      "None [0, 3, 4, 5, 6, 3, 4, 5, 6, 9]",
      "3 [0, 4, 5, 6, 3, 4, 5, 6, 9]",
      "9 [0, 4, 5, 6, 3, 4, 5, 6]",
      "None [0, 5, 6, 3, 4, 5, 6]",
      "None [6, 5, 4, 3, 6, 5, 0]",
      "None []",
    ]);
  });

  test("what an iterable gave before it failed stays", () => {
    const Failing = defineType({
      name: "failing",
      slots: {
        tp_iter: (_ts, self) => self,
        tp_iternext: (thread, self: PyObject & { n?: number }) => {
          self.n = (self.n ?? 0) + 1;
          return self.n < 3 ? self.n : raise(thread, ValueErrorType, "enough");
        },
      },
    });
    const self = l(0);
    expect(method(ts, self, "extend", new PyPlainObject(Failing))).toBe("ValueError: enough");
    expect(shown(ts, self)).toBe("[0, 1, 2]");
  });
});

test("a comparison may shorten the list that is searched", () => {
  const self = l();
  const Shortening = defineType({
    name: "shortening",
    slots: {
      tp_hash: () => 1,
      tp_richcompare: () => {
        self.items = [];
        return false;
      },
    },
  });
  self.items.push(new PyPlainObject(Shortening), 1, 2);
  expect(shown(ts, contains(ts, self, 2))).toBe("False");
  const Refusing = defineType({
    name: "refusing",
    slots: { tp_hash: () => 1, tp_richcompare: (thread) => raise(thread, TypeErrorType, "no") },
  });
  expect(shown(ts, contains(ts, l(new PyPlainObject(Refusing)), 2))).toBe("TypeError: no");
});
