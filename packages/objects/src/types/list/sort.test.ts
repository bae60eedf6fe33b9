import { describe, expect, test } from "vitest";
import { defineType } from "../../core/define.js";
import { raise } from "../../core/errors.js";
import type { PyObject, Value } from "../../core/object.js";
import type { PyType } from "../../core/type.js";
import { testThread } from "../../testing/index.js";
import { float, list, shown, tuple } from "../../testing/values.js";
import { ValueErrorType } from "../exceptions/exception-types.js";
import type { PyList } from "./py-list.js";
import { sortList } from "./sort.js";

const ts = testThread();

/** Compares by `rank`, and notes which two were compared. */
class Ranked implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly rank: number,
    readonly index: number,
  ) {
    this.cls = RankedType;
  }
}
let compared: string[] = [];
let onCompare: () => true | null = () => true;
const RankedType = defineType({
  name: "Ranked",
  slots: {
    tp_hash: () => 1,
    tp_richcompare: (_ts, a: Ranked, b) => {
      compared.push(`${a.index}<${(b as Ranked).index}`);
      return onCompare() === null ? null : a.rank < (b as Ranked).rank;
    },
  },
});

function ranked(...ranks: number[]): PyList {
  compared = [];
  onCompare = () => true;
  return list(...ranks.map((rank, index) => new Ranked(rank, index)));
}

const indices = (self: PyList): number[] => self.items.map((item) => (item as Ranked).index);

const sorted = (items: Value[], reverse = false): string => {
  const self = list(...items);
  return shown(ts, sortList(ts, self, undefined, reverse) === null ? null : self);
};

describe("kinds of keys", () => {
  test.each([
    [[3, -1, 2 ** 40, 0], "[-1, 0, 3, 1099511627776]"],
    [
      ["b", "", "ab", "a", "é", "a\0", "abcdefghi", "abcdefgh"],
      "['', 'a', 'a\\x00', 'ab', 'abcdefgh', 'abcdefghi', 'b', 'é']",
    ],
    [[float(2.5), float(-1), float(1e300)], "[-1.0, 2.5, 1e+300]"],
    [[true, 0, float(0.5), 2n ** 70n, -3], "[-3, 0, 0.5, True, 1180591620717411303424]"],
    [[tuple(1, "b"), tuple(1, "a"), tuple(0, "z")], "[(0, 'z'), (1, 'a'), (1, 'b')]"],
    [[tuple(2), tuple(1, 5), tuple()], "[(), (1, 5), (2,)]"],
    [[list(2), list(1, 5), list(1)], "[[1], [1, 5], [2]]"],
  ])("%j", (items, expected) => {
    expect(sorted(items as Value[])).toBe(expected);
  });

  test("keys that do not compare", () => {
    expect(sorted(["a", 1])).toBe("TypeError: '<' not supported between instances of 'int' and 'str'");
    expect(sorted([tuple(1, "a"), tuple(1, 2)])).toBe(
      "TypeError: '<' not supported between instances of 'int' and 'str'",
    );
  });

  test("equal numbers of different types keep their order", () => {
    expect(sorted([float(1), 1, true, 0])).toBe("[0, 1.0, 1, True]");
    expect(sorted([float(1), 1, true, 0], true)).toBe("[1.0, 1, True, 0]");
    expect(sorted([float(0), float(-0), float(0)], true)).toBe("[0.0, -0.0, 0.0]");
  });
});

describe("comparisons, as CPython 3.14 makes them", () => {
  test.each([
    [[1, 2, 3, 4], "1<0 2<1 3<2"],
    [[4, 3, 2, 1], "1<0 2<1 3<2"],
    [[2, 2, 1, 3], "1<0 2<1 0<1 3<2 2<3 3<1"],
    [[3, 1, 2, 5, 4], "1<0 2<1 1<2 2<0 2<0 2<1 3<2 3<0 4<0 4<3"],
    [[5, 1, 4, 2, 3, 0], "1<0 2<1 1<2 2<0 2<0 2<1 3<2 3<1 4<2 4<3 5<4 5<3 5<1"],
  ])("%j", (ranks, expected) => {
    const self = ranked(...ranks);
    sortList(ts, self, undefined, false);
    expect(compared.join(" ")).toBe(expected);
  });

  test("n - 1 for what is sorted already, n log n otherwise", () => {
    const n = 1000;
    const up = Array.from({ length: n }, (_, i) => i);
    sortList(ts, ranked(...up), undefined, false);
    expect(compared.length).toBe(n - 1);
    sortList(ts, ranked(...up.toReversed()), undefined, false);
    expect(compared.length).toBe(n - 1);
    sortList(ts, ranked(...up.map((i) => (i * 617) % n)), undefined, false);
    expect(compared.length).toBe(8443);
  });

  test("the sort is stable, also in reverse", () => {
    const ranks = Array.from({ length: 300 }, (_, i) => (i * 7) % 5);
    for (const reverse of [false, true]) {
      const self = ranked(...ranks);
      sortList(ts, self, undefined, reverse);
      const expected = ranks
        .map((rank, index) => ({ rank, index }))
        .sort((a, b) => (reverse ? b.rank - a.rank : a.rank - b.rank) || a.index - b.index);
      expect(indices(self)).toEqual(expected.map(({ index }) => index));
    }
  });
});

describe("while a list is sorted", () => {
  test("it is empty", () => {
    const self = ranked(2, 1);
    const lengths: number[] = [];
    onCompare = () => {
      lengths.push(self.items.length);
      return true;
    };
    sortList(ts, self, undefined, false);
    expect(lengths).toEqual([0]);
    expect(indices(self)).toEqual([1, 0]);
  });

  test("it may not be changed, not even for a moment", () => {
    const self = ranked(2, 1);
    onCompare = () => {
      self.items.push(1);
      return true;
    };
    expect(shown(ts, sortList(ts, self, undefined, false))).toBe("ValueError: list modified during sort");
    expect(indices(self)).toEqual([1, 0]);
  });

  test("an exception leaves all items in it", () => {
    const self = ranked(3, 1, 2, 0);
    onCompare = () => (compared.length === 3 ? raise(ts, ValueErrorType, "enough") : true);
    expect(shown(ts, sortList(ts, self, undefined, false))).toBe("ValueError: enough");
    expect(indices(self).toSorted()).toEqual([0, 1, 2, 3]);
  });
});
