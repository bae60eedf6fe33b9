import type { Frame } from "@adder/frames";
import type { PyBaseException, ThreadState } from "@adder/objects";
import type { Event } from "./events.js";
import { fire } from "./fire.js";
import type { Monitoring } from "./state.js";

/** Events of exceptions. */
type ExceptionEvent =
  | Event.RAISE
  | Event.RERAISE
  | Event.EXCEPTION_HANDLED
  | Event.PY_UNWIND
  | Event.PY_THROW;

/**
 * Tells tools what happens to the pending exception in `frame`. It is pending again afterwards, unless a callback has
 * raised another one.
 *
 * @param at code unit of the instruction
 * @returns whether it is the same exception
 */
export function monitorException(ts: ThreadState, frame: Frame, event: ExceptionEvent, at: number): boolean {
  const monitoring = ts.interp.monitoring as Monitoring | null;
  if (monitoring === null || monitoring.tools[event] === 0 || ts.tracing > 0) return true;
  const exc = ts.pending as PyBaseException;
  ts.pending = null;
  if (fire(ts, monitoring.tools[event], event, [frame.code, 2 * at, exc]) === null) return false;
  ts.pending = exc;
  return true;
}
