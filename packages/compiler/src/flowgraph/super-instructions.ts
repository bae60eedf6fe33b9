import { Op } from "../generated/op.js";
import type { BasicBlock, Instruction } from "../ir/index.js";
import { removeRedundantNops } from "./nops.js";

/** Joins two instructions on one line whose locals fit in four bits each. */
function join(first: Instruction, second: Instruction, opcode: number): void {
  const line1 = first.loc.lineno;
  const line2 = second.loc.lineno;
  if (line1 >= 0 && line2 >= 0 && line1 !== line2) return;
  if (first.oparg >= 16 || second.oparg >= 16) return;
  first.set(opcode, (first.oparg << 4) | second.oparg);
  second.clear();
}

/** Joins neighbouring loads and stores of locals. Follows CPython's `insert_superinstructions` (`Python/flowgraph.c`). */
export function insertSuperInstructions(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const { instructions } = b;
    for (let i = 0; i + 1 < instructions.length; i++) {
      const current = instructions[i];
      const { opcode } = current;
      if (opcode !== Op.LOAD_FAST && opcode !== Op.STORE_FAST) continue;
      const next = instructions[i + 1];
      if (opcode === Op.LOAD_FAST) {
        if (next.opcode === Op.LOAD_FAST) join(current, next, Op.LOAD_FAST_LOAD_FAST);
      } else {
        if (next.opcode === Op.LOAD_FAST) join(current, next, Op.STORE_FAST_LOAD_FAST);
        else if (next.opcode === Op.STORE_FAST) join(current, next, Op.STORE_FAST_STORE_FAST);
      }
    }
  }
  removeRedundantNops(entry);
}
