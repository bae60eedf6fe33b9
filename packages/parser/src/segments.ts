import { Lexer } from "./lexer.js";
import { T } from "./tokens.js";

/** Lines that go on with a compound statement: they do not begin a statement of their own. */
const continues: ReadonlySet<number> = new Set([T.ELIF, T.ELSE, T.EXCEPT, T.FINALLY]);

/** Where the line that holds `at` begins. */
function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

/** The first line behind `at` that begins with what can begin a statement at the margin; else the end. */
function nextAtMargin(text: string, at: number): number {
  const margin = /\n(?=[A-Za-z_@\u0080-\uffff])/g;
  margin.lastIndex = at;
  const match = margin.exec(text);
  return match === null ? text.length : match.index + 1;
}

/**
 * Splits a source into the pieces that hold one top-level statement each, as UTF-16 indices of their first lines.
 * Where the source cannot be scanned, the piece ends at the next line that begins at the margin.
 *
 * @param text source with `\n` line ends and a final one
 */
export function topLevelSegments(text: string): number[] {
  const starts: number[] = [];
  // The lexer takes a NUL for its end mark; any other character that Python has no use for will do.
  const clean = text.replaceAll("\0", "\u0001");
  let from = 0;
  while (from < clean.length) {
    const lexer = new Lexer(clean.slice(from), {});
    const complete = lexer.run();
    const { kind, start, length } = lexer.tokens;
    let depth = 0;
    let atStart = true;
    let decorated = false;
    let last = from;
    if (starts.at(-1) !== from) starts.push(from);
    for (let i = 0; i < length && kind[i] !== T.ERRORTOKEN && kind[i] !== T.ENDMARKER; i++) {
      if (kind[i] === T.INDENT) depth++;
      else if (kind[i] === T.DEDENT) depth--;
      else if (kind[i] === T.NEWLINE) atStart = true;
      else if (atStart) {
        atStart = false;
        if (depth > 0) continue;
        const at = from + lineStart(lexer.src, start[i]);
        if (at > last && !decorated && !continues.has(kind[i])) {
          starts.push(at);
          last = at;
        }
        decorated = kind[i] === T.AT;
      }
    }
    if (complete) break;
    // An open bracket or string is noticed far behind its beginning: go on behind the line that it began on.
    const error = lexer.error;
    const reached =
      error === null || error.eof || error.unterminated || lexer.level > 0 ? last : from + error.pos - 1;
    from = nextAtMargin(clean, Math.max(last, reached));
  }
  return starts;
}
