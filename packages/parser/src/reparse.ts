import { joinPieces, parseTolerant, piecesOfResult, type TolerantResult } from "./parse-tolerant.js";
import { type KeptLines, Reuse } from "./reuse.js";
import { normalizeNewlines } from "./source.js";
import { type TolerantOptions, TolerantParser } from "./tolerant-parser.js";

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

function keptLines(source: string, edited: string, edit: SourceEdit): KeptLines {
  const before = countLines(source, 0, edit.start);
  const by = countLines(edit.text, 0, edit.text.length) - countLines(source, edit.start, edit.end);
  // The line on which the edit ends is new; a source gets its final newline only when it is parsed.
  const after = before + countLines(edit.text, 0, edit.text.length) + 1;
  const sameEnd = source.endsWith("\n") === edited.endsWith("\n");
  return { before, after: sameEnd ? after : Number.POSITIVE_INFINITY, by };
}

/**
 * The result of `parseTolerant` for a source after an edit. What the edit does not touch is taken from `previous`,
 * statement by statement and in all blocks, whether or not the source is right; its nodes move to their new lines, so
 * that `previous` is not to be used afterwards.
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
  const pieces = piecesOfResult(previous);
  if (wholeOnly || pieces.length === 0 || isEntangled(edited) || isEntangled(source)) {
    return parseTolerant(edited, options);
  }
  const text = normalizeNewlines(edited, true);
  const lines = text.split("\n");
  const parser = new TolerantParser(text, options, new Reuse(pieces, lines, keptLines(source, edited, edit)));
  const result = joinPieces(edited, parser.parse());
  const mended = previous.diagnostics.length > 0 && result.diagnostics.length === 0;
  // Pieces that are right one by one are right together, unless one goes on with the next one's first line.
  return mended || parser.entangled ? parseTolerant(edited, options) : result;
}
