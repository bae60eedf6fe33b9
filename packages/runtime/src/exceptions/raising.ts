import type { Slot } from "@adder/frames";
import {
  call,
  handledException,
  isInstance,
  None,
  PyBaseException,
  PyType,
  type Result,
  RuntimeErrorType,
  raise,
  raiseValue,
  repr,
  StopAsyncIterationType,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  typeOf,
  type Value,
} from "@adder/objects";

/** Is a value a subclass of BaseException? */
export function isExceptionClass(v: Value): v is PyType {
  return v instanceof PyType && (v.flags & TypeFlags.EXC_SUBCLASS) !== 0;
}

/** Is a value an instance of BaseException? */
export function isException(v: Value): v is PyBaseException {
  return v instanceof PyBaseException;
}

/**
 * RAISE_VARARGS: nothing, an exception, or an exception and its cause, from `start` of the stack. Always leaves an
 * exception pending.
 *
 * @returns whether the exception that is being handled was raised again
 */
export function raiseVarargs(ts: ThreadState, stack: readonly Slot[], start: number, count: number): boolean {
  if (count === 0) {
    const handled = handledException(ts);
    if (handled === null) {
      raise(ts, RuntimeErrorType, "No active exception to reraise");
      return false;
    }
    ts.pending = handled;
    return true;
  }
  const exc = instantiate(ts, stack[start] as Value, "exceptions must derive from BaseException");
  if (exc === null) return false;
  if (count > 1) {
    const given = stack[start + 1] as Value;
    let cause: PyBaseException | null = null;
    if (given !== None) {
      cause = instantiate(ts, given, "exception causes must derive from BaseException");
      if (cause === null) return false;
    }
    exc.cause = cause;
    exc.suppressContext = true;
  }
  raiseValue(ts, exc);
  return false;
}

/** An exception, or an instance of an exception class. Raises TypeError with `message` for anything else. */
export function instantiate(ts: ThreadState, v: Value, message: string): Result<PyBaseException> {
  if (isExceptionClass(v)) {
    const made = call(ts, v, []);
    if (made === null) return null;
    if (isException(made)) return made;
    const cls = repr(ts, v);
    if (cls === null) return null;
    const got = repr(ts, typeOf(made));
    if (got === null) return null;
    return raise(
      ts,
      TypeErrorType,
      `calling ${toJs(cls)} should have returned an instance of BaseException, not ${toJs(got)}`,
    );
  }
  return isException(v) ? v : raise(ts, TypeErrorType, message);
}

/** END_ASYNC_FOR: does the exception end the loop? If not it is pending again. */
export function endAsyncFor(ts: ThreadState, exc: Value): boolean {
  if (isInstance(exc, StopAsyncIterationType)) return true;
  ts.pending = exc as PyBaseException;
  return false;
}
