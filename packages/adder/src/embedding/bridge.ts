import type { Result, ThreadState } from "@adder/objects";
import { takeError } from "./python-error.js";

/** What values that cross the border need of their interpreter. */
export class Bridge {
  constructor(readonly ts: ThreadState) {}

  /**
   * The value of a fallible operation. Throws PythonError when it fails, and StepLimitError when it takes too many steps;
   * an operation that is not part of another one may take all that are allowed.
   */
  perform<T>(operation: (ts: ThreadState) => Result<T>): T {
    const { ts } = this;
    const outermost = ts.frame === null;
    if (outermost) ts.interp.steps = 0;
    let result: Result<T>;
    try {
      result = operation(ts);
    } catch (error) {
      // Whatever native code was doing is over.
      if (outermost) {
        ts.nativeDepth = 0;
        ts.reprStack.length = 0;
      }
      throw error;
    }
    if (result === null) throw takeError(ts);
    return result;
  }
}
