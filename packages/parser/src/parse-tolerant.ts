import type { Module } from "@adder/ast";
import { PythonSyntaxError } from "./errors.js";
import { parseModule } from "./parse-module.js";
import { normalizeNewlines } from "./source.js";
import { type TolerantOptions, TolerantParser } from "./tolerant-parser.js";
import type { Piece, TolerantModule } from "./tolerant-tree.js";

/** What `parseTolerant` finds in a source. */
export interface TolerantResult {
  /** The source as it was given, which edits count in. */
  readonly source: string;
  readonly module: TolerantModule;
  /** What the strict parser says of each broken statement, in source order. */
  readonly diagnostics: readonly PythonSyntaxError[];
}

/** The pieces that results were made of. */
const piecesOf = new WeakMap<TolerantResult, readonly Piece[]>();

/** The pieces of a result: what `reparse` can take over. */
export function piecesOfResult(result: TolerantResult): readonly Piece[] {
  return piecesOf.get(result) ?? [];
}

/** A result made of pieces. */
export function joinPieces(source: string, pieces: readonly Piece[]): TolerantResult {
  const body = pieces.flatMap((piece) => piece.nodes);
  const module: TolerantModule = { nodeType: "Module", body, type_ignores: [] };
  const result = { source, module, diagnostics: pieces.flatMap((piece) => piece.diagnostics) };
  piecesOf.set(result, pieces);
  return result;
}

/**
 * Parses a source that may be broken, for editors: every statement that is Python becomes what `parseModule` makes of
 * it, in whatever block it stands, every other an `ErrorStatement` with a diagnostic, or a statement with `ErrorExpression`s
 * in its expressions where the rest of it makes sense. A source without errors gives
 * the tree of `parseModule`. Never throws for what the source contains, and takes time linear in its length.
 */
export function parseTolerant(source: string, options: TolerantOptions = {}): TolerantResult {
  const text = normalizeNewlines(source, true);
  try {
    const module = parseModule(text, options) as Module;
    const result = { source, module, diagnostics: [] };
    const end = text.split("\n").length;
    const nodes = module.body;
    piecesOf.set(result, [{ first: 0, end, indent: "", nodes, diagnostics: [], children: null }]);
    return result;
  } catch (reason) {
    if (!(reason instanceof PythonSyntaxError)) throw reason;
    const parser = new TolerantParser(text, options, null);
    const result = joinPieces(source, parser.parse());
    // Pieces that are right one by one do not make the whole right.
    return result.diagnostics.length > 0 ? result : { ...result, diagnostics: [reason] };
  }
}
