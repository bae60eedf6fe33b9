import { Op } from "../generated/op.js";
import { Instruction } from "./instruction.js";
import type { Location } from "./location.js";

/** A place in an {@link InstructionSequence}, made by `newLabel` and put in place by `useLabel`. */
export type Label = number;

/** Means "no place". */
export const NO_LABEL: Label = -1;

/**
 * What code generation writes: instructions in order, with jumps to labels.
 * Follows CPython's `Python/instruction_sequence.c`.
 */
export class InstructionSequence {
  readonly instructions: Instruction[] = [];
  /** Those of them that have a label. */
  readonly jumps: Instruction[] = [];
  /** Index of the instruction each label stands before; -1 while it has no place. */
  readonly labelOffsets: number[] = [];
  /** Index of the instruction that `annotationsCode` replaces; -1 if there is none. */
  placeholder = -1;
  /** Code of annotations, which replaces the placeholder. */
  annotationsCode: InstructionSequence | null = null;

  /** Whether some instruction names an exception handler; known once the graph is built. */
  hasHandlers = false;

  /** Number of instructions. */
  get length(): number {
    return this.instructions.length;
  }

  /** Makes a label that has no place yet. */
  newLabel(): Label {
    return this.labelOffsets.push(-1) - 1;
  }

  /** Puts a label before the instruction that is added next. */
  useLabel(label: Label): void {
    this.labelOffsets[label] = this.instructions.length;
  }

  /** Appends an instruction; `oparg` is 0 where the opcode takes none. */
  add(opcode: number, oparg: number, loc: Location): void {
    this.instructions.push(new Instruction(opcode, oparg, loc));
  }

  /** Appends a jump or a block push (`SETUP_FINALLY`, `SETUP_CLEANUP`, `SETUP_WITH`). */
  addJump(opcode: number, label: Label, loc: Location): void {
    const jump = new Instruction(opcode, label, loc);
    this.instructions.push(jump);
    this.jumps.push(jump);
  }

  /** Appends the instruction that annotations' code will replace. */
  addPlaceholder(loc: Location): void {
    this.placeholder = this.instructions.length;
    this.add(Op.ANNOTATIONS_PLACEHOLDER, 0, loc);
  }

  /** Puts a jump or block push before the instruction at `position`; labels from there on move with theirs. */
  insertJump(position: number, opcode: number, label: Label, loc: Location): void {
    const jump = new Instruction(opcode, label, loc);
    this.instructions.splice(position, 0, jump);
    this.jumps.push(jump);
    if (this.placeholder >= position) this.placeholder++;
    const offsets = this.labelOffsets;
    for (let i = 0; i < offsets.length; i++) if (offsets[i] >= position) offsets[i]++;
  }
}
