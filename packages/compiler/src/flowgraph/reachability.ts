import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { type BasicBlock, clearVisited, fallsThrough, lastInstruction, shorten } from "../ir/index.js";

const hasTarget = OpcodeFlag.JUMP | OpcodeFlag.EXC;

/** Longest block that is copied into the place of a jump to it. */
const MAX_COPY_SIZE = 4;

/**
 * Counts the edges to each block and empties blocks that have none. Follows CPython's `remove_unreachable`.
 *
 * @param hasHandlers whether other instructions than the last of a block may have a target
 */
export function removeUnreachable(entry: BasicBlock, hasHandlers: boolean): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    b.predecessors = 0;
    b.visited = false;
  }
  entry.predecessors = 1;
  entry.visited = true;
  const stack = [entry];
  while (stack.length > 0) {
    const block = stack.pop()!;
    const next = block.next;
    if (next !== null && fallsThrough(block)) {
      if (!next.visited) {
        next.visited = true;
        stack.push(next);
      }
      next.predecessors++;
    }
    const { instructions } = block;
    const count = instructions.length;
    for (let i = hasHandlers || count === 0 ? 0 : count - 1; i < count; i++) {
      const instruction = instructions[i];
      if ((opcodeFlags[instruction.opcode] & hasTarget) === 0) continue;
      const target = instruction.target!;
      if (!target.visited) {
        target.visited = true;
        stack.push(target);
      }
      target.predecessors++;
    }
  }
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    if (b.predecessors === 0) {
      shorten(b, 0);
      b.exceptHandler = false;
    }
  }
}

/** Whether no instruction of a block has a line. */
export function hasNoLine(block: BasicBlock): boolean {
  const { instructions } = block;
  for (let i = 0; i < instructions.length; i++) if (instructions[i].loc.lineno >= 0) return false;
  return true;
}

/** Whether a block leaves the code object. */
export function exitsScope(block: BasicBlock): boolean {
  const last = lastInstruction(block);
  return last !== undefined && (opcodeFlags[last.opcode] & OpcodeFlag.EXIT) !== 0;
}

/** Puts a block in the place of the jump to it when it is a short exit or has no lines; tells whether it did. */
function inlineTarget(block: BasicBlock): boolean {
  let last = lastInstruction(block);
  if (last === undefined || (opcodeFlags[last.opcode] & OpcodeFlag.ALWAYS) === 0) return false;
  const target = last.target!;
  const smallExit = exitsScope(target) && target.instructions.length <= MAX_COPY_SIZE;
  const noLine = hasNoLine(target) && !fallsThrough(target);
  if (!smallExit && !noLine) return false;
  const removed = last.opcode;
  last.clear();
  for (const instruction of target.instructions) block.instructions.push(instruction.copy());
  if (noLine) {
    last = lastInstruction(block)!;
    // The check for signals that the removed jump would have made must not be lost.
    if (opcodeFlags[last.opcode] & OpcodeFlag.ALWAYS && removed === Op.JUMP) last.opcode = Op.JUMP;
  }
  target.predecessors--;
  return true;
}

/** Copies short exits and blocks without lines to where they are jumped to. Follows CPython's `inline_small_or_no_lineno_blocks`. */
export function inlineSmallBlocks(entry: BasicBlock): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (let b: BasicBlock | null = entry; b !== null; b = b.next) if (inlineTarget(b)) changed = true;
  }
}

/** Marks blocks that are reached without an exception, then those that are reached only after one. */
function markCold(entry: BasicBlock): void {
  clearVisited(entry);
  const stack = [entry];
  entry.visited = true;
  const visit = (block: BasicBlock) => {
    if (block.visited || block.warm) return;
    block.visited = true;
    stack.push(block);
  };
  const follow = (block: BasicBlock) => {
    if (block.next !== null && fallsThrough(block)) visit(block.next);
    const last = lastInstruction(block);
    if (last !== undefined && opcodeFlags[last.opcode] & OpcodeFlag.JUMP) visit(last.target!);
  };
  while (stack.length > 0) {
    const block = stack.pop()!;
    block.warm = true;
    follow(block);
  }
  clearVisited(entry);
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    if (b.exceptHandler) {
      b.visited = true;
      stack.push(b);
    }
  }
  while (stack.length > 0) {
    const block = stack.pop()!;
    block.cold = true;
    follow(block);
  }
}

export { markCold };
