import {
  asStr,
  BytesType,
  clearPending,
  getAttr,
  getOptionalAttr,
  groupExceptions,
  isGroup,
  isInstance,
  isSequence,
  None,
  type PyBaseException,
  type PyTraceback,
  repr,
  SyntaxErrorType,
  str,
  type ThreadState,
  toArray,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";
import { formatFrames } from "./frame-lines.js";
import { hintFor } from "./hints.js";
import { SourceLines } from "./source-lines.js";
import { formatSyntaxError } from "./syntax-lines.js";
import { indentAll } from "./text.js";

const CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";
const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;

/** What is shown of an exception, with everything that is shown along with it. Each exception is shown once. */
interface Shown {
  readonly exc: PyBaseException;
  /** Why the next one is shown before this one. */
  reason: string | null;
  earlier: Shown | null;
  members: readonly Shown[] | null;
}

/**
 * The text that CPython 3.14 prints for an exception that nobody caught (`traceback.print_exception`), without colours.
 * Errors inside of what it calls are dropped, as CPython does.
 *
 * @param limit frames shown of each traceback, the last ones; `null` for all
 */
export function formatException(ts: ThreadState, exc: PyBaseException, limit: number | null = null): string {
  const writer = new ExceptionWriter(ts, limit);
  writer.write(collect(exc));
  return writer.text;
}

/**
 * What CPython prints for an exception that is ignored (`write_unraisable_exc`): neither carets, nor notes, nor what else was
 * raised.
 */
export function formatIgnored(ts: ThreadState, exc: PyBaseException): string {
  const frames = formatFrames(ts, exc.traceback, new SourceLines(ts), true);
  const head = frames.length > 0 ? "Traceback (most recent call last):\n" : "";
  return `${head}${frames.join("")}${typeDisplayName(ts, exc)}: ${safe(ts, exc, "exception")}\n`;
}

/** Follows causes, contexts and members; the order decides where an exception that is met twice is shown. */
function collect(exc: PyBaseException): Shown {
  const seen = new Set<PyBaseException>([exc]);
  const node = (e: PyBaseException): Shown => {
    seen.add(e);
    return { exc: e, reason: null, earlier: null, members: null };
  };
  const top = node(exc);
  const queue = [top];
  for (let shown = queue.pop(); shown !== undefined; shown = queue.pop()) {
    const { exc: e } = shown;
    const cause = e.cause !== null && !seen.has(e.cause) ? node(e.cause) : null;
    const wanted = cause === null && !e.suppressContext;
    const context = wanted && e.context !== null && !seen.has(e.context) ? node(e.context) : null;
    shown.earlier = cause ?? context;
    shown.reason = cause !== null ? CAUSE : context !== null ? CONTEXT : null;
    if (isGroup(e)) shown.members = groupExceptions(e).map(node);
    if (shown.earlier !== null) queue.push(shown.earlier);
    if (shown.members !== null) queue.push(...shown.members);
  }
  return top;
}

/** Writes exceptions below each other, members of groups indented (`TracebackException.format`). */
class ExceptionWriter {
  text = "";
  #depth = 0;
  #needClose = false;
  readonly #sources: SourceLines;

  constructor(
    private readonly ts: ThreadState,
    private readonly limit: number | null,
  ) {
    this.#sources = new SourceLines(ts);
  }

  get #indent(): string {
    return "  ".repeat(this.#depth);
  }

  #emit(text: string, margin = "|"): void {
    this.text += indentAll(text, this.#depth === 0 ? "" : `${this.#indent}${margin} `);
  }

  write(shown: Shown): void {
    if (shown.earlier !== null) {
      this.write(shown.earlier);
      this.#emit(shown.reason as string);
    }
    if (shown.members === null) this.#writePlain(shown.exc);
    else if (this.#depth > MAX_GROUP_DEPTH) this.#emit(`... (max_group_depth is ${MAX_GROUP_DEPTH})\n`);
    else this.#writeGroup(shown.exc, shown.members);
  }

  #writePlain(exc: PyBaseException): void {
    const frames = formatFrames(this.ts, this.#limited(exc.traceback), this.#sources);
    if (frames.length > 0) {
      this.#emit("Traceback (most recent call last):\n");
      for (const frame of frames) this.#emit(frame);
    }
    for (const line of formatExceptionOnly(this.ts, exc)) this.#emit(line);
  }

  #limited(tb: PyTraceback | null): PyTraceback | null {
    if (this.limit === null) return tb;
    let count = 0;
    for (let at = tb; at !== null; at = at.next) count++;
    for (; tb !== null && count > this.limit; count--) tb = tb.next;
    return tb;
  }

  #writeGroup(exc: PyBaseException, members: readonly Shown[]): void {
    const top = this.#depth === 0;
    if (top) this.#depth++;
    const frames = formatFrames(this.ts, this.#limited(exc.traceback), this.#sources);
    if (frames.length > 0) {
      this.#emit("Exception Group Traceback (most recent call last):\n", top ? "+" : "|");
      for (const frame of frames) this.#emit(frame);
    }
    for (const line of formatExceptionOnly(this.ts, exc)) this.#emit(line);
    const count = Math.min(members.length, MAX_GROUP_WIDTH + 1);
    this.#needClose = false;
    for (let i = 0; i < count; i++) {
      const last = i === count - 1;
      if (last) this.#needClose = true;
      const truncated = i >= MAX_GROUP_WIDTH;
      const title = truncated ? "..." : `${i + 1}`;
      this.text += `${this.#indent}${i === 0 ? "+-" : "  "}+---------------- ${title} ----------------\n`;
      this.#depth++;
      if (truncated) {
        const more = members.length - MAX_GROUP_WIDTH;
        this.#emit(`and ${more} more exception${more > 1 ? "s" : ""}\n`);
      } else {
        this.write(members[i]);
      }
      // A group inside may have closed the frame already.
      if (last && this.#needClose) {
        this.text += `${this.#indent}+------------------------------------\n`;
        this.#needClose = false;
      }
      this.#depth--;
    }
    if (top) this.#depth = 0;
  }
}

/** `str(v)` or `repr(v)`, whatever happens. */
function safe(ts: ThreadState, v: Value, what: string, how: "str" | "repr" = "str"): string {
  const text = how === "str" ? str(ts, v) : repr(ts, v);
  if (text !== null) return toJs(text);
  clearPending(ts);
  return `<${what} ${how}() failed>`;
}

/** The lines that name an exception: its class, message and notes (`TracebackException.format_exception_only`). */
export function formatExceptionOnly(ts: ThreadState, exc: PyBaseException): string[] {
  const name = typeDisplayName(ts, exc);
  const lines: string[] = [];
  if (isInstance(exc, SyntaxErrorType)) lines.push(...formatSyntaxError(ts, exc, name));
  else {
    const message = safe(ts, exc, "exception") + hintFor(ts, exc, exc.traceback);
    lines.push(message === "" ? `${name}\n` : `${name}: ${message}\n`);
  }
  lines.push(...formatNotes(ts, exc));
  return lines;
}

/** `module.QualName`, without the module for `builtins` and `__main__`. */
function typeDisplayName(ts: ThreadState, exc: PyBaseException): string {
  const cls = typeOf(exc);
  const module = getAttr(ts, cls, "__module__");
  if (module === null) clearPending(ts);
  const text = module === null ? undefined : asStr(module);
  const where = text === undefined ? "<unknown>" : toJs(text);
  return where === "builtins" || where === "__main__" ? cls.qualname : `${where}.${cls.qualname}`;
}

function formatNotes(ts: ThreadState, exc: PyBaseException): string[] {
  const notes = getOptionalAttr(ts, exc, "__notes__");
  if (notes === null) {
    const error = ts.pending as PyBaseException;
    clearPending(ts);
    return [`Ignored error getting __notes__: ${safe(ts, error, "__notes__", "repr")}\n`];
  }
  if (notes === undefined || notes === None) return [];
  const items =
    isSequence(notes) && asStr(notes) === undefined && !isInstance(notes, BytesType)
      ? toArray(ts, notes)
      : null;
  if (items === null) {
    clearPending(ts);
    return [`${safe(ts, notes, "__notes__", "repr")}\n`];
  }
  return items.flatMap((note) =>
    safe(ts, note, "note")
      .split("\n")
      .map((line) => `${line}\n`),
  );
}
