import {
  call,
  None,
  newStructSequence,
  repr,
  strFromJs,
  type ThreadState,
  takePending,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";
import { sysAttribute, writeError } from "../sys/output.js";
import { UnraisableArgsType } from "../sys/structs.js";
import { formatException } from "./format-exception.js";

/**
 * Reports the pending exception, which nobody can catch, to `sys.unraisablehook`, and forgets it.
 *
 * @param where what was being called
 * @param message what to say in the place of "Exception ignored in"
 */
export function reportUnraisable(ts: ThreadState, where: Value | undefined, message?: string): void {
  const exc = takePending(ts);
  const hook = sysAttribute(ts, "unraisablehook");
  if (hook !== undefined && hook !== None) {
    const head = message === undefined ? None : strFromJs(message);
    const fields = [typeOf(exc), exc, exc.traceback ?? None, head, where ?? None];
    if (call(ts, hook, [newStructSequence(UnraisableArgsType, fields)]) !== null) return;
    ts.pending = null;
  }
  let text = message === undefined ? "" : `${message}:\n`;
  if (where !== undefined) {
    const shown = repr(ts, where);
    if (shown === null) ts.pending = null;
    text = `${message ?? "Exception ignored in"}: ${shown === null ? "<object repr() failed>" : toJs(shown)}\n`;
  }
  writeError(ts, strFromJs(text + formatException(ts, exc)));
}
