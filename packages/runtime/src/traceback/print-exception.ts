import {
  clearPending,
  None,
  objectId,
  type PyBaseException,
  repr,
  strFromJs,
  type ThreadState,
  toJs,
  type Value,
} from "@adder/objects";
import { sysAttribute, writeDescriptor, writeError } from "../sys/output.js";
import { formatException } from "./format-exception.js";

/** What CPython tells of an object where nothing else is left to it (`_PyObject_Dump`). */
function dump(ts: ThreadState, exc: PyBaseException): string {
  const address = (v: Value): string => `0x${objectId(ts, v).toString(16)}`;
  const shown = repr(ts, exc);
  if (shown === null) clearPending(ts);
  const rows = [
    ["object address  ", address(exc)],
    ["object refcount ", "1"],
    ["object type     ", address(exc.cls)],
    ["object type name", exc.cls.tpName],
    ["object repr     ", shown === null ? "" : toJs(shown)],
  ];
  return rows.map(([name, value]) => `${name}: ${value}\n`).join("");
}

/** Prints an exception with its traceback to `sys.stderr`, as the interpreter does for one that nobody caught. */
export function printException(ts: ThreadState, exc: PyBaseException): void {
  const stderr = sysAttribute(ts, "stderr");
  if (stderr === None) return;
  if (stderr === undefined && ts.interp.modules.getStr("sys") !== undefined) {
    writeDescriptor(ts, 2, strFromJs(`${dump(ts, exc)}lost sys.stderr\n`));
    return;
  }
  const limit = sysAttribute(ts, "tracebacklimit");
  // A bigint is more than any traceback has, or less than nothing.
  const frames =
    typeof limit === "number" ? Math.max(0, limit) : typeof limit === "bigint" && limit < 0n ? 0 : null;
  writeError(ts, strFromJs(formatException(ts, exc, frames)));
}
