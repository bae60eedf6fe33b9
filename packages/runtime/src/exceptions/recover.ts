import type { Frame } from "@adder/frames";
import {
  MemoryErrorType,
  PyRaise,
  RecursionErrorType,
  raise,
  raiseValue,
  raiseWith,
  type ThreadState,
} from "@adder/objects";
import { dropFrame, unwind } from "./unwind.js";

/**
 * What the loop does with something that was thrown through it: a Python exception goes on as a pending one, an
 * exhausted JavaScript stack becomes RecursionError, a value that the host can't hold becomes MemoryError, and everything else is a bug that Python may not see.
 *
 * @param frame the frame that executes as the loop knows it; frames above it were cut off by the throw
 */
export function recover(ts: ThreadState, frame: Frame, error: unknown, nativeDepth: number): Frame | null {
  cutOff(ts, frame, error, nativeDepth);
  return unwind(ts, frame, frame.pc, true);
}

/** Gives back the frames above one that something was thrown through, and makes a pending exception of what was thrown. */
export function cutOff(ts: ThreadState, frame: Frame, error: unknown, nativeDepth: number): void {
  let above = ts.frame as Frame | null;
  while (above !== null && above !== frame) {
    dropFrame(ts, above);
    above = ts.frame as Frame | null;
  }
  ts.frame = frame;
  ts.nativeDepth = nativeDepth;
  if (error instanceof PyRaise) void raiseValue(ts, error.exception);
  else if (isStackOverflow(error)) void raise(ts, RecursionErrorType, "maximum recursion depth exceeded");
  else if (isOutOfMemory(error)) void raiseWith(ts, MemoryErrorType, []);
  else throw error;
}

/** Does a JavaScript error say that the stack is exhausted? */
export function isStackOverflow(error: unknown): boolean {
  // No regular expression: compiling one needs stack, of which there is none.
  if (error instanceof RangeError) return error.message.includes("call stack");
  // Other engines: Firefox has its own class for it.
  return error instanceof Error && error.name === "InternalError" && error.message.includes("recursion");
}

/** What engines say when a string, an array, a buffer or a bigint would be larger than they can hold. */
const TOO_LARGE =
  /^(?:invalid (?:string|array|typed array|array buffer) length|array buffer allocation failed|maximum bigint size exceeded|(?:map|set) maximum size exceeded|cannot create a string longer|out of memory|allocation size overflow|bigint is too large|repeat count must be less|invalid count value: (?!-))/i;

/** Does a JavaScript error say that a value would be too large? */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && TOO_LARGE.test(error.message);
}
