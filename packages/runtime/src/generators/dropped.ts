import { Op } from "@adder/bytecode";
import type { Frame, Slot } from "@adder/frames";
import {
  CoroutineType,
  call,
  GeneratorType,
  getOptionalAttr,
  type PyBaseException,
  RuntimeWarningType,
  repr,
  type ThreadState,
  toJs,
} from "@adder/objects";
import { reportUnraisable } from "../traceback/unraisable.js";
import { warn } from "../warn.js";
import { close } from "./drive.js";
import { GeneratorState, type PyGenerator } from "./py-generator.js";

/*
 * CPython finalises a generator or coroutine at once when nobody refers to it any more. References are not counted
 * here, but where a call's result goes can be seen from the instruction behind the call:
 *
 * - GET_ITER: a loop over the call. Nothing but the loop's stack refers to the generator, so it is closed when the
 *   loop is left early, by `break`, `return` or an exception.
 * - POP_TOP: a statement `f()`. A coroutine is dropped without ever having been awaited.
 */

/** Looks at where a fresh generator goes that a call in `caller` has made. */
export function watchFresh(ts: ThreadState, caller: Frame, gen: PyGenerator): void {
  const opcode = caller.code.code.code[caller.pc + caller.returnOffset] & 255;
  if (opcode === Op.GET_ITER) gen.temporary = gen.cls === GeneratorType;
  else if (opcode === Op.POP_TOP && gen.cls === CoroutineType) warnNeverAwaited(ts, gen);
}

function warnNeverAwaited(ts: ThreadState, coroutine: PyGenerator): void {
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
  if (close(ts, gen) === null) {
    const shown = repr(ts, gen);
    const name = shown === null ? "<generator>" : toJs(shown);
    reportUnraisable(ts, undefined, `Exception ignored while closing generator ${name}`);
  }
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
