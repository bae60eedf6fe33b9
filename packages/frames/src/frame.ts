import { lineAt } from "@adder/bytecode";
import type { FrameView, PyCode, PyDict, PyFunction, PyObject, Value } from "@adder/objects";
import type { Activation } from "./activation.js";
import type { Chunk } from "./frame-stack.js";

/** Who a frame belongs to, and so where its values are. */
export const Owner = {
  /** A chunk of the frame stack: given up when the frame is left. */
  STACK: 0,
  /** A generator, coroutine or asynchronous generator, which resumes it. */
  GENERATOR: 1,
  /** A frame object that outlived the activation. */
  OBJECT: 2,
} as const;

/** What happens with the value that a frame returns. */
export const OnReturn = {
  /** It is pushed on the stack of the frame below. */
  PUSH: 0,
  /** It is the result of the evaluation: the interpreter loop ends. */
  EXIT: 1,
  /** It must be None: the call was one of `__init__`, and the new instance is on the caller's stack already. */
  INIT: 2,
} as const;

/** A slot of the value array. `undefined` is an unbound local, or the NULL that some instructions push. */
export type Slot = Value | undefined;

/**
 * An activation of a code object: a structure, not a Python object (CPython `_PyInterpreterFrame`,
 * `InternalDocs/frames.md`). Records are made once for each chunk and used again and again; whoever holds one
 * may not keep it beyond the activation. Python sees a {@link PyFrame}, made when somebody looks.
 */
export class Frame implements FrameView {
  // Fields that a push always sets are there from the start too, so that all records have one hidden class.
  code: PyCode = null as never;
  func: PyFunction | null = null;
  globals: PyDict = null as never;
  builtins: PyDict = null as never;
  /** Namespace of a module or class body; `null` where locals are slots. */
  locals: Value | null = null;
  /** Values: locals, cells and free variables from `base`, then the evaluation stack. */
  stack: Slot[];
  /** Index of the first local in `stack`. */
  base = 0;
  /** Index of the first free slot of the evaluation stack, while the frame is not the one that executes. */
  sp = 0;
  /** Code unit behind the instruction that executes or has suspended the frame; 0 before the first. */
  pc = 0;
  /** Code units that lie between `pc` and the place where a callee's return value is taken. */
  returnOffset = 0;
  /**
   * The line of the last instruction, while line events are wanted of the frame's code: an instruction of the same line
   * begins no new one. See `LineMark` of the runtime for other values.
   */
  lineMark = 0;
  /** The frame that is returned to, also for the eyes of `f_back`. */
  previous: Frame | null = null;
  /** The record for the next call out of this frame, `null` when the chunk ends here. */
  next: Frame | null = null;
  /** The chunk in which calls out of this frame take place. */
  chunk: Chunk;
  /** First slot of the chunk's values that a call out of this frame may use. */
  top = 0;
  /** One of {@link Owner}. */
  owner: 0 | 1 | 2 = Owner.STACK;
  /** One of {@link OnReturn}. */
  onReturn: 0 | 1 | 2 = OnReturn.PUSH;
  /** Frames below this one. */
  depth = 0;
  /** The generator whose body this is, while it executes: a suspended frame does not keep its generator alive. */
  generator: PyObject | null = null;
  /** What is kept of this activation when it is over, once something refers to it. */
  activation: Activation | null = null;

  constructor(chunk: Chunk, stack: Slot[]) {
    this.chunk = chunk;
    this.stack = stack;
  }

  /** Code unit of the instruction that executes, -1 before the first (`f_lasti` is twice that). */
  get lasti(): number {
    return this.pc - 1;
  }

  local(index: number): Slot {
    return this.stack[this.base + index];
  }

  lineno(): number {
    const { code } = this.code;
    return this.pc === 0 ? code.firstlineno : lineAt(code, this.pc - 1);
  }
}
