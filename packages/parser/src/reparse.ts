import { parseTolerant, resultOf, rootOfResult, type TolerantResult } from "./parse-tolerant.js";
import { Patch } from "./patch.js";
import { normalizeNewlines } from "./source.js";
import type { TolerantOptions } from "./tolerant-parser.js";

/** A change of a source: the text between two UTF-16 indices is replaced. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What makes the pieces of a source depend on what stands around them. */
const entangling = ["\r", "\t", "\f", "\0", "barry_as_FLUFL"];

/** Whether the pieces of a source may depend on each other. Searching for plain text is faster than a pattern. */
function isEntangled(source: string): boolean {
  // A line that only goes on in the next one gives its block an indentation of its own.
  return (
    entangling.some((text) => source.includes(text)) || (source.includes("\\\n") && /^ *\\$/m.test(source))
  );
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/**
 * The result of `parseTolerant` for a source after an edit. What the edit does not touch is taken from `previous`,
 * statement by statement and in all blocks, whether or not the source is right; its tree becomes the tree of the result,
 * so that `previous` is not to be used afterwards.
 *
 * @param options those that `previous` was made with; warnings and type comments are only found in whole sources
 */
export function reparse(
  previous: TolerantResult,
  edit: SourceEdit,
  options: TolerantOptions = {},
): TolerantResult {
  const { source, module } = previous;
  const edited = source.slice(0, edit.start) + edit.text + source.slice(edit.end);
  const wholeOnly = options.onWarning !== undefined || options.typeComments === true;
  const root = rootOfResult(previous);
  if (!wholeOnly && root !== undefined && !isEntangled(edited) && !isEntangled(source)) {
    const first = countLines(source, 0, edit.start);
    const removed = countLines(source, edit.start, edit.end);
    const by = countLines(edit.text, 0, edit.text.length) - removed;
    const lines = normalizeNewlines(edited, true).split("\n");
    const patch = new Patch(root, { first, end: first + removed + 1, by, lines }, options);
    if (patch.apply()) return resultOf(edited, root, module);
  }
  return parseTolerant(edited, options);
}
