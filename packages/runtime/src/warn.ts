import { type PyType, type Status, strFromJs, type ThreadState } from "@adder/objects";
import { issueWarning, warnFrom } from "./warnings/issue.js";

/** `warnings.warn(message, category, stacklevel)`. Raises the warning where a filter says so. */
export function warn(ts: ThreadState, category: PyType, message: string, stacklevel: number): Status {
  return warnFrom(ts, strFromJs(message), category, stacklevel, undefined);
}

/** `warnings.warn_explicit(message, category, filename, lineno)`. */
export function warnExplicit(
  ts: ThreadState,
  category: PyType,
  message: string,
  filename: string,
  lineno: number,
): Status {
  return issueWarning(ts, {
    message: strFromJs(message),
    category,
    filename: strFromJs(filename),
    lineno,
    module: undefined,
    registry: undefined,
    globals: null,
    source: undefined,
  });
}
