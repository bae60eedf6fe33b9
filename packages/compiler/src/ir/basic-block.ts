import type { Instruction } from "./instruction.js";

/**
 * Instructions that are entered at the first and left at the last.
 * Follows CPython's `basicblock` (`Python/flowgraph.c`).
 */
export class BasicBlock {
  readonly instructions: Instruction[] = [];
  /** The block that follows in the text, into which this one falls through unless it ends with a jump or exit. */
  next: BasicBlock | null = null;
  /** Whether some instruction names this block as its target. */
  labelled = false;
  /** Edges that lead here. */
  predecessors = 0;
  /** Values on the stack on entry; -1 while unknown. */
  startDepth = -1;
  /** Handlers that are active on entry, innermost last. */
  exceptStack: BasicBlock[] | null = null;
  /** Locals that may be unbound on entry, 32 a word. */
  unsafeLocals = 0n;
  /** An exception handler that keeps the instruction pointer for re-raising. */
  preserveLasti = false;
  /** Scratch mark of the pass that runs. */
  visited = false;
  /** The beginning of an exception handler. */
  exceptHandler = false;
  /** Reached only through exception handlers; laid out at the end. */
  cold = false;
  /** Reached without any exception. */
  warm = false;
}
