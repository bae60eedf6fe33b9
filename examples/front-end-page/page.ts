import { disassemble } from "@adder/bytecode";
import { CompileError, compileModule } from "@adder/compiler";
import { parseModule, parseTolerant, PythonSyntaxError, reparse, tokenize, tokenTypes } from "@adder/parser";

/** What the page needs of a browser: this file has no other type library. */
interface Element {
  value: string;
  textContent: string;
  className: string;
  append(child: Element | string): void;
  addEventListener(type: "input", listener: () => void): void;
}
declare const document: { getElementById(id: string): Element; createElement(name: string): Element };

const colours: Readonly<Record<number, string>> = {
  [tokenTypes.STRING]: "string",
  [tokenTypes.COMMENT]: "comment",
  [tokenTypes.NUMBER]: "number",
};

const input = document.getElementById("source");
let result = parseTolerant(input.value);

/** The edit between two texts: what lies between their common beginning and their common end. */
function editBetween(before: string, after: string) {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let kept = 0;
  const room = Math.min(before.length, after.length) - start;
  while (kept < room && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) };
}

/** Colours the source, of which nothing is lost on the way through its tokens. */
function highlight(source: string): void {
  const pre = document.getElementById("tokens");
  pre.textContent = "";
  const lines = source.split(/(?<=\n)/);
  let line = 1;
  let column = 0;
  const upTo = (toLine: number, toColumn: number) => {
    for (; line < toLine; line++, column = 0) pre.append((lines[line - 1] ?? "").slice(column));
    pre.append((lines[line - 1] ?? "").slice(column, toColumn));
    column = toColumn;
  };
  try {
    for (const { type, string, start, end } of tokenize(source)) {
      const colour = colours[type];
      if (colour === undefined) continue;
      upTo(...start);
      const span = document.createElement("span");
      span.className = colour;
      span.textContent = string;
      pre.append(span);
      [line, column] = end;
    }
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
  }
  upTo(lines.length + 1, 0);
}

/** The instructions of a source that is right. */
function bytecode(source: string): string {
  try {
    const options = { filename: "page.py", mode: "exec", optimize: 0, flags: 0 } as const;
    return disassemble(compileModule(parseModule(source), options));
  } catch (error) {
    if (error instanceof PythonSyntaxError || error instanceof CompileError) return "";
    throw error;
  }
}

function show(): void {
  result = reparse(result, editBetween(result.source, input.value));
  highlight(input.value);
  document.getElementById("problems").textContent = result.diagnostics
    .map(({ lineno, offset, message }) => `${lineno}:${offset} ${message}`)
    .join("\n");
  document.getElementById("bytecode").textContent = bytecode(input.value);
}

input.addEventListener("input", show);
show();
