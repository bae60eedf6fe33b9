import type { Module, stmt } from "@adder/ast";
import { PythonSyntaxError } from "./errors.js";
import { parseModule } from "./parse-module.js";
import { parseTolerant, type TolerantOptions, type TolerantResult } from "./parse-tolerant.js";

/** A change of a source: the text between two UTF-16 indices is replaced. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A statement that begins a line of its own, and the UTF-16 index of that line. */
interface Boundary {
  /** Index in the module's body. */
  readonly index: number;
  readonly line: number;
  readonly offset: number;
}

/** The last boundary at or before `start`, and the first one behind `end`. */
function boundaries(source: string, body: readonly stmt[], start: number, end: number): [Boundary, Boundary] {
  let before: Boundary = { index: 0, line: 1, offset: 0 };
  let line = 1;
  let offset = 0;
  for (let index = 0; index < body.length; index++) {
    const node = body[index];
    for (; line < node.lineno; line++) offset = source.indexOf("\n", offset) + 1;
    // Decorators stand before the line that a node names, and a joined line is no beginning.
    const decorated = "decorator_list" in node && node.decorator_list.length > 0;
    if (node.col_offset > 0 || decorated || source[offset - 2] === "\\") continue;
    if (offset > end) return [before, { index, line, offset }];
    if (offset <= start) before = { index, line, offset };
  }
  return [before, { index: body.length, line: 0, offset: source.length }];
}

/** Moves a tree by a number of lines. */
function moveLines(value: unknown, by: number): void {
  if (Array.isArray(value)) for (const element of value) moveLines(element, by);
  else if (typeof value === "object" && value !== null) {
    const node = value as Record<string, unknown>;
    for (const key in node) {
      const field = node[key];
      if (key === "lineno" || key === "end_lineno") node[key] = (field as number) + by;
      else if (typeof field === "object") moveLines(field, by);
    }
  }
}

/**
 * The result of `parseTolerant` for a source after an edit. Where the source was right before and the edited
 * statements are right, all others are taken from `previous`, whose nodes move to their new lines: it is not
 * to be used afterwards. In all other cases the source is parsed again.
 *
 * @param options those that `previous` was made with; warnings and type comments are only found in whole sources
 */
export function reparse(
  previous: TolerantResult,
  edit: SourceEdit,
  options: TolerantOptions = {},
): TolerantResult {
  const { source } = previous;
  const edited = source.slice(0, edit.start) + edit.text + source.slice(edit.end);
  const wholeOnly = options.onWarning !== undefined || options.typeComments === true;
  if (previous.diagnostics.length > 0 || wholeOnly || edited.includes("\r") || source.includes("\r")) {
    return parseTolerant(edited, options);
  }
  const body = previous.module.body as readonly stmt[];
  const [before, after] = boundaries(source, body, edit.start, edit.end);
  const kept = source.length - after.offset;
  const middle = edited.slice(before.offset, edited.length - kept);
  // Sources that are right one by one are right together, if none goes on with the next one's first line.
  if (middle.endsWith("\\\n")) return parseTolerant(edited, options);
  let changed: Module;
  try {
    changed = parseModule("\n".repeat(before.line - 1) + middle, options) as Module;
  } catch (reason) {
    if (reason instanceof PythonSyntaxError) return parseTolerant(edited, options);
    throw reason;
  }
  const rest = body.slice(after.index);
  const by = before.line + middle.split("\n").length - 1 - after.line;
  if (by !== 0) moveLines(rest, by);
  const module = { ...previous.module, body: [...body.slice(0, before.index), ...changed.body, ...rest] };
  return { source: edited, module, diagnostics: [] };
}
