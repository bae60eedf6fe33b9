import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { type BasicBlock, type Instruction, lastInstruction, nextNonempty, shorten } from "../ir/index.js";

/** The line of the first instruction of a block that will stay; -1 if that is unknown. */
function firstLine(block: BasicBlock): number {
  const { instructions } = block;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i];
    if (instruction.opcode === Op.NOP && instruction.loc.lineno < 0) continue;
    return instruction.loc.lineno;
  }
  return -1;
}

/** Removes the NOPs of a block that no line depends on; returns how many. */
function removeNopsOfBlock(block: BasicBlock): number {
  const instructions = block.instructions;
  const count = instructions.length;
  let first = 0;
  while (first < count && instructions[first].opcode !== Op.NOP) first++;
  if (first === count) return 0;
  let kept = first;
  let previousLine = first > 0 ? instructions[first - 1].loc.lineno : -1;
  for (let i = first; i < count; i++) {
    const instruction = instructions[i];
    const line = instruction.loc.lineno;
    if (instruction.opcode === Op.NOP) {
      if (line < 0 || line === previousLine) continue;
      if (i < count - 1) {
        const next = instructions[i + 1];
        if (next.loc.lineno === line) continue;
        if (next.loc.lineno < 0) {
          next.loc = instruction.loc;
          continue;
        }
      } else {
        const next = nextNonempty(block.next);
        if (next !== null && firstLine(next) === line) continue;
      }
    }
    if (kept !== i) instructions[kept] = instruction;
    kept++;
    previousLine = line;
  }
  if (kept !== count) shorten(block, kept);
  return count - kept;
}

/** Removes NOPs that no line event depends on; returns how many. Follows CPython's `remove_redundant_nops`. */
export function removeRedundantNops(entry: BasicBlock): number {
  let removed = 0;
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) removed += removeNopsOfBlock(b);
  return removed;
}

/** Removes NOPs, and values that are pushed only to be dropped. Follows CPython's `remove_redundant_nops_and_pairs`. */
export function removeNopsAndPairs(entry: BasicBlock): void {
  for (let changed = true; changed; ) {
    changed = false;
    let before: Instruction | null = null;
    for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
      removeNopsOfBlock(b);
      if (b.labelled) before = null;
      const { instructions } = b;
      for (let i = 0; i < instructions.length; i++) {
        const current = instructions[i];
        if (current.opcode !== Op.POP_TOP) continue;
        const previous: Instruction | null = i > 0 ? instructions[i - 1] : before;
        if (previous === null) continue;
        const pushed = previous.opcode;
        if (
          pushed === Op.LOAD_CONST ||
          pushed === Op.LOAD_SMALL_INT ||
          (pushed === Op.COPY && previous.oparg === 1)
        ) {
          previous.clear();
          current.clear();
          changed = true;
        }
      }
      before = lastInstruction(b) ?? before;
      if (before !== null && opcodeFlags[before.opcode] & (OpcodeFlag.JUMP | OpcodeFlag.EXIT)) before = null;
    }
  }
}

/** Removes jumps to what follows anyway; returns how many. */
function removeRedundantJumps(entry: BasicBlock): number {
  let removed = 0;
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const last = lastInstruction(b);
    if (last === undefined || (opcodeFlags[last.opcode] & OpcodeFlag.ALWAYS) === 0) continue;
    if (nextNonempty(last.target) === nextNonempty(b.next)) {
      last.clear();
      removed++;
    }
  }
  return removed;
}

/** Removes NOPs and jumps that do nothing. Follows CPython's `remove_redundant_nops_and_jumps`. */
export function removeNopsAndJumps(entry: BasicBlock): void {
  while (removeRedundantNops(entry) + removeRedundantJumps(entry) > 0);
}
