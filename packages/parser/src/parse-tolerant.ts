import type { Module } from "@adder/ast";
import { PythonSyntaxError } from "./errors.js";
import { parseModule } from "./parse-module.js";
import { normalizeNewlines } from "./source.js";
import { type TolerantOptions, TolerantParser } from "./tolerant-parser.js";
import {
  type Block,
  correctPiece,
  diagnosticsIn,
  type Piece,
  type TolerantModule,
  type TolerantStatement,
} from "./tolerant-tree.js";

/** What `parseTolerant` finds in a source. */
export interface TolerantResult {
  /** The source as it was given, which edits count in. */
  readonly source: string;
  readonly module: TolerantModule;
  /** What the strict parser says of each broken statement, in source order. */
  readonly diagnostics: readonly PythonSyntaxError[];
}

/** A whole source. */
export interface Root extends Block {
  /** Its lines; behind the last one stands an empty one. */
  lines: readonly string[];
}

/** What results were made of. */
const rootOf = new WeakMap<TolerantResult, Root>();

/** What `reparse` can take over from a result; undefined where that is nothing. */
export function rootOfResult(result: TolerantResult): Root | undefined {
  return rootOf.get(result);
}

/** A result that `reparse` can take over. */
export function resultOf(source: string, root: Root, module: TolerantModule): TolerantResult {
  const result = { source, module, diagnostics: diagnosticsIn(root.pieces) };
  rootOf.set(result, root);
  return result;
}

/**
 * Parses a source that may be broken, for editors: every statement that is Python becomes what `parseModule` makes of
 * it, in whatever block it stands, every other an `ErrorStatement` with a diagnostic, or a statement with `ErrorExpression`s
 * in its expressions where the rest of it makes sense. A source without errors gives
 * the tree of `parseModule`. Never throws for what the source contains, and takes time n log n for its length n,
 * once for each block around a place where the lexer stops.
 */
export function parseTolerant(source: string, options: TolerantOptions = {}): TolerantResult {
  const text = normalizeNewlines(source, true);
  const lines = text.split("\n");
  const end = lines.length - 1;
  const result = (body: TolerantStatement[], pieces: Piece[], module?: Module): TolerantResult =>
    resultOf(
      source,
      { first: 0, end, indent: "", body, pieces, lines },
      module ?? { nodeType: "Module", body, type_ignores: [] },
    );
  try {
    const module = parseModule(text, options) as Module;
    return result(module.body, [correctPiece(0, end, module.body)], module);
  } catch (reason) {
    if (!(reason instanceof PythonSyntaxError)) throw reason;
    const parser = new TolerantParser(lines, options);
    const pieces = parser.parse(0, end, "", 0);
    const broken = result(
      pieces.flatMap((piece) => piece.nodes),
      pieces,
    );
    if (parser.entangled) rootOf.delete(broken);
    // Pieces that are right one by one do not make the whole right.
    return broken.diagnostics.length > 0 ? broken : { ...broken, diagnostics: [reason] };
  }
}
