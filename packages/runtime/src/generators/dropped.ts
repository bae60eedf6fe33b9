import { Op } from "@adder/bytecode";
import { executableOf, type Frame, Owner, type Slot } from "@adder/frames";
import {
  AsyncGeneratorType,
  CoroutineType,
  call,
  GeneratorType,
  getOptionalAttr,
  None,
  type PyBaseException,
  RuntimeWarningType,
  type ThreadState,
  toJs,
  type Value,
} from "@adder/objects";
import { reportUnraisable } from "../traceback/unraisable.js";
import { warn } from "../warn.js";
import { close } from "./drive.js";
import { type Estate, GeneratorState, PyAsyncGenerator, PyGenerator } from "./py-generator.js";

/*
 * CPython finalises a generator or coroutine at once when nobody refers to it any more. References are not counted
 * here, but where a call's result goes can be seen from the instruction behind the call:
 *
 * - GET_ITER: a loop over the call. Nothing but the loop's stack refers to the generator, so it is closed when the
 *   loop is left early, by `break`, `return` or an exception.
 * - POP_TOP: a statement `f()`. A coroutine is dropped without ever having been awaited.
 *
 * All others are finalised when the host has collected them, if it matters: when a generator has cleaning up to do, and
 * when a coroutine might never be awaited. There is no way back to an object that has gone, so its frame outlives it
 * and gets another one.
 */

/** Looks at where a fresh generator goes that a call in `caller` has made. */
export function watchFresh(ts: ThreadState, caller: Frame, gen: PyGenerator): void {
  const opcode = caller.code.code.code[caller.pc + caller.returnOffset] & 255;
  if (opcode === Op.GET_ITER && gen.cls === GeneratorType) gen.temporary = true;
  else if (opcode === Op.POP_TOP && gen.cls === CoroutineType) warnNeverAwaited(ts, gen);
  // Whoever awaits a coroutine at once closes it, should that be necessary.
  else if (opcode !== Op.GET_AWAITABLE || gen.cls !== CoroutineType) watchUnknown(ts, gen);
}

/** Watches a fresh generator or coroutine whose way is not known, if it matters that it goes away. */
export function watchUnknown(ts: ThreadState, gen: PyGenerator): void {
  if (gen.cls === CoroutineType || (gen.cls === GeneratorType && executableOf(gen.code).cleansUp)) {
    finaliseLater(ts, gen);
  }
}

/** Has a generator or coroutine finalised when the host has collected it (CPython `_PyGen_Finalize`). */
export function finaliseLater(ts: ThreadState, gen: PyGenerator): void {
  const { cls, name, qualname, excInfo, origin } = gen;
  const estate: Estate = { frame: gen.frame };
  gen.estate = estate;
  const start = (gen.frame as Frame).pc;
  const finalizer = gen instanceof PyAsyncGenerator ? gen.finalizer : null;
  ts.interp.departures.watch(gen, (thread) => {
    const { frame } = estate;
    if (frame === null || frame.owner !== Owner.GENERATOR) return;
    const heir =
      cls === AsyncGeneratorType
        ? new PyAsyncGenerator(cls, frame, name, qualname, excInfo)
        : new PyGenerator(cls, frame, name, qualname, excInfo);
    heir.origin = origin;
    heir.state =
      frame.pc === start && cls !== AsyncGeneratorType ? GeneratorState.CREATED : suspendedState(frame);
    if (frame.activation !== null) frame.activation.generator = new WeakRef(heir);
    if (heir instanceof PyAsyncGenerator) heir.finalizer = finalizer;
    finalise(thread, heir);
  });
}

/** `__del__()`: what is to be done before a generator or coroutine goes away (CPython `_PyGen_Finalize`). */
export function finalise(ts: ThreadState, gen: PyGenerator): Value {
  const finalizer = gen instanceof PyAsyncGenerator && !gen.closed ? gen.finalizer : null;
  if (gen.state === GeneratorState.COMPLETED) return None;
  if (finalizer !== null) {
    if (call(ts, finalizer, [gen]) === null) ts.interp.evaluator.unraisable(ts, finalizer);
  } else if (gen.cls === CoroutineType && gen.state === GeneratorState.CREATED) warnNeverAwaited(ts, gen);
  else closeUnraisably(ts, gen);
  return None;
}

/** The state of a generator whose frame is suspended, from the YIELD_VALUE that has done it. */
function suspendedState(frame: Frame): 1 | 2 {
  const delegating = frame.code.code.code[frame.pc - 1] >> 8;
  return delegating === 1 ? GeneratorState.SUSPENDED_YIELD_FROM : GeneratorState.SUSPENDED;
}

/** Closes a generator; what it raises is reported. */
function closeUnraisably(ts: ThreadState, gen: PyGenerator): void {
  if (close(ts, gen) === null) reportUnraisable(ts, gen, "Exception ignored while closing generator");
}

/** Warns of a coroutine that nobody has awaited, and nobody will. */
export function warnNeverAwaited(ts: ThreadState, coroutine: PyGenerator): void {
  const { evaluator } = ts.interp;
  const module = evaluator.importModule(ts, "warnings");
  const fn = module === null ? null : getOptionalAttr(ts, module, "_warn_unawaited_coroutine");
  if (fn !== null && fn !== undefined) {
    if (call(ts, fn, [coroutine]) === null) evaluator.unraisable(ts, coroutine);
    return;
  }
  ts.pending = null;
  const message = `coroutine '${toJs(coroutine.qualname)}' was never awaited`;
  if (warn(ts, RuntimeWarningType, message, 1) === null) evaluator.unraisable(ts, coroutine);
}

/** Closes what an early exit from a loop leaves behind, if it is a generator that only the loop knew. */
export function dropIterator(ts: ThreadState, slot: Slot): void {
  if (typeof slot !== "object" || slot.cls !== GeneratorType) return;
  const gen = slot as PyGenerator;
  const { state } = gen;
  if (!gen.temporary || state === GeneratorState.CREATED || state >= GeneratorState.EXECUTING) return;
  gen.temporary = false;
  const raised = ts.pending;
  ts.pending = null;
  closeUnraisably(ts, gen);
  ts.pending = raised as PyBaseException | null;
}

/** Drops what lies on a frame's stack from the top down to `to`, because an exception leaves it behind. */
export function dropAbove(ts: ThreadState, frame: Frame, to: number): void {
  const { stack } = frame;
  for (let i = frame.sp - 1; i >= to; i--) {
    const slot = stack[i];
    if (typeof slot === "object" && slot.cls === GeneratorType) dropIterator(ts, slot);
  }
}
