import { cacheWords, Form, handlerAt, OPCODE_BITS, OPCODE_MASK, Op } from "@adder/bytecode";
import {
  type CompiledCode,
  type Executable,
  executableOf,
  type Frame,
  OnReturn,
  Owner,
  YIELDED,
} from "@adder/frames";
import {
  afterLeftMethod,
  CoroutineType,
  GeneratorType,
  None,
  NotImplemented,
  newInstance,
  ObjectType,
  PyCell,
  type PyFunction,
  type PyType,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
} from "@adder/objects";
import { evaluate } from "../evaluate.js";
import { cutOff } from "../exceptions/recover.js";
import { unwind } from "../exceptions/unwind.js";
import { resume } from "../generators/drive.js";
import { GeneratorState, PyGenerator } from "../generators/py-generator.js";
import { returnGenerator, sendTo, suspend } from "../generators/switch.js";
import { enterFunction, enterInit } from "./calls.js";
import { copyFreeVars } from "./cells.js";
import { leaveFrame } from "./returns.js";
import { discardCompiled } from "./tier.js";

/*
 * How generated code (see `TierCompiler`) and the interpreter go on in each other. Generated code calls Python functions on the
 * JavaScript stack; what it can't do goes on in an interpreter loop of its own.
 */

/**
 * Activations of generated code that may be on the JavaScript stack at once. Below them code is interpreted, which needs no
 * JavaScript stack, so that Python may recurse as deep as its own limit allows.
 */
const MAX_DEPTH = 100;

/** Guards that may fail before generated code is thrown away. */
const MAX_MISSES = 200;

/** Is there room on the JavaScript stack for generated code? */
export function mayEnterCompiled(ts: ThreadState): boolean {
  return ts.compiledDepth < MAX_DEPTH;
}

/** Executes generated code in a frame; the answer is that of {@link CompiledCode}. */
export function enterCompiled(ts: ThreadState, frame: Frame, compiled: unknown): Value | null | undefined {
  ts.compiledDepth++;
  const result = (compiled as CompiledCode)(ts, frame);
  ts.compiledDepth--;
  return result;
}

/**
 * Leaves a frame for which generated code has answered with a value: `undefined` when the loop ends with it, the frame to go
 * on with, or `null` with an exception pending in what is now `ts.frame`.
 */
export function leaveCompiled(ts: ThreadState, frame: Frame, value: Value): Frame | null | undefined {
  if (value !== YIELDED) return leaveFrame(ts, frame, value);
  return suspend(ts, frame, ts.left as Value, frame.code.code.code[frame.pc - 1] >> 8) ?? undefined;
}

/** Executes a frame that native code has pushed for a call (`onReturn` is EXIT) to its end. */
export function evaluateCall(ts: ThreadState, frame: Frame): Result<Value> {
  const { compiled } = frame.code;
  if (compiled === null || ts.compiledDepth >= MAX_DEPTH || ts.interp.monitoring !== null)
    return evaluate(ts, frame);
  return evaluateCompiled(ts, frame, compiled);
}

/**
 * Executes a generator's frame, which has just been entered, until it is suspended or left (`onReturn` is EXIT): the value that
 * is yielded or returned.
 */
export function evaluateGenerator(ts: ThreadState, frame: Frame): Result<Value> {
  const { code, pc } = frame;
  if ((code.instructions[pc] & OPCODE_MASK) !== Form.RESUME_COMPILED || ts.compiledDepth >= MAX_DEPTH)
    return evaluate(ts, frame);
  return evaluateCompiled(ts, frame, code.caches[pc + 1]);
}

function evaluateCompiled(ts: ThreadState, frame: Frame, compiled: unknown): Result<Value> {
  ts.frame = frame;
  let value = enterCompiled(ts, frame, compiled);
  while (value === null) {
    const handler = unwind(ts, frame, frame.pc, true);
    if (handler === null) return null;
    frame = handler;
    const { code, pc } = frame;
    if ((code.instructions[pc] & OPCODE_MASK) !== Form.PUSH_EXC_INFO_COMPILED) return evaluate(ts, frame);
    value = enterCompiled(ts, frame, code.caches[pc + 1]);
  }
  if (value === undefined) return evaluate(ts, frame);
  const next = leaveCompiled(ts, frame, value);
  if (next === undefined) return value === YIELDED ? (ts.left as Value) : value;
  // What delegated to a generator goes on.
  return next === null ? null : evaluate(ts, next);
}

/** Where {@link sendInto} says whether what it answers is the receiver's return value. */
export const sent = { returned: false };

/** SEND: the value that an iterator yields or returns when it is sent one. */
export function sendInto(ts: ThreadState, receiver: Value, value: Value): Result<Value> {
  if (receiver instanceof PyGenerator && (receiver.cls === GeneratorType || receiver.cls === CoroutineType)) {
    const { state } = receiver;
    if (state < GeneratorState.EXECUTING && (state !== GeneratorState.CREATED || value === None)) {
      const result = resume(ts, receiver, value);
      sent.returned = receiver.state >= GeneratorState.COMPLETED;
      return result;
    }
  }
  const outcome = sendTo(ts, receiver, value);
  if (outcome === null) return null;
  sent.returned = outcome.returned;
  return outcome.value;
}

/** A guard of generated code has failed. */
export function missed(frame: Frame): void {
  const { code } = frame;
  if (++code.misses > MAX_MISSES) discardCompiled(code);
}

/**
 * Something was thrown through generated code: makes a pending exception of it, and sets the frame's stack pointer to what its
 * handler needs. Throws what Python may not see.
 */
export function caughtInCompiled(
  ts: ThreadState,
  frame: Frame,
  error: unknown,
  nativeDepth: number,
  compiledDepth: number,
): null {
  ts.compiledDepth = compiledDepth;
  cutOff(ts, frame, error, nativeDepth);
  const { handlers, nlocals } = executableOf(frame.code);
  frame.sp = frame.base + nlocals + (handlerAt(handlers, frame.pc - 1)?.depth ?? 0);
  return null;
}

/** Calls a function with as many arguments as it has parameters, which stand at `start` of the caller's stack. */
export function callExact(
  ts: ThreadState,
  caller: Frame,
  fn: PyFunction,
  place: number,
  start: number,
  argc: number,
): Result<Value> {
  const { code } = fn;
  const exec = code.executable as Executable;
  const { stack } = caller;
  const frame = caller.next;
  const top = start + exec.frameSize;
  if (frame === null || frame.stack !== stack || top > stack.length || caller.depth >= ts.interp.frameLimit)
    return callPython(ts, caller, fn, place, start, argc);
  caller.sp = place;
  frame.base = start;
  frame.top = top;
  frame.code = code;
  frame.func = fn;
  frame.globals = fn.globals;
  frame.builtins = fn.builtins;
  frame.previous = caller;
  frame.onReturn = OnReturn.PUSH;
  frame.depth = caller.depth + 1;
  const bottom = start + exec.nlocals;
  frame.sp = bottom;
  frame.pc = 0;
  for (let i = start + argc; i < bottom; i++) stack[i] = undefined;
  return execute(ts, caller, frame);
}

/** Calls a Python function with any arguments, which stand at `start` of the caller's stack. */
export function callPython(
  ts: ThreadState,
  caller: Frame,
  fn: PyFunction,
  place: number,
  start: number,
  argc: number,
): Result<Value> {
  caller.sp = place;
  const frame = enterFunction(ts, caller, fn, start, argc);
  return frame === null ? null : execute(ts, caller, frame);
}

/**
 * An operator whose operands stand at `start` of the caller's stack, and which is the left one's method's to answer first (see
 * `firstMethodIsLeft`).
 */
export function callOperator(
  ts: ThreadState,
  caller: Frame,
  method: PyFunction,
  op: number,
  start: number,
): Result<Value> {
  const { stack } = caller;
  const left = stack[start] as Value;
  const right = stack[start + 1] as Value;
  const exec = method.code.executable as Executable | null;
  const call = exec !== null && exec.exactArgs === 2 ? callExact : callPython;
  const result = call(ts, caller, method, start, start, 2);
  return result === NotImplemented ? afterLeftMethod(ts, op, left, right) : result;
}

/** Makes an instance and calls its `__init__`, whose other arguments stand at `start` of the caller's stack. */
export function callInit(
  ts: ThreadState,
  caller: Frame,
  type: PyType,
  init: PyFunction,
  place: number,
  start: number,
  argc: number,
): Result<Value> {
  const exec = init.code.executable as Executable | null;
  if (
    type.tp_new !== ObjectType.tp_new ||
    exec === null ||
    exec.exactArgs !== argc + 1 ||
    start - 1 === place
  ) {
    caller.sp = place;
    return finishCall(ts, caller, enterInit(ts, caller, type, init, start, argc));
  }
  const instance = newInstance(ts, type);
  caller.stack[start - 1] = instance;
  const result = callExact(ts, caller, init, place, start - 1, argc + 1);
  if (result === null) return null;
  return result === None ? instance : raiseNotNone(ts, result);
}

function raiseNotNone(ts: ThreadState, result: Value): null {
  return raise(ts, TypeErrorType, `__init__() should return None, not '${typeName(result)}'`);
}

/** The result of a call that has been begun: `next` is the frame to go on with, or the caller itself when the call is over. */
export function finishCall(ts: ThreadState, caller: Frame, next: Frame | null): Result<Value> {
  if (next === null) return null;
  if (next === caller) return caller.stack[caller.sp] as Value;
  if (next.onReturn !== OnReturn.INIT) return execute(ts, caller, next);
  const instance = caller.stack[caller.sp - 1] as Value;
  const result = execute(ts, caller, next);
  if (result === null) return null;
  return result === None ? instance : raiseNotNone(ts, result);
}

/** Executes a frame that was pushed above the caller's to its end. */
function execute(ts: ThreadState, caller: Frame, frame: Frame): Result<Value> {
  if ((frame.code.executable as Executable).isGenerator && ts.interp.monitoring === null)
    return makeGenerator(ts, caller, frame);
  const compiled = frame.code.compiled as CompiledCode | null;
  let result: Value | null | undefined;
  if (compiled !== null && ts.compiledDepth < MAX_DEPTH && ts.interp.monitoring === null) {
    ts.frame = frame;
    ts.compiledDepth++;
    result = compiled(ts, frame);
    ts.compiledDepth--;
    if (result !== undefined && result !== null && frame.owner === Owner.STACK) {
      if (frame.activation === null) {
        const { stack, base } = frame;
        for (let i = frame.top - 1; i >= base; i--) stack[i] = undefined;
        frame.func = null;
      } else frame.chunk.owner.pop(frame);
      ts.frame = caller;
      return result;
    }
  }
  return finish(ts, caller, frame, result);
}

/** Executes what a generator function does when it is called. */
function makeGenerator(ts: ThreadState, caller: Frame, frame: Frame): Value {
  const units = frame.code.code.code;
  const { stack, base } = frame;
  let at = 0;
  for (; (units[at] & 0xff) !== Op.RETURN_GENERATOR; at++) {
    const oparg = frame.code.instructions[at] >> OPCODE_BITS;
    if ((units[at] & 0xff) === Op.MAKE_CELL) stack[base + oparg] = new PyCell(stack[base + oparg]);
    else if ((units[at] & 0xff) === Op.COPY_FREE_VARS) copyFreeVars(frame, oparg);
  }
  frame.pc = at + 1;
  const { pc } = caller;
  caller.returnOffset = cacheWords[caller.code.code.code[pc - 1] & 0xff];
  const generator = returnGenerator(ts, frame);
  caller.pc = pc;
  return generator;
}

/** Goes on with a frame that generated code has not executed to its end. */
function finish(
  ts: ThreadState,
  caller: Frame,
  frame: Frame,
  result: null | undefined | Value,
): Result<Value> {
  frame.onReturn = OnReturn.EXIT;
  let value: Result<Value> = null;
  if (result !== null) value = evaluate(ts, frame);
  else if (unwind(ts, frame, frame.pc, true) !== null) value = evaluateAt(ts, frame);
  ts.frame = caller;
  return value;
}

/** Executes a frame (`onReturn` is EXIT) from a handler on. */
function evaluateAt(ts: ThreadState, frame: Frame): Result<Value> {
  const { code, pc } = frame;
  const compiled = (code.instructions[pc] & OPCODE_MASK) === Form.PUSH_EXC_INFO_COMPILED;
  return compiled ? evaluateCompiled(ts, frame, code.caches[pc + 1]) : evaluate(ts, frame);
}
