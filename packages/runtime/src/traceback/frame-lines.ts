import { rangeAt, type SourceRange, UNKNOWN } from "@adder/bytecode";
import type { PyTraceback, ThreadState } from "@adder/objects";
import { tracebackLine } from "../frame/traceback-type.js";
import { type Anchors, findAnchors, parseQuietly } from "./anchors.js";
import type { SourceLines } from "./source-lines.js";
import { characterOffset, dedent, displayWidth, indentAll, splitLines, trimEnd } from "./text.js";

const RECURSIVE_CUTOFF = 3;

/**
 * The lines for the frames of a traceback (CPython `traceback.StackSummary.format`).
 *
 * @param plain without carets, and one line of the source for each frame (`PyTraceBack_Print`)
 */
export function formatFrames(
  ts: ThreadState,
  tb: PyTraceback | null,
  sources: SourceLines,
  plain = false,
): string[] {
  const result: string[] = [];
  let last = "";
  let count = 0;
  const repeated = (): void => {
    if (count <= RECURSIVE_CUTOFF) return;
    const more = count - RECURSIVE_CUTOFF;
    result.push(`  [Previous line repeated ${more} more time${more > 1 ? "s" : ""}]\n`);
  };
  for (let at = tb; at !== null; at = at.next) {
    const { code } = at.activation.code;
    const line = at.lasti < 0 ? UNKNOWN : rangeAt(code, at.lasti >> 1).lineno;
    const lineno = line === UNKNOWN ? tracebackLine(at) : line;
    const same = `${code.filename}\0${lineno}\0${code.name}`;
    if (same !== last) {
      repeated();
      last = same;
      count = 0;
    }
    count++;
    if (count <= RECURSIVE_CUTOFF) result.push(formatFrame(ts, at, lineno, sources, plain));
  }
  repeated();
  return result;
}

function formatFrame(
  ts: ThreadState,
  tb: PyTraceback,
  lineno: number,
  sources: SourceLines,
  plain: boolean,
): string {
  const { code, globals } = tb.activation;
  const { filename, name } = code.code;
  const shown = /^<stdin-.*>$/.test(filename) ? "<stdin>" : filename;
  const head = `  File "${shown}", line ${lineno === UNKNOWN ? "None" : lineno}, in ${name}\n`;
  if (lineno === UNKNOWN) return head;
  const range = plain || tb.lasti < 0 ? null : rangeAt(code.code, tb.lasti >> 1);
  const end = range === null || range.endLineno === UNKNOWN ? lineno : range.endLineno;
  const lines: string[] = [];
  for (let i = lineno; i <= end; i++) lines.push(sources.line(filename, i, globals));
  const original = `${lines.join("\n")}\n`;
  const dedented = dedent(original);
  if (dedented.trim() === "") return head;
  if (range === null || range.colOffset === UNKNOWN || range.endColOffset === UNKNOWN) {
    return `${head}    ${lines[0].trim()}\n`;
  }
  return head + formatSegment(ts, lines, dedented, range);
}

/** The source lines of an instruction with a line of carets below each (`StackSummary.format_frame_summary`). */
function formatSegment(
  ts: ThreadState,
  original: readonly string[],
  dedented: string,
  range: SourceRange,
): string {
  const count = original.length;
  const texts = splitLines(dedented).slice(0, count);
  while (texts.length < count) texts.push("");
  const lines = texts.map((text) => Array.from(text));
  const last = count - 1;
  const shift = Array.from(original[0]).length - lines[0].length;
  const start = Math.max(0, characterOffset(original[0], range.colOffset) - shift);
  const end = Math.max(0, characterOffset(original[last], range.endColOffset) - shift);
  const all = Array.from(texts.join("\n"));
  const segment = all.slice(start, all.length - (lines[last].length - end)).join("");
  const anchors = findAnchors(ts, segment);
  const carets = shouldShowCarets(ts, texts, lines, start, end, anchors);

  const layout = new CaretLayout(lines, start, end, anchors);
  const out: string[] = [];
  const show = (i: number): void => {
    out.push(`${texts[i]}\n`);
    if (carets) out.push(`${layout.carets(i)}\n`);
  };
  let previous = -1;
  for (const i of layout.significantLines()) {
    if (previous >= 0 && i - previous === 2) show(i - 1);
    else if (previous >= 0 && i - previous > 2) out.push(`...<${i - previous - 1} lines>...\n`);
    show(i);
    previous = i;
  }
  return indentAll(dedent(out.join("")), "    ");
}

/** Where which caret stands below the lines of a segment. */
class CaretLayout {
  readonly #startColumn: number;
  readonly #endColumn: number;
  readonly #leftColumn: number = 0;
  readonly #rightColumn: number = 0;

  constructor(
    private readonly lines: readonly (readonly string[])[],
    start: number,
    end: number,
    private readonly anchors: Anchors | null,
  ) {
    this.#startColumn = displayWidth(lines[0], start);
    this.#endColumn = displayWidth(lines[lines.length - 1], end);
    if (anchors === null) return;
    // Anchors count from the start of the segment.
    const left = anchors.leftColumn + (anchors.leftLine === 0 ? start : 0);
    const right = anchors.rightColumn + (anchors.rightLine === 0 ? start : 0);
    this.#leftColumn = displayWidth(lines[anchors.leftLine], left);
    this.#rightColumn = displayWidth(lines[anchors.rightLine], right);
  }

  /** The first and last line, and those around the anchors. */
  significantLines(): number[] {
    const { anchors, lines } = this;
    const found = new Set([0, lines.length - 1]);
    if (anchors !== null) {
      for (const line of [anchors.leftLine, anchors.rightLine]) {
        for (let i = line - 1; i <= line + 1; i++) if (i >= 0 && i < lines.length) found.add(i);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  carets(line: number): string {
    const text = this.lines[line];
    const blanks = text.findIndex((c) => !/\s/.test(c));
    const indent = blanks < 0 ? text.length : blanks;
    const width = line === this.lines.length - 1 ? this.#endColumn : displayWidth(text);
    let carets = "";
    for (let column = 0; column < width; column++) {
      if (column < indent || (line === 0 && column < this.#startColumn)) carets += " ";
      else if (this.anchors === null || this.#betweenAnchors(this.anchors, line, column)) carets += "^";
      else carets += "~";
    }
    return carets;
  }

  #betweenAnchors(anchors: Anchors, line: number, column: number): boolean {
    const { leftLine, rightLine } = anchors;
    const behindLeft = line > leftLine || (line === leftLine && column >= this.#leftColumn);
    const beforeRight = line < rightLine || (line === rightLine && column < this.#rightColumn);
    return behindLeft && beforeRight;
  }
}

/** Carets are left out where they would tell nothing: below a whole line, and below `return f(...)` and `x = f(...)`. */
function shouldShowCarets(
  ts: ThreadState,
  texts: readonly string[],
  lines: readonly (readonly string[])[],
  start: number,
  end: number,
  anchors: Anchors | null,
): boolean {
  const tree = parseQuietly(ts, texts.join("\n"));
  if (tree !== null) {
    if (tree.body.length === 0) return false;
    const statement = tree.body[0];
    let value = null;
    if (statement.nodeType === "Return" && statement.value?.nodeType === "Call") {
      if (statement.value.func.nodeType === "Name") value = statement.value;
    } else if (statement.nodeType === "Assign" && statement.value.nodeType === "Call") {
      if (statement.targets.length === 1 && statement.targets[0].nodeType === "Name") value = statement.value;
    }
    if (
      value !== null &&
      value.lineno === 1 &&
      value.end_lineno === lines.length &&
      value.col_offset === start &&
      value.end_col_offset === end
    ) {
      return false;
    }
  }
  if (anchors !== null) return true;
  const before = lines[0].slice(0, start).join("");
  const behind = lines[lines.length - 1].slice(end).join("");
  return before.trim() !== "" || trimEnd(behind) !== "";
}
