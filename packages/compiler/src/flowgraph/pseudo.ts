import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { Op } from "../generated/op.js";
import { append, BasicBlock, Instruction, lastInstruction } from "../ir/index.js";
import { removeNopsAndJumps } from "./nops.js";

/** The least number of a pseudo instruction. */
const FIRST_PSEUDO = 256;

/** Writes JUMP_IF_TRUE and JUMP_IF_FALSE out. Follows CPython's `convert_pseudo_conditional_jumps`. */
export function convertConditionalJumps(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const last = lastInstruction(b);
    if (last === undefined || (last.opcode !== Op.JUMP_IF_FALSE && last.opcode !== Op.JUMP_IF_TRUE)) continue;
    last.opcode = last.opcode === Op.JUMP_IF_FALSE ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
    const { instructions } = b;
    const copy = new Instruction(Op.COPY, 1, last.loc);
    const toBool = new Instruction(Op.TO_BOOL, 0, last.loc);
    copy.except = toBool.except = last.except;
    instructions[instructions.length - 1] = copy;
    instructions.push(toBool, last);
  }
}

/** Replaces the other pseudo instructions, jumps excepted. Follows CPython's `convert_pseudo_ops`. */
export function convertPseudo(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    const { instructions } = b;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i];
      const { opcode } = instruction;
      // Pseudo instructions stand above all others.
      if (opcode < FIRST_PSEUDO) continue;
      if (opcode === Op.LOAD_CLOSURE) instruction.opcode = Op.LOAD_FAST;
      else if (opcode === Op.STORE_FAST_MAYBE_NULL) instruction.opcode = Op.STORE_FAST;
      else if ((opcodeFlags[opcode] & OpcodeFlag.EXC) !== 0) instruction.clear();
    }
  }
  removeNopsAndJumps(entry);
}

const reversed = new Map<number, number>([
  [Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE],
  [Op.POP_JUMP_IF_TRUE, Op.POP_JUMP_IF_FALSE],
  [Op.POP_JUMP_IF_NONE, Op.POP_JUMP_IF_NOT_NONE],
  [Op.POP_JUMP_IF_NOT_NONE, Op.POP_JUMP_IF_NONE],
]);

/**
 * Makes conditional jumps lead forward, and marks the way on behind them with NOT_TAKEN.
 * Follows CPython's `normalize_jumps` (`Python/flowgraph.c`).
 */
export function normalizeJumps(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) b.visited = false;
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) {
    b.visited = true;
    const last = lastInstruction(b);
    if (last === undefined || (opcodeFlags[last.opcode] & OpcodeFlag.CONDITIONAL) === 0) continue;
    const notTaken = new Instruction(Op.NOT_TAKEN, 0, last.loc);
    const target = last.target!;
    if (!target.visited) {
      append(b, notTaken);
      continue;
    }
    const jump = new Instruction(Op.JUMP, 0, last.loc);
    jump.target = target;
    const backward = new BasicBlock([notTaken, jump]);
    backward.startDepth = target.startDepth;
    backward.cold = b.cold;
    backward.next = b.next;
    last.opcode = reversed.get(last.opcode)!;
    last.target = b.next;
    b.next = backward;
  }
}
