import { cacheWords, deopt, makeWord, OPCODE_BITS, OPCODE_MASK, Op } from "@adder/bytecode";
import type { PyCode } from "@adder/objects";
import { fusePlain } from "./fuse.js";

/** What counts executions becomes, once they need not be counted any more. */
const settled: ReadonlyMap<number, number> = new Map([
  [Op.RESUME, Op.RESUME_CHECK],
  [Op.JUMP_BACKWARD, Op.JUMP_BACKWARD_NO_JIT],
]);

/**
 * Makes generic code adaptive: its counters start with `counter`, and it no longer counts how often it is executed.
 * Jumps and positions stay what they are.
 */
export function quicken(code: PyCode, counter: number): void {
  const words = code.instructions;
  for (let i = 0; i < words.length; ) {
    const opcode = words[i] & OPCODE_MASK;
    const next = settled.get(opcode);
    if (next !== undefined) words[i] = makeWord(next, words[i] >> OPCODE_BITS);
    const caches = cacheWords[opcode];
    if (caches > 0 && deopt[opcode] === opcode) words[i + 1] = counter;
    i += 1 + caches;
  }
  if ((words[0] & OPCODE_MASK) === Op.RESUME_CHECK) code.entry = 1;
  fusePlain(code);
  code.caches = new Array<unknown>(words.length).fill(undefined);
}
