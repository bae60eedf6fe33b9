import { raise, type Status, type ThreadState, TypeErrorType } from "@adder/objects";
import type { PyPattern } from "./pattern.js";
import type { Subject } from "./subject.js";

/** Do a pattern and a subject fit together, both str or both bytes? Raises TypeError. */
export function checkSubject(ts: ThreadState, pattern: PyPattern, subject: Subject): Status {
  if (pattern.isBytes === undefined || pattern.isBytes === subject.isBytes) return true;
  const message = subject.isBytes
    ? "cannot use a string pattern on a bytes-like object"
    : "cannot use a bytes pattern on a string-like object";
  return raise(ts, TypeErrorType, message);
}
