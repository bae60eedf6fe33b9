import { describe, expect, test } from "vitest";
import { FrozenSetType } from "../../core/builtin-types.js";
import { hash } from "../../core/numbers.js";
import type { Value } from "../../core/object.js";
import { testThread } from "../../testing/index.js";
import { float, slice, tuple } from "../../testing/values.js";
import { None } from "../none/singletons.js";
import { makeRange } from "../range/py-range.js";
import { PySet } from "../set/py-set.js";
import { hashFloat, hashHigh, joinHash, splitHash } from "./key-hash.js";

const ts = testThread();

/** What `hash()` gives in CPython on 64-bit builds, with PYTHONHASHSEED=0. */
const recorded: [string, Value, string][] = [
  ["()", tuple(), "5740354900026072187"],
  ["(1,)", tuple(1), "-6644214454873602895"],
  ["(1, 2)", tuple(1, 2), "-3550055125485641917"],
  ["(-1, 0.5, None)", tuple(-1, float(0.5), None), "-6887503068694238652"],
  ["(1, (2, (3,)))", tuple(1, tuple(2, tuple(3))), "-2939794377302041199"],
  ["('a', 2**70)", tuple("a", 2n ** 70n), "-3233672807707640968"],
  ["range(1, 10, 3)", makeRange(1, 10, 3), "-9160968616009628824"],
  ["range(0)", makeRange(0, 0, 1), "2676694398852732306"],
  ["slice(1, None, 2)", slice(1, null, 2), "-4682449159006217827"],
];

describe("hashes as CPython computes them", () => {
  test.each(recorded)("%s", (_text, value, expected) => {
    expect(String(hash(ts, value))).toBe(expected);
  });

  test("a frozenset's does not depend on the order", () => {
    const forwards = new PySet(FrozenSetType);
    const backwards = new PySet(FrozenSetType);
    for (let i = 0; i < 10; i++) forwards.add(ts, i);
    for (let i = 9; i >= 0; i--) backwards.add(ts, i);
    expect(String(hash(ts, forwards))).toBe("3895031357313128696");
    expect(hash(ts, backwards)).toBe(hash(ts, forwards));
    expect(String(hash(ts, new PySet(FrozenSetType)))).toBe("133146708735736");
  });
});

test.each([
  [0.5, "1152921504606846976"],
  [-0.1, "-230584300921369408"],
  [1e300, "1224995262755759164"],
  [5e-324, "16777216"],
  [2 ** 61, "1"],
  [-(2 ** 61), "-2"],
])("hash(%d)", (x, expected) => {
  const low = hashFloat(x);
  expect(String(joinHash(low, hashHigh))).toBe(expected);
});

test.each([0, 1, -1, -2, 2 ** 31, -(2 ** 31), 2 ** 53 - 1, 1 - 2 ** 53, 2n ** 62n, -(2n ** 63n)])(
  "halves of %s join to it",
  (h) => {
    const low = splitHash(h);
    expect(joinHash(low, hashHigh)).toBe(h);
  },
);
