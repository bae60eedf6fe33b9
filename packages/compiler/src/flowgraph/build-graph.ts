import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { BasicBlock, type Instruction, type InstructionSequence } from "../ir/index.js";
import { Scratch } from "./scratch.js";

const terminates = OpcodeFlag.JUMP | OpcodeFlag.EXIT;

/** The instructions of a sequence with the annotations' code in its place, and where each label ended up. */
function flatten(sequence: InstructionSequence): { instructions: Instruction[]; offsets: readonly number[] } {
  const { instructions, labelOffsets, placeholder: place } = sequence;
  if (place < 0) return { instructions, offsets: labelOffsets };
  // Annotations' code contains no jumps, so it brings no labels.
  const annotations = sequence.annotationsCode?.instructions ?? [];
  const all = instructions.slice(0, place).concat(annotations, instructions.slice(place + 1));
  const moved = annotations.length - 1;
  return {
    instructions: all,
    offsets: labelOffsets.map((offset) => (offset > place ? offset + moved : offset)),
  };
}

const scratch = new Scratch();

/**
 * Splits a sequence into basic blocks, with jump targets resolved. Follows CPython's `_PyCfg_FromInstructionSequence`
 * (`Python/flowgraph.c`).
 *
 * @returns the entry block
 */
export function buildGraph(sequence: InstructionSequence): BasicBlock {
  const { instructions, offsets } = flatten(sequence);
  const { jumps } = sequence;
  const count = instructions.length;
  // For each instruction 0, or 1 where a label stands, which becomes the number of its block plus one.
  const places = scratch.zeros(count + 1);
  for (let i = 0; i < jumps.length; i++) places[offsets[jumps[i].oparg]] = 1;
  const targets: BasicBlock[] = [];
  let entry: BasicBlock | null = null;
  let last: BasicBlock | null = null;
  for (let start = 0, end = 0; start < count; start = end) {
    const labelled = places[start] !== 0;
    do {
      const ended = (opcodeFlags[instructions[end++].opcode] & terminates) !== 0;
      if (ended) break;
    } while (end < count && places[end] === 0);
    const block = new BasicBlock(instructions.slice(start, end));
    if (last === null) entry = block;
    else last.next = block;
    last = block;
    if (labelled) {
      block.labelled = true;
      places[start] = targets.push(block);
    }
  }
  for (let i = 0; i < jumps.length; i++) {
    const jump = jumps[i];
    const target = targets[places[offsets[jump.oparg]] - 1];
    jump.target = target;
    if (opcodeFlags[jump.opcode] & OpcodeFlag.EXC) target.exceptHandler = sequence.hasHandlers = true;
  }
  return entry!;
}
