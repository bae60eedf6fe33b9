import { deopt, numPopped, numPushed, OpcodeFlag, opcodeFlags, opcodeNames } from "./generated/metadata.js";

/**
 * By how much an instruction grows the stack (`_opcode.stack_effect`, CPython `PyCompile_OpcodeStackEffectWithJump`).
 * Only entering a handler's range depends on whether it jumps: the handler gets what was pushed.
 *
 * @param jumps false asks for the effect when the jump is not taken
 * @returns null for numbers without an instruction and for specialised forms, where Python raises ValueError
 */
export function stackEffect(opcode: number, oparg: number, jumps = true): number | null {
  if (opcodeNames[opcode] === undefined || deopt[opcode] !== opcode) return null;
  if (!jumps && opcodeFlags[opcode] & OpcodeFlag.EXC) return 0;
  return numPushed(opcode, oparg) - numPopped(opcode, oparg);
}
