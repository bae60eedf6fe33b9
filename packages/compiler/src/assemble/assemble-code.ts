import { CodeFlags, CodeObject, cacheWords } from "@adder/bytecode";
import { optimizeUnit } from "../flowgraph/optimize.js";
import { Op } from "../generated/op.js";
import type { Instruction, InstructionSequence, UnitMetadata } from "../ir/index.js";
import { EMPTY } from "./byte-writer.js";
import { allocateCode } from "./code-pool.js";
import { encodeHandlers } from "./exception-table.js";
import { instructionSize, layOut } from "./lay-out.js";
import { describeLocals } from "./locals-plus.js";
import { encodeLocations } from "./location-table.js";

/** What {@link assembleCode} must be told about a code object besides its unit. */
export interface AssembleOptions {
  filename: string;
  /** Bits of `CodeFlags`. */
  flags: number;
}

/** Packs instructions into code units, with EXTENDED_ARGs and empty caches. */
function encodeInstructions(instructions: readonly Instruction[], size: number): Uint16Array {
  const code = allocateCode(size);
  let at = 0;
  for (let i = 0; i < instructions.length; i++) {
    const { opcode, oparg } = instructions[i];
    if (oparg > 0xff) {
      if (oparg > 0xffffff) code[at++] = Op.EXTENDED_ARG | (((oparg >>> 24) & 0xff) << 8);
      if (oparg > 0xffff) code[at++] = Op.EXTENDED_ARG | (((oparg >>> 16) & 0xff) << 8);
      code[at++] = Op.EXTENDED_ARG | (((oparg >>> 8) & 0xff) << 8);
    }
    code[at] = opcode | ((oparg & 0xff) << 8);
    at += 1 + cacheWords[opcode];
  }
  return code;
}

/**
 * Optimises the instructions of one unit and packs them into a code object. The sequence is used up.
 * Follows CPython's `optimize_and_assemble_code_unit` (`Python/compile.c`).
 */
export function assembleCode(
  unit: UnitMetadata,
  sequence: InstructionSequence,
  { filename, flags }: AssembleOptions,
): CodeObject {
  const argcount = unit.posonlyargcount + unit.argcount;
  const starred = (flags & CodeFlags.VARARGS ? 1 : 0) + (flags & CodeFlags.VARKEYWORDS ? 1 : 0);
  const parameters = argcount + unit.kwonlyargcount + starred;
  const { entry, consts, stackDepth } = optimizeUnit(unit, sequence, parameters, flags);
  const instructions = layOut(entry);
  const last = instructions[instructions.length - 1];
  const size = last.offset + instructionSize(last);
  const { names, kinds } = describeLocals(unit, flags);
  return new CodeObject({
    argcount,
    posonlyargcount: unit.posonlyargcount,
    kwonlyargcount: unit.kwonlyargcount,
    stacksize: Math.max(stackDepth, 1),
    flags,
    code: encodeInstructions(instructions, size),
    consts,
    names: [...unit.names.keys()],
    localsplusNames: names,
    localsplusKinds: kinds,
    filename,
    name: unit.name,
    qualname: unit.qualname,
    firstlineno: unit.firstlineno,
    linetable: encodeLocations(instructions, unit.firstlineno, size),
    exceptiontable: sequence.hasHandlers ? encodeHandlers(instructions, size) : EMPTY,
  });
}
