import {
  AttributeErrorType,
  KeyErrorType,
  NameErrorType,
  StopIterationType,
} from "../types/exceptions/exception-types.js";
import { setFieldsFromArgs } from "../types/exceptions/fields.js";
import { PyBaseException } from "../types/exceptions/py-base-exception.js";
import { None } from "../types/none/singletons.js";
import { strFromJs, strFromKey } from "../types/str/py-str.js";
import { PyTuple } from "../types/tuple/py-tuple.js";
import type { Value } from "./object.js";
import type { ThreadState } from "./thread-state.js";
import type { PyType } from "./type.js";
import { typeOf } from "./type-of.js";

/** A bug in Adder. Never a Python exception, and never catchable from Python. */
export class InternalError extends Error {
  override readonly name = "InternalError";
}

/** The name of a value's class as messages show it (CPython `Py_TYPE(v)->tp_name`). */
export function typeName(v: Value): string {
  return typeOf(v).tpName;
}

/** As {@link typeName}; `None` for None, as messages about arguments have it (CPython `_PyArg_BadArgument`). */
export function argumentTypeName(v: Value): string {
  return v === None ? "None" : typeName(v);
}

/** An exception with arguments, its fields set as the constructor of a built-in exception sets them. Runs no Python code. */
export function newException(type: PyType, args: readonly Value[]): PyBaseException {
  const exc = new PyBaseException(type, new PyTuple(args));
  setFieldsFromArgs(exc);
  return exc;
}

/**
 * Raises `type(message)`: makes it pending, with the exception being handled as its context
 * (CPython `PyErr_SetString`).
 */
export function raise(ts: ThreadState, type: PyType, message: string): null {
  const exc = newException(type, [strFromJs(message)]);
  exc.context = handledException(ts);
  ts.pending = exc;
  return null;
}

/** Raises an exception that exists already, with the exception being handled as its context (CPython `_PyErr_SetObject`). */
export function raiseValue(ts: ThreadState, exc: PyBaseException): null {
  const handled = handledException(ts);
  if (handled !== null && handled !== exc) {
    breakContextCycle(handled, exc);
    exc.context = handled;
  }
  ts.pending = exc;
  return null;
}

/** Raises `type(*args)` for built-in exceptions, whose constructor runs no Python code. */
export function raiseWith(ts: ThreadState, type: PyType, args: readonly Value[]): null {
  return raiseValue(ts, newException(type, args));
}

/** The exception that the innermost `except` or `finally` block handles (`sys.exception()`). */
export function handledException(ts: ThreadState): PyBaseException | null {
  let info = ts.excInfo;
  while (info.value === null && info.previous !== null) info = info.previous;
  return info.value;
}

/** Cuts `exc` out of the chain of contexts that starts at `from`, so that setting its context makes no cycle. */
function breakContextCycle(from: PyBaseException, exc: PyBaseException): void {
  let o = from;
  // The chain may already hold a cycle that a program made: the slow pointer notices.
  let slow = from;
  let advance = false;
  for (;;) {
    const context = o.context;
    if (context === null) return;
    if (context === exc) {
      o.context = null;
      return;
    }
    o = context;
    if (o === slow) return;
    if (advance && slow.context !== null) slow = slow.context;
    advance = !advance;
  }
}

/** Takes the pending exception. */
export function takePending(ts: ThreadState): PyBaseException {
  const exc = ts.pending;
  if (exc === null) throw new InternalError("no exception is pending");
  ts.pending = null;
  return exc;
}

/** Forgets the pending exception. */
export function clearPending(ts: ThreadState): void {
  ts.pending = null;
}

/** Is `exc` an instance of the exception class `type`? (By MRO, as `except` matches.) */
export function matches(_ts: ThreadState, exc: PyBaseException, type: PyType): boolean {
  const cls = exc.cls;
  return cls === type || cls.mro.includes(type);
}

/** Is the pending exception an instance of `type`? */
export function pendingMatches(ts: ThreadState, type: PyType): boolean {
  return ts.pending !== null && matches(ts, ts.pending, type);
}

/** Raises StopIteration with a value. */
export function stopIteration(ts: ThreadState, value: Value): null {
  return raiseWith(ts, StopIterationType, value === None ? [] : [value]);
}

/** Raises KeyError for a key. */
export function raiseKeyError(ts: ThreadState, key: Value): null {
  return raiseWith(ts, KeyErrorType, [key]);
}

/** Raises AttributeError with the message that `object.__getattribute__` gives, `name` and `obj` set. */
export function raiseAttributeError(ts: ThreadState, obj: Value, name: string): null {
  return raiseNoAttribute(ts, `'${typeName(obj)}' object has no attribute '${name}'`, obj, name);
}

/** Raises AttributeError with a message of its own, `name` and `obj` set. */
export function raiseNoAttribute(ts: ThreadState, message: string, obj: Value, name: string): null {
  const exc = newException(AttributeErrorType, [strFromJs(message)]);
  exc.fields = new Map<string, Value>([
    ["name", strFromKey(name)],
    ["obj", obj],
  ]);
  return raiseValue(ts, exc);
}

/** Raises NameError (or the subclass given) with a message, `name` set. */
export function raiseNameError(
  ts: ThreadState,
  name: string,
  message = `name '${name}' is not defined`,
  type: PyType = NameErrorType,
): null {
  const exc = newException(type, [strFromJs(message)]);
  exc.fields = new Map<string, Value>([["name", strFromKey(name)]]);
  return raiseValue(ts, exc);
}
