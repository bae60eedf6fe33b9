import {
  asStr,
  callMethod,
  clearPending,
  KeyboardInterruptType,
  None,
  pendingMatches,
  strFromJs,
  type ThreadState,
  toJs,
} from "@adder/objects";
import { sysAttribute, writeError } from "@adder/runtime";
import { INTERRUPTED, type LineReader } from "./line-reader.js";

/** Reads the prompt's lines from `sys.stdin` when that is no terminal; prompts go to standard error, as CPython's do. */
export function streamLines(ts: ThreadState): LineReader {
  return {
    async read(prompt) {
      writeError(ts, strFromJs(prompt));
      const stdin = sysAttribute(ts, "stdin");
      if (stdin === undefined || stdin === None) return null;
      const line = callMethod(ts, stdin, "readline", []);
      if (line === null) {
        const interrupted = pendingMatches(ts, KeyboardInterruptType);
        clearPending(ts);
        return interrupted ? INTERRUPTED : null;
      }
      const text = asStr(line);
      if (text === undefined || text === "") return null;
      return toJs(text).replace(/\n$/, "");
    },
    remember() {},
  };
}
