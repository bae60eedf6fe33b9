import type { CodeObject } from "../code-object.js";

/** Entry kinds from 10 on; 0 to 9 are short forms (CPython `_PyCodeLocationInfoKind`). */
const ONE_LINE = 10;
const NO_COLUMNS = 13;
const LONG = 14;
const NONE = 15;

/** What is unknown in a location (None in Python). */
export const UNKNOWN = -1;

/**
 * Walks the entries of a location table; `next` moves on, fields describe the entry. Columns count UTF-8 bytes from 0.
 * Follows CPython's `advance_with_locations` (`Objects/codeobject.c`).
 */
export class LocationCursor {
  /** Code units before this entry. */
  start = 0;
  /** Code units up to its end. */
  end = 0;
  /** First line, or {@link UNKNOWN}. */
  line = UNKNOWN;
  endLine = UNKNOWN;
  column = UNKNOWN;
  endColumn = UNKNOWN;
  private at = 0;
  private computedLine: number;

  constructor(
    private readonly table: Uint8Array,
    firstLine: number,
  ) {
    this.computedLine = firstLine;
  }

  /** Moves to the next entry; false behind the last. */
  next(): boolean {
    const { table } = this;
    if (this.at >= table.length) return false;
    const first = table[this.at++];
    this.start = this.end;
    this.end += (first & 7) + 1;
    const kind = (first >> 3) & 15;
    if (kind === NONE) {
      this.line = this.endLine = this.column = this.endColumn = UNKNOWN;
      return true;
    }
    if (kind < ONE_LINE) {
      const second = table[this.at++];
      this.column = (kind << 3) | (second >> 4);
      this.endColumn = this.column + (second & 15);
      this.line = this.endLine = this.computedLine;
      return true;
    }
    if (kind < NO_COLUMNS) {
      this.computedLine += kind - ONE_LINE;
      this.line = this.endLine = this.computedLine;
      this.column = table[this.at++];
      this.endColumn = table[this.at++];
      return true;
    }
    this.computedLine += this.signed();
    this.line = this.endLine = this.computedLine;
    this.column = this.endColumn = UNKNOWN;
    if (kind === LONG) {
      this.endLine = this.line + this.unsigned();
      this.column = this.unsigned() - 1;
      this.endColumn = this.unsigned() - 1;
    }
    return true;
  }

  private unsigned(): number {
    let byte = this.table[this.at++];
    let value = byte & 63;
    for (let shift = 6; byte & 64; shift += 6) {
      byte = this.table[this.at++];
      value |= (byte & 63) << shift;
    }
    return value;
  }

  private signed(): number {
    const value = this.unsigned();
    return value & 1 ? -(value >>> 1) : value >>> 1;
  }
}

/** Source range of an instruction; {@link UNKNOWN} where a part is not recorded. */
export interface SourceRange {
  readonly lineno: number;
  readonly endLineno: number;
  readonly colOffset: number;
  readonly endColOffset: number;
}

/** Entry that covers a code unit, or null behind the end. */
function cursorAt(code: CodeObject, unit: number): LocationCursor | null {
  const cursor = new LocationCursor(code.linetable, code.firstlineno);
  while (cursor.next()) if (unit < cursor.end) return cursor;
  return null;
}

/** Line of a code unit (CPython `PyCode_Addr2Line`); {@link UNKNOWN} if it has none. */
export function lineAt(code: CodeObject, unit: number): number {
  return cursorAt(code, unit)?.line ?? UNKNOWN;
}

/** Source range of a code unit (CPython `PyCode_Addr2Location`). */
export function rangeAt(code: CodeObject, unit: number): SourceRange {
  const cursor = cursorAt(code, unit);
  return {
    lineno: cursor?.line ?? UNKNOWN,
    endLineno: cursor?.endLine ?? UNKNOWN,
    colOffset: cursor?.column ?? UNKNOWN,
    endColOffset: cursor?.endColumn ?? UNKNOWN,
  };
}

/** Source ranges of all code units in order (`code.co_positions()`). */
export function* positions(code: CodeObject): Generator<SourceRange> {
  const cursor = new LocationCursor(code.linetable, code.firstlineno);
  while (cursor.next()) {
    const { line, endLine, column, endColumn } = cursor;
    const range = { lineno: line, endLineno: endLine, colOffset: column, endColOffset: endColumn };
    for (let unit = cursor.start; unit < cursor.end; unit++) yield range;
  }
}

/** A run of code units on one line. */
export interface LineRange {
  /** First code unit. */
  readonly start: number;
  /** Code unit behind the last. */
  readonly end: number;
  /** {@link UNKNOWN} if the run has no line. */
  readonly line: number;
}

/** Runs of code units on one line, in order (`code.co_lines()`, which counts bytes). */
export function lineRanges(code: CodeObject): LineRange[] {
  const ranges: LineRange[] = [];
  const cursor = new LocationCursor(code.linetable, code.firstlineno);
  let more = cursor.next();
  while (more) {
    const { start, line } = cursor;
    let end = cursor.end;
    while ((more = cursor.next()) && cursor.line === line) end = cursor.end;
    ranges.push({ start, end, line });
  }
  return ranges;
}
