import type { stmt } from "@adder/ast";
import { blocksOf, firstLineOf, moveLines, type Piece, type TolerantStatement } from "./tolerant-tree.js";

/** Which lines of a source after an edit are those that it had before; lines count from 0. */
export interface KeptLines {
  /** Lines before this one are the same. */
  readonly before: number;
  /** Lines from this one on are the same, moved down by `by`. */
  readonly after: number;
  readonly by: number;
}

/** First index whose statement begins at `line` (from 1) or later. */
function lowerBound(list: readonly TolerantStatement[], line: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstLineOf(list[middle]) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The statements of correct source from line `code` up to `end` (both from 0) that begin in column `column`. */
function statementsWithin(
  nodes: readonly TolerantStatement[],
  code: number,
  end: number,
  column: number,
): stmt[] | null {
  let list: readonly TolerantStatement[] | undefined = nodes;
  while (list !== undefined) {
    const from = lowerBound(list, code + 1);
    if (from < list.length && firstLineOf(list[from]) === code + 1 && list[from].col_offset === column) {
      const to = lowerBound(list, end + 1);
      return list[to - 1].end_lineno <= end ? (list.slice(from, to) as stmt[]) : null;
    }
    if (from === 0) return null;
    list = blocksOf(list[from - 1]).findLast(
      (block) => block.length > 0 && firstLineOf(block[0]) <= code + 1,
    );
  }
  return null;
}

function movePieces(pieces: readonly Piece[], by: number): void {
  for (const piece of pieces) {
    piece.first += by;
    piece.end += by;
    if (piece.children !== null) movePieces(piece.children, by);
  }
}

/** Finds in an earlier result what an edit has left as it was. */
export class Reuse {
  private readonly pieces: readonly Piece[];
  private readonly lines: readonly string[];
  private readonly kept: KeptLines;
  private readonly moved: Piece[] = [];

  /** @param lines those of the source after the edit */
  constructor(pieces: readonly Piece[], lines: readonly string[], kept: KeptLines) {
    this.pieces = pieces;
    this.lines = lines;
    this.kept = kept;
  }

  /**
   * The piece that the lines from `first` to `end` made before; undefined if they are new or stood in another context.
   *
   * @param code the first line that is neither empty nor a comment
   */
  find(first: number, end: number, indent: string, code: number): Piece | undefined {
    const { before, after } = this.kept;
    const by = first >= after ? this.kept.by : 0;
    if (first < after && end > before) return undefined;
    if (this.lines[end - 1].endsWith("\\")) return undefined;
    // An `elif` is a statement in the tree, but not by itself.
    if (/^\s*elif\b/.test(this.lines[code])) return undefined;
    const known = this.search(first - by, end - by, indent, code - by);
    if (known === undefined || by === 0) return known;
    // Messages name lines.
    if (known.diagnostics.length > 0) return undefined;
    this.moved.push(known);
    return known;
  }

  /** Moves what was found to its new lines, after which nothing can be found any more. */
  finish(): void {
    const { by } = this.kept;
    for (const { nodes } of this.moved) moveLines(nodes, by);
    movePieces(this.moved, by);
  }

  /** Whether nothing but empty lines and comments stands from line `first` to `end` of the source before the edit. */
  private isBlank(first: number, end: number): boolean {
    const by = first >= this.kept.before ? this.kept.by : 0;
    for (let i = first + by; i < end + by; i++) if (!/^\s*(?:#|$)/.test(this.lines[i])) return false;
    return true;
  }

  private search(first: number, end: number, indent: string, code: number): Piece | undefined {
    let pieces = this.pieces;
    for (;;) {
      let low = 0;
      let high = pieces.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (pieces[middle].first <= first) low = middle + 1;
        else high = middle;
      }
      const piece = pieces[low - 1];
      if (piece === undefined || piece.end < end) return undefined;
      if (piece.first === first && piece.end === end && piece.indent === indent) return piece;
      if (piece.children === null) {
        if (piece.diagnostics.length > 0) return undefined;
        const nodes = statementsWithin(piece.nodes, code, end, indent.length);
        if (nodes === null || !this.isBlank(nodes[nodes.length - 1].end_lineno, end)) return undefined;
        return { first, end, indent, nodes, diagnostics: [], children: null };
      }
      pieces = piece.children;
    }
  }
}
