import type { Module, stmt } from "@adder/ast";
import type { PythonSyntaxError } from "./errors.js";

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

/** The statements that were parsed as one, and where they stand: what a later parse can take over. */
export interface Piece {
  /** First line, from 0. */
  first: number;
  /** Line behind the last one. */
  end: number;
  /** The space in front of its statements. */
  readonly indent: string;
  readonly nodes: TolerantStatement[];
  readonly diagnostics: readonly PythonSyntaxError[];
  /** The pieces of its blocks; null if it was parsed as a whole. */
  readonly children: readonly Piece[] | null;
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

/** Moves nodes by a number of lines. */
export function moveLines(value: unknown, by: number): void {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (typeof value[i] === "object") moveLines(value[i], by);
  } else if (value !== null) {
    const node = value as Record<string, unknown>;
    if (node.lineno !== undefined) {
      (node.lineno as number) += by;
      if (node.end_lineno !== undefined) (node.end_lineno as number) += by;
    }
    for (const key in node) {
      const field = node[key];
      if (typeof field === "object" && field !== null) moveLines(field, by);
    }
  }
}
