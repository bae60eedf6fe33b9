import type { Module, stmt } from "@adder/ast";
import type { PythonSyntaxError } from "./errors.js";
import type { Open } from "./segments.js";

/** Stands in a tolerant tree for lines that are no statement; positions as in CPython's nodes. */
export interface ErrorStatement {
  readonly nodeType: "ErrorStatement";
  /** Statements of the block below the line, if it has one. */
  readonly body: readonly TolerantStatement[];
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/**
 * Stands in a tolerant tree for an operand or argument that is missing, or for what does not belong where it is; one
 * that is missing covers nothing.
 */
export interface ErrorExpression {
  readonly nodeType: "ErrorExpression";
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** Whether a node of a tolerant tree, which the types of syntax trees know nothing of, is an error. */
export function isErrorExpression(node: { readonly nodeType: string }): node is ErrorExpression {
  return node.nodeType === "ErrorExpression";
}

/** A statement of a tolerant tree; blocks of other statements may hold `ErrorStatement`s too. */
export type TolerantStatement = stmt | ErrorStatement;

/** A module of which some statements may be errors. */
export interface TolerantModule extends Omit<Module, "body"> {
  readonly body: readonly TolerantStatement[];
}

/** Statements that were parsed as one, and where they stand: what a later parse can take over. */
export interface Piece {
  /** First line, from 0. */
  first: number;
  /** Line behind the last one. */
  end: number;
  readonly nodes: readonly TolerantStatement[];
  /** What is wrong in it, apart from its blocks. */
  readonly diagnostics: readonly PythonSyntaxError[];
  /** Its blocks in the order of the source; none if they are not known apart. */
  blocks: readonly Block[];
  /** How often the lexer stopped in it. */
  stops: number;
  open: Open;
}

/** The pieces of a block, without a gap between them; lines count from 0. */
export interface Block {
  first: number;
  end: number;
  /** The space in front of its statements. */
  readonly indent: string;
  /** The list of statements in the tree. */
  body: TolerantStatement[];
  pieces: Piece[];
}

/** Correct statements from line `first` up to `end`. */
export function correctPiece(first: number, end: number, nodes: readonly TolerantStatement[]): Piece {
  return { first, end, nodes, diagnostics: [], blocks: [], stops: 0, open: "" };
}

/** What runs on behind some pieces. */
export function openIn(pieces: readonly Piece[]): Open {
  return pieces.find(({ open }) => open !== "")?.open ?? "";
}

/** What is wrong in some pieces, in the order of the source. */
export function diagnosticsIn(
  pieces: readonly Piece[],
  found: PythonSyntaxError[] = [],
): PythonSyntaxError[] {
  for (const { diagnostics, blocks } of pieces) {
    found.push(...diagnostics);
    for (const block of blocks) diagnosticsIn(block.pieces, found);
  }
  return found;
}

/** The line, from 1, on which a statement begins; decorators stand before the line that a node names. */
export function firstLineOf(node: TolerantStatement): number {
  if ("decorator_list" in node && node.decorator_list.length > 0) return node.decorator_list[0].lineno;
  return node.lineno;
}

/** The statement lists of a compound statement, in the order of the source. */
export function blocksOf(node: TolerantStatement): TolerantStatement[][] {
  const blocks: TolerantStatement[][] = [];
  if ("cases" in node) for (const { body } of node.cases) blocks.push(body);
  if ("body" in node) blocks.push(node.body as TolerantStatement[]);
  if ("handlers" in node)
    for (const handler of node.handlers) blocks.push((handler as { body: stmt[] }).body);
  if ("orelse" in node) blocks.push(node.orelse);
  if ("finalbody" in node) blocks.push(node.finalbody);
  return blocks;
}

/** Lets a compound statement end where its last block does, as do the compound statements in its blocks. */
export function mendEnd(node: TolerantStatement): void {
  const mended = node as { end_lineno: number; end_col_offset: number };
  for (const block of blocksOf(node)) {
    const last = block[block.length - 1];
    if (last === undefined) continue;
    mended.end_lineno = last.end_lineno;
    mended.end_col_offset = last.end_col_offset;
  }
  if (!("handlers" in node)) return;
  for (const handler of node.handlers) mendEnd(handler as unknown as TolerantStatement);
}

/** Moves what stands on line `from` (from 1) or below it by a number of lines. */
export function moveLines(value: object, from: number, by: number): void {
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === "object" && item !== null) moveLines(item, from, by);
    return;
  }
  const node = value as Record<string, unknown> & { lineno: number; end_lineno?: number };
  if (node.end_lineno !== undefined) {
    if (node.end_lineno < from) return;
    node.end_lineno += by;
    if (node.lineno >= from) node.lineno += by;
  }
  for (const key in node) {
    const field = node[key];
    if (typeof field === "object" && field !== null) moveLines(field, from, by);
  }
}
