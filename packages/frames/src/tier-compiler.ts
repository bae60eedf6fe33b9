import { ObjectType, type PyCode, type PyObject, type ThreadState, type Value } from "@adder/objects";
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

/**
 * Code that a tier above the interpreter has made: executes a frame from the place that it was compiled for, with the frame's
 * slots as they are. It answers the value that is returned, without leaving the frame; `null` with an exception pending,
 * which has not been looked at yet (`frame.pc` and `frame.sp` say where); or `undefined` when the interpreter is to go on with
 * the frame, at `frame.pc` and `frame.sp`; or {@link YIELDED}.
 */
export type CompiledCode = (ts: ThreadState, frame: Frame) => Value | null | undefined;

/** The answer of compiled code that has suspended the frame of a generator: `ts.left` is what it yields. */
export const YIELDED: PyObject = new (class Yielded implements PyObject {
  readonly cls = ObjectType;
})();

/** What an instruction does, as a text. */
export interface InstructionTemplate {
  readonly name: string;
  /** Stack effect: `"lhs, rhs -- res"`. */
  readonly effect: string;
  /** Statements of JavaScript, with the macros of the interpreter's instructions. */
  readonly body: string;
}

/** The interpreter's instructions as material for a tier that generates code. */
export interface InstructionTemplates {
  /** What the texts refer to, by name. */
  readonly scope: Readonly<Record<string, unknown>>;
  /** By opcode. */
  readonly bodies: ReadonlyMap<number, InstructionTemplate>;
}

/**
 * Activations that generated code executes keep local variables where nobody else sees them. Whoever changes a variable of an
 * activation from outside, or wants to be told what code does from now on, counts this up: generated code looks at it behind
 * every call and leaves the rest of the activation to the interpreter.
 */
export const activations = { epoch: 0 };

/** Warmth from which code is compiled unless somebody sets it: six ticks. */
export const DEFAULT_HOT = 3_000;

/**
 * A tier above the interpreter. The interpreter offers it the places where hot code can be entered: the RESUME of a function,
 * and backward jumps.
 */
export interface TierCompiler {
  /**
   * Warmth of a code object from which it is offered. Warmth counts executions and back-edges of the code, and once it is
   * quickened a tick (500 of them, anywhere) counts for the code that executes then: so hot code is what takes a large share
   * of the work.
   */
  readonly threshold: number;
  /**
   * Compiles code on the evidence of what its sites have learned, or answers `null` when the interpreter is to go on with it;
   * then the place is not offered again.
   *
   * @param at code unit of a RESUME, or of a backward jump: the code is to begin at the jump's target
   * @param feedback of all adaptive instructions, in their order
   */
  compile(code: PyCode, at: number, feedback: readonly SiteFeedback[]): CompiledCode | null;
}

/** Compiles nothing: everything is interpreted. */
export const neverCompile: TierCompiler = {
  threshold: Number.POSITIVE_INFINITY,
  compile: () => null,
};
