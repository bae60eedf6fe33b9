import type { Module, mod, stmt } from "@adder/ast";
import { codePointCount } from "./diagnose/location.js";
import { type ParserWarning, PythonSyntaxError } from "./errors.js";
import { type ParseOptions, parseModule } from "./parse-module.js";
import { topLevelSegments } from "./segments.js";
import { normalizeNewlines } from "./source.js";

/** Stands in a tolerant tree for lines that are no statement; positions as in CPython's nodes. */
export interface ErrorStatement {
  readonly nodeType: "ErrorStatement";
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** A module of which some top-level statements may be errors. */
export interface TolerantModule extends Omit<Module, "body"> {
  readonly body: readonly (stmt | ErrorStatement)[];
}

/** What `parseTolerant` finds in a source. */
export interface TolerantResult {
  /** The source as it was given, which edits count in. */
  readonly source: string;
  readonly module: TolerantModule;
  /** What the strict parser says of each broken statement, in source order. */
  readonly diagnostics: readonly PythonSyntaxError[];
}

/** Options of `parseModule` that make sense for a whole file that is being edited. */
export type TolerantOptions = Omit<ParseOptions, "mode" | "dontImplyDedent" | "allowIncomplete" | "decoder">;

/** A strict parse of some lines, with their positions in the whole source. */
interface Attempt {
  readonly outcome: mod | PythonSyntaxError;
  readonly warnings: readonly ParserWarning[];
}

function attempt(text: string, lines: number, options: TolerantOptions): Attempt {
  const warnings: ParserWarning[] = [];
  const onWarning = (warning: ParserWarning) => void warnings.push(warning);
  try {
    // Empty lines in front give nodes and errors their positions in the whole.
    return { outcome: parseModule("\n".repeat(lines) + text, { ...options, onWarning }), warnings };
  } catch (reason) {
    if (reason instanceof PythonSyntaxError) return { outcome: reason, warnings };
    throw reason;
  }
}

/** Number of bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

function errorStatement(text: string, lines: number, options: TolerantOptions): ErrorStatement {
  const rows = text.trimEnd().split("\n");
  const last = rows[rows.length - 1];
  const points = codePointCount(last, 0, last.length);
  const width = options.columns === "codepoint" ? points : utf8Length(last);
  return {
    nodeType: "ErrorStatement",
    lineno: lines + 1,
    col_offset: 0,
    end_lineno: lines + rows.length,
    end_col_offset: width,
  };
}

/**
 * Parses a source that may be broken, for editors: every top-level statement that is Python becomes what
 * `parseModule` makes of it, every other an `ErrorStatement` with a diagnostic. A source without errors gives
 * the tree of `parseModule`.
 */
export function parseTolerant(source: string, options: TolerantOptions = {}): TolerantResult {
  const text = normalizeNewlines(source, true);
  const body: (stmt | ErrorStatement)[] = [];
  const ignores: Module["type_ignores"][number][] = [];
  const diagnostics: PythonSyntaxError[] = [];
  let starts: readonly number[] = [0];
  /** Parses the segments from `first` to `end`, which begin behind `lines` lines: at once, or else in halves. */
  const parseRange = (first: number, end: number, lines: number): void => {
    const piece = text.slice(starts[first], starts[end] ?? text.length);
    const { outcome, warnings } = attempt(piece, lines, options);
    const broken = outcome instanceof PythonSyntaxError;
    if (broken && end - first > 1) {
      const middle = (first + end) >> 1;
      parseRange(first, middle, lines);
      const before = text.slice(starts[first], starts[middle]).split("\n").length - 1;
      parseRange(middle, end, lines + before);
      return;
    }
    for (const warning of warnings) options.onWarning?.(warning);
    if (broken) {
      diagnostics.push(outcome);
      body.push(errorStatement(piece, lines, options));
    } else {
      const { body: statements, type_ignores } = outcome as Module;
      for (const statement of statements) body.push(statement);
      for (const ignore of type_ignores) ignores.push(ignore);
    }
  };
  const whole = attempt(text, 0, options);
  if (whole.outcome instanceof PythonSyntaxError) {
    starts = topLevelSegments(text);
    parseRange(0, starts.length, 0);
    // Pieces that are right one by one do not make the whole right.
    if (diagnostics.length === 0) diagnostics.push(whole.outcome);
  } else {
    for (const warning of whole.warnings) options.onWarning?.(warning);
    return { source, module: whole.outcome as Module, diagnostics };
  }
  return {
    source,
    module: { nodeType: "Module", body, type_ignores: ignores } as TolerantModule,
    diagnostics,
  };
}
