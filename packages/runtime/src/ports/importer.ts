import type { Result, ThreadState, Value } from "@adder/objects";

/** The import system, as the interpreter sees it. */
export interface Importer {
  /** The module of this absolute name, imported if need be: the module itself, not its root package. */
  importModule(ts: ThreadState, name: string): Result<Value>;
  /**
   * What `builtins.__import__` does (CPython `PyImport_ImportModuleLevelObject`).
   *
   * @param name as the program wrote it, relative to the package of `globals` when `level` is not 0
   * @param fromlist a sequence of names; when it is empty the answer is the root package
   */
  importLevel(
    ts: ThreadState,
    name: Value,
    globals: Value,
    locals: Value,
    fromlist: Value,
    level: number,
  ): Result<Value>;
}
