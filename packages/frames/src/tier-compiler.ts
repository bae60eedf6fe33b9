import type { PyCode, Result, ThreadState, Value } from "@adder/objects";
import type { Frame } from "./frame.js";

/** Code that a tier above the interpreter has made: executes a frame from its present place to its end. */
export type CompiledCode = (ts: ThreadState, frame: Frame) => Result<Value>;

/** A tier above the interpreter. */
export interface TierCompiler {
  /** Warmth of a code object from which it is worth asking. */
  readonly threshold: number;
  /** Compiles code on the evidence of its caches, or answers `null` when the interpreter is to go on with it. */
  compile(code: PyCode): CompiledCode | null;
}

/** Compiles nothing: everything is interpreted. */
export const neverCompile: TierCompiler = {
  threshold: Number.POSITIVE_INFINITY,
  compile: () => null,
};
