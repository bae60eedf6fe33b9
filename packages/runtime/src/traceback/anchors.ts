import type { expr, Module } from "@adder/ast";
import type { ThreadState } from "@adder/objects";
import { characterOffset, splitLines } from "./text.js";

/** Between these places of a code segment stand the operator, the brackets or the parentheses that failed. */
export interface Anchors {
  readonly leftLine: number;
  /** Columns count characters. */
  readonly leftColumn: number;
  readonly rightLine: number;
  readonly rightColumn: number;
}

/** The tree of a source; `null` when it has errors. */
export function parseQuietly(ts: ThreadState, source: string): Module | null {
  try {
    return ts.interp.frontend.parse(source, {
      filename: "<unknown>",
      mode: "exec",
      optimize: 0,
      flags: 0,
    }) as Module;
  } catch {
    return null;
  }
}

/**
 * The anchors of a segment that is a binary operation, a subscript or a call (CPython
 * `traceback._extract_caret_anchors_from_line_segment`); `null` for others.
 */
export function findAnchors(ts: ThreadState, segment: string): Anchors | null {
  // In parentheses, so that an expression may go over several lines.
  const tree = parseQuietly(ts, `(\n${segment}\n)`);
  if (tree === null || tree.body.length !== 1) return null;
  const statement = tree.body[0];
  if (statement.nodeType !== "Expr") return null;
  const lines = splitLines(segment).map((line) => Array.from(line));
  const search = new SegmentSearch(lines);
  const e = statement.value;
  switch (e.nodeType) {
    case "BinOp":
      return search.operator(e.left, e.right);
    case "Subscript":
      return search.brackets(e.value, e, "[");
    case "Call":
      return search.brackets(e.func, e, "(");
    default:
      return null;
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Looks for characters in a segment, which was parsed with one line in front. */
class SegmentSearch {
  constructor(readonly lines: readonly (readonly string[])[]) {}

  /** Column in characters of a byte offset in a line. */
  column(line: number, offset: number): number {
    return characterOffset(this.lines[line].join(""), offset);
  }

  /** The end of an expression. */
  endOf(e: expr): Place {
    const line = e.end_lineno - 2;
    return { line, column: this.column(line, e.end_col_offset) };
  }

  /** The first character at or behind a place; `null` at the end of the segment. */
  valid({ line, column }: Place): Place | null {
    while (line < this.lines.length && column >= this.lines[line].length) {
      column = 0;
      line++;
    }
    return line < this.lines.length ? { line, column } : null;
  }

  /** The first character from a place on that is wanted; comments and continuations are skipped. */
  find(from: Place | null, wanted: (c: string) => boolean): Place | null {
    for (let at = from; at !== null; ) {
      const c = this.lines[at.line][at.column];
      if (c === "\\" || c === "#") at = this.valid({ line: at.line + 1, column: 0 });
      else if (wanted(c)) return at;
      else at = this.valid({ line: at.line, column: at.column + 1 });
    }
    return null;
  }

  operator(left: expr, right: expr): Anchors | null {
    const at = this.find(this.valid(this.endOf(left)), (c) => !/\s/.test(c) && c !== ")");
    if (at === null) return null;
    const { line, column } = at;
    let end = column + 1;
    const text = this.lines[line];
    const rightLine = right.lineno - 2;
    const apart = rightLine > line || end < this.column(rightLine, right.col_offset);
    if (end < text.length && apart && !/[\s\\#]/.test(text[end])) end++;
    return { leftLine: line, leftColumn: column, rightLine: line, rightColumn: end };
  }

  brackets(before: expr, whole: expr, bracket: string): Anchors | null {
    const left = this.find(this.valid(this.endOf(before)), (c) => c === bracket);
    if (left === null) return null;
    const right = this.endOf(whole);
    return {
      leftLine: left.line,
      leftColumn: left.column,
      rightLine: right.line,
      rightColumn: right.column,
    };
  }
}
