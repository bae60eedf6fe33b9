import { Op } from "../generated/op.js";
import type { BasicBlock } from "./basic-block.js";
import type { Location } from "./location.js";

/**
 * One instruction between the graph and assembly; the same object travels through every pass.
 * Follows CPython's `cfg_instr` (`Python/flowgraph.c`).
 */
export class Instruction {
  /** A number of `Op`; pseudo instructions are 256 and above. */
  opcode: number;
  /** Argument; for a jump or block push the `Label` until the graph is built, later the jump distance. */
  oparg: number;
  loc: Location;
  /** Where a jump or a block push leads, once the graph is built. */
  target: BasicBlock | null = null;
  /** The handler that is active while this instruction runs, once handlers are labelled. */
  except: BasicBlock | null = null;
  /** Code units in front of this instruction, once it is laid out. */
  offset = 0;

  constructor(opcode: number, oparg: number, loc: Location) {
    this.opcode = opcode;
    this.oparg = oparg;
    this.loc = loc;
  }

  /** Puts another instruction in this one's place; location, target and handler stay. */
  set(opcode: number, oparg: number): void {
    this.opcode = opcode;
    this.oparg = oparg;
  }

  /** Makes this a NOP, which a later pass removes. */
  clear(): void {
    this.opcode = Op.NOP;
    this.oparg = 0;
  }

  /** Another instruction with the same contents. */
  copy(): Instruction {
    const copy = new Instruction(this.opcode, this.oparg, this.loc);
    copy.target = this.target;
    copy.except = this.except;
    return copy;
  }
}
