import type { Result, ThreadState } from "@adder/objects";
import { takeError } from "./python-error.js";

/** What values that cross the border need of their interpreter. */
export class Bridge {
  constructor(readonly ts: ThreadState) {}

  /** The value of a fallible operation. Throws PythonError when it failed. */
  take<T>(result: Result<T>): T {
    if (result === null) throw takeError(this.ts);
    return result;
  }
}
