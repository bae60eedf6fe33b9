import { CompileError } from "./errors.js";

/** Whether the host ran out of stack; each engine has its own words for it. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && /call stack size|too much recursion/.test(error.message);
}

/**
 * Runs a phase that recurses into a tree; where the stack ends, the {@link CompileError} is a RecursionError.
 * CPython 3.14 looks at the stack as well instead of counting.
 */
export function guardStack<T>(filename: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    const message = "maximum recursion depth exceeded during compilation";
    throw new CompileError("RecursionError", message, filename, null, null);
  }
}
