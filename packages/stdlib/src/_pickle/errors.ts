import {
  addNote,
  clearPending,
  defineType,
  ExceptionType,
  fullTypeName,
  newException,
  type PyBaseException,
  type PyType,
  raise,
  strFromJs,
  type ThreadState,
  TypeFlags,
  takePending,
  type Value,
} from "@adder/objects";

const exceptionType = (name: string, base: PyType): PyType =>
  defineType({ name: `_pickle.${name}`, base, flags: TypeFlags.BASETYPE });

/** The base of the exceptions of pickle. */
export const PickleErrorType = exceptionType("PickleError", ExceptionType);
/** An object cannot be pickled. */
export const PicklingErrorType = exceptionType("PicklingError", PickleErrorType);
/** A pickle cannot be read. */
export const UnpicklingErrorType = exceptionType("UnpicklingError", PickleErrorType);

/** Raises PicklingError. */
export const cannotPickle = (ts: ThreadState, message: string): null => raise(ts, PicklingErrorType, message);

/** Raises UnpicklingError. */
export const cannotUnpickle = (ts: ThreadState, message: string): null =>
  raise(ts, UnpicklingErrorType, message);

/** Raises an exception in the place of another, which becomes its context. Runs no Python code. */
export function raiseAfter(
  ts: ThreadState,
  cause: PyBaseException | null,
  type: PyType,
  message: string,
): null {
  if (cause === null) return raise(ts, type, message);
  const exc = newException(type, [strFromJs(message)]);
  exc.context = cause;
  ts.pending = exc;
  return null;
}

/** Adds to the pending exception where it happened. Returns `null`, which says that it is pending. */
export function withNote(ts: ThreadState, note: string): null {
  const exc = takePending(ts);
  if (addNote(ts, exc, strFromJs(note)) === null) clearPending(ts);
  ts.pending = exc;
  return null;
}

/** Adds `when serializing <class> <what>` to the pending exception. Returns `null`. */
export const whileSaving = (ts: ThreadState, obj: Value, what: string): null =>
  withNote(ts, `when serializing ${fullTypeName(obj)} ${what}`);
