import { type Frame, OnReturn, Owner } from "@adder/frames";
import { None, raise, type ThreadState, TypeErrorType, typeName, type Value } from "@adder/objects";
import { finishGenerator } from "../generators/switch.js";

/**
 * Leaves a frame with a value where more may be to be done than to push it: `undefined` when the loop ends with the value,
 * the frame to go on with, or `null` with an exception pending in what is now `ts.frame`.
 */
export function leaveFrame(ts: ThreadState, frame: Frame, value: Value): Frame | null | undefined {
  if (frame.owner === Owner.GENERATOR) return finishGenerator(ts, frame, value);
  const caller = frame.previous;
  const { onReturn } = frame;
  frame.chunk.owner.pop(frame);
  ts.frame = caller;
  if (onReturn === OnReturn.EXIT || caller === null) return undefined;
  if (onReturn === OnReturn.PUSH) caller.stack[caller.sp++] = value;
  else if (value !== None) {
    return raise(ts, TypeErrorType, `__init__() should return None, not '${typeName(value)}'`);
  }
  caller.pc += caller.returnOffset;
  return caller;
}
