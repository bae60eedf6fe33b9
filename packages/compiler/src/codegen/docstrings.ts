import type { Constant, ConstantValue, stmt } from "@adder/ast";

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

function indentation(line: string): number {
  let i = 0;
  while (line[i] === " ") i++;
  return i;
}

/**
 * Removes the common indentation of a docstring, as `inspect.cleandoc` does, but keeps blank lines.
 * Follows `_PyCompile_CleanDoc` (`Python/compile.c`).
 */
export function cleanDoc(docstring: ConstantValue): ConstantValue {
  if (typeof docstring !== "string") return docstring;
  const [first, ...rest] = expandTabs(docstring).split("\n");
  let margin = Number.POSITIVE_INFINITY;
  for (const line of rest) {
    const indent = indentation(line);
    if (indent < line.length) margin = Math.min(margin, indent);
  }
  if (margin === Number.POSITIVE_INFINITY) margin = 0;
  const lines = rest.map((line) => line.slice(Math.min(margin, indentation(line))));
  return [first.slice(indentation(first)), ...lines].join("\n");
}
