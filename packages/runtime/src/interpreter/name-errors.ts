import { executableOf, type Frame } from "@adder/frames";
import {
  NameErrorType,
  raise,
  raiseNameError,
  type ThreadState,
  UnboundLocalErrorType,
} from "@adder/objects";

/** Raises UnboundLocalError for a local, or NameError for a free variable, that is not bound. */
export function raiseUnbound(ts: ThreadState, frame: Frame, index: number): null {
  const exec = executableOf(frame.code);
  const name = exec.code.localsplusNames[index];
  if (index >= exec.freeStart) {
    const message = `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
    return raiseNameError(ts, name, message, NameErrorType);
  }
  const message = `cannot access local variable '${name}' where it is not associated with a value`;
  return raise(ts, UnboundLocalErrorType, message);
}
