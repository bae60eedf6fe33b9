import { expect, test } from "vitest";
import { SliceType } from "../../core/builtin-types.js";
import { compare } from "../../core/numbers.js";
import { testThread } from "../../testing/index.js";
import { calling, method, shown, slice } from "../../testing/values.js";
import { sliceIndices } from "./indices.js";

const ts = testThread();

/** Each row: a Python expression, the same here, what CPython 3.14 shows. */
const rows: [string, () => string, string][] = [
  ["slice(1)", () => calling(ts, SliceType, [1]), "slice(None, 1, None)"],
  ["slice(1, 'a', 2)", () => calling(ts, SliceType, [1, "a", 2]), "slice(1, 'a', 2)"],
  ["slice()", () => calling(ts, SliceType, []), "TypeError: slice expected at least 1 argument, got 0"],
  [
    "slice(stop=1)",
    () => calling(ts, SliceType, [], { stop: 1 }),
    "TypeError: slice() takes no keyword arguments",
  ],
  ["slice(1, 2) == slice(1, 2, None)", () => shown(ts, compare(ts, slice(1, 2), slice(1, 2), 2)), "True"],
  ["slice(1, 2) < slice(1, 3)", () => shown(ts, compare(ts, slice(1, 2), slice(1, 3), 0)), "True"],
  ["slice(1, 2) == (1, 2, None)", () => shown(ts, compare(ts, slice(1, 2), 1, 2)), "False"],
  ["slice(None).indices(5)", () => method(ts, slice(null), "indices", 5), "(0, 5, 1)"],
  ["slice(None, None, -1).indices(5)", () => method(ts, slice(null, null, -1), "indices", 5), "(4, -1, -1)"],
  ["slice(-100, 100, 3).indices(5)", () => method(ts, slice(-100, 100, 3), "indices", 5), "(0, 5, 3)"],
  ["slice(100, -100, -3).indices(5)", () => method(ts, slice(100, -100, -3), "indices", 5), "(4, -1, -3)"],
  [
    "slice(2**70, None).indices(2**80)",
    () => method(ts, slice(2n ** 70n), "indices", 2n ** 80n),
    "(1180591620717411303424, 1208925819614629174706176, 1)",
  ],
  [
    "slice(1).indices(-1)",
    () => method(ts, slice(null, 1), "indices", -1),
    "ValueError: length should not be negative",
  ],
  [
    "slice(0, 0, 0).indices(1)",
    () => method(ts, slice(0, 0, 0), "indices", 1),
    "ValueError: slice step cannot be zero",
  ],
  [
    "slice('a').indices(1)",
    () => method(ts, slice(null, "a"), "indices", 1),
    "TypeError: slice indices must be integers or None or have an __index__ method",
  ],
  [
    "slice(1, 2).__reduce__()",
    () => method(ts, slice(1, 2), "__reduce__"),
    "(<class 'slice'>, (1, 2, None))",
  ],
];

test.each(rows)("%s", (_python, here, expected) => {
  expect(here()).toBe(expected);
});

test("the selected items are those of CPython for all small bounds", () => {
  const bounds = [null, -7, -6, -5, -2, -1, 0, 1, 2, 4, 5, 6, 2n ** 70n, -(2n ** 70n)];
  for (const start of bounds) {
    for (const stop of bounds) {
      for (const step of [null, 1, 2, 7, -1, -2, -7, 2n ** 70n, -(2n ** 70n)]) {
        const range = sliceIndices(ts, slice(start, stop, step), 5);
        const picked: number[] = [];
        for (let i = range!.start, n = 0; n < range!.count; n++, i += range!.step) picked.push(i);
        expect(picked).toEqual(pick(5, start, stop, step));
      }
    }
  }
});

/** The definition of slicing: i is picked if it is start + n * step, between the bounds and within the sequence. */
function pick(n: number, start: Bound, stop: Bound, step: Bound): number[] {
  const by = step === null ? 1n : BigInt(step);
  const place = (bound: number | bigint) => (bound < 0 ? BigInt(bound) + BigInt(n) : BigInt(bound));
  const low = by < 0n ? -1n : 0n;
  const high = by < 0n ? BigInt(n) - 1n : BigInt(n);
  const cut = (b: bigint) => (b < low ? low : b > high ? high : b);
  let i = start === null ? (by < 0n ? high : low) : cut(place(start));
  const end = stop === null ? (by < 0n ? low : high) : cut(place(stop));
  const picked: number[] = [];
  for (; by < 0n ? i > end : i < end; i += by) picked.push(Number(i));
  return picked;
}

type Bound = number | bigint | null;
