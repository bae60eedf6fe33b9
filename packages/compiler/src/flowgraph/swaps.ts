import { Op } from "../generated/op.js";
import type { BasicBlock, Instruction } from "../ir/index.js";

/**
 * Replaces a run of SWAPs and NOPs from `start` by the shortest run with the same effect: each cycle of the permutation
 * takes one SWAP per element, written from the end of the run. Follows CPython's `swaptimize` (`Python/flowgraph.c`).
 *
 * @returns index of the last instruction of the run
 */
function shortenRun(instructions: readonly Instruction[], start: number): number {
  let depth = instructions[start].oparg;
  let end = start + 1;
  let swaps = 1;
  for (; end < instructions.length; end++) {
    const { opcode, oparg } = instructions[end];
    if (opcode === Op.SWAP) {
      depth = Math.max(depth, oparg);
      swaps++;
    } else if (opcode !== Op.NOP) break;
  }
  if (swaps === 1) return start;
  const stack = Array.from({ length: depth }, (_, i) => i);
  for (let i = start; i < end; i++) {
    const { opcode, oparg } = instructions[i];
    if (opcode !== Op.SWAP) continue;
    const top = stack[0];
    stack[0] = stack[oparg - 1];
    stack[oparg - 1] = top;
  }
  const visited = -1;
  let current = end - 1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === visited || stack[i] === i) continue;
    for (let j = i; ; ) {
      if (j !== 0) instructions[current--].set(Op.SWAP, j + 1);
      if (stack[j] === visited) break;
      const next = stack[j];
      stack[j] = visited;
      j = next;
    }
  }
  while (current >= start) instructions[current--].clear();
  return end - 1;
}

/** Instructions that pop the top, cannot raise and run no code (finalisers aside) may change places. */
function isSwappable(opcode: number): boolean {
  return opcode === Op.STORE_FAST || opcode === Op.POP_TOP || opcode === Op.STORE_FAST_MAYBE_NULL;
}

/** The local that an instruction binds, or -1. */
function storedLocal({ opcode, oparg }: Instruction): number {
  return opcode === Op.STORE_FAST || opcode === Op.STORE_FAST_MAYBE_NULL ? oparg : -1;
}

/** Index of the next swappable instruction behind `index`, on `line` unless that is negative; -1 if another comes first. */
function nextSwappable(instructions: readonly Instruction[], index: number, line: number): number {
  for (let i = index + 1; i < instructions.length; i++) {
    const instruction = instructions[i];
    // Moving a store across lines would show in a debugger.
    if (line >= 0 && instruction.loc.lineno !== line) return -1;
    if (instruction.opcode === Op.NOP) continue;
    return isSwappable(instruction.opcode) ? i : -1;
  }
  return -1;
}

/** Carries out SWAPs up to `index` by swapping the instructions that pop the values. Follows CPython's `apply_static_swaps`. */
function applySwaps(instructions: Instruction[], index: number): void {
  for (let i = index; i >= 0; i--) {
    const swap = instructions[i];
    if (swap.opcode !== Op.SWAP) {
      if (swap.opcode === Op.NOP || isSwappable(swap.opcode)) continue;
      return;
    }
    const first = nextSwappable(instructions, i, -1);
    if (first < 0) return;
    const line = instructions[first].loc.lineno;
    let second = first;
    for (let count = swap.oparg - 1; count > 0; count--) {
      second = nextSwappable(instructions, second, line);
      if (second < 0) return;
    }
    const storeFirst = storedLocal(instructions[first]);
    const storeSecond = storedLocal(instructions[second]);
    if (storeFirst >= 0 || storeSecond >= 0) {
      if (storeFirst === storeSecond) return;
      for (let k = first + 1; k < second; k++) {
        const store = storedLocal(instructions[k]);
        if (store >= 0 && (store === storeFirst || store === storeSecond)) return;
      }
    }
    swap.clear();
    const held = instructions[first];
    instructions[first] = instructions[second];
    instructions[second] = held;
  }
}

/** Removes what SWAPs it can from a block. */
export function optimizeSwaps(block: BasicBlock): void {
  const { instructions } = block;
  for (let i = 0; i < instructions.length; i++) {
    if (instructions[i].opcode !== Op.SWAP) continue;
    i = shortenRun(instructions, i);
    applySwaps(instructions, i);
  }
}
