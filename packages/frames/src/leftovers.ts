import { Op } from "@adder/bytecode";
import { type Frame, Owner } from "./frame.js";

/** Instructions during which a frame's `sp` is exact, because they write it before the callee begins. */
const CALLS: ReadonlySet<number> = new Set([Op.CALL, Op.CALL_KW, Op.CALL_FUNCTION_EX]);

/** Does `frame.sp` say where the evaluation stack ends? */
const isCalling = (frame: Frame): boolean =>
  frame.pc > 0 && CALLS.has(frame.code.code.code[frame.pc - 1] & 255);

/**
 * Forgets the values that lie above the evaluation stacks, in the frame that executes, all below it and the part of
 * the chunks that is free: they are overwritten only when the slots are used again, and would keep alive what a
 * program has let go.
 */
export function forgetLeftovers(executing: Frame): void {
  let above: Frame | null = null;
  for (let frame: Frame | null = executing; frame !== null; above = frame, frame = frame.previous) {
    if (!isCalling(frame)) continue;
    const { stack } = frame;
    const shared = above !== null && above.stack === stack;
    const end = shared ? above?.base : frame.owner === Owner.STACK ? frame.top : stack.length;
    for (let i = frame.sp; i < (end as number); i++) stack[i] = undefined;
  }
  const { chunk, globals, code } = executing;
  chunk.values.fill(undefined, executing.top);
  for (let free = chunk.next; free !== null; free = free.next) free.values.fill(undefined);
  for (
    let record = executing.next;
    record !== null;
    record = record.next ?? record.chunk.next?.first ?? null
  ) {
    record.code = code;
    record.globals = globals;
    record.builtins = executing.builtins;
    record.previous = null;
    record.generator = null;
  }
}
