import {
  asStr,
  getExceptionField,
  None,
  type PyBaseException,
  type PyTuple,
  type ThreadState,
  TupleType,
  toJs,
  typeOf,
} from "@adder/objects";
import { suggest } from "../suggestions.js";
import { closeMatches } from "./close-matches.js";
import { readLines } from "./source-lines.js";
import { dedent, splitLines } from "./text.js";

/** What a SyntaxError becomes when a keyword was misspelled. */
export interface KeywordTypo {
  readonly text: string;
  readonly offset: number;
  readonly endOffset: number;
  readonly lineno: number;
  readonly endLineno: number;
  readonly message: string;
}

const keywords = (
  "False None True and as assert async await break class continue def del elif else except finally for from " +
  "global if import in is lambda nonlocal not or pass raise return try while with yield"
).split(" ");

/**
 * Looks for a name near the error whose replacement by a keyword makes the source right
 * (CPython `TracebackException._find_keyword_typos`).
 */
export function keywordTypo(ts: ThreadState, exc: PyBaseException): KeywordTypo | null {
  const messageValue = getExceptionField(exc, "msg");
  const message = messageValue === undefined ? undefined : asStr(messageValue);
  if (message === undefined) return null;
  if (message !== "invalid syntax" && !toJs(message).includes("Perhaps you forgot a comma")) return null;
  const metadata = getExceptionField(exc, "_metadata");
  if (metadata === undefined || metadata === None || typeOf(metadata) !== TupleType) return null;
  const [line, , source] = (metadata as PyTuple).items;
  const lineno = getExceptionField(exc, "lineno");
  if (typeof line !== "number" || typeof lineno !== "number") return null;
  const filename = getExceptionField(exc, "filename");
  const path = filename === undefined ? undefined : asStr(filename);
  const file = source === None && path !== undefined ? readLines(ts, toJs(path)) : null;
  const text = asStr(source === None ? (getExceptionField(exc, "text") ?? "") : source);
  if (text === undefined) return null;
  const lines = file ?? splitLines(toJs(text));
  const code = dedent(lines.slice(line > 0 ? line - 1 : 0, lineno).join("\n"));
  if (code.length > 1024) return null;
  return replaceOne(ts, code, file === null ? null : lineno - line);
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** A line with strings and comments blanked out. */
const withoutText = (line: string): string =>
  line.replace(/("""|'''|"|').*?\1|#.*/g, (text) => " ".repeat(text.length));

/** @param only the line to look at, counted from 1; `null` for all */
function replaceOne(ts: ThreadState, code: string, only: number | null): KeywordTypo | null {
  const lines = splitLines(code);
  let left = 10;
  for (let row = 0; row < lines.length; row++) {
    if (only !== null && row + 1 !== only) continue;
    for (const { index, 0: name } of withoutText(lines[row]).matchAll(NAME)) {
      if (keywords.includes(name)) continue;
      if (--left < 0) return null;
      for (const keyword of similarKeywords(name)) {
        const changed = lines.slice();
        changed[row] = lines[row].slice(0, index) + keyword + lines[row].slice(index + name.length);
        if (!compiles(ts, changed.join("\n"))) continue;
        return {
          text: lines[row],
          offset: index + 1,
          endOffset: index + name.length + 1,
          lineno: row + 1,
          endLineno: row + 1,
          message: `invalid syntax. Did you mean '${keyword}'?`,
        };
      }
    }
  }
  return null;
}

function similarKeywords(name: string): string[] {
  const first = suggest(name, keywords);
  return [...(first === null ? [] : [first]), ...closeMatches(name, keywords, 3, 0.5)].slice(0, 3);
}

/** Is a source right, or the beginning of one that is? */
function compiles(ts: ThreadState, source: string): boolean {
  const flags = 0x200 | 0x4000;
  for (const text of [source, `${source}\n`]) {
    try {
      ts.interp.frontend.parse(text, { filename: "<input>", mode: "exec", optimize: 0, flags });
      return true;
    } catch (error) {
      if ((error as { incomplete?: boolean }).incomplete === true) return true;
    }
  }
  return false;
}
