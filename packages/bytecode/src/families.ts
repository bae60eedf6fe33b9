import { cacheWords, deopt, formNames, formShown, opcodeNames } from "./generated/metadata.js";
import { Op } from "./generated/opcodes.js";
import { FIRST_FORM } from "./words.js";

/** The generic instruction that an instruction is a form of; the instruction itself where it is none. */
export function genericOf(opcode: number): number {
  return deopt[opcode < FIRST_FORM ? opcode : formShown[opcode - FIRST_FORM]];
}

/** The name of an instruction, or of a form that only the interpreter's own code holds. */
export function instructionName(opcode: number): string {
  return (opcode < FIRST_FORM ? opcodeNames[opcode] : formNames[opcode - FIRST_FORM]) ?? `<${opcode}>`;
}

/** The specialised forms of a generic instruction, by opcode. Instrumented forms are none. */
export function formsOf(generic: number): number[] {
  const forms: number[] = [];
  for (let opcode = 0; opcode < Op.INSTRUMENTED_END_FOR; opcode++) {
    if (opcode !== generic && opcodeNames[opcode] !== undefined && deopt[opcode] === generic)
      forms.push(opcode);
  }
  return forms;
}

/**
 * Does an instruction begin its inline cache with a counter, and have forms to choose from by its operands? (The forms of
 * JUMP_BACKWARD say which tier it belongs to.)
 */
export function isAdaptive(opcode: number): boolean {
  return (
    cacheWords[opcode] > 0 &&
    deopt[opcode] === opcode &&
    opcode !== Op.JUMP_BACKWARD &&
    formsOf(opcode).length > 0
  );
}
