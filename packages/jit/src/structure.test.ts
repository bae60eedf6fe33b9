import { expect, test } from "vitest";
import type { Block, Instruction } from "./graph.js";
import { naturalLoop, structure } from "./structure.js";

/** Blocks by their places and where they go. */
function blocks(edges: Record<number, number[]>): Map<number, Block> {
  return new Map(
    Object.entries(edges).map(([start, successors]) => {
      const at = Number(start);
      return [at, { start: at, instructions: [{ at } as Instruction], successors }];
    }),
  );
}

/** For each block: is it a loop's header, the headers around it, is it labelled, and what follows it inside and behind. */
function shape(edges: Record<number, number[]>, entry = 0): unknown {
  const nodes = structure(blocks(edges), entry);
  if (nodes === null) return null;
  const starts = (list: readonly { block: Block }[]): number[] => list.map(({ block }) => block.start);
  return Object.fromEntries(
    [...nodes].map(([start, node]) => [
      start,
      [node.isHeader, starts(node.loops), node.labelled, starts(node.inside), starts(node.behind)],
    ]),
  );
}

test("a block that two branches lead to follows the one that decides", () => {
  expect(shape({ 0: [1, 2], 1: [3], 2: [3], 3: [] })).toEqual({
    0: [false, [], false, [3], []],
    1: [false, [], false, [], []],
    2: [false, [], false, [], []],
    3: [false, [], true, [], []],
  });
});

test("what a loop is left to stands behind it", () => {
  expect(shape({ 0: [1], 1: [2, 3], 2: [1], 3: [] })).toEqual({
    0: [false, [], false, [], []],
    1: [true, [1], false, [], [3]],
    2: [false, [1], false, [], []],
    3: [false, [], true, [], []],
  });
});

test("a break out of two loops goes behind the outer one", () => {
  const found = shape({ 0: [1], 1: [2, 6], 2: [3, 1], 3: [4, 2], 4: [6], 6: [] }) as Record<number, unknown>;
  expect(found[1]).toEqual([true, [1], false, [], [4, 6]]);
  expect(found[3]).toEqual([false, [1, 2], false, [], []]);
});

test("a loop with two entries is refused", () => {
  expect(shape({ 0: [1, 2], 1: [2], 2: [1] })).toBeNull();
});

test("the loop of a header has the blocks that lead back to it", () => {
  const graph = blocks({ 1: [2, 9], 2: [3, 4], 3: [1], 4: [5], 5: [], 9: [] });
  expect([...naturalLoop(graph, 1)].sort()).toEqual([1, 2, 3]);
});
