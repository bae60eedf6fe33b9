import { cacheWords, deopt, FIRST_FORM, formShown, Op, opcodeNames } from "@adder/bytecode";

/** The generic instruction that an instruction is a form of; the instruction itself where it is none. */
export function genericOf(opcode: number): number {
  return deopt[opcode < FIRST_FORM ? opcode : formShown[opcode - FIRST_FORM]];
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

/** Does an instruction begin its inline cache with a counter, and have forms to choose from? */
export function isAdaptive(opcode: number): boolean {
  return cacheWords[opcode] > 0 && deopt[opcode] === opcode && formsOf(opcode).length > 0;
}
