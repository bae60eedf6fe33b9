import { type Frame, OnReturn } from "@adder/frames";
import {
  AsyncGeneratorType,
  CoroutineType,
  call,
  GeneratorExitType,
  GeneratorType,
  getOptionalAttr,
  isInstance,
  None,
  newException,
  type PyBaseException,
  type PyTraceback,
  PyTuple,
  type Result,
  RuntimeErrorType,
  raise,
  raiseValue,
  repr,
  type SendResult,
  StopAsyncIterationType,
  stopIteration,
  type ThreadState,
  TracebackType,
  TypeErrorType,
  toJs,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { evaluate } from "../evaluate.js";
import { isException, isExceptionClass } from "../exceptions/raising.js";
import { unwind } from "../exceptions/unwind.js";
import { evaluateGenerator } from "../interpreter/compiled.js";
import { Event } from "../monitoring/events.js";
import { monitorException } from "../monitoring/exceptions.js";
import { delegate, GeneratorState, kindOf, type PyGenerator } from "./py-generator.js";
import { enterGenerator, resumeGenerator, retireSuspended, swallow, takeStopValue } from "./switch.js";

/*
 * Generators driven from native code: `next(g)`, `g.send()`, `g.throw()`, `g.close()`. Follows CPython
 * `Objects/genobject.c`.
 */

/**
 * Resumes a generator with a value (CPython `gen_send_ex2`): `null` with an exception pending, else a yielded value, or
 * the returned one when `gen.state` says that it is completed.
 */
export function resume(ts: ThreadState, gen: PyGenerator, value: Value): Result<Value> {
  if (gen.state === GeneratorState.CREATED && value !== None) {
    return raise(ts, TypeErrorType, `can't send non-None value to a just-started ${kindOf(gen)}`);
  }
  if (gen.state >= GeneratorState.EXECUTING) {
    if (gen.state === GeneratorState.EXECUTING) return raiseExecuting(ts, gen);
    if (gen.cls === CoroutineType) return raiseReused(ts);
    return None;
  }
  const frame = resumeGenerator(ts, gen, ts.frame as Frame | null, value, OnReturn.EXIT);
  return frame === null ? null : evaluateGenerator(ts, frame);
}

/** Resumes a generator with the pending exception, raised at the place where it is suspended. The result is that of {@link resume}. */
export function resumeWithException(ts: ThreadState, gen: PyGenerator, closing: boolean): Result<Value> {
  if (gen.state >= GeneratorState.EXECUTING) {
    if (gen.state === GeneratorState.EXECUTING) return raiseExecuting(ts, gen);
    if (gen.cls === CoroutineType && !closing) return raiseReused(ts);
    return null;
  }
  const exc = ts.pending as PyBaseException;
  const frame = enterGenerator(ts, gen, ts.frame as Frame | null, None, OnReturn.EXIT);
  if (frame === null) return null;
  ts.frame = frame;
  if (gen.excInfo.value !== null) void raiseValue(ts, exc);
  monitorException(ts, frame, Event.PY_THROW, frame.pc);
  const handler = unwind(ts, frame, frame.pc, true);
  return handler === null ? null : evaluate(ts, handler);
}

function raiseExecuting(ts: ThreadState, gen: PyGenerator): null {
  return raise(ts, ValueErrorType, `${kindOf(gen)} already executing`);
}

function raiseReused(ts: ThreadState): null {
  return raise(ts, RuntimeErrorType, "cannot reuse already awaited coroutine");
}

/** Turns what {@link resume} answered into a value or StopIteration, as `send` and `throw` show it. */
export function stopIfReturned(ts: ThreadState, gen: PyGenerator, result: Result<Value>): Result<Value> {
  if (result === null || gen.state < GeneratorState.COMPLETED) return result;
  if (gen.cls === AsyncGeneratorType) return raiseValue(ts, newException(StopAsyncIterationType, []));
  return stopIteration(ts, result);
}

/** `gen.send(value)`. */
export function send(ts: ThreadState, gen: PyGenerator, value: Value): Result<Value> {
  return stopIfReturned(ts, gen, resume(ts, gen, value));
}

/** `next(gen)` as a slot: `undefined` at the end. */
export function iterate(ts: ThreadState, gen: PyGenerator): Result<Value | undefined> {
  const result = resume(ts, gen, None);
  return result !== null && gen.state >= GeneratorState.COMPLETED ? undefined : result;
}

/** `am_send`. */
export function sendSlot(ts: ThreadState, gen: PyGenerator, value: Value): Result<SendResult> {
  const result = resume(ts, gen, value);
  return result === null ? null : { returned: gen.state >= GeneratorState.COMPLETED, value: result };
}

/** `gen.close()`. */
export function close(ts: ThreadState, gen: PyGenerator): Result<Value> {
  if (gen.state === GeneratorState.CREATED) {
    retireSuspended(gen.frame as Frame, gen);
    return None;
  }
  if (gen.state === GeneratorState.COMPLETED) return None;
  const inner = delegate(gen);
  let closed = true;
  if (inner !== null) {
    gen.state = GeneratorState.EXECUTING;
    closed = closeIterator(ts, inner);
    gen.state = GeneratorState.SUSPENDED_YIELD_FROM;
  }
  if (closed) void raiseValue(ts, newException(GeneratorExitType, []));
  const result = stopIfReturned(ts, gen, resumeWithException(ts, gen, true));
  if (result !== null) return raise(ts, RuntimeErrorType, `${kindOf(gen)} ignored GeneratorExit`);
  if (swallow(ts, GeneratorExitType)) return None;
  return takeStopValue(ts);
}

/** Closes what a generator delegates to; `false` with an exception pending. */
function closeIterator(ts: ThreadState, inner: Value): boolean {
  const cls = typeOf(inner);
  if (cls === GeneratorType || cls === CoroutineType) return close(ts, inner as PyGenerator) !== null;
  const method = getOptionalAttr(ts, inner, "close");
  if (method === null) ts.interp.evaluator.unraisable(ts, inner);
  return method === null || method === undefined || call(ts, method, []) !== null;
}

/**
 * `gen.throw(type, value, traceback)`.
 *
 * @param closeOnExit whether GeneratorExit closes what the generator delegates to (not for asynchronous generators)
 */
export function throwInto(
  ts: ThreadState,
  gen: PyGenerator,
  closeOnExit: boolean,
  type: Value,
  value: Value | undefined,
  traceback: Value | undefined,
): Result<Value> {
  const inner = delegate(gen);
  if (inner !== null) {
    if (closeOnExit && isGeneratorExit(type)) {
      gen.state = GeneratorState.EXECUTING;
      const closed = closeIterator(ts, inner);
      gen.state = GeneratorState.SUSPENDED_YIELD_FROM;
      if (!closed) return stopIfReturned(ts, gen, resumeWithException(ts, gen, false));
    } else {
      const result = throwDelegated(ts, gen, inner, closeOnExit, type, value, traceback);
      if (result !== undefined) {
        if (result !== null) return result;
        return stopIfReturned(ts, gen, resumeWithException(ts, gen, false));
      }
    }
  }
  if (makePending(ts, type, value, traceback) === null) return null;
  return stopIfReturned(ts, gen, resumeWithException(ts, gen, false));
}

function isGeneratorExit(type: Value): boolean {
  return isExceptionClass(type) ? type.mro.includes(GeneratorExitType) : isInstance(type, GeneratorExitType);
}

/** Throws into what a generator delegates to; `undefined` when that has no `throw`. */
function throwDelegated(
  ts: ThreadState,
  gen: PyGenerator,
  inner: Value,
  closeOnExit: boolean,
  type: Value,
  value: Value | undefined,
  traceback: Value | undefined,
): Result<Value> | undefined {
  const frame = gen.frame as Frame;
  const cls = typeOf(inner);
  let throwing: () => Result<Value>;
  if (cls === GeneratorType || cls === CoroutineType) {
    throwing = () => throwInto(ts, inner as PyGenerator, closeOnExit, type, value, traceback);
  } else {
    const method = getOptionalAttr(ts, inner, "throw");
    if (method === null || method === undefined) return method;
    const args = [type, value, traceback].filter((v) => v !== undefined);
    throwing = () => call(ts, method, args);
  }
  // The frame is on the stack meanwhile, for the eyes of tracebacks and `f_back`.
  const resumer = ts.frame as Frame | null;
  frame.chunk.owner.mount(frame, resumer);
  ts.frame = frame;
  gen.state = GeneratorState.EXECUTING;
  const result = throwing();
  gen.state = GeneratorState.SUSPENDED_YIELD_FROM;
  ts.frame = resumer;
  frame.previous = null;
  return result;
}

/** An instance of an exception class (CPython `_PyErr_CreateException`). Raises TypeError where calling it makes no exception. */
function create(ts: ThreadState, type: Value, args: Value[]): Result<PyBaseException> {
  const made = call(ts, type, args);
  if (made === null || isException(made)) return made;
  const cls = repr(ts, type);
  if (cls === null) return null;
  const text = `calling ${toJs(cls)} should have returned an instance of BaseException, not ${typeName(made)}`;
  return raise(ts, TypeErrorType, text);
}

/** Makes the exception that the arguments of `throw` describe pending; raises TypeError where they describe none. */
function makePending(
  ts: ThreadState,
  type: Value,
  value: Value | undefined,
  traceback: Value | undefined,
): Result<true> {
  const tb = traceback === None ? undefined : traceback;
  if (tb !== undefined && typeOf(tb) !== TracebackType) {
    return raise(ts, TypeErrorType, "throw() third argument must be a traceback object");
  }
  let exc: Result<PyBaseException>;
  if (isExceptionClass(type)) {
    const given = value === undefined || value === None ? undefined : value;
    if (given !== undefined && isInstance(given, type)) exc = given as PyBaseException;
    else {
      const args = given === undefined ? [] : given instanceof PyTuple ? given.items.slice() : [given];
      exc = create(ts, type, args);
      // What goes wrong here is what is thrown.
      if (exc === null) return true;
    }
  } else if (isException(type)) {
    if (value !== undefined && value !== None) {
      return raise(ts, TypeErrorType, "instance exception may not have a separate value");
    }
    exc = type;
  } else {
    const got = typeName(type);
    return raise(
      ts,
      TypeErrorType,
      `exceptions must be classes or instances deriving from BaseException, not ${got}`,
    );
  }
  if (tb !== undefined) exc.traceback = tb as PyTraceback;
  ts.pending = exc;
  return true;
}
