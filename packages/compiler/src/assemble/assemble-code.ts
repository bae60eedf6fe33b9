import { type CodeBody, CodeFlags, CodeObject, type CodeSource, cacheWords } from "@adder/bytecode";
import { optimizeUnit } from "../flowgraph/optimize.js";
import { Op } from "../generated/op.js";
import type { Instruction, InstructionSequence, UnitMetadata } from "../ir/index.js";
import { EMPTY, tableWriter } from "./byte-writer.js";
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
  /** Name of the first parameter where it is not the one that the instructions know. */
  parameterName?: string | undefined;
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
 * The instructions of one unit, which are optimised and packed when its code runs or somebody looks into it: most functions
 * of a file are not called. Follows CPython's `optimize_and_assemble_code_unit` (`Python/compile.c`).
 */
class UnassembledCode implements CodeSource {
  constructor(
    private readonly unit: UnitMetadata,
    private readonly sequence: InstructionSequence,
    private readonly options: AssembleOptions,
  ) {}

  /** Leaves the sequence as it is: where the stack ends, this may be called again. */
  loadBody(): CodeBody {
    // Nothing is left of a table at whose making the stack ended.
    tableWriter.take();
    const { unit, sequence } = this;
    const { flags, parameterName } = this.options;
    const starred = (flags & CodeFlags.VARARGS ? 1 : 0) + (flags & CodeFlags.VARKEYWORDS ? 1 : 0);
    const parameters = unit.posonlyargcount + unit.argcount + unit.kwonlyargcount + starred;
    const { entry, hasHandlers, consts, stackDepth } = optimizeUnit(unit, sequence, parameters, flags);
    const instructions = layOut(entry);
    const last = instructions[instructions.length - 1];
    const size = last.offset + instructionSize(last);
    const { names, kinds } = describeLocals(unit, flags);
    if (parameterName !== undefined) names[0] = parameterName;
    return {
      stacksize: Math.max(stackDepth, 1),
      code: encodeInstructions(instructions, size),
      consts,
      names: [...unit.names.keys()],
      localsplusNames: names,
      localsplusKinds: kinds,
      linetable: encodeLocations(instructions, unit.firstlineno, size),
      exceptiontable: hasHandlers ? encodeHandlers(instructions, size) : EMPTY,
    };
  }
}

/** Makes the code object of a unit to which nothing is added any more. */
export function assembleCode(
  unit: UnitMetadata,
  sequence: InstructionSequence,
  options: AssembleOptions,
): CodeObject {
  const header = {
    argcount: unit.posonlyargcount + unit.argcount,
    posonlyargcount: unit.posonlyargcount,
    kwonlyargcount: unit.kwonlyargcount,
    flags: options.flags,
    filename: options.filename,
    name: unit.name,
    qualname: unit.qualname,
    firstlineno: unit.firstlineno,
  };
  return new CodeObject(header, new UnassembledCode(unit, sequence, options), 0);
}
