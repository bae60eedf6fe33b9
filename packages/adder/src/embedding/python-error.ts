import {
  clearPending,
  getAttr,
  type PyBaseException,
  str,
  type ThreadState,
  takePending,
  toJs,
} from "@adder/objects";
import { formatException } from "@adder/runtime";

/** A Python exception that nobody in Python caught, as JavaScript sees it. */
export class PythonError extends Error {
  override readonly name = "PythonError";
  /** The exception itself, for code that works with Python values. */
  declare readonly exception: PyBaseException;

  constructor(
    /** Name of the exception's class (`ValueError`), with its module unless that is `builtins`. */
    readonly type: string,
    /** `str(exception)`. */
    message: string,
    /** The traceback as the command line would print it. */
    readonly traceback: string,
    exception: PyBaseException,
  ) {
    super(message === "" ? type : `${type}: ${message}`);
    // Hosts print the enumerable properties of an uncaught error: this one leads to the whole interpreter.
    Object.defineProperty(this, "exception", { value: exception, enumerable: false });
  }
}

/** Takes the pending exception out of a thread and makes it a JavaScript error. */
export function takeError(ts: ThreadState): PythonError {
  const exc = takePending(ts);
  const text = str(ts, exc);
  if (text === null) clearPending(ts);
  const module = getAttr(ts, exc.cls, "__module__");
  if (module === null) clearPending(ts);
  const prefix =
    typeof module === "string" && module !== "builtins" && module !== "__main__" ? `${module}.` : "";
  const traceback = formatException(ts, exc);
  return new PythonError(`${prefix}${exc.cls.qualname}`, text === null ? "" : toJs(text), traceback, exc);
}
