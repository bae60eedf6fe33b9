import { cacheWords, handlerAt, OPCODE_BITS, OPCODE_MASK, Op } from "@adder/bytecode";
import { activationOf, executableOf, type Frame, OnReturn, Owner } from "@adder/frames";
import {
  type PyBaseException,
  PyCell,
  PyInstance,
  PyTraceback,
  sayWhere,
  type ThreadState,
} from "@adder/objects";
import { dropAbove } from "../generators/dropped.js";
import { abandonGenerator } from "../generators/switch.js";
import { offerHandler } from "../interpreter/tier.js";
import { Event } from "../monitoring/events.js";
import { monitorException } from "../monitoring/exceptions.js";

/** What `PyTraceback.lineno` holds until somebody asks: the line is looked up from the position then. */
export const LINE_UNKNOWN = -1;

/** Adds an entry for the instruction that executes in `frame` to the traceback of the pending exception. */
export function addTraceback(exc: PyBaseException, frame: Frame): void {
  exc.traceback = new PyTraceback(exc.traceback, activationOf(frame), 2 * (frame.pc - 1), LINE_UNKNOWN);
}

/**
 * The code unit that callbacks are told of when the instruction before `pc` has failed: CPython's is the one before the
 * next instruction, and so the last of the cache; where a callee has failed, the one before the call.
 */
const failedAt = (frame: Frame, pc: number): number =>
  pc - 1 + cacheWords[frame.code.code.code[pc - 1] & 0xff];

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
  let at = trace && ts.interp.monitoring !== null ? failedAt(frame, pc) : pc - 1;
  if (!trace) monitorException(ts, frame, Event.RERAISE, at);
  for (;;) {
    if (trace) {
      addTraceback(ts.pending as PyBaseException, frame);
      monitorException(ts, frame, Event.RAISE, at);
    }
    const exec = executableOf(frame.code);
    const handler = handlerAt(exec.handlers, pc - 1);
    const bottom = frame.base + exec.nlocals;
    dropAbove(ts, frame, handler === null ? bottom : bottom + handler.depth);
    if (handler !== null) {
      const { stack } = frame;
      let sp = bottom + handler.depth;
      if (handler.lasti) stack[sp++] = frame.pc - 1;
      stack[sp++] = ts.pending as PyBaseException;
      frame.sp = sp;
      // Callbacks see the handler's first instruction as the one that executes.
      frame.pc = handler.target + 1;
      if (!monitorException(ts, frame, Event.EXCEPTION_HANDLED, handler.target)) {
        pc = frame.pc;
        at = pc - 1;
        trace = false;
        continue;
      }
      ts.pending = null;
      frame.pc = handler.target;
      offerHandler(ts, frame);
      return frame;
    }
    monitorException(ts, frame, Event.PY_UNWIND, at);
    const last = frame.onReturn === OnReturn.EXIT;
    const previous = frame.previous;
    if (previous !== null) leaveGetter(ts, previous, frame);
    dropFrame(ts, frame);
    if (last || previous === null) return null;
    frame = previous;
    pc = frame.pc;
    at = pc - 2;
    trace = true;
  }
}

/**
 * An AttributeError leaves `frame`: where it is the getter of a property that `caller` has entered without a call, the error is
 * told of which object and attribute it speaks.
 */
function leaveGetter(ts: ThreadState, caller: Frame, frame: Frame): void {
  const { code, pc } = caller;
  const word = code.instructions[pc - 1];
  if ((word & OPCODE_MASK) !== Op.LOAD_ATTR_PROPERTY) return;
  const first = frame.stack[frame.base];
  const owner = first instanceof PyCell ? first.value : first;
  if (owner instanceof PyInstance && owner.shape.version === code.instructions[pc + 1])
    void sayWhere(ts, owner, code.names[word >> (OPCODE_BITS + 1)]);
}

/** Leaves a frame without a value. */
export function dropFrame(ts: ThreadState, frame: Frame): void {
  const { previous } = frame;
  if (frame.owner === Owner.GENERATOR) abandonGenerator(ts, frame);
  else frame.chunk.owner.pop(frame);
  ts.frame = previous;
}
