import { cacheWords, Form, makeWord, OPCODE_BITS, OPCODE_MASK, Op } from "@adder/bytecode";
import { executableOf, type Frame } from "@adder/frames";
import type { PyCode, ThreadState } from "@adder/objects";
import type { RuntimeEvaluator } from "../evaluator.js";

/** The instructions at which hot code is entered, and what they become when a tier has compiled it. */
const entries: ReadonlyMap<number, number> = new Map([
  [Op.RESUME_CHECK, Form.RESUME_COMPILED],
  [Op.JUMP_BACKWARD_NO_JIT, Form.JUMP_BACKWARD_COMPILED],
  [Op.PUSH_EXC_INFO, Form.PUSH_EXC_INFO_COMPILED],
]);
const settled: ReadonlyMap<number, number> = new Map(
  [...entries].map(([plain, compiled]) => [compiled, plain]),
);

/** How often code may turn out to have been compiled on wrong guesses. Each time it must become twice as hot again. */
const MAX_DISCARDED = 6;

/** What the execution of an exception handler adds to the warmth of its code. */
const HANDLER_WARMTH = 50;

/** An exception handler is about to be executed: offers the tier above the interpreter its beginning, if the code is hot. */
export function offerHandler(ts: ThreadState, frame: Frame): void {
  frame.code.warmth += HANDLER_WARMTH;
  offer(ts, frame, frame.pc);
}

/**
 * Offers the tier above the interpreter the code unit `at`, where a frame is, if its code is hot: a RESUME, a backward jump, or
 * the beginning of an exception handler.
 */
export function offer(ts: ThreadState, frame: Frame, at: number): void {
  const { compiler, specializer, watched } = ts.interp.evaluator as RuntimeEvaluator;
  const { code } = frame;
  if (watched || code.warmth < compiler.threshold * 2 ** code.discarded || code.discarded > MAX_DISCARDED)
    return;
  const word = code.instructions[at];
  const compiledForm = entries.get(word & OPCODE_MASK);
  if (compiledForm === undefined || code.caches.length === 0 || code.caches[at + 1] !== undefined) return;
  const compiled = compiler.compile(code, at, specializer.feedback(code));
  code.caches[at + 1] = compiled;
  if (compiled === null) return;
  code.instructions[at] = makeWord(compiledForm, word >> OPCODE_BITS);
  if (compiledForm !== Form.RESUME_COMPILED || executableOf(code).isGenerator) return;
  code.compiled = compiled;
  code.entry = 0;
}

/** Takes back everything that was compiled of a code object: it has guessed wrong too often. */
export function discardCompiled(code: PyCode): void {
  const { instructions: words } = code;
  for (let at = 0; at < words.length; at += 1 + cacheWords[code.code.code[at] & 0xff]) {
    const plain = settled.get(words[at] & OPCODE_MASK);
    if (plain === undefined) continue;
    words[at] = makeWord(plain, words[at] >> OPCODE_BITS);
    code.caches[at + 1] = undefined;
    if (plain === Op.RESUME_CHECK && at === 0) code.entry = 1;
  }
  code.compiled = null;
  code.misses = 0;
  code.warmth = 0;
  code.discarded++;
}
