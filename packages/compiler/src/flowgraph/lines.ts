import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import {
  BasicBlock,
  fallsThrough,
  type Location,
  lastInstruction,
  NO_LOCATION,
  nextNonempty,
} from "../ir/index.js";
import { exitsScope, hasNoLine } from "./reachability.js";

/** Whether a block has no line although it is a place where one is asked for. */
function wantsLine(block: BasicBlock): boolean {
  if (!hasNoLine(block)) return false;
  if (exitsScope(block)) return true;
  for (const { opcode } of block.instructions) if (opcodeFlags[opcode] & OpcodeFlag.EVAL_BREAK) return true;
  return false;
}

/**
 * Gives each jump to an exit without line its own copy of it, so that the exit can have the jump's line (PEP 626).
 * Follows CPython's `duplicate_exits_without_lineno`.
 */
function duplicateExits(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const last = lastInstruction(b);
    if (last === undefined || (opcodeFlags[last.opcode] & OpcodeFlag.JUMP) === 0) continue;
    const target = nextNonempty(last.target);
    if (target === null || target.predecessors <= 1 || !wantsLine(target)) continue;
    const copy = new BasicBlock(target.instructions.map((instruction) => instruction.copy()));
    copy.instructions[0].loc = last.loc;
    copy.labelled = true;
    copy.predecessors = 1;
    copy.next = target.next;
    last.target = copy;
    target.predecessors--;
    target.next = copy;
  }
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const next: BasicBlock | null = b.next;
    if (next === null || b.instructions.length === 0 || next.instructions.length === 0) continue;
    if (fallsThrough(b) && wantsLine(next)) next.instructions[0].loc = lastInstruction(b)!.loc;
  }
}

/** Hands a location to a block that has none of its own. */
function inherit(block: BasicBlock, loc: Location): void {
  if (block.predecessors !== 1 || block.instructions.length === 0) return;
  const first = block.instructions[0];
  if (first.loc.lineno === -1) first.loc = loc;
}

/** Hands locations on to instructions that have none. Follows CPython's `propagate_line_numbers`. */
function propagate(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const last = lastInstruction(b);
    if (last === undefined) continue;
    let loc = NO_LOCATION;
    const { instructions } = b;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i];
      if (instruction.loc.lineno === -1) instruction.loc = loc;
      else loc = instruction.loc;
    }
    if (b.next !== null && fallsThrough(b)) inherit(b.next, loc);
    if (opcodeFlags[last.opcode] & OpcodeFlag.JUMP) inherit(last.target!, loc);
  }
}

/** Gives every instruction a line that can have one. Follows CPython's `resolve_line_numbers` (`Python/flowgraph.c`). */
export function resolveLines(entry: BasicBlock): void {
  duplicateExits(entry);
  propagate(entry);
}
