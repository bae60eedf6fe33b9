import { CodeFlags } from "@adder/bytecode";
import type { Frame } from "@adder/frames";
import {
  AsyncGeneratorType,
  CoroutineType,
  GeneratorType,
  getIter,
  isInstance,
  None,
  newException,
  type PyBaseException,
  type PyType,
  type Result,
  RuntimeErrorType,
  raise,
  raiseValue,
  StopIterationType,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  takePending,
  typeName,
  typeOf,
  type Value,
} from "@adder/objects";
import { delegate, type PyGenerator } from "./py-generator.js";

/** CLEANUP_THROW: the value of a StopIteration that was thrown into `yield from`; raises any other exception again. */
export function cleanupThrow(ts: ThreadState, exc: Value): Result<Value> {
  if (isInstance(exc, StopIterationType)) return (exc as PyBaseException).fields?.get("value") ?? None;
  ts.pending = exc as PyBaseException;
  return null;
}

/** Was a generator function decorated by `types.coroutine`? */
export function isIterableCoroutine(v: Value): boolean {
  return (
    typeOf(v) === GeneratorType && ((v as PyGenerator).code.code.flags & CodeFlags.ITERABLE_COROUTINE) !== 0
  );
}

/** The iterator of an awaitable (CPython `_PyCoro_GetAwaitableIter`). Raises TypeError. */
export function awaitableIterator(ts: ThreadState, v: Value): Result<Value> {
  const cls = typeOf(v);
  if (cls === CoroutineType || isIterableCoroutine(v)) return v;
  if (cls.am_await === null) return raise(ts, TypeErrorType, `'${cls.tpName}' object can't be awaited`);
  const it = cls.am_await(ts, v);
  if (it === null) return null;
  if (typeOf(it) === CoroutineType || isIterableCoroutine(it)) {
    return raise(ts, TypeErrorType, "__await__() returned a coroutine");
  }
  if (typeOf(it).tp_iternext === null) {
    return raise(ts, TypeErrorType, `__await__() returned non-iterator of type '${typeName(it)}'`);
  }
  return it;
}

/** GET_AWAITABLE. `from`: 0 `await`, 1 the result of `__aenter__`, 2 of `__aexit__`. */
export function getAwaitable(ts: ThreadState, v: Value, from: number): Result<Value> {
  const it = awaitableIterator(ts, v);
  if (it === null) {
    if (from !== 0 && typeOf(v).am_await === null) {
      const method = from === 1 ? "__aenter__" : "__aexit__";
      const message = `'async with' received an object from ${method} that does not implement __await__: ${typeName(v)}`;
      ts.pending = null;
      return raise(ts, TypeErrorType, message);
    }
    return null;
  }
  if (typeOf(it) === CoroutineType && delegate(it as PyGenerator) !== null) {
    return raise(ts, RuntimeErrorType, "coroutine is being awaited already");
  }
  return it;
}

/** GET_YIELD_FROM_ITER. */
export function getYieldFromIter(ts: ThreadState, frame: Frame, v: Value): Result<Value> {
  const cls = typeOf(v);
  if (cls === CoroutineType) {
    const allowed = CodeFlags.COROUTINE | CodeFlags.ITERABLE_COROUTINE;
    if ((frame.code.code.flags & allowed) !== 0) return v;
    return raise(ts, TypeErrorType, "cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  return cls === GeneratorType ? v : getIter(ts, v);
}

/** GET_AITER. */
export function getAiter(ts: ThreadState, v: Value): Result<Value> {
  const { am_aiter } = typeOf(v);
  if (am_aiter === null) {
    return raise(
      ts,
      TypeErrorType,
      `'async for' requires an object with __aiter__ method, got ${typeName(v)}`,
    );
  }
  const it = am_aiter(ts, v);
  if (it === null) return null;
  if (typeOf(it).am_anext === null) {
    const message = `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(it)}`;
    return raise(ts, TypeErrorType, message);
  }
  return it;
}

/** GET_ANEXT. */
export function getAnext(ts: ThreadState, it: Value): Result<Value> {
  const { am_anext, tpName } = typeOf(it);
  if (am_anext === null) {
    return raise(ts, TypeErrorType, `'async for' requires an iterator with __anext__ method, got ${tpName}`);
  }
  const next = am_anext(ts, it);
  if (next === null || typeOf(it) === AsyncGeneratorType) return next;
  const awaitable = awaitableIterator(ts, next);
  if (awaitable !== null) return awaitable;
  const message = `'async for' received an invalid object from __anext__: ${typeName(next)}`;
  return raiseFromPending(ts, TypeErrorType, message);
}

/** Raises an exception whose cause and context is the pending one (CPython `_PyErr_FormatFromCause`). */
export function raiseFromPending(ts: ThreadState, type: PyType, message: string): null {
  const cause = takePending(ts);
  const exc = newException(type, [strFromJs(message)]);
  void raiseValue(ts, exc);
  exc.cause = exc.context = cause;
  exc.suppressContext = true;
  return null;
}
