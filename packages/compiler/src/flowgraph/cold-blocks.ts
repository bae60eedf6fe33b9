import { Op } from "../generated/op.js";
import { BasicBlock, fallsThrough, Instruction, NO_LOCATION } from "../ir/index.js";
import { removeNopsAndJumps } from "./nops.js";
import { markCold } from "./reachability.js";

/** Moves blocks that only exceptions lead to behind all others. Follows CPython's `push_cold_blocks_to_end`. */
export function moveColdBlocks(entry: BasicBlock): void {
  markCold(entry);
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const next: BasicBlock | null = b.next;
    if (!b.cold || next === null || !next.warm || !fallsThrough(b)) continue;
    // A cold block that falls into a warm one loses its neighbour.
    next.labelled = true;
    const jump = new Instruction(Op.JUMP_NO_INTERRUPT, 0, NO_LOCATION);
    jump.target = next;
    const bridge = new BasicBlock([jump]);
    bridge.cold = true;
    bridge.predecessors = 1;
    bridge.next = next;
    b.next = bridge;
  }
  let coldFirst: BasicBlock | null = null;
  let coldLast: BasicBlock | null = null;
  let warmLast: BasicBlock = entry;
  let block: BasicBlock | null = entry.next;
  while (block !== null) {
    const next: BasicBlock | null = block.next;
    if (block.cold) {
      if (coldLast === null) coldFirst = block;
      else coldLast.next = block;
      coldLast = block;
    } else {
      warmLast.next = block;
      warmLast = block;
    }
    block = next;
  }
  warmLast.next = coldFirst;
  if (coldLast === null) return;
  coldLast.next = null;
  removeNopsAndJumps(entry);
}
