import { OpcodeFlag, opcodeFlags } from "@adder/bytecode";
import { BasicBlock, Instruction, type InstructionSequence } from "../ir/index.js";
import { Scratch } from "./scratch.js";

type Columns = Readonly<
  Pick<InstructionSequence, "opcodes" | "opargs" | "locations" | "jumps" | "labelOffsets">
>;

const terminates = OpcodeFlag.JUMP | OpcodeFlag.EXIT;

/** A sequence with the annotations' code in its place. */
function flatten(sequence: InstructionSequence): Columns {
  const { placeholder: place, annotationsCode } = sequence;
  if (place < 0) return sequence;
  const moved = (annotationsCode?.length ?? 0) - 1;
  const move = (offset: number) => (offset > place ? offset + moved : offset);
  const spliced = <T>(column: readonly T[], inserted: readonly T[] = []) =>
    column.slice(0, place).concat(inserted, column.slice(place + 1));
  // Annotations' code contains no jumps, so it brings no labels.
  return {
    opcodes: spliced(sequence.opcodes, annotationsCode?.opcodes),
    opargs: spliced(sequence.opargs, annotationsCode?.opargs),
    locations: spliced(sequence.locations, annotationsCode?.locations),
    jumps: sequence.jumps.map(move),
    labelOffsets: sequence.labelOffsets.map(move),
  };
}

const scratch = new Scratch();

/** Blocks with jump targets resolved. */
export interface Graph {
  entry: BasicBlock;
  /** Whether some instruction names an exception handler. */
  hasHandlers: boolean;
}

/**
 * Splits a sequence, which stays as it is, into basic blocks. Follows CPython's `_PyCfg_FromInstructionSequence`
 * (`Python/flowgraph.c`).
 */
export function buildGraph(sequence: InstructionSequence): Graph {
  const { opcodes, opargs, locations, jumps, labelOffsets } = flatten(sequence);
  const count = opcodes.length;
  // For each instruction 0, or 1 where a label stands, which becomes the number of its block plus one.
  const places = scratch.zeros(count + 1);
  for (let i = 0; i < jumps.length; i++) places[labelOffsets[opargs[jumps[i]]]] = 1;
  const instructions: Instruction[] = [];
  for (let i = 0; i < count; i++) instructions.push(new Instruction(opcodes[i], opargs[i], locations[i]));
  const targets: BasicBlock[] = [];
  let entry: BasicBlock | null = null;
  let last: BasicBlock | null = null;
  for (let start = 0, end = 0; start < count; start = end) {
    const labelled = places[start] !== 0;
    do {
      const ended = (opcodeFlags[opcodes[end++]] & terminates) !== 0;
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
  let hasHandlers = false;
  for (let i = 0; i < jumps.length; i++) {
    const jump = instructions[jumps[i]];
    const target = targets[places[labelOffsets[jump.oparg]] - 1];
    jump.target = target;
    if (opcodeFlags[jump.opcode] & OpcodeFlag.EXC) target.exceptHandler = hasHandlers = true;
  }
  return { entry: entry!, hasHandlers };
}
