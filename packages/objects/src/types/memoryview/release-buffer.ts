import { raise } from "../../core/errors.js";
import type { MethodRow } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { BufferErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { None } from "../none/singletons.js";
import { release } from "./access.js";
import { PyMemoryView } from "./py-memory-view.js";

/** `memoryview.release()`. Raises BufferError while others look through the view. */
export function releaseView(ts: ThreadState, self: PyMemoryView): Result<Value> {
  if (self.loan !== null && self.exports > 0) {
    const { exports } = self;
    return raise(ts, BufferErrorType, `memoryview has ${exports} exported buffer${exports === 1 ? "" : "s"}`);
  }
  release(self);
  return None;
}

/** `__release_buffer__` of the types whose memory may not move while it is lent (PEP 688; CPython `wrap_releasebuffer`). */
export const releaseBuffer: MethodRow = [
  "__release_buffer__",
  "($self, buffer, /)",
  (ts, self: Value, view: Value) => {
    if (!(view instanceof PyMemoryView)) return raise(ts, TypeErrorType, "expected a memoryview object");
    if (view.loan === null) {
      return raise(ts, ValueErrorType, "memoryview's buffer has already been released");
    }
    if (view.loan.buffer.owner !== self) {
      return raise(ts, ValueErrorType, "memoryview's buffer is not this object");
    }
    return releaseView(ts, view);
  },
  "Release the buffer object that exposes the underlying memory of the object.",
];
