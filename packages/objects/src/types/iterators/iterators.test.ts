import { describe, expect, test } from "vitest";
import { ListType } from "../../core/builtin-types.js";
import { callMethod } from "../../core/call.js";
import { defineType } from "../../core/define.js";
import { raise } from "../../core/errors.js";
import { PyPlainObject, type Value } from "../../core/object.js";
import { getIter, iterNext } from "../../core/protocols.js";
import { testThread } from "../../testing/index.js";
import { calling, dict, list, method, set, shown, tuple } from "../../testing/values.js";
import { PyByteArray, PyBytes } from "../bytes/py-bytes.js";
import { IndexErrorType, OSErrorType } from "../exceptions/exception-types.js";
import { strFromJs } from "../str/py-str.js";
import { PyCallableIterator } from "./callable-iterator.js";

const ts = testThread();
ts.interp.builtins.setStr("iter", "iter");
ts.interp.builtins.setStr("reversed", "reversed");
const iter = (v: Value): Value => getIter(ts, v) as Value;
const rest = (it: Value): string => calling(ts, ListType, [it]);
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe.each([
  ["list", () => iter(list(1, 2, 3)), "1", "[2, 3]", "('iter', ([1, 2, 3],), 1)", "('iter', ([],))"],
  [
    "reversed list",
    () => callMethod(ts, list(1, 2, 3), "__reversed__", []) as Value,
    "3",
    "[2, 1]",
    "('reversed', ([1, 2, 3],), 1)",
    "('reversed', ([],))",
  ],
  ["tuple", () => iter(tuple(1, 2, 3)), "1", "[2, 3]", "('iter', ((1, 2, 3),), 1)", "('iter', ((),))"],
  ["str", () => iter("abc"), "'a'", "['b', 'c']", "('iter', ('abc',), 1)", "('iter', ('',))"],
  [
    "wide str",
    () => iter(strFromJs("a\u{1F600}c")),
    "'a'",
    "['\u{1F600}', 'c']",
    "('iter', ('a\u{1F600}c',), 1)",
    "('iter', ('',))",
  ],
  [
    "bytes",
    () => iter(new PyBytes(bytes("abc"))),
    "97",
    "[98, 99]",
    "('iter', (b'abc',), 1)",
    "('iter', ((),))",
  ],
  [
    "bytearray",
    () => iter(new PyByteArray(bytes("abc"))),
    "97",
    "[98, 99]",
    "('iter', (bytearray(b'abc'),), 1)",
    "('iter', ((),))",
  ],
  ["set", () => iter(set(ts, 1, 2, 3)), "1", "[2, 3]", "('iter', ([2, 3],))", "('iter', ([],))"],
  [
    "dict",
    () => iter(dict(ts, [1, 1], [2, 2], [3, 3])),
    "1",
    "[2, 3]",
    "('iter', ([2, 3],))",
    "('iter', ([],))",
  ],
])("iterator over a %s", (_name, make, first, others, afterOne, atEnd) => {
  test("gives the items once, and its state at any time", () => {
    const it = make();
    expect(method(ts, it, "__length_hint__")).toBe("3");
    expect(shown(ts, iterNext(ts, it))).toBe(first);
    expect(method(ts, it, "__reduce__")).toBe(afterOne);
    expect(method(ts, it, "__length_hint__")).toBe("2");
    expect(getIter(ts, it)).toBe(it);
    expect(rest(it)).toBe(others);
    expect(iterNext(ts, it)).toBeUndefined();
    expect(method(ts, it, "__length_hint__")).toBe("0");
    expect(method(ts, it, "__reduce__")).toBe(atEnd);
  });
});

describe("__setstate__", () => {
  test.each([
    ["list", () => iter(list(1, 2, 3)), 2, "[3]"],
    ["list", () => iter(list(1, 2, 3)), 100, "[]"],
    ["list", () => iter(list(1, 2, 3)), -5, "[]"],
    ["reversed list", () => callMethod(ts, list(1, 2, 3), "__reversed__", []) as Value, 100, "[3, 2, 1]"],
    ["tuple", () => iter(tuple(1, 2, 3)), -5, "[1, 2, 3]"],
    ["str", () => iter("abc"), 2, "['c']"],
    ["bytes", () => iter(new PyBytes(bytes("abc"))), 2, "[99]"],
  ])("of a %s iterator (%#)", (_name, make, state, expected) => {
    const it = make();
    expect(method(ts, it, "__setstate__", state)).toBe("None");
    expect(rest(it)).toBe(expected);
  });

  test("takes ints", () => {
    expect(method(ts, iter(list()), "__setstate__", "a")).toBe("TypeError: an integer is required");
    expect(method(ts, iter(list()), "__setstate__", 2n ** 70n)).toBe(
      "OverflowError: Python int too large to convert to C ssize_t",
    );
  });
});

test("a list iterator sees what is added, until it has ended", () => {
  const self = list(1);
  const it = iter(self);
  iterNext(ts, it);
  self.items.push(2);
  expect(iterNext(ts, it)).toBe(2);
  expect(iterNext(ts, it)).toBeUndefined();
  self.items.push(3);
  expect(iterNext(ts, it)).toBeUndefined();
});

describe("an object with __getitem__ alone", () => {
  /** Gives 0, 10, 20, and then fails with an exception of a class. */
  const counting = (failure = IndexErrorType) =>
    new PyPlainObject(
      defineType({
        name: "Counting",
        slots: { sq_item: (thread, _self, i) => (i < 3 ? i * 10 : raise(thread, failure, "end")) },
      }),
    );

  test("is iterated over until IndexError", () => {
    const it = iter(counting());
    expect(shown(ts, iterNext(ts, it))).toBe("0");
    expect(method(ts, it, "__length_hint__")).toBe("NotImplemented");
    expect(rest(it)).toBe("[10, 20]");
    expect(method(ts, it, "__reduce__")).toBe("('iter', ((),))");
  });

  test("any other exception comes through", () => {
    expect(rest(iter(counting(OSErrorType)))).toBe("OSError: end");
  });
});

test("calls until the result equals the sentinel", () => {
  let n = 0;
  const Counter = defineType({ name: "Counter", slots: { tp_call: () => n++ } });
  const it = new PyCallableIterator(new PyPlainObject(Counter), 3);
  expect(rest(it)).toBe("[0, 1, 2]");
  expect(iterNext(ts, it)).toBeUndefined();
  expect(n).toBe(4);
  expect(method(ts, it, "__reduce__")).toBe("('iter', ((),))");
});
