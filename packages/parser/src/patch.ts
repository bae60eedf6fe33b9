import type { Root } from "./parse-tolerant.js";
import { marginStart } from "./segments.js";
import { indentOf, type TolerantOptions, TolerantParser } from "./tolerant-parser.js";
import {
  type Block,
  blocksOf,
  correctPiece,
  diagnosticsIn,
  firstLineOf,
  mendEnd,
  moveLines,
  openIn,
  type Piece,
  type TolerantStatement,
} from "./tolerant-tree.js";

/** An edit in lines, which count from 0. */
export interface Change {
  /** First line that it touches. */
  readonly first: number;
  /** Line behind the last one that it touches, before the edit. */
  readonly end: number;
  /** How far it moves the lines behind it. */
  readonly by: number;
  /** Those of the source after the edit; behind the last one stands an empty one. */
  readonly lines: readonly string[];
}

/** A block around an edit, and which part of it the edit touches: lines before the edit. */
interface Level {
  readonly block: Block;
  readonly first: number;
  readonly end: number;
}

/** Indentation from which on a block may be too deep for the lexer. */
const MAX_INDENT = 90;

/** More errors of the lexer in a block than these change how it is split. */
const MAX_STOPS = 6;

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

/** Whether a piece is correct and does not know its blocks: its statements can be told apart by their places. */
function isPlain({ blocks, diagnostics }: Piece): boolean {
  return blocks.length === 0 && diagnostics.length === 0;
}

const stopsIn = (pieces: readonly Piece[]): number => pieces.reduce((sum, { stops }) => sum + stops, 0);

/** Lets a statement end where its last block does, and each `elif` in it. */
function mendChain(node: TolerantStatement): void {
  if (node.nodeType === "If" && node.orelse[0]?.nodeType === "If") mendChain(node.orelse[0]);
  mendEnd(node);
}

/** Puts items in the place of those from `start` to `end`. */
function replace<T>(list: T[], start: number, end: number, items: readonly T[]): void {
  const behind = list.splice(start).slice(end - start);
  for (const item of [...items, ...behind]) list.push(item);
}

/**
 * Carries an edit over into the pieces of a result: parses again the statements around it, in the innermost block in
 * which this gives what parsing everything would give.
 */
export class Patch {
  private readonly root: Root;
  private readonly change: Change;
  private readonly options: TolerantOptions;
  private readonly levels: Level[] = [];
  /** Lines that were scanned: once as many as the source has, trying on would cost more than making all anew. */
  private work = 0;

  constructor(root: Root, change: Change, options: TolerantOptions) {
    this.root = root;
    this.change = change;
    this.options = options;
  }

  /** Whether it could be done. If not, the result is to be made anew. */
  apply(): boolean {
    if (this.root.pieces.length === 0) return false;
    for (let block: Block | undefined = this.root; block !== undefined; ) block = this.descend(block);
    for (let depth = this.levels.length - 1; depth >= 0 && this.work < this.change.lines.length; depth--)
      if (this.parseAgain(depth)) return true;
    return false;
  }

  /** Where a line behind the edit stands after it. */
  private moved(line: number): number {
    const { by, lines } = this.change;
    return line >= this.root.lines.length - 1 ? lines.length - 1 : line + by;
  }

  // What the edit touches ---------------------------------------------------------------------------------------

  /** Whether a statement is the first one of a logical line that begins in its block. */
  private startsLine(node: TolerantStatement): boolean {
    const { lines } = this.root;
    const line = firstLineOf(node);
    const text = lines[line - 1];
    const column = node.col_offset;
    // Behind `@(` a decorator begins on another line.
    const decorated = line < node.lineno || ("decorator_list" in node && node.decorator_list.length > 0);
    const starts = indentOf(text)?.length === column && (text[column] === "@") === decorated;
    return starts && !lines[line - 2]?.endsWith("\\");
  }

  /** The piece of a block that a line is in, cut out of the statements that were parsed together with it. */
  private pieceAt({ pieces }: Block, line: number): Piece {
    const at = Math.max(
      0,
      pieces.findLastIndex(({ first }) => first <= line),
    );
    const piece = pieces[at];
    const { first, end, nodes } = piece;
    if (!isPlain(piece) || nodes.length < 2) return piece;
    const starts = (i: number) =>
      nodes[i - 1].end_lineno < firstLineOf(nodes[i]) && this.startsLine(nodes[i]);
    let from = Math.max(0, lowerBound(nodes, line + 2) - 1);
    let to = from + 1;
    while (from > 0 && !starts(from)) from--;
    while (to < nodes.length && !starts(to)) to++;
    const places = [0, from, to, nodes.length];
    const lineOf = (i: number) => (i === 0 ? first : i === nodes.length ? end : firstLineOf(nodes[i]) - 1);
    const parts = [0, 1, 2].map((i) =>
      correctPiece(lineOf(places[i]), lineOf(places[i + 1]), nodes.slice(places[i], places[i + 1])),
    );
    replace(
      pieces,
      at,
      at + 1,
      parts.filter((part) => part.nodes.length > 0),
    );
    return parts[1];
  }

  /** Finds out what the edit touches of a block, and the block within that it is in. */
  private descend(block: Block): Block | undefined {
    const { first, end } = this.change;
    const piece = this.pieceAt(block, first);
    const last = this.pieceAt(block, Math.max(first, end - 1));
    this.levels.push({ block, first: piece.first, end: last.end });
    if (piece !== last) return undefined;
    if (isPlain(piece) && piece.nodes.length === 1) {
      const blocks: Block[] = [];
      this.addBlocks(blocks, piece.nodes[0], piece.end);
      piece.blocks = blocks;
    }
    return piece.blocks.find((one) => one.pieces.length > 0 && one.first <= first && end <= one.end);
  }

  /** The blocks of a statement up to line `behind` that stand below it, not behind it. */
  private addBlocks(blocks: Block[], node: TolerantStatement, behind: number): void {
    const { lines } = this.root;
    for (const body of blocksOf(node)) {
      if (body.length === 0) continue;
      const [statement] = body;
      const column = statement.col_offset;
      const first = firstLineOf(statement) - 1;
      if (statement.nodeType === "If" && lines[first].startsWith("elif", column)) {
        this.addBlocks(blocks, statement, behind);
      } else if (this.startsLine(statement)) {
        let end = body[body.length - 1].end_lineno;
        while (end < behind && indentOf(lines[end]) === null) end++;
        blocks.push({
          first,
          end,
          indent: " ".repeat(column),
          body,
          pieces: [correctPiece(first, end, body)],
        });
      }
    }
  }

  // Parsing again -----------------------------------------------------------------------------------------------

  /**
   * Parses again what the edit touches of a block; false if this does not give what parsing everything gives.
   *
   * @param more parse again what stands in front of it, too
   */
  private parseAgain(depth: number, more = false): boolean {
    const { lines } = this.change;
    const { block } = this.levels[depth];
    const { indent } = block;
    let { first, end } = this.levels[depth];
    // What does not begin a statement goes on with what stands in front of it.
    for (let on = more; on || !this.beginsStatement(first, end, indent); on = false) {
      if (first > block.first) ({ first } = this.pieceAt(block, first - 1));
      else if (depth > 0) return false;
      else break;
    }
    let last = this.moved(end) - 1;
    while (last > first && indentOf(lines[last]) === null) last--;
    // A decorator takes along what follows.
    if (end < block.end && lines[last]?.startsWith(`${indent}@`)) ({ end } = this.pieceAt(block, end));
    const behind = this.moved(end);
    if (behind === 0) return false;
    if (depth > 0) {
      // A statement with blocks ends with the last token of the last one, a semicolon too.
      if (end === block.end && lines[last].includes(";")) return false;
      // Empty lines and comments in front of the first statement belong to the block.
      if (first === block.first && indentOf(lines[first - 1]) === null) return false;
    }
    for (let i = first; i < behind; i++) {
      const inner = indentOf(lines[i]);
      if (inner !== null && (inner.length > MAX_INDENT || !inner.startsWith(indent))) return false;
    }
    const parser = new TolerantParser(lines, this.options);
    const pieces = first < behind ? parser.parse(first, behind, indent, depth) : [];
    this.work += parser.work;
    // A token that can't be scanned does not begin a statement either.
    if (pieces[0]?.stops > 0 && first > block.first && !more) return this.parseAgain(depth, true);
    const stops = stopsIn(pieces);
    if (parser.entangled || stops > MAX_STOPS) return false;
    if (stops > 0 && end < block.end && !this.isAtMargin(behind, indent)) return false;
    if (!this.isApart(block.pieces, first, end)) return false;
    const replaced = block.pieces.filter((piece) => piece.first >= first && piece.end <= end);
    // A string that is open still is, if it was and its quotes are the same.
    if ([parser.open, openIn(pieces)].some((open) => open !== openIn(replaced))) return false;
    const before = stopsIn(replaced);
    for (let i = 0; i < depth; i++) if (!this.staysAround(i, before, stops)) return false;
    this.put(depth, first, end, pieces);
    return true;
  }

  /** Whether line `first` begins a statement of a block, and not the end `end` of what is parsed again. */
  private beginsStatement(first: number, end: number, indent: string): boolean {
    const text = this.change.lines[first];
    const starts = first < this.moved(end) && indentOf(text) === indent;
    return starts && !/^ *(?:elif|else|except|finally)\b/.test(text);
  }

  /** Whether a line begins at the margin of a block, after the edit. */
  private isAtMargin(line: number, indent: string): boolean {
    const text = this.change.lines[line];
    return marginStart.test(text.startsWith(indent) ? text.slice(indent.length) : text.trimStart());
  }

  /** The piece around the block of the next level. */
  private pieceAround(depth: number): Piece {
    const { block, first } = this.levels[depth];
    return block.pieces.find((piece) => piece.first === first)!;
  }

  /** Whether the pieces around the lines from `first` to `end` stay what they are. */
  private isApart(pieces: readonly Piece[], first: number, end: number): boolean {
    return pieces.every(
      (piece) =>
        (piece.first >= first && piece.end <= end) ||
        // Messages name lines.
        (piece.stops === 0 &&
          (piece.first < end || this.change.by === 0 || diagnosticsIn([piece]).length === 0)),
    );
  }

  /**
   * Whether what stands around the next level stays what it is.
   *
   * @param before how often the lexer stopped in what is parsed again
   * @param now how often it stops there now
   */
  private staysAround(depth: number, before: number, now: number): boolean {
    const { block, first, end } = this.levels[depth];
    const inner = this.levels[depth + 1].block;
    const piece = this.pieceAround(depth);
    const beside = piece.blocks.flatMap((one) => one.pieces);
    if (!this.isApart(block.pieces, first, end) || !this.isApart(beside, inner.first, inner.end))
      return false;
    if (piece.stops > 0 && before === 0) return false;
    if (piece.diagnostics.length > 0 && (piece.stops > 0 || this.change.by !== 0)) return false;
    return (
      (piece.stops + now === 0 || this.holdsTogether(block, piece, inner)) &&
      piece.nodes.every((node) => this.endsPlainly(node))
    );
  }

  /** Whether a piece with a block in which the lexer stops ends where it does if the lexer does not stop. */
  private holdsTogether(block: Block, piece: Piece, inner: Block): boolean {
    const [node] = piece.nodes;
    if (node.nodeType === "ErrorStatement" || piece.blocks[0] !== inner) return false;
    if (piece.end < block.end && !this.isAtMargin(this.moved(piece.end), block.indent)) return false;
    for (let i = node.lineno; i < inner.first; i++) if (this.isAtMargin(i, block.indent)) return false;
    for (let i = inner.first; i < this.moved(inner.end); i++) {
      const text = this.change.lines[i];
      if (!text.startsWith(inner.indent) && indentOf(text) !== null) return false;
    }
    return true;
  }

  /** Whether each block of a statement ends with the last token of its last statement. */
  private endsPlainly(node: TolerantStatement): boolean {
    return blocksOf(node).every((body) => {
      const last = body[body.length - 1];
      return last === undefined || !this.root.lines[last.end_lineno - 1].includes(";");
    });
  }

  private put(depth: number, first: number, end: number, pieces: readonly Piece[]): void {
    const { root } = this;
    const { by, lines } = this.change;
    const { block } = this.levels[depth];
    const around = this.levels.slice(0, depth).map((_, i) => this.pieceAround(i));
    const places = [lowerBound(block.body, first + 1), lowerBound(block.body, end + 1)] as const;
    const from = block.pieces.findIndex((piece) => piece.first >= first);
    const to = block.pieces.findLastIndex((piece) => piece.first < end) + 1;
    if (by !== 0) moveLines(root.body, end + 1, by);
    this.moveBlock(root, end);
    replace(block.pieces, from, to, pieces);
    replace(
      block.body,
      ...places,
      pieces.flatMap((piece) => piece.nodes),
    );
    for (const piece of around.reverse()) {
      piece.stops = stopsIn(piece.blocks.flatMap((one) => one.pieces));
      piece.nodes.forEach(mendChain);
    }
    root.lines = lines;
  }

  private moveBlock(block: Block, from: number): void {
    const { end } = block;
    if (block.first >= from) block.first = this.moved(block.first);
    if (end >= from) block.end = this.moved(end);
    for (const piece of block.pieces) {
      if (piece.end < from) continue;
      if (piece.first >= from) piece.first = this.moved(piece.first);
      piece.end = this.moved(piece.end);
      for (const inner of piece.blocks) this.moveBlock(inner, from);
    }
  }
}
