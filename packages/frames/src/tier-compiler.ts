import type { PyCode, Result, ThreadState, Value } from "@adder/objects";
import type { Frame } from "./frame.js";

/**
 * What has become of an adaptive instruction: generic code that was not executed often enough to be looked at is `cold`; one
 * for which no form fitted at the last attempts is `given up`; `polymorphic` sites remember several shapes.
 */
export type SiteState = "cold" | "adaptive" | "specialised" | "polymorphic" | "given up";

/** What an adaptive instruction has learned. */
export interface SiteFeedback {
  /** Code unit of the instruction. */
  readonly at: number;
  readonly oparg: number;
  /** The family: the generic instruction's opcode. */
  readonly generic: number;
  /** Opcode of the specialised form, `null` for none. */
  readonly form: number | null;
  readonly state: SiteState;
  /** Words of the inline cache behind the counter: versions, positions (the form says which). */
  readonly cache: Int32Array;
  /** What the inline cache refers to: an attribute of a class, a native function, a `PolymorphicCache`; `undefined` for nothing. */
  readonly value: unknown;
}

/** Code that a tier above the interpreter has made: executes a frame from its present place to its end. */
export type CompiledCode = (ts: ThreadState, frame: Frame) => Result<Value>;

/**
 * A tier above the interpreter. The interpreter offers it code that is hot, once; what it makes of that is kept in
 * `PyCode.compiled`.
 */
export interface TierCompiler {
  /**
   * Warmth of a code object from which it is offered. Warmth counts executions and back-edges of the code, and once it is
   * quickened a tick (500 of them, anywhere) counts for the code that executes then: so hot code is what takes a large share
   * of the work.
   */
  readonly threshold: number;
  /**
   * Compiles code on the evidence of what its sites have learned, or answers `null` when the interpreter is to go on with it.
   *
   * @param feedback of all adaptive instructions, in their order
   */
  compile(code: PyCode, feedback: readonly SiteFeedback[]): CompiledCode | null;
}

/** Compiles nothing: everything is interpreted. */
export const neverCompile: TierCompiler = {
  threshold: Number.POSITIVE_INFINITY,
  compile: () => null,
};
