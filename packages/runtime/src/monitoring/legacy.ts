import { type Frame, frameObjectOf, type PyFrame } from "@adder/frames";
import {
  BuiltinFunctionType,
  call,
  MethodDescriptorType,
  None,
  type PyBaseException,
  type PyCode,
  PyTuple,
  type Result,
  type ThreadState,
  typeOf,
  type Value,
} from "@adder/objects";
import { codeMonitoringOf } from "./code-monitoring.js";
import { Event } from "./events.js";
import { localEventsOf, setEvents, setLocalEvents } from "./set-events.js";
import { DISABLE, MISSING, monitoringOf, NativeCallback, PROFILE_TOOL, TRACE_TOOL } from "./state.js";

/*
 * `sys.settrace` and `sys.setprofile` are two tools of `sys.monitoring` with callbacks of their own (CPython
 * `Python/legacy_tracing.c`).
 */

const bits = (...events: readonly number[]): number => events.reduce((set, event) => set | (1 << event), 0);

/** Events that a profile function is told of. */
const PROFILE_EVENTS = bits(
  Event.PY_START,
  Event.PY_RESUME,
  Event.PY_RETURN,
  Event.PY_YIELD,
  Event.CALL,
  Event.PY_UNWIND,
  Event.PY_THROW,
);

/** Events that a trace function is told of. */
const TRACE_EVENTS = bits(
  Event.PY_START,
  Event.PY_RESUME,
  Event.PY_RETURN,
  Event.PY_YIELD,
  Event.RAISE,
  Event.LINE,
  Event.JUMP,
  Event.PY_UNWIND,
  Event.PY_THROW,
  Event.STOP_ITERATION,
);

/** The frame that callbacks are about. */
const tracedFrame = (ts: ThreadState): PyFrame => frameObjectOf(ts.frame as Frame);

/** Calls the profile function. One that raises is switched off. */
function profile(ts: ThreadState, event: string, arg: Value): Result<Value> {
  if (ts.profileFunction === null) return None;
  const result = call(ts, ts.profileFunction, [tracedFrame(ts), event, arg]);
  if (result === null) setProfile(ts, null);
  return result === null ? null : None;
}

/** A call of a native function, or what became of it. */
function profileCall(ts: ThreadState, event: string, callee: Value, first: Value): Result<Value> {
  const type = typeOf(callee);
  if (type === BuiltinFunctionType) return profile(ts, event, callee);
  if (type !== MethodDescriptorType || first === MISSING) return None;
  // The method as it is got from the object that it is called on.
  const method = type.tp_descr_get?.(ts, callee, first, typeOf(first));
  return method === undefined || method === null ? null : profile(ts, event, method);
}

/**
 * Calls the trace function of a frame: the thread's for "call", otherwise the one that the frame has, `f_trace`. What it
 * answers is the frame's from then on. One that raises ends all tracing.
 */
function trace(ts: ThreadState, frame: PyFrame, event: string, arg: Value): Result<Value> {
  const hook = event === "call" ? ts.traceFunction : frame.trace;
  if (hook === null) return None;
  const result = call(ts, hook, [frame, event, arg]);
  if (result === null) {
    setTrace(ts, null);
    frame.trace = null;
    return null;
  }
  if (result !== None) frame.trace = result;
  return None;
}

/** A callback that passes an event on to the trace function, if the thread has one. */
const tracing = (event: string, argOf: (args: readonly Value[]) => Value): NativeCallback =>
  new NativeCallback((ts, args) => {
    if (ts.traceFunction === null) return None;
    const frame = tracedFrame(ts);
    if (frame.traceOpcodes) traceOpcodes(ts, frame, true);
    return trace(ts, frame, event, argOf(args));
  });

const profiling = (event: string, argOf: (args: readonly Value[]) => Value): NativeCallback =>
  new NativeCallback((ts, args) => profile(ts, event, argOf(args)));

const nothing = (): Value => None;
const value = (args: readonly Value[]): Value => args[2];

function exceptionInfo(args: readonly Value[]): Value {
  const exc = args[2] as PyBaseException;
  return new PyTuple([typeOf(exc), exc, exc.traceback ?? None]);
}

function traceLine(ts: ThreadState): Result<Value> {
  if (ts.traceFunction === null) return None;
  const frame = tracedFrame(ts);
  return frame.traceLines ? trace(ts, frame, "line", None) : None;
}

/** A jump back within a line counts as a new line; other jumps have their lines where they lead. */
function traceJump(ts: ThreadState, args: readonly Value[]): Result<Value> {
  if (ts.traceFunction === null) return None;
  const [code, from, to] = args as [PyCode, number, number];
  const { lines } = codeMonitoringOf(code);
  const line = lines[to >> 1];
  if (to > from || line !== lines[from >> 1]) return DISABLE;
  return line < 0 ? None : traceLine(ts);
}

function traceInstruction(ts: ThreadState): Result<Value> {
  const frame = tracedFrame(ts);
  if (ts.traceFunction === null || !frame.traceOpcodes) {
    traceOpcodes(ts, frame, false);
    return None;
  }
  return trace(ts, frame, "opcode", None);
}

/** Sets whether the trace function is told of the instructions of a frame's code. */
export function traceOpcodes(ts: ThreadState, frame: PyFrame, enable: boolean): void {
  const { code } = frame.frame;
  const events = localEventsOf(code, TRACE_TOOL);
  const bit = 1 << Event.INSTRUCTION;
  if (((events & bit) !== 0) !== enable) setLocalEvents(ts, TRACE_TOOL, code, events ^ bit);
}

/** Puts the callbacks of a tool in place. */
function setCallbacks(
  ts: ThreadState,
  tool: number,
  callbacks: Readonly<Record<number, NativeCallback>>,
): void {
  Object.assign(monitoringOf(ts).callbacks[tool], callbacks);
}

/** `sys.setprofile()`; `null` ends it. */
export function setProfile(ts: ThreadState, fn: Value | null): void {
  ts.profileFunction = fn;
  const native = (event: string): NativeCallback =>
    new NativeCallback((t, args) => profileCall(t, event, args[2], args[3]));
  setCallbacks(ts, PROFILE_TOOL, {
    [Event.PY_START]: profiling("call", nothing),
    [Event.PY_RESUME]: profiling("call", nothing),
    [Event.PY_THROW]: profiling("call", nothing),
    [Event.PY_RETURN]: profiling("return", value),
    [Event.PY_YIELD]: profiling("return", value),
    [Event.PY_UNWIND]: profiling("return", nothing),
    [Event.CALL]: native("c_call"),
    [Event.C_RETURN]: native("c_return"),
    [Event.C_RAISE]: native("c_exception"),
  });
  setEvents(ts, PROFILE_TOOL, fn === null ? 0 : PROFILE_EVENTS);
}

/** `sys.settrace()`; `null` ends it. */
export function setTrace(ts: ThreadState, fn: Value | null): void {
  ts.traceFunction = fn;
  setCallbacks(ts, TRACE_TOOL, {
    [Event.PY_START]: tracing("call", nothing),
    [Event.PY_RESUME]: tracing("call", nothing),
    [Event.PY_THROW]: tracing("call", nothing),
    [Event.PY_RETURN]: tracing("return", value),
    [Event.PY_YIELD]: tracing("return", value),
    [Event.PY_UNWIND]: tracing("return", nothing),
    [Event.RAISE]: tracing("exception", exceptionInfo),
    [Event.STOP_ITERATION]: tracing("exception", exceptionInfo),
    [Event.LINE]: new NativeCallback(traceLine),
    [Event.JUMP]: new NativeCallback(traceJump),
    [Event.INSTRUCTION]: new NativeCallback(traceInstruction),
  });
  if (fn !== null && ts.frame !== null) {
    const object = (ts.frame as Frame).activation?.known;
    if (object?.traceOpcodes) traceOpcodes(ts, object, true);
  }
  setEvents(ts, TRACE_TOOL, fn === null ? 0 : TRACE_EVENTS);
}
