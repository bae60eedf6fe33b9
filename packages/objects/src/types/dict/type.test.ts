import { expect, test } from "vitest";
import { getAttr } from "../../core/attributes.js";
import { DictType, ListType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { binaryOp, compare } from "../../core/numbers.js";
import type { Value } from "../../core/object.js";
import { contains, getItem, getIter, iterNext, setItem } from "../../core/protocols.js";
import { testThread } from "../../testing/index.js";
import { calling, dict, list, method, set, shown, tuple } from "../../testing/values.js";
import { None } from "../none/singletons.js";
import type { PyDict } from "./py-dict.js";

const ts = testThread();
const d = (...pairs: [Value, Value][]): PyDict => dict(ts, ...pairs);
const view = (name: string, ...pairs: [Value, Value][]): Value =>
  callMethod(ts, d(...pairs), name, []) as Value;
const OR = 7;
const AND = 1;
const SUB = 10;
const XOR = 12;
const INPLACE = 13;

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["{}", () => shown(ts, d()), "{}"],
  ["{1: 'a', (2,): None}", () => shown(ts, d([1, "a"], [tuple(2), None])), "{1: 'a', (2,): None}"],
  [
    "dict([('a', 1), [2, 3]], b=4)",
    () => calling(ts, DictType, [list(tuple("a", 1), list(2, 3))], { b: 4 }),
    "{'a': 1, 2: 3, 'b': 4}",
  ],
  ["dict({1: 2}, c=3)", () => calling(ts, DictType, [d([1, 2])], { c: 3 }), "{1: 2, 'c': 3}"],
  ["dict(1)", () => calling(ts, DictType, [1]), "TypeError: 'int' object is not iterable"],
  ["dict(1, 2)", () => calling(ts, DictType, [1, 2]), "TypeError: dict expected at most 1 argument, got 2"],
  ["dict([1])", () => calling(ts, DictType, [list(1)]), "TypeError: object is not iterable"],
  [
    "dict(['abc'])",
    () => calling(ts, DictType, [list("abc")]),
    "ValueError: dictionary update sequence element #0 has length 3; 2 is required",
  ],
  ["{1: 2}[3]", () => shown(ts, getItem(ts, d([1, 2]), 3)), "KeyError: 3"],
  [
    "{}[[]]",
    () => shown(ts, getItem(ts, d(), list())),
    "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')",
  ],
  ["{}.pop([])", () => method(ts, d(), "pop", list()), "KeyError: []"],
  ["{}.pop([], 1)", () => method(ts, d(), "pop", list(), 1), "1"],
  ["{1: 2}.pop(1)", () => method(ts, d([1, 2]), "pop", 1), "2"],
  ["{1: 2}.pop(3)", () => method(ts, d([1, 2]), "pop", 3), "KeyError: 3"],
  ["{1: 2, 3: 4}.popitem()", () => method(ts, d([1, 2], [3, 4]), "popitem"), "(3, 4)"],
  ["{}.popitem()", () => method(ts, d(), "popitem"), "KeyError: 'popitem(): dictionary is empty'"],
  ["{1: 2}.get(3)", () => method(ts, d([1, 2]), "get", 3), "None"],
  ["{1: 2}.get(3, 4)", () => method(ts, d([1, 2]), "get", 3, 4), "4"],
  ["{1: 2}.setdefault(1, 5)", () => method(ts, d([1, 2]), "setdefault", 1, 5), "2"],
  ["{}.setdefault(1)", () => method(ts, d(), "setdefault", 1), "None"],
  ["dict.fromkeys('aba', 0)", () => method(ts, DictType, "fromkeys", "aba", 0), "{'a': 0, 'b': 0}"],
  [
    "{1: 2, 3: 4} == {3: 4, 1: 2}",
    () => shown(ts, compare(ts, d([1, 2], [3, 4]), d([3, 4], [1, 2]), 2)),
    "True",
  ],
  ["{1: 2} == {1: 3}", () => shown(ts, compare(ts, d([1, 2]), d([1, 3]), 2)), "False"],
  [
    "{1: 2} < {}",
    () => shown(ts, compare(ts, d([1, 2]), d(), 0)),
    "TypeError: '<' not supported between instances of 'dict' and 'dict'",
  ],
  [
    "{1: 2, 3: 4} | {3: 5, 6: 7}",
    () => shown(ts, binaryOp(ts, OR, d([1, 2], [3, 4]), d([3, 5], [6, 7]))),
    "{1: 2, 3: 5, 6: 7}",
  ],
  [
    "{} | []",
    () => shown(ts, binaryOp(ts, OR, d(), list())),
    "TypeError: unsupported operand type(s) for |: 'dict' and 'list'",
  ],
  ["{}.__ior__([(1, 2)])", () => shown(ts, binaryOp(ts, OR + INPLACE, d(), list(tuple(1, 2)))), "{1: 2}"],
  ["{1: 2}.keys()", () => shown(ts, view("keys", [1, 2])), "dict_keys([1])"],
  ["{1: 2}.values()", () => shown(ts, view("values", [1, 2])), "dict_values([2])"],
  ["{1: 2}.items()", () => shown(ts, view("items", [1, 2])), "dict_items([(1, 2)])"],
  [
    "{1: 2}.items().mapping",
    () => shown(ts, getAttr(ts, view("items", [1, 2]), "mapping")),
    "mappingproxy({1: 2})",
  ],
  ["(1, 2) in {1: 2}.items()", () => shown(ts, contains(ts, view("items", [1, 2]), tuple(1, 2))), "True"],
  ["[1, 2] in {1: 2}.items()", () => shown(ts, contains(ts, view("items", [1, 2]), list(1, 2))), "False"],
  ["{1: 2}.keys() | [3]", () => shown(ts, binaryOp(ts, OR, view("keys", [1, 2]), list(3))), "{1, 3}"],
  [
    "{1: 2, 4: 5}.keys() & {4}",
    () => shown(ts, binaryOp(ts, AND, view("keys", [1, 2], [4, 5]), set(ts, 4))),
    "{4}",
  ],
  ["[1, 2] - {1: 2}.keys()", () => shown(ts, binaryOp(ts, SUB, list(1, 2), view("keys", [1, 2]))), "{2}"],
  ["{1: 2}.keys() ^ [1, 5]", () => shown(ts, binaryOp(ts, XOR, view("keys", [1, 2]), list(1, 5))), "{5}"],
  [
    "{1: []}.items() ^ {1: [], 2: 3}.items()",
    () => shown(ts, binaryOp(ts, XOR, view("items", [1, list()]), view("items", [1, list()], [2, 3]))),
    "{(2, 3)}",
  ],
  ["{1: 2}.keys() <= {1, 2}", () => shown(ts, compare(ts, view("keys", [1, 2]), set(ts, 1, 2), 1)), "True"],
  [
    "{1: 2}.keys() < [1, 2]",
    () => shown(ts, compare(ts, view("keys", [1, 2]), list(1, 2), 0)),
    "TypeError: '<' not supported between instances of 'dict_keys' and 'list'",
  ],
  ["{1: 2}.keys().isdisjoint([2])", () => method(ts, view("keys", [1, 2]), "isdisjoint", list(2)), "True"],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("a dict that holds itself", () => {
  const self = d();
  self.set(ts, 1, list(self));
  expect(shown(ts, self)).toBe("{1: [{...}]}");
});

test("iteration notices new keys, and goes on refusing", () => {
  const self = d([1, 1], [2, 2]);
  const it = getIter(ts, self) as Value;
  expect(iterNext(ts, it)).toBe(1);
  self.set(ts, 3, 3);
  const refusal = "RuntimeError: dictionary changed size during iteration";
  expect(shown(ts, iterNext(ts, it))).toBe(refusal);
  self.delete(ts, 3);
  expect(shown(ts, iterNext(ts, it))).toBe(refusal);
});

test.each([
  [3, "0 1 2"],
  [7, "0 1 2 3 101 102 103 RuntimeError: dictionary keys changed during iteration"],
])("iteration over %d items of which each is replaced by another", (n, expected) => {
  const self = d();
  for (let i = 0; i < n; i++) self.set(ts, i, i);
  const it = getIter(ts, self) as Value;
  const seen: string[] = [];
  let key = iterNext(ts, it);
  for (; key !== null && key !== undefined; key = iterNext(ts, it)) {
    seen.push(`${key}`);
    self.delete(ts, key);
    self.set(ts, (key as number) + 100, 0);
  }
  if (key === null) seen.push(shown(ts, key));
  // What is noticed depends on when the table is compacted: here as in CPython 3.14.
  expect(seen.join(" ")).toBe(expected);
});

test("replacing values while iterating is allowed", () => {
  const self = d([1, 1], [2, 2]);
  const it = getIter(ts, self) as Value;
  for (let key = iterNext(ts, it); key !== undefined; key = iterNext(ts, it))
    setItem(ts, self, key as Value, 0);
  expect(shown(ts, self)).toBe("{1: 0, 2: 0}");
});

test.each([
  ["keys", "[1, 3]", "[3, 1]"],
  ["values", "['a', 'c']", "['c', 'a']"],
  ["items", "[(1, 'a'), (3, 'c')]", "[(3, 'c'), (1, 'a')]"],
])("%s go forwards and backwards", (name, forwards, backwards) => {
  const self = d([1, "a"], [2, "b"], [3, "c"]);
  self.delete(ts, 2);
  const shownView = callMethod(ts, self, name, []) as Value;
  expect(calling(ts, ListType, [shownView])).toBe(forwards);
  expect(calling(ts, ListType, [callMethod(ts, shownView, "__reversed__", []) as Value])).toBe(backwards);
});
