import { Op } from "@adder/bytecode";
import { detach, type Frame, OnReturn, Owner, type Slot } from "@adder/frames";
import {
  CoroutineType,
  callMethod,
  callUnbound,
  clearPending,
  type ExcInfo,
  FunctionType,
  GeneratorType,
  lookup,
  None,
  type PyFunction,
  pendingMatches,
  type Result,
  raise,
  StopIterationType,
  stopIteration,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  takePending,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { admit } from "../monitoring/admit.js";
import { Event } from "../monitoring/events.js";
import { monitorException } from "../monitoring/exceptions.js";
import { watchFresh, watchUnknown } from "./dropped.js";
import { originOf } from "./origin.js";
import { GeneratorState, newGenerator, PyGenerator } from "./py-generator.js";

/*
 * Switching between frames inside of the interpreter loop: how a generator's frame comes to be, is entered, suspended
 * and left.
 */

/** RETURN_GENERATOR: leaves the frame with a generator that owns a copy of it. The caller gets it, if it is not the host. */
export function returnGenerator(ts: ThreadState, frame: Frame): PyGenerator {
  const own = detach(frame);
  const gen = newGenerator(frame.code.code.flags, own, frame.func as PyFunction);
  const caller = frame.previous;
  if (gen.cls === CoroutineType) gen.origin = originOf(ts, caller);
  const { onReturn } = frame;
  frame.chunk.owner.pop(frame);
  ts.frame = caller;
  if (onReturn !== OnReturn.PUSH || caller === null) watchUnknown(ts, gen);
  else {
    watchFresh(ts, caller, gen);
    caller.stack[caller.sp++] = gen;
    caller.pc += caller.returnOffset;
  }
  return gen;
}

/**
 * Makes a generator's frame the executing one, on top of `resumer`, with `value` as the result of the `yield` that
 * suspended it. Raises RecursionError.
 *
 * @param onReturn PUSH to go on with `resumer` in the same loop afterwards, EXIT to end the loop
 */
export function enterGenerator(
  ts: ThreadState,
  gen: PyGenerator,
  resumer: Frame | null,
  value: Slot,
  onReturn: 0 | 1,
): Frame | null {
  const frame = gen.frame as Frame;
  frame.chunk.owner.mount(frame, resumer);
  if (frame.depth > ts.interp.frameLimit && admit(ts, frame.code, frame.depth) === null) {
    frame.previous = null;
    return null;
  }
  frame.onReturn = onReturn;
  frame.stack[frame.sp++] = value;
  frame.generator = gen;
  gen.state = GeneratorState.EXECUTING;
  gen.excInfo.previous = ts.excInfo;
  ts.excInfo = gen.excInfo;
  return frame;
}

/** Instructions of `yield from` and `await`: SEND and its cache word, YIELD_VALUE, and RESUME, where the frame goes on. */
const FROM_SEND_TO_RESUME = 3;
const YIELD_DELEGATED = Op.YIELD_VALUE | (1 << 8);

/**
 * Resumes a generator as {@link enterGenerator} does. Where it delegates to another one, and that to a third, all it would do
 * is send the value on: the frames are put on top of each other as SEND would leave them, and the innermost one, which does
 * something with the value, is the frame to go on with.
 */
export function resumeGenerator(
  ts: ThreadState,
  gen: PyGenerator,
  resumer: Frame | null,
  value: Slot,
  onReturn: 0 | 1,
): Frame | null {
  let outer = gen;
  let above = resumer;
  while (outer.state === GeneratorState.SUSPENDED_YIELD_FROM && ts.interp.monitoring === null) {
    const frame = outer.frame as Frame;
    const inner = frame.stack[frame.sp - 1];
    if (!(inner instanceof PyGenerator) || !isResumable(inner)) break;
    const depth = above === null ? 1 : above.depth + 1;
    const { code } = frame.code.code;
    const send = frame.pc - FROM_SEND_TO_RESUME;
    if (depth >= ts.interp.frameLimit || (code[send] & 0xff) !== Op.SEND) break;
    const mounted = enterGenerator(ts, outer, above, undefined, outer === gen ? onReturn : OnReturn.PUSH);
    if (mounted === null) return null;
    frame.sp--;
    frame.pc = send + 1;
    frame.returnOffset = (code[send] >> 8) + 1;
    above = frame;
    outer = inner;
  }
  return enterGenerator(ts, outer, above, value, outer === gen ? onReturn : OnReturn.PUSH);
}

/** Can a generator that is delegated to be resumed, and as SEND does it? */
function isResumable({ cls, state }: PyGenerator): boolean {
  return (
    (cls === GeneratorType || cls === CoroutineType) &&
    (state === GeneratorState.SUSPENDED || state === GeneratorState.SUSPENDED_YIELD_FROM)
  );
}

/** Takes the generator's exceptions off the thread's stack of them. */
function unlink(ts: ThreadState, gen: PyGenerator): void {
  ts.excInfo = gen.excInfo.previous as ExcInfo;
  gen.excInfo.previous = null;
}

/**
 * YIELD_VALUE: suspends the frame, and those that delegate to it, which would only yield the value on. The frame to go on with,
 * or `null` when the loop ends with the value.
 */
export function suspend(ts: ThreadState, frame: Frame, value: Value, delegating: number): Frame | null {
  let resumer = suspendOne(ts, frame, value, delegating);
  while (
    resumer !== null &&
    resumer.generator !== null &&
    resumer.code.code.code[resumer.pc] === YIELD_DELEGATED &&
    ts.interp.monitoring === null
  ) {
    resumer.pc++;
    resumer.sp--;
    resumer = suspendOne(ts, resumer, value, 1);
  }
  return resumer;
}

function suspendOne(ts: ThreadState, frame: Frame, value: Value, delegating: number): Frame | null {
  const gen = frame.generator as PyGenerator;
  gen.state = delegating === 1 ? GeneratorState.SUSPENDED_YIELD_FROM : GeneratorState.SUSPENDED;
  unlink(ts, gen);
  frame.generator = null;
  if (frame.activation !== null) frame.activation.generator ??= new WeakRef(gen);
  const resumer = frame.previous;
  frame.previous = null;
  ts.frame = resumer;
  if (frame.onReturn === OnReturn.EXIT || resumer === null) return null;
  resumer.stack[resumer.sp++] = value;
  // Behind the cache word of the SEND or FOR_ITER that resumed.
  resumer.pc++;
  return resumer;
}

/** Ends a generator whose body has been left. */
function retire(ts: ThreadState, frame: Frame, gen: PyGenerator): void {
  unlink(ts, gen);
  retireSuspended(frame, gen);
}

/** Ends a generator that is not running. */
export function retireSuspended(frame: Frame, gen: PyGenerator): void {
  gen.state = GeneratorState.COMPLETED;
  gen.frame = null;
  if (gen.estate !== null) gen.estate.frame = null;
  gen.excInfo.value = null;
  frame.activation?.end(frame);
  frame.owner = Owner.OBJECT;
  frame.generator = null;
}

/** RETURN_VALUE of a generator: what `leaveFrame` says. */
export function finishGenerator(ts: ThreadState, frame: Frame, value: Value): Frame | undefined {
  const gen = frame.generator as PyGenerator;
  const resumer = frame.previous;
  retire(ts, frame, gen);
  frame.previous = null;
  ts.frame = resumer;
  if (frame.onReturn === OnReturn.EXIT || resumer === null) return undefined;
  resumer.stack[resumer.sp++] = value;
  resumer.pc += resumer.returnOffset;
  return resumer;
}

/** An exception leaves a generator's body. */
export function abandonGenerator(ts: ThreadState, frame: Frame): void {
  retire(ts, frame, frame.generator as PyGenerator);
  frame.previous = null;
}

/** FOR_ITER over a generator: the frame to go on with, which is `frame` itself behind its loop when the generator is exhausted. */
export function nextFrom(
  ts: ThreadState,
  frame: Frame,
  sp: number,
  iter: Value,
  oparg: number,
): Frame | null {
  const gen = iter as PyGenerator;
  frame.sp = sp;
  if (gen.state >= GeneratorState.EXECUTING) {
    if (gen.state === GeneratorState.EXECUTING) {
      return raise(ts, ValueErrorType, "generator already executing");
    }
    frame.pc += oparg + 2;
    return frame;
  }
  frame.returnOffset = oparg + 1;
  return resumeGenerator(ts, gen, frame, None, OnReturn.PUSH);
}

/**
 * SEND. The frame to go on with: a generator's, or `frame` itself with the value that came back on its stack and its
 * place in the code advanced.
 */
export function sendFrom(
  ts: ThreadState,
  frame: Frame,
  sp: number,
  receiver: Value,
  value: Value,
  oparg: number,
): Frame | null {
  const cls = typeOf(receiver);
  if (cls === GeneratorType || cls === CoroutineType) {
    const gen = receiver as PyGenerator;
    const { state } = gen;
    if (state < GeneratorState.EXECUTING && (state !== GeneratorState.CREATED || value === None)) {
      frame.sp = sp - 1;
      frame.returnOffset = oparg + 1;
      return resumeGenerator(ts, gen, frame, value, OnReturn.PUSH);
    }
  }
  const outcome = sendTo(ts, receiver, value);
  if (outcome === null) return null;
  frame.stack[sp - 1] = outcome.value;
  frame.pc += outcome.returned ? oparg + 1 : 1;
  return frame;
}

/** Sends a value to any iterator (CPython `PyIter_Send`). */
export function sendTo(
  ts: ThreadState,
  receiver: Value,
  value: Value,
): Result<{ readonly returned: boolean; readonly value: Value }> {
  const cls = typeOf(receiver);
  if (cls.am_send !== null) return cls.am_send(ts, receiver, value);
  let yielded: Result<Value | undefined>;
  if (value !== None) yielded = callMethod(ts, receiver, "send", [value]);
  else if (cls.tp_iternext === null) {
    return raise(ts, TypeErrorType, `'${typeName(receiver)}' object is not an iterator`);
  } else yielded = nextOrStop(ts, receiver);
  if (yielded === undefined) return { returned: true, value: None };
  if (yielded !== null) return { returned: false, value: yielded };
  if (!pendingMatches(ts, StopIterationType)) return null;
  const frame = ts.frame as Frame | null;
  if (frame !== null) monitorException(ts, frame, Event.RAISE, frame.pc - 1);
  const returned = takeStopValue(ts);
  return returned === null ? null : { returned: true, value: returned };
}

/**
 * The next item of an iterator; `undefined` when it ended without saying more, `null` with an exception pending, which
 * may be StopIteration: that of a `__next__` written in Python, with its value.
 */
export function nextOrStop(ts: ThreadState, it: Value): Result<Value | undefined> {
  const cls = typeOf(it);
  if (cls.am_send !== null) {
    const outcome = cls.am_send(ts, it, None);
    if (outcome === null || !outcome.returned) return outcome === null ? null : outcome.value;
    return outcome.value === None ? undefined : stopIteration(ts, outcome.value);
  }
  if ((cls.flags & TypeFlags.HEAP) !== 0) {
    const method = lookup(cls, "__next__");
    if (method !== undefined && typeOf(method) === FunctionType) return callUnbound(ts, method, it, []);
  }
  return (cls.tp_iternext as NonNullable<typeof cls.tp_iternext>)(ts, it);
}

/** The value of a pending StopIteration, which is taken away; `null` when another exception is pending. */
export function takeStopValue(ts: ThreadState): Result<Value> {
  if (!pendingMatches(ts, StopIterationType)) return null;
  return takePending(ts).fields?.get("value") ?? None;
}

/** Forgets a pending exception of this kind. */
export function swallow(ts: ThreadState, ...types: readonly Parameters<typeof pendingMatches>[1][]): boolean {
  if (!types.some((type) => pendingMatches(ts, type))) return false;
  clearPending(ts);
  return true;
}
