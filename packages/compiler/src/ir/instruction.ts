import type { BasicBlock } from "./basic-block.js";
import type { Location } from "./location.js";

/**
 * One instruction between code generation and assembly; the same object travels through every pass.
 * Follows CPython's `cfg_instr` (`Python/flowgraph.c`).
 */
export class Instruction {
  /** A number of `Op`; pseudo instructions are 256 and above. */
  opcode: number;
  /** Argument; for a jump or block push the {@link Label} until the graph is built, later the jump distance. */
  oparg: number;
  loc: Location;
  /** Where a jump or a block push leads, once the graph is built. */
  target: BasicBlock | null = null;
  /** The handler that is active while this instruction runs, once handlers are labelled. */
  except: BasicBlock | null = null;

  constructor(opcode: number, oparg: number, loc: Location) {
    this.opcode = opcode;
    this.oparg = oparg;
    this.loc = loc;
  }
}
