import { expect, test } from "vitest";
import { ListType, MapType, TupleType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { defineType } from "../../core/define.js";
import { PyPlainObject, type Value } from "../../core/object.js";
import { testThread } from "../../testing/index.js";
import { calling, list, method, shown, tuple } from "../../testing/values.js";

const ts = testThread();
const l = list;

/** `lambda *args: args`. */
const pack = new PyPlainObject(
  defineType({ name: "pack", slots: { tp_call: (_ts, _self, args) => tuple(...args) } }),
);

/** `list(map(*args, **keywords))`. */
function mapped(args: Value[], keywords: Readonly<Record<string, Value>> = {}): string {
  const map = call(ts, MapType, [...args, ...Object.values(keywords)], Object.keys(keywords));
  return map === null ? shown(ts, null) : calling(ts, ListType, [map]);
}

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["list(map(lambda *a: a, 'ab'))", () => mapped([pack, "ab"]), "[('a',), ('b',)]"],
  [
    "list(map(lambda *a: a, 'ab', [1, 2, 3]))",
    () => mapped([pack, "ab", l(1, 2, 3)]),
    "[('a', 1), ('b', 2)]",
  ],
  ["list(map(tuple, [[1]]))", () => mapped([TupleType, l(l(1))]), "[(1,)]"],
  ["map(int)", () => mapped([pack]), "TypeError: map() must have at least two arguments."],
  ["map(int, 1)", () => mapped([pack, 1]), "TypeError: 'int' object is not iterable"],
  ["list(map(1, [2]))", () => mapped([1, l(2)]), "TypeError: 'int' object is not callable"],
  [
    "map(int, [], foo=1)",
    () => mapped([pack, l()], { foo: 1 }),
    "TypeError: map() got an unexpected keyword argument 'foo'",
  ],
  [
    "list(map(lambda a, b: a, [1], [1, 2], strict=True))",
    () => mapped([pack, l(1), l(1, 2)], { strict: true }),
    "ValueError: map() argument 2 is longer than argument 1",
  ],
  [
    "list(map(lambda a, b: a, [1, 2], [1], strict=True))",
    () => mapped([pack, l(1, 2), l(1)], { strict: true }),
    "ValueError: map() argument 2 is shorter than argument 1",
  ],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("the state has strict only if it is set", () => {
  const plain = call(ts, MapType, [pack, "a"]) as Value;
  expect(method(ts, plain, "__reduce__")).toMatch(/^\(<class 'map'>, \(.*\)\)$/);
  const strict = call(ts, MapType, [pack, "a", true], ["strict"]) as Value;
  expect(method(ts, strict, "__reduce__")).toMatch(/, True\)$/);
});
