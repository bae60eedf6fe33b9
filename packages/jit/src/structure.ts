import type { Block } from "./graph.js";

/** A block in its place among the loops and nested blocks of the JavaScript function. */
export interface Node {
  readonly block: Block;
  /** Place in reverse postorder. */
  order: number;
  readonly predecessors: Node[];
  readonly successors: Node[];
  dominator: Node | null;
  /** Is it the target of a backward jump? */
  isHeader: boolean;
  /** Headers of the loops that it is part of, the innermost last; a header's own loop included. */
  loops: Node[];
  /** Is it reached by `break`: it has several predecessors, or lies behind a loop that it is reached from? */
  labelled: boolean;
  /** Labelled blocks whose code follows the block's own, inside of its loop if it is a header. */
  readonly inside: Node[];
  /** The same behind its loop. */
  readonly behind: Node[];
}

/** The blocks that belong to the loop with this header: those from which a backward jump to it is reached without leaving. */
export function naturalLoop(blocks: ReadonlyMap<number, Block>, header: number): Set<number> {
  const predecessors = new Map<number, number[]>();
  for (const { start, successors } of blocks.values())
    for (const to of successors) predecessors.set(to, [...(predecessors.get(to) ?? []), start]);
  const loop = new Set([header]);
  // Every predecessor is one by a backward jump: all blocks have been reached from the header.
  const work = (predecessors.get(header) ?? []).filter((start) => {
    const last = blocks.get(start)?.instructions.at(-1);
    return last !== undefined && last.at >= header;
  });
  for (let start = work.pop(); start !== undefined; start = work.pop()) {
    if (loop.has(start)) continue;
    loop.add(start);
    work.push(...(predecessors.get(start) ?? []));
  }
  return loop;
}

/**
 * Orders blocks so that they can be written with loops and labelled blocks alone (Ramsey, "Beyond Relooper", 2022):
 * dominators, loops, and which blocks stand behind which.
 *
 * @returns the entry's node; `null` when a loop has several entries
 */
export function structure(blocks: ReadonlyMap<number, Block>, entry: number): Map<number, Node> | null {
  const nodes = new Map<number, Node>();
  const postorder: Node[] = [];
  const visit = (start: number): Node => {
    const known = nodes.get(start);
    if (known !== undefined) return known;
    const node: Node = {
      block: blocks.get(start) as Block,
      order: 0,
      predecessors: [],
      successors: [],
      dominator: null,
      isHeader: false,
      loops: [],
      labelled: false,
      inside: [],
      behind: [],
    };
    nodes.set(start, node);
    // Visited last comes first in the order: what follows directly is written before what a branch leads to.
    for (const to of node.block.successors.toReversed()) {
      if (!blocks.has(to)) continue;
      const successor = visit(to);
      node.successors.push(successor);
      successor.predecessors.push(node);
    }
    postorder.push(node);
    return node;
  };
  const root = visit(entry);
  const ordered = postorder.toReversed();
  for (const [i, node] of ordered.entries()) node.order = i;
  if (!findDominators(root, ordered)) return null;
  findLoops(ordered);
  place(ordered);
  return nodes;
}

function findDominators(root: Node, ordered: readonly Node[]): boolean {
  const common = (a: Node, b: Node): Node => {
    while (a !== b) {
      while (a.order > b.order) a = a.dominator as Node;
      while (b.order > a.order) b = b.dominator as Node;
    }
    return a;
  };
  root.dominator = root;
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of ordered) {
      if (node === root) continue;
      let dominator: Node | null = null;
      for (const from of node.predecessors)
        if (from.dominator !== null) dominator = dominator === null ? from : common(from, dominator);
      if (dominator !== node.dominator) {
        node.dominator = dominator;
        changed = true;
      }
    }
  }
  root.dominator = null;
  for (const node of ordered) {
    for (const to of node.successors) {
      if (to.order > node.order) continue;
      to.isHeader = true;
      if (!dominates(to, node)) return false;
    }
  }
  return true;
}

function dominates(above: Node, node: Node): boolean {
  let at: Node | null = node;
  while (at !== null && at !== above) at = at.dominator;
  return at === above;
}

function findLoops(ordered: readonly Node[]): void {
  // Outer headers come first in the order, so the innermost loop of a block is appended last.
  for (const header of ordered) {
    if (!header.isHeader) continue;
    const members = new Set([header]);
    const work = header.predecessors.filter((from) => from.order >= header.order);
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      if (members.has(node)) continue;
      members.add(node);
      work.push(...node.predecessors);
    }
    for (const node of members) node.loops.push(header);
  }
}

function place(ordered: readonly Node[]): void {
  for (const node of ordered) {
    const { dominator } = node;
    if (dominator === null) continue;
    const forward = node.predecessors.filter((from) => from.order < node.order);
    // Loops that the dominator is in and this block is not.
    const left = dominator.loops.find((header) => !node.loops.includes(header));
    if (forward.length < 2 && left === undefined) continue;
    node.labelled = true;
    if (left === undefined) dominator.inside.push(node);
    else left.behind.push(node);
  }
}
