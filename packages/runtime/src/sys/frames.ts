import { type Frame, frameObjectOf } from "@adder/frames";
import {
  getOptionalAttr,
  type MethodRow,
  None,
  PyDict,
  type Result,
  raise,
  type ThreadState,
  toSize,
  type Value,
  ValueErrorType,
} from "@adder/objects";

/** The frame `depth` levels below the executing one; `undefined` when there are not as many. */
function frameAt(ts: ThreadState, depth: number): Frame | undefined {
  let frame = ts.frame as Frame | null;
  for (let i = depth; frame !== null && i > 0; i--) frame = frame.previous;
  return frame ?? undefined;
}

function getFrame(ts: ThreadState, _module: Value, depthValue: Value | undefined): Result<Value> {
  const depth = depthValue === undefined ? 0 : toSize(ts, depthValue);
  if (depth === null) return null;
  const frame = frameAt(ts, Math.max(0, depth));
  return frame === undefined
    ? raise(ts, ValueErrorType, "call stack is not deep enough")
    : frameObjectOf(frame);
}

function getFrameModuleName(ts: ThreadState, _module: Value, depthValue: Value | undefined): Result<Value> {
  const depth = depthValue === undefined ? 0 : toSize(ts, depthValue);
  if (depth === null) return null;
  const frame = frameAt(ts, Math.max(0, depth));
  if (frame === undefined || frame.func === null) {
    return frame === undefined ? None : (frame.globals.getStr("__name__") ?? None);
  }
  return getOptionalAttr(ts, frame.func, "__module__") ?? None;
}

/** Functions of `sys` that look at frames. */
export const frameFunctions: readonly MethodRow[] = [
  ["_getframe", "($module, depth=0, /)", getFrame, "The frame that executes, or one of its callers."],
  [
    "_getframemodulename",
    "($module, /, depth=0)",
    getFrameModuleName,
    "Name of the module whose function calls.",
  ],
  [
    "_current_frames",
    "($module, /)",
    (ts) => {
      const frames = new PyDict();
      const frame = frameAt(ts, 0);
      if (frame !== undefined && frames.set(ts, 1, frameObjectOf(frame)) === null) return null;
      return frames;
    },
    "The executing frame of each thread.",
  ],
  [
    "_current_exceptions",
    "($module, /)",
    (ts) => {
      const exceptions = new PyDict();
      return exceptions.set(ts, 1, ts.excInfo.value ?? None) === null ? null : exceptions;
    },
    "The exception that each thread handles.",
  ],
];
