import type { Located } from "@adder/ast";

/**
 * Source range of an instruction, immutable and shared between instructions.
 * Lines count from 1, columns are UTF-8 bytes from 0; negative values mark what is unknown.
 * Follows CPython's `_Py_SourceLocation` (`Include/internal/pycore_symtable.h`).
 */
export class Location {
  readonly lineno: number;
  readonly end_lineno: number;
  readonly col_offset: number;
  readonly end_col_offset: number;

  constructor(lineno: number, end_lineno: number, col_offset: number, end_col_offset: number) {
    this.lineno = lineno;
    this.end_lineno = end_lineno;
    this.col_offset = col_offset;
    this.end_col_offset = end_col_offset;
  }
}

/** No source: the line is inherited from the instruction before, or stays unknown. */
export const NO_LOCATION = new Location(-1, -1, -1, -1);

/** To be replaced by the location of the instruction that comes next. */
export const NEXT_LOCATION = new Location(-2, -2, -2, -2);

/**
 * The range of a node. Instructions keep one class of location objects instead of nodes themselves, so that
 * the passes that compare lines read from one hidden class.
 */
export function locationOf(node: Located): Location {
  return new Location(node.lineno, node.end_lineno, node.col_offset, node.end_col_offset);
}

/** Whether two locations are the same in every field. */
export function sameLocation(a: Location, b: Location): boolean {
  return (
    a === b ||
    (a.lineno === b.lineno &&
      a.end_lineno === b.end_lineno &&
      a.col_offset === b.col_offset &&
      a.end_col_offset === b.end_col_offset)
  );
}
