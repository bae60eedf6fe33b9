import {
  call,
  HostError,
  None,
  OSErrorType,
  type PyBaseException,
  poll,
  type Result,
  raiseValue,
  strFromJs,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { errnoOf, strerror } from "./errno/numbers.js";

/** Raises OSError (the subclass for its errno) of an error number, with the file names it concerns. */
export function raiseErrno(ts: ThreadState, errno: number, filename?: Value, filename2?: Value): null {
  const args: Value[] = [errno, strFromJs(strerror(errno))];
  if (filename !== undefined) {
    args.push(filename);
    if (filename2 !== undefined) args.push(None, filename2);
  }
  // Calling the class picks the subclass (FileNotFoundError and so on).
  const exc = call(ts, OSErrorType, args);
  return exc === null ? null : raiseValue(ts, exc as PyBaseException);
}

/** Runs an operation of the host; its failure becomes OSError. */
export function attempt<T>(
  ts: ThreadState,
  operation: () => T,
  filename?: Value,
  filename2?: Value,
): Result<T> {
  try {
    return operation();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const errno = errnoOf(error.code);
    return raiseErrno(ts, errno === 0 ? errnoOf("EIO") : errno, filename, filename2);
  }
}

/** Is it the failure of a host call? */
export const isHostError = (error: unknown): error is HostError => error instanceof HostError;

/** As {@link attempt}, for an operation that may wait: a signal that comes meanwhile is handled, and it goes on (PEP 475). */
export function persist<T>(ts: ThreadState, operation: () => T): Result<T> {
  while (true) {
    try {
      return operation();
    } catch (error) {
      if (!isHostError(error)) throw error;
      if (error.code !== "EINTR") return raiseErrno(ts, errnoOf(error.code) || errnoOf("EIO"));
      if (poll(ts) === null) return null;
    }
  }
}
