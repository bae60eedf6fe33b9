import {
  asStr,
  call,
  callMethod,
  clearPending,
  importName,
  type PyDict,
  strFromJs,
  type ThreadState,
  toJs,
} from "@adder/objects";

/** Characters that end a word for completion, as in readline. */
const word = /[^\s`~!@#$%^&*()\-=+[{\]}\\|;:'",<>/?]*$/;

const INDENT = "    ";

/** Completes the word at the end of a line with names of a namespace, through the library's `rlcompleter`. */
export function completer(ts: ThreadState, namespace: PyDict): (line: string) => [string[], string] {
  return (line) => {
    const text = word.exec(line)?.[0] ?? "";
    if (text === "") return [line.trim() === "" ? [INDENT] : [], text];
    const found = candidates(ts, namespace, text);
    if (found === null) clearPending(ts);
    return [found ?? [], text];
  };
}

function candidates(ts: ThreadState, namespace: PyDict, text: string): string[] | null {
  const cls = importName(ts, "rlcompleter", "Completer");
  const instance = cls === null ? null : call(ts, cls, [namespace]);
  if (instance === null) return null;
  const found: string[] = [];
  while (true) {
    const next = callMethod(ts, instance, "complete", [strFromJs(text), found.length]);
    if (next === null) return null;
    const name = asStr(next);
    if (name === undefined) return found;
    found.push(toJs(name));
  }
}
