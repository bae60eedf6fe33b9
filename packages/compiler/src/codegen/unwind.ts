import { Op } from "../generated/op.js";
import { type Location, NO_LOCATION } from "../ir/index.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { ResumeKind } from "./operands.js";
import { statements } from "./statements.js";
import type { FrameBlock } from "./unit.js";

/** Calls `__exit__(None, None, None)`, which is on the stack. */
export function callExitWithNones(c: CodeGenerator, loc: Location): void {
  for (let i = 0; i < 3; i++) c.loadConst(loc, null);
  c.op(loc, Op.CALL, 3);
}

/** Waits for what is on the stack (`yield from`, `await`), below which lies the value to send. */
export function yieldFrom(c: CodeGenerator, loc: Location, isAwait: boolean): void {
  const send = c.newLabel();
  const fail = c.newLabel();
  const exit = c.newLabel();
  c.useLabel(send);
  c.jump(loc, Op.SEND, exit);
  // Only close() and throw() make YIELD_VALUE raise; the handler is for their StopIteration.
  c.jump(loc, Op.SETUP_FINALLY, fail);
  c.op(loc, Op.YIELD_VALUE, 1);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(loc, Op.RESUME, isAwait ? ResumeKind.AFTER_AWAIT : ResumeKind.AFTER_YIELD_FROM);
  c.jump(loc, Op.JUMP_NO_INTERRUPT, send);
  c.useLabel(fail);
  c.op(loc, Op.CLEANUP_THROW);
  c.useLabel(exit);
  c.op(loc, Op.END_SEND);
}

/** Awaits the value on the stack; `kind` says for errors what it came from: 1 `__aenter__`, 2 `__aexit__`. */
export function awaitValue(c: CodeGenerator, loc: Location, kind = 0): void {
  c.op(loc, Op.GET_AWAITABLE, kind);
  c.loadConst(loc, null);
  yieldFrom(c, loc, true);
}

/** Ends a handler: the previous exception becomes current again, then the new one goes on. */
export function popExceptAndReraise(c: CodeGenerator, loc: Location): void {
  c.op(loc, Op.COPY, 3);
  c.op(loc, Op.POP_EXCEPT);
  c.op(loc, Op.RERAISE, 1);
}

/** `name = None; del name`, at the end of `except E as name`. */
export function forgetName(c: CodeGenerator, loc: Location, name: string): void {
  c.loadConst(loc, null);
  variable(c, loc, name, "Store");
  variable(c, loc, name, "Del");
}

/**
 * Leaves one block early. With `preserveTop`, the value on the stack (of `return`) survives.
 * Returns the location for what follows. Follows `codegen_unwind_fblock`.
 */
export function unwindBlock(
  c: CodeGenerator,
  loc: Location,
  block: FrameBlock,
  preserveTop: boolean,
): Location {
  switch (block.type) {
    case "while-loop":
    case "exception-handler":
    case "exception-group-handler":
    case "async-comprehension-generator":
    case "stop-iteration":
      return loc;
    case "for-loop":
    case "pop-value":
      if (preserveTop) c.op(loc, Op.SWAP, 2);
      c.op(loc, Op.POP_TOP);
      return loc;
    case "try-except":
      c.op(loc, Op.POP_BLOCK);
      return loc;
    case "finally-try":
      c.op(loc, Op.POP_BLOCK);
      if (preserveTop) c.pushBlock(loc, "pop-value", -1);
      statements(c, block.finalBody ?? []);
      if (preserveTop) c.popBlock();
      // The body of `finally` runs behind the statement; what leaves is artificial.
      return NO_LOCATION;
    case "finally-end":
      if (preserveTop) c.op(loc, Op.SWAP, 2);
      c.op(loc, Op.POP_TOP);
      if (preserveTop) c.op(loc, Op.SWAP, 2);
      c.op(loc, Op.POP_BLOCK);
      c.op(loc, Op.POP_EXCEPT);
      return loc;
    case "with":
    case "async-with":
      c.op(block.loc, Op.POP_BLOCK);
      if (preserveTop) {
        c.op(block.loc, Op.SWAP, 3);
        c.op(block.loc, Op.SWAP, 2);
      }
      callExitWithNones(c, block.loc);
      if (block.type === "async-with") awaitValue(c, block.loc, 2);
      c.op(block.loc, Op.POP_TOP);
      return NO_LOCATION;
    case "handler-cleanup":
      if (block.name !== null) c.op(loc, Op.POP_BLOCK);
      if (preserveTop) c.op(loc, Op.SWAP, 2);
      c.op(loc, Op.POP_BLOCK);
      c.op(loc, Op.POP_EXCEPT);
      if (block.name !== null) forgetName(c, loc, block.name);
      return loc;
  }
}

/** What {@link unwindBlocks} found. */
export interface Unwound {
  loc: Location;
  /** The loop at which it stopped; `null` if there is none, or none was wanted. */
  loop: FrameBlock | null;
}

/**
 * Leaves all blocks early, or with `toLoop` those inside the innermost loop.
 * Throws SyntaxError in an `except*` block. Follows `codegen_unwind_fblock_stack`.
 */
export function unwindBlocks(
  c: CodeGenerator,
  loc: Location,
  preserveTop: boolean,
  toLoop: boolean,
): Unwound {
  const blocks = c.unit.frameBlocks;
  if (blocks.length === 0) return { loc, loop: null };
  const top = blocks[blocks.length - 1];
  if (top.type === "exception-group-handler") {
    throw c.error("'break', 'continue' and 'return' cannot appear in an except* block", loc);
  }
  if (toLoop && (top.type === "while-loop" || top.type === "for-loop")) return { loc, loop: top };
  // While its own exit is compiled, the block is not there.
  c.popBlock();
  const result = unwindBlocks(c, unwindBlock(c, loc, top, preserveTop), preserveTop, toLoop);
  c.pushFrameBlock(top);
  return result;
}
