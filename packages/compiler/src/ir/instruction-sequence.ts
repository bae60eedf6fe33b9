import { Op } from "../generated/op.js";
import type { Location } from "./location.js";

/** A place in an {@link InstructionSequence}, made by `newLabel` and put in place by `useLabel`. */
export type Label = number;

/** Means "no place". */
export const NO_LABEL: Label = -1;

/**
 * What code generation writes: instructions in order, with jumps to labels, by columns. Much code is never needed, and a column
 * takes less memory than objects; the graph makes these.
 * Follows CPython's `Python/instruction_sequence.c`.
 */
export class InstructionSequence {
  /** Numbers of `Op`. */
  readonly opcodes: number[] = [];
  /** Arguments; of a jump or block push its {@link Label}. */
  readonly opargs: number[] = [];
  readonly locations: Location[] = [];
  /** Indices of those that have a label. */
  readonly jumps: number[] = [];
  /** Index of the instruction each label stands before; -1 while it has no place. */
  readonly labelOffsets: number[] = [];
  /** Index of the instruction that `annotationsCode` replaces; -1 if there is none. */
  placeholder = -1;
  /** Code of annotations, which replaces the placeholder. */
  annotationsCode: InstructionSequence | null = null;

  /** Number of instructions. */
  get length(): number {
    return this.opcodes.length;
  }

  /** Makes a label that has no place yet. */
  newLabel(): Label {
    return this.labelOffsets.push(-1) - 1;
  }

  /** Puts a label before the instruction that is added next. */
  useLabel(label: Label): void {
    this.labelOffsets[label] = this.opcodes.length;
  }

  /** Appends an instruction; `oparg` is 0 where the opcode takes none. */
  add(opcode: number, oparg: number, loc: Location): void {
    this.opcodes.push(opcode);
    this.opargs.push(oparg);
    this.locations.push(loc);
  }

  /** Appends a jump or a block push (`SETUP_FINALLY`, `SETUP_CLEANUP`, `SETUP_WITH`). */
  addJump(opcode: number, label: Label, loc: Location): void {
    this.jumps.push(this.opcodes.length);
    this.add(opcode, label, loc);
  }

  /** Appends the instruction that annotations' code will replace. */
  addPlaceholder(loc: Location): void {
    this.placeholder = this.opcodes.length;
    this.add(Op.ANNOTATIONS_PLACEHOLDER, 0, loc);
  }

  /** Puts a jump or block push in front of all others; labels move with what they stand before. */
  prependJump(opcode: number, label: Label, loc: Location): void {
    const { jumps, labelOffsets } = this;
    this.opcodes.unshift(opcode);
    this.opargs.unshift(label);
    this.locations.unshift(loc);
    for (let i = 0; i < jumps.length; i++) jumps[i]++;
    jumps.push(0);
    if (this.placeholder >= 0) this.placeholder++;
    for (let i = 0; i < labelOffsets.length; i++) if (labelOffsets[i] >= 0) labelOffsets[i]++;
  }
}
