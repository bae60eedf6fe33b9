import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { type BasicBlock, clearVisited, fallsThrough, lastInstruction } from "../ir/index.js";

/** Locals that are followed from block to block: two words of bits. */
const TRACKED = 64;

/** Adds locals that may be unbound where a block begins; a block that learns something is put on the stack. */
function addUnsafe(block: BasicBlock, low: number, high: number, stack: BasicBlock[]): void {
  const bothLow = block.unsafeLow | low;
  const bothHigh = block.unsafeHigh | high;
  if (bothLow === block.unsafeLow && bothHigh === block.unsafeHigh) return;
  block.unsafeLow = bothLow;
  block.unsafeHigh = bothHigh;
  if (!block.visited) {
    block.visited = true;
    stack.push(block);
  }
}

function scanBlock(block: BasicBlock, stack: BasicBlock[]): void {
  let low = block.unsafeLow;
  let high = block.unsafeHigh;
  const { instructions } = block;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i];
    if (instruction.except !== null) addUnsafe(instruction.except, low, high, stack);
    const { opcode } = instruction;
    if ((opcodeFlags[opcode] & OpcodeFlag.LOCAL) === 0) continue;
    const { oparg } = instruction;
    if (oparg >= TRACKED) continue;
    const bit = 1 << (oparg & 31);
    const first = oparg < 32;
    let unsafe: boolean;
    if (opcode === Op.LOAD_FAST) {
      if (((first ? low : high) & bit) !== 0) instruction.opcode = Op.LOAD_FAST_CHECK;
      // Behind a load that did not raise the local is bound.
      unsafe = false;
    } else if (opcode === Op.STORE_FAST || opcode === Op.LOAD_FAST_CHECK) unsafe = false;
    else if (
      opcode === Op.DELETE_FAST ||
      opcode === Op.LOAD_FAST_AND_CLEAR ||
      opcode === Op.STORE_FAST_MAYBE_NULL
    )
      unsafe = true;
    else continue;
    if (first) low = unsafe ? low | bit : low & ~bit;
    else high = unsafe ? high | bit : high & ~bit;
  }
  if (block.next !== null && fallsThrough(block)) addUnsafe(block.next, low, high, stack);
  const last = lastInstruction(block);
  if (last !== undefined && opcodeFlags[last.opcode] & OpcodeFlag.JUMP)
    addUnsafe(last.target!, low, high, stack);
}

/** Locals beyond the tracked ones are bound for sure only behind a store or load in the same block. */
function scanManyLocals(entry: BasicBlock, count: number): void {
  const boundIn = new Int32Array(count - TRACKED);
  let number = 0;
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    number++;
    for (const instruction of b.instructions) {
      const index = instruction.oparg - TRACKED;
      if (index < 0) continue;
      switch (instruction.opcode) {
        case Op.DELETE_FAST:
        case Op.LOAD_FAST_AND_CLEAR:
        case Op.STORE_FAST_MAYBE_NULL:
          boundIn[index] = number - 1;
          break;
        case Op.STORE_FAST:
          boundIn[index] = number;
          break;
        case Op.LOAD_FAST:
          if (boundIn[index] !== number) instruction.opcode = Op.LOAD_FAST_CHECK;
          boundIn[index] = number;
          break;
      }
    }
  }
}

/** Bits from `from` up to `to` of one word. */
function bits(from: number, to: number): number {
  let word = 0;
  for (let i = Math.max(from, 0); i < Math.min(to, 32); i++) word |= 1 << i;
  return word;
}

/**
 * Makes loads of locals that may be unbound LOAD_FAST_CHECK.
 * Follows CPython's `add_checks_for_loads_of_uninitialized_variables` (`Python/flowgraph.c`).
 */
export function checkUnboundLocals(entry: BasicBlock, locals: number, parameters: number): void {
  if (locals > TRACKED) scanManyLocals(entry, locals);
  const tracked = Math.min(locals, TRACKED);
  clearVisited(entry);
  const stack: BasicBlock[] = [];
  addUnsafe(entry, bits(parameters, tracked), bits(parameters - 32, tracked - 32), stack);
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) scanBlock(b, stack);
  while (stack.length > 0) {
    const block = stack.pop()!;
    block.visited = false;
    scanBlock(block, stack);
  }
}
