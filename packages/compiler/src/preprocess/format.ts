import type { BinOp, expr } from "@adder/ast";
import { become } from "./become.js";

/** Widths and precisions of more digits are left to the runtime. */
const MAX_DIGITS = 3;

/** One conversion such as `%-10.3s`. */
interface Conversion {
  kind: string;
  /** The equivalent format specification; empty for none. */
  spec: string;
  /** Position behind it. */
  end: number;
}

function isDigit(ch: string): boolean {
  return ch >= "0" && ch <= "9";
}

/** Reads a conversion behind its `%`; `null` for what an f-string does not do in the same way. */
function parseConversion(format: string, position: number): Conversion | null {
  let i = position;
  let leftJustified = false;
  while (i < format.length && "-+ #0".includes(format[i])) {
    if (format[i] === "-") leftJustified = true;
    i++;
  }
  const digits = (): number | null => {
    const start = i;
    while (i < format.length && isDigit(format[i])) i++;
    if (i >= format.length || i - start >= MAX_DIGITS) return null;
    return i > start ? Number(format.slice(start, i)) : 0;
  };
  let width = -1;
  let precision = -1;
  if (i < format.length && isDigit(format[i])) {
    const value = digits();
    if (value === null) return null;
    width = value;
  }
  if (format[i] === ".") {
    i++;
    const value = digits();
    if (value === null) return null;
    precision = value;
  }
  const kind = format[i];
  if (kind !== "s" && kind !== "r" && kind !== "a") return null;
  let spec = "";
  if (!leftJustified && width > 0) spec += ">";
  if (width >= 0) spec += width;
  if (precision >= 0) spec += `.${precision}`;
  return { kind, spec, end: i + 1 };
}

/** Position of the next `%` that is not doubled, or the end. */
function literalEnd(format: string, position: number): number {
  let i = position;
  while (i < format.length) {
    if (format[i] !== "%") i++;
    else if (format[i + 1] === "%") i += 2;
    else break;
  }
  return i;
}

function literal(value: string): expr {
  const nowhere = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };
  return { nodeType: "Constant", value, kind: null, ...nowhere };
}

/**
 * Turns `"%s..." % (a, ...)` into an f-string where it has the same meaning; leaves anything else alone.
 * Follows `optimize_format` (`Python/ast_preprocess.c`).
 */
export function optimizeFormat(node: BinOp): void {
  const { left, right } = node;
  if (node.op !== "Mod" || left.nodeType !== "Constant" || right.nodeType !== "Tuple") return;
  const format = left.value;
  if (typeof format !== "string" || right.elts.some((elt) => elt.nodeType === "Starred")) return;
  const values: expr[] = [];
  let used = 0;
  let position = 0;
  for (;;) {
    const end = literalEnd(format, position);
    if (end > position) values.push(literal(format.slice(position, end).replaceAll("%%", "%")));
    if (end >= format.length) break;
    if (used >= right.elts.length) return; // more conversions than items
    const conversion = parseConversion(format, end + 1);
    if (conversion === null) return;
    const value = right.elts[used++];
    values.push({
      nodeType: "FormattedValue",
      value,
      conversion: conversion.kind.charCodeAt(0),
      format_spec: conversion.spec === "" ? null : literal(conversion.spec),
      lineno: value.lineno,
      col_offset: value.col_offset,
      end_lineno: value.end_lineno,
      end_col_offset: value.end_col_offset,
    });
    position = conversion.end;
  }
  if (used < right.elts.length) return; // more items than conversions
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  become(node, { nodeType: "JoinedStr", values, lineno, col_offset, end_lineno, end_col_offset });
}
