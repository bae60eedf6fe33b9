import { expect, test } from "vitest";
import { EnumerateType, ListType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import type { Value } from "../../core/object.js";
import { testThread } from "../../testing/index.js";
import { calling, list, shown } from "../../testing/values.js";

const ts = testThread();

/** `list(enumerate(*args, **keywords))`. */
function enumerated(args: Value[], keywords: Readonly<Record<string, Value>> = {}): string {
  const enumerate = call(ts, EnumerateType, [...args, ...Object.values(keywords)], Object.keys(keywords));
  return enumerate === null ? shown(ts, null) : calling(ts, ListType, [enumerate]);
}

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["list(enumerate('ab'))", () => enumerated(["ab"]), "[(0, 'a'), (1, 'b')]"],
  ["list(enumerate('ab', 5))", () => enumerated(["ab", 5]), "[(5, 'a'), (6, 'b')]"],
  [
    "list(enumerate(iterable='a', start=True))",
    () => enumerated([], { iterable: "a", start: true }),
    "[(1, 'a')]",
  ],
  ["list(enumerate(start=2, iterable='a'))", () => enumerated([], { start: 2, iterable: "a" }), "[(2, 'a')]"],
  [
    "list(enumerate('ab', 2**53 - 1))",
    () => enumerated(["ab", 2 ** 53 - 1]),
    "[(9007199254740991, 'a'), (9007199254740992, 'b')]",
  ],
  ["enumerate()", () => enumerated([]), "TypeError: enumerate() missing required argument 'iterable'"],
  ["enumerate(1)", () => enumerated([1]), "TypeError: 'int' object is not iterable"],
  [
    "enumerate(1, 'a')",
    () => enumerated([1, "a"]),
    "TypeError: 'str' object cannot be interpreted as an integer",
  ],
  [
    "enumerate([], 1, 2)",
    () => enumerated([list(), 1, 2]),
    "TypeError: enumerate() takes at most 2 arguments (3 given)",
  ],
  [
    "enumerate([], foo=1)",
    () => enumerated([list()], { foo: 1 }),
    "TypeError: 'foo' is an invalid keyword argument for enumerate()",
  ],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});
