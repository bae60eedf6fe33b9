import type { Frame } from "@adder/frames";
import { type Result, raise, SystemErrorType, type ThreadState, type Value } from "@adder/objects";
import { hasFastLocals, snapshotLocals } from "./fast-locals.js";
import { PyFrameLocalsProxy } from "./locals-proxy.js";

/** `locals()` of the executing frame: a fresh dict in a function, the namespace itself in a module or class body. */
export function currentLocals(ts: ThreadState): Result<Value> {
  const frame = ts.frame as Frame | null;
  if (frame === null) return raise(ts, SystemErrorType, "frame does not exist");
  if (!hasFastLocals(frame) && frame.locals !== null) {
    // `eval(expression, globals, frame.f_locals)`: the variables of that frame, as `locals()` would have told them there.
    const { locals } = frame;
    return locals instanceof PyFrameLocalsProxy
      ? snapshotLocals(ts, locals.frame.frame, locals.frame.extraLocals)
      : locals;
  }
  return snapshotLocals(ts, frame, frame.activation?.known?.extraLocals ?? null);
}
