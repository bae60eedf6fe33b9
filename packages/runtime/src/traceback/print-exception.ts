import { None, type PyBaseException, strFromJs, type ThreadState } from "@adder/objects";
import { sysAttribute, writeError } from "../sys/output.js";
import { formatException } from "./format-exception.js";

/** Prints an exception with its traceback to `sys.stderr`, as the interpreter does for one that nobody caught. */
export function printException(ts: ThreadState, exc: PyBaseException): void {
  if (sysAttribute(ts, "stderr") === None) return;
  const limit = sysAttribute(ts, "tracebacklimit");
  const frames = typeof limit === "number" ? Math.max(0, limit) : null;
  writeError(ts, strFromJs(formatException(ts, exc, frames)));
}
