import type { Frame } from "@adder/frames";
import {
  call,
  None,
  newStructSequence,
  type PyBaseException,
  repr,
  strFromJs,
  type ThreadState,
  takePending,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";
import { addTraceback } from "../exceptions/unwind.js";
import { sysAttribute, writeError } from "../sys/output.js";
import { UnraisableArgsType } from "../sys/structs.js";
import { formatIgnored } from "./format-exception.js";

/**
 * Reports the pending exception, which nobody can catch, to `sys.unraisablehook`, and forgets it (CPython
 * `_PyErr_WriteUnraisable`). One that has no traceback gets the executing frame.
 *
 * @param where what was being called
 * @param message what to say in the place of "Exception ignored in"; with `where` behind it, the hook is told the text alone
 */
export function reportUnraisable(ts: ThreadState, where: Value | undefined, message?: string): void {
  if (where !== undefined && message !== undefined) {
    reportUnraisable(ts, undefined, withObject(ts, message, where));
    return;
  }
  const exc = takePending(ts);
  const frame = ts.frame as Frame | null;
  if (exc.traceback === null && frame !== null) addTraceback(exc, frame);
  const hook = sysAttribute(ts, "unraisablehook");
  if (hook === undefined || hook === None) {
    print(ts, exc, where, message);
    return;
  }
  const head = message === undefined ? None : strFromJs(message);
  const fields = [typeOf(exc), exc, exc.traceback ?? None, head, where ?? None];
  if (call(ts, hook, [newStructSequence(UnraisableArgsType, fields)]) !== null) return;
  print(ts, takePending(ts), hook, "Exception ignored in sys.unraisablehook");
}

/** A message with an object behind it. What is pending stays. */
function withObject(ts: ThreadState, message: string, object: Value): string {
  const exc = ts.pending;
  ts.pending = null;
  const shown = repr(ts, object);
  ts.pending = exc;
  return `${message} ${shown === null ? "<object repr() failed>" : toJs(shown)}`;
}

function print(ts: ThreadState, exc: PyBaseException, where: Value | undefined, message?: string): void {
  let text = message === undefined ? "" : `${message}:\n`;
  if (where !== undefined) text = `${withObject(ts, `${message ?? "Exception ignored in"}:`, where)}\n`;
  writeError(ts, strFromJs(text + formatIgnored(ts, exc)));
}
