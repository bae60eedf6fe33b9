import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import type { Instruction } from "./instruction.js";

const noFallthrough = OpcodeFlag.EXIT | OpcodeFlag.ALWAYS;

/**
 * Instructions that are entered at the first and left at the last.
 * Follows CPython's `basicblock` (`Python/flowgraph.c`).
 */
export class BasicBlock {
  readonly instructions: Instruction[];
  /** The block that follows in the text, into which this one falls through unless it ends with a jump or exit. */
  next: BasicBlock | null = null;
  /** Whether some instruction names this block as its target. */
  labelled = false;
  /** Edges that lead here. */
  predecessors = 0;
  /** Values on the stack on entry; -1 while unknown. */
  startDepth = -1;
  /** Handlers that are active on entry, innermost last; null when they are known no more. */
  handlers: BasicBlock[] | null = null;
  /** Locals that may be unbound on entry: bits for 0 to 31. */
  unsafeLow = 0;
  /** Locals that may be unbound on entry: bits for 32 to 63. */
  unsafeHigh = 0;
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
  /** Handlers of instructions that were removed, by their index; see {@link shorten}. */
  formerHandlers: (BasicBlock | null)[] | null = null;
  /** Index of the first instruction when the graph is laid out. */
  position = 0;

  constructor(instructions: Instruction[]) {
    this.instructions = instructions;
  }
}

/** The last instruction of a block, if it has any. */
export function lastInstruction(block: BasicBlock): Instruction | undefined {
  return block.instructions[block.instructions.length - 1];
}

/** Whether control may run from a block into the next. */
export function fallsThrough(block: BasicBlock): boolean {
  const last = lastInstruction(block);
  return last === undefined || (opcodeFlags[last.opcode] & noFallthrough) === 0;
}

/** The first block from `block` on that has instructions. */
export function nextNonempty(block: BasicBlock | null): BasicBlock | null {
  while (block !== null && block.instructions.length === 0) block = block.next;
  return block;
}

/** Forgets the marks of the last pass. */
export function clearVisited(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) b.visited = false;
}

/**
 * Drops the instructions of a block from index `kept` on. CPython leaves them in memory, and an instruction that is
 * appended later finds the handler of the one that stood in its place; that shows in exception tables.
 */
export function shorten(block: BasicBlock, kept: number): void {
  const { instructions } = block;
  for (let i = kept; i < instructions.length; i++) {
    const { except } = instructions[i];
    if (except === null && block.formerHandlers === null) continue;
    block.formerHandlers ??= [];
    block.formerHandlers[i] = except;
  }
  // Few are dropped at a time, which is faster than setting the length.
  while (instructions.length > kept) instructions.pop();
}

/** Appends an instruction that was not there when handlers were labelled; see {@link shorten}. */
export function append(block: BasicBlock, instruction: Instruction): void {
  instruction.except = block.formerHandlers?.[block.instructions.length] ?? null;
  block.instructions.push(instruction);
}
