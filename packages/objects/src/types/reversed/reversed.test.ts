import { expect, test } from "vitest";
import { ListType, ReversedType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { defineType } from "../../core/define.js";
import { PyPlainObject, type Value } from "../../core/object.js";
import { iterNext } from "../../core/protocols.js";
import { testThread } from "../../testing/index.js";
import { calling, dict, list, method, set, shown } from "../../testing/values.js";
import { strFromJs } from "../str/py-str.js";

const ts = testThread();

/** `list(reversed(*args))`. */
function reversed(...args: Value[]): string {
  const it = call(ts, ReversedType, args);
  return it === null ? shown(ts, null) : calling(ts, ListType, [it]);
}

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["list(reversed([1, 2]))", () => reversed(list(1, 2)), "[2, 1]"],
  ["list(reversed('añ𝄞'))", () => reversed(strFromJs("añ𝄞")), "['𝄞', 'ñ', 'a']"],
  ["list(reversed({1: 2, 3: 4}))", () => reversed(dict(ts, [1, 2], [3, 4])), "[3, 1]"],
  ["reversed({1})", () => reversed(set(ts, 1)), "TypeError: 'set' object is not reversible"],
  ["reversed(1)", () => reversed(1), "TypeError: 'int' object is not reversible"],
  ["reversed()", () => reversed(), "TypeError: reversed expected 1 argument, got 0"],
  [
    "reversed(sequence=[])",
    () => calling(ts, ReversedType, [], { sequence: list() }),
    "TypeError: reversed() takes no keyword arguments",
  ],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("the state of an iterator over a sequence without __reversed__", () => {
  const Doubles = defineType({
    name: "Doubles",
    slots: { sq_length: () => 3, sq_item: (_ts, _self, i) => i * 2 },
  });
  const it = call(ts, ReversedType, [new PyPlainObject(Doubles)]) as Value;
  expect(iterNext(ts, it)).toBe(4);
  expect(method(ts, it, "__length_hint__")).toBe("2");
  expect(method(ts, it, "__setstate__", 10)).toBe("None");
  expect(calling(ts, ListType, [it])).toBe("[4, 2, 0]");
  expect(method(ts, it, "__reduce__")).toBe("(<class 'reversed'>, ((),))");
});
