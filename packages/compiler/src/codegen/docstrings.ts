import type { Constant, ConstantValue, stmt } from "@adder/ast";
import type { Diagnostics } from "../errors.js";

/** The string that a body begins with, or `null`. */
export function docstringOf(body: readonly stmt[]): Constant | null {
  const first = body[0];
  if (first === undefined || first.nodeType !== "Expr" || first.value.nodeType !== "Constant") return null;
  const { value } = first.value;
  const isString =
    typeof value === "string" || (typeof value === "object" && value !== null && value.type === "str");
  return isString ? first.value : null;
}

/** Python's `str.expandtabs()`: to columns that are multiples of eight. */
function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let result = "";
  let column = 0;
  for (const ch of text) {
    if (ch === "\t") {
      const width = 8 - (column % 8);
      result += " ".repeat(width);
      column += width;
    } else {
      result += ch;
      column = ch === "\n" || ch === "\r" ? 0 : column + 1;
    }
  }
  return result;
}

/** Number of spaces from index `at` on. */
function spaces(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 32) i++;
  return i - at;
}

/** The least indentation of the lines behind the first that do not end with their spaces. */
function commonMargin(text: string): number {
  let margin = Number.POSITIVE_INFINITY;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    const indent = spaces(text, at + 1);
    const end = at + 1 + indent;
    if (indent < margin && end < text.length && text.charCodeAt(end) !== 10) margin = indent;
  }
  return margin === Number.POSITIVE_INFINITY ? 0 : margin;
}

/** What a code object has of a docstring. Throws UnicodeEncodeError for one with surrogates. */
export function docstringValue(diagnostics: Diagnostics, docstring: Constant): ConstantValue {
  const { value } = docstring;
  if (typeof value === "object" && value !== null && value.type === "str") {
    throw diagnostics.unicodeError(value.codePoints);
  }
  return cleanDoc(value);
}

/**
 * Removes the common indentation of a docstring, as `inspect.cleandoc` does, but keeps blank lines.
 * Follows `_PyCompile_CleanDoc` (`Python/compile.c`).
 */
export function cleanDoc(docstring: ConstantValue): ConstantValue {
  if (typeof docstring !== "string") return docstring;
  const text = expandTabs(docstring);
  const first = text.indexOf("\n");
  const start = spaces(text, 0);
  const margin = first < 0 ? 0 : commonMargin(text);
  if (margin === 0) return text.slice(start);
  let clean = text.slice(start, first + 1);
  for (let at = first + 1; at > 0; ) {
    const next = text.indexOf("\n", at) + 1;
    const indent = Math.min(margin, spaces(text, at));
    clean += next === 0 ? text.slice(at + indent) : text.slice(at + indent, next);
    at = next;
  }
  return clean;
}
