import { UNKNOWN } from "@adder/bytecode";
import type { HeatCode, HeatInstruction } from "./model.js";

/** A stretch of one source line that belongs to one expression, with the smaller expressions in it. */
export interface Span {
  /** Columns in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly instructions: readonly HeatInstruction[];
  readonly inner: Span[];
}

/** Column in UTF-16 units of a column in bytes of UTF-8. */
function unitColumn(line: string, bytes: number): number {
  let seen = 0;
  let at = 0;
  for (const character of line) {
    if (seen >= bytes) break;
    const point = character.codePointAt(0) as number;
    seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    at += character.length;
  }
  return at;
}

/** How a statement begins that has a body with code of its own. */
const definition = /^(@|class\b|(async\s+)?def\b)/;

const rangeKey = ({ range: r }: HeatInstruction): string =>
  `${r.lineno}:${r.colOffset}:${r.endLineno}:${r.endColOffset}`;

/**
 * The expressions on each line of a source, outer ones around inner ones. An expression of several lines has a span on each.
 *
 * @param lines the source
 */
export function spansOf(lines: readonly string[], codes: readonly HeatCode[]): Span[][] {
  const ranges = new Map<string, HeatInstruction[]>();
  for (const { instructions } of codes) {
    for (const instruction of instructions) {
      const { lineno, colOffset, endLineno, endColOffset } = instruction.range;
      if (lineno < 1 || endLineno > lines.length || colOffset === UNKNOWN || endColOffset === UNKNOWN)
        continue;
      const key = rangeKey(instruction);
      const same = ranges.get(key);
      if (same === undefined) ranges.set(key, [instruction]);
      else same.push(instruction);
    }
  }
  const flat: Span[][] = lines.map(() => []);
  for (const instructions of ranges.values()) {
    const { lineno, colOffset, endLineno, endColOffset } = instructions[0].range;
    for (let n = lineno; n <= endLineno; n++) {
      const line = lines[n - 1];
      const indent = line.length - line.trimStart().length;
      const start = n === lineno ? unitColumn(line, colOffset) : indent;
      // What makes a class or a function says nothing about its body.
      if (n === lineno && n < endLineno && definition.test(line.slice(start))) {
        flat[n - 1].push({ start, end: line.trimEnd().length, instructions, inner: [] });
        break;
      }
      const end = n === endLineno ? unitColumn(line, endColOffset) : line.trimEnd().length;
      if (start < end) flat[n - 1].push({ start, end, instructions, inner: [] });
    }
  }
  return flat.map(nest);
}

/** Puts spans into those around them; one that only overlaps another, which code never does, is left out. */
function nest(flat: Span[]): Span[] {
  const sorted = flat.sort((a, b) => a.start - b.start || b.end - a.end);
  const top: Span[] = [];
  const open: Span[] = [];
  for (const span of sorted) {
    while (open.length > 0 && (open.at(-1) as Span).end <= span.start) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined && span.end > outer.end) continue;
    (outer?.inner ?? top).push(span);
    open.push(span);
  }
  return top;
}
