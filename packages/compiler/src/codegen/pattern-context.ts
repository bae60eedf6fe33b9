import { Op } from "../generated/op.js";
import type { Label, Location } from "../ir/index.js";
import type { CodeGenerator } from "./generator.js";

/**
 * State of compiling one pattern: names are stored only when the whole pattern has matched, so captured values
 * wait on the stack, and a failure must pop them.
 * Follows `pattern_context` (`Python/codegen.c`).
 */
export class PatternContext {
  readonly c: CodeGenerator;
  /** Captured names, in the order of their values on the stack. */
  stores: string[] = [];
  /** Whether a pattern that always matches may stand here. */
  allowIrrefutable = false;
  /** Label at index n pops n values and fails. */
  failLabels: Label[] = [];
  /** Values above the captured ones that patterns still need. */
  onTop = 0;

  constructor(c: CodeGenerator) {
    this.c = c;
  }

  /** Label that pops `count` values and fails. */
  failLabel(count: number): Label {
    while (this.failLabels.length <= count) this.failLabels.push(this.c.newLabel());
    return this.failLabels[count];
  }

  /** Jumps to failure with everything popped that this pattern has on the stack. */
  jumpToFailure(loc: Location, opcode: number): void {
    this.c.jump(loc, opcode, this.failLabel(this.onTop + this.stores.length));
  }

  /** Writes the code that failures jump to. */
  emitFailures(loc: Location): void {
    const labels = this.failLabels;
    if (labels.length === 0) return;
    for (let i = labels.length - 1; i > 0; i--) {
      this.c.useLabel(labels[i]);
      this.c.op(loc, Op.POP_TOP);
    }
    this.c.useLabel(labels[0]);
    this.failLabels = [];
  }

  /** Moves the top value below `count - 1` others. */
  rotate(loc: Location, count: number): void {
    for (let i = count; i > 1; i--) this.c.op(loc, Op.SWAP, i);
  }
}
