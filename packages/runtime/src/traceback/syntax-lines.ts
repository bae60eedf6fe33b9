import {
  asStr,
  getExceptionField,
  None,
  type PyBaseException,
  type ThreadState,
  toJs,
  type Value,
} from "@adder/objects";
import { displayText } from "../sys/output.js";
import { keywordTypo } from "./keyword-typos.js";

/** A field of a SyntaxError as text or number; `null` for None and for what it cannot be. */
function field(exc: PyBaseException, name: string): string | number | null {
  const value: Value | undefined = getExceptionField(exc, name);
  if (value === undefined || value === None) return null;
  if (typeof value === "number") return value;
  const text = asStr(value);
  return text === undefined ? null : toJs(text);
}

/** A filename that is no str, as programs can make one. */
function shownFilename(ts: ThreadState, exc: PyBaseException): string | null {
  const value = exc.fields?.get("filename");
  return value === undefined || value === None ? null : displayText(ts, value);
}

/** The lines for a SyntaxError: place, source line, carets, message (CPython `traceback._format_syntax_error`). */
export function formatSyntaxError(ts: ThreadState, exc: PyBaseException, typeName: string): string[] {
  const out: string[] = [];
  const filename = field(exc, "filename") ?? shownFilename(ts, exc);
  let lineno = field(exc, "lineno");
  let endLineno = field(exc, "end_lineno");
  let text = field(exc, "text");
  let offset = field(exc, "offset");
  let endOffset = field(exc, "end_offset");
  let message = field(exc, "msg");
  let suffix = "";
  if (lineno !== null) out.push(`  File "${filename ?? "<string>"}", line ${lineno}\n`);
  else if (filename !== null) suffix = ` (${filename})`;
  if (typeof text === "string") {
    const typo = keywordTypo(ts, exc);
    if (typo !== null) ({ text, offset, endOffset, lineno, endLineno, message } = typo);
    out.push(...sourceAndCarets(text, offset, endOffset, lineno === endLineno));
  }
  out.push(`${typeName}: ${message || "<no detail available>"}${suffix}\n`);
  return out;
}

function sourceAndCarets(
  text: string,
  given: string | number | null,
  givenEnd: string | number | null,
  oneLine: boolean,
): string[] {
  const stripped = Array.from(text.replace(/\n+$/, ""));
  const length = Array.from(text).length;
  let spaces = 0;
  while (spaces < stripped.length && " \n\f".includes(stripped[spaces])) spaces++;
  const shown = stripped.slice(spaces);
  const line = `    ${shown.join("")}\n`;
  if (typeof given !== "number") return given === null ? [line] : [];
  let offset = given;
  let end: number;
  if (oneLine) end = typeof givenEnd === "number" && givenEnd !== 0 ? givenEnd : offset;
  else end = stripped.length + 1;
  if (length > 0 && offset > length) offset = stripped.length + 1;
  if (length > 0 && end > length) end = stripped.length + 1;
  if (offset >= end || end < 0) end = offset + 1;
  const column = offset - 1 - spaces;
  if (column < 0) return [line];
  // Tabs are kept, so that the carets stand below what they mean.
  const blanks = shown.slice(0, column).map((c) => (/\s/.test(c) ? c : " "));
  return [line, `    ${blanks.join("")}${"^".repeat(end - 1 - spaces - column)}\n`];
}
