import { cacheWords, decodeHandlers, Op } from "@adder/bytecode";
import type { CodeMonitoring } from "./code-monitoring.js";

/** What an instruction is to line events. */
export const LineSite = {
  /** It has the line of whatever is executed before it. */
  NONE: 0,
  /** A new line begins here, unless the instruction before was of the same line. */
  START: 1,
  /** No line begins here, but the line may be another one from here on. */
  TRACK: 2,
} as const;

/** What `Frame.lineMark` holds right behind RESUME: whatever comes next begins a line. */
export const RESUMED = -2;

/** Instructions that belong to the one before them in the source, or are skipped by the way on from there. */
const neverStarts: ReadonlySet<number> = new Set([
  Op.RESUME,
  Op.END_FOR,
  Op.END_SEND,
  Op.POP_ITER,
  Op.END_ASYNC_FOR,
]);

/** Where a jump leads as far as lines are concerned, -1 for other instructions. */
function target(opcode: number, oparg: number, end: number): number {
  switch (opcode) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
    case Op.JUMP_FORWARD:
      return end + oparg;
    case Op.FOR_ITER:
    case Op.SEND:
      // Behind END_FOR or END_SEND.
      return end + oparg + 1;
    case Op.JUMP_BACKWARD:
    case Op.JUMP_BACKWARD_NO_INTERRUPT:
      return end - oparg;
  }
  return -1;
}

/**
 * What each instruction of a code object is to line events. Lines begin where CPython has them begin
 * (`initialize_lines` of `Python/instrumentation.c`): where the line is another one than that of the instruction in
 * front, at the targets of jumps, and at exception handlers.
 *
 * CPython compares the line there with that of the instruction executed last. That one is not known here, so that
 * wherever the line may change something is executed that notes it.
 */
export function lineSites(monitoring: CodeMonitoring): Uint8Array {
  const { opcodes, opargs, lines, first } = monitoring;
  const sites = new Uint8Array(opcodes.length);
  const mark = (at: number, starts: boolean): void => {
    if (at < 0 || at >= sites.length) return;
    if (starts && lines[at] >= 0) sites[at] = LineSite.START;
    else if (sites[at] === LineSite.NONE) sites[at] = LineSite.TRACK;
  };
  let current = -1;
  let before = -1;
  let resumed = false;
  for (let i = 0; i < opcodes.length; i += 1 + cacheWords[opcodes[i]]) {
    const line = lines[i];
    if (first >= 0 && i >= first) {
      if (neverStarts.has(opcodes[i])) mark(i, false);
      else {
        if (line !== current && line >= 0) mark(i, true);
        else if (line !== before || resumed) mark(i, false);
        current = line;
      }
    }
    before = line;
    resumed = opcodes[i] === Op.RESUME;
  }
  for (let i = Math.max(first, 0); i < opcodes.length; i += 1 + cacheWords[opcodes[i]]) {
    const to = target(opcodes[i], opargs[i], i + 1 + cacheWords[opcodes[i]]);
    if (to >= 0) mark(to, opcodes[to] !== Op.POP_ITER);
  }
  for (const handler of decodeHandlers(monitoring.code.code.exceptiontable)) {
    mark(handler.target, opcodes[handler.target] !== Op.END_ASYNC_FOR);
  }
  return sites;
}
