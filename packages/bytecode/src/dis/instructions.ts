import { cacheWords, deopt, OpcodeFlag, opcodeFlags } from "../generated/metadata.js";
import { Op } from "../generated/opcodes.js";

/** One instruction of a code object; offsets are code units. */
export interface DecodedInstruction {
  readonly opcode: number;
  /** With the bits of EXTENDED_ARGs; null where the instruction takes none. */
  readonly oparg: number | null;
  /** Where the instruction itself stands. */
  readonly offset: number;
  /** Where its first EXTENDED_ARG stands; `offset` if it has none. */
  readonly start: number;
  /** Behind its cache. */
  readonly end: number;
}

/**
 * The instructions of code units, caches skipped, EXTENDED_ARGs included (as Python's `dis._unpack_opargs` has them).
 *
 * @param units generic instructions, or what the interpreter made of them
 */
export function* decodeInstructions(units: Uint16Array): Generator<DecodedInstruction> {
  let extended = 0;
  let start = 0;
  for (let offset = 0; offset < units.length; ) {
    const opcode = units[offset] & 0xff;
    const generic = deopt[opcode];
    const end = offset + 1 + cacheWords[generic];
    let oparg: number | null = null;
    if (opcodeFlags[generic] & OpcodeFlag.ARG) {
      oparg = (units[offset] >> 8) | extended;
      extended = generic === Op.EXTENDED_ARG ? oparg << 8 : 0;
    } else extended = 0;
    yield { opcode, oparg, offset, start: generic === Op.EXTENDED_ARG ? offset : start, end };
    if (generic !== Op.EXTENDED_ARG) start = end;
    offset = end;
  }
}

/** Where a jump leads; null for other instructions. END_ASYNC_FOR is no jump, yet it names the loop's head. */
export function jumpTarget({ opcode, oparg, end }: DecodedInstruction): number | null {
  const generic = deopt[opcode];
  if (oparg === null || (opcodeFlags[generic] & OpcodeFlag.JUMP) === 0) return null;
  const backward =
    generic === Op.JUMP_BACKWARD || generic === Op.JUMP_BACKWARD_NO_INTERRUPT || generic === Op.END_ASYNC_FOR;
  return backward ? end - oparg : end + oparg;
}
