import { handlerAt } from "@adder/bytecode";
import { executableOf, type Frame, frameObjectOf, OnReturn, Owner } from "@adder/frames";
import { type PyBaseException, PyTraceback, type ThreadState } from "@adder/objects";
import { dropAbove } from "../generators/dropped.js";
import { abandonGenerator } from "../generators/switch.js";

/** What `PyTraceback.lineno` holds until somebody asks: the line is looked up from the position then. */
export const LINE_UNKNOWN = -1;

/** Adds an entry for the instruction that executes in `frame` to the traceback of the pending exception. */
export function addTraceback(exc: PyBaseException, frame: Frame): void {
  exc.traceback = new PyTraceback(exc.traceback, frameObjectOf(frame), 2 * (frame.pc - 1), LINE_UNKNOWN);
}

/**
 * Finds who handles the pending exception, leaving frames on the way (CPython `exception_unwind`).
 *
 * `frame.sp` says what is on its stack.
 *
 * @param pc code unit behind the instruction that failed; `frame.pc` is the place that is shown, which is another one
 * where an exception is raised again
 * @param trace whether this frame is yet to be added to the traceback
 * @returns the frame to go on with, at its handler; `null` when the exception leaves the evaluation
 */
export function unwind(ts: ThreadState, frame: Frame, pc: number, trace: boolean): Frame | null {
  const exc = ts.pending as PyBaseException;
  for (;;) {
    if (trace) addTraceback(exc, frame);
    const exec = executableOf(frame.code);
    const handler = handlerAt(exec.handlers, pc - 1);
    const bottom = frame.base + exec.nlocals;
    dropAbove(ts, frame, handler === null ? bottom : bottom + handler.depth);
    if (handler !== null) {
      const { stack } = frame;
      let sp = bottom + handler.depth;
      if (handler.lasti) stack[sp++] = frame.pc - 1;
      stack[sp++] = exc;
      ts.pending = null;
      frame.sp = sp;
      frame.pc = handler.target;
      return frame;
    }
    const last = frame.onReturn === OnReturn.EXIT;
    const previous = frame.previous;
    dropFrame(ts, frame);
    if (last || previous === null) return null;
    frame = previous;
    pc = frame.pc;
    trace = true;
  }
}

/** Leaves a frame without a value. */
export function dropFrame(ts: ThreadState, frame: Frame): void {
  const { previous } = frame;
  if (frame.owner === Owner.GENERATOR) abandonGenerator(ts, frame);
  else frame.chunk.owner.pop(frame);
  ts.frame = previous;
}
