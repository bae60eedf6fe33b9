import { PyMethodDescriptor } from "../types/builtin-function/py-builtin-function.js";
import { TypeErrorType } from "../types/exceptions/exception-types.js";
import { PyMemoryView } from "../types/memoryview/py-memory-view.js";
import { callUnbound } from "./call.js";
import { raise, typeName } from "./errors.js";
import type { Result, Value } from "./object.js";
import type { BufferView } from "./slots.js";
import type { ThreadState } from "./thread-state.js";
import { lookup } from "./type-lookup.js";
import { typeOf } from "./type-of.js";

/** Lends the memory of an object whose class defines `__buffer__` in Python (PEP 688; CPython `slot_bf_getbuffer`). */
export function bufferGlue(ts: ThreadState, self: Value, flags: number): Result<BufferView> {
  const method = lookup(typeOf(self), "__buffer__");
  if (method === undefined) {
    return raise(ts, TypeErrorType, `a bytes-like object is required, not '${typeName(self)}'`);
  }
  const view = callUnbound(ts, method, self, [flags]);
  if (view === null) return null;
  if (!(view instanceof PyMemoryView)) {
    return raise(ts, TypeErrorType, "__buffer__ returned non-memoryview object");
  }
  const borrow = view.cls.bf_getbuffer;
  const lent = borrow === null ? null : borrow(ts, view, flags);
  if (lent === null) return null;
  return {
    ...lent,
    release: () => {
      lent.release();
      const end = lookup(typeOf(self), "__release_buffer__");
      // A native one takes back what has been lent by its own type, if `__buffer__` passed that on.
      const native = end instanceof PyMethodDescriptor;
      if (end === undefined || (native && view.loan?.buffer.owner !== self)) return;
      if (callUnbound(ts, end, self, [view]) !== null) return;
      const message = `Exception ignored in __release_buffer__ of ${typeName(self)}`;
      ts.interp.evaluator.unraisable(ts, undefined, message);
    },
  };
}
