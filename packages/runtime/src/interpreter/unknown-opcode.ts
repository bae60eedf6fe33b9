import type { Frame } from "@adder/frames";
import { raise, SystemErrorType, type ThreadState } from "@adder/objects";

/** Raises SystemError for an instruction that there is not, in a code object that a program has put together. */
export function raiseUnknownOpcode(ts: ThreadState, frame: Frame, opcode: number): null {
  const place = `${frame.code.code.filename}:${frame.lineno()}`;
  return raise(ts, SystemErrorType, `${place}: unknown opcode ${opcode}`);
}
