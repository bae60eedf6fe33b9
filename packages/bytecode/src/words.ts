import { cacheWords, deopt, formShown } from "./generated/metadata.js";
import { Op } from "./generated/opcodes.js";

/*
 * The interpreter executes a copy of its own of a code object's instructions: one 32-bit word for each code unit, so that
 * positions are the same, with the opcode in the low bits and the argument above it. There is room for more forms of
 * instructions than a byte can number (`Form`), and for wider inline caches.
 */

/** The lowest opcode of a form that CPython does not have. */
export const FIRST_FORM = 300;

/** The lowest opcode of an instrumented instruction (PEP 669). */
export const FIRST_INSTRUMENTED = 234;

/** Bits of a word that hold the opcode. */
export const OPCODE_BITS = 10;
/** Masks the opcode out of a word. */
export const OPCODE_MASK = (1 << OPCODE_BITS) - 1;

/** The counter of an adaptive instruction that does not specialise yet: it runs out after 4095 executions. */
export const COLD_COUNTER = 0xffff;

/** A word of an instruction. */
export function makeWord(opcode: number, oparg: number): number {
  return (oparg << OPCODE_BITS) | opcode;
}

/** The words of generic instructions, with complete arguments, and nothing in their caches but cold counters. */
export function widenInstructions(units: Uint16Array): Int32Array {
  const words = new Int32Array(units.length);
  let extended = 0;
  for (let i = 0; i < units.length; ) {
    const opcode = units[i] & 0xff;
    const oparg = extended | (units[i] >> 8);
    words[i] = makeWord(opcode, oparg);
    extended = opcode === Op.EXTENDED_ARG ? oparg << 8 : 0;
    const caches = cacheWords[opcode];
    if (caches > 0) words[i + 1] = COLD_COUNTER;
    i += 1 + caches;
  }
  return words;
}

/**
 * The code units that stand for the words of the interpreter, for `dis.dis(f, adaptive=True)`: specialised forms that
 * CPython has are shown, its own by the form that they are most like, cache words by their low 16 bits.
 */
export function narrowInstructions(units: Uint16Array, words: Int32Array): Uint16Array {
  const shown = units.slice();
  for (let i = 0; i < words.length; ) {
    const form = words[i] & OPCODE_MASK;
    let opcode = form < FIRST_FORM ? form : formShown[form - FIRST_FORM];
    // Superinstructions do not tell plain loads apart that are executed alike; the generic code does.
    if (deopt[opcode] === opcode && opcode < Op.INSTRUMENTED_END_FOR) opcode = units[i] & 0xff;
    shown[i] = (units[i] & 0xff00) | opcode;
    const end = i + 1 + cacheWords[units[i] & 0xff];
    for (i++; i < end; i++) shown[i] = words[i] & 0xffff;
  }
  return shown;
}
