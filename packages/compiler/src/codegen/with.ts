import type { AsyncWith, With } from "@adder/ast";
import { Op, SpecialMethod } from "../generated/op.js";
import { type Label, locationOf, NO_LOCATION } from "../ir/index.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { statements } from "./statements.js";
import { awaitValue, callExitWithNones, popExceptAndReraise } from "./unwind.js";

/** The end of the exceptional way out, with the result of `__exit__` on the stack. */
function finishExcept(c: CodeGenerator, cleanup: Label): void {
  const suppress = c.newLabel();
  c.op(NO_LOCATION, Op.TO_BOOL);
  c.jump(NO_LOCATION, Op.POP_JUMP_IF_TRUE, suppress);
  c.op(NO_LOCATION, Op.RERAISE, 2);
  c.useLabel(suppress);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  for (let i = 0; i < 3; i++) c.op(NO_LOCATION, Op.POP_TOP);
  const exit = c.newLabel();
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, exit);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}

/**
 * Compiles `with` or `async with` from the item at `position` on. Follows `codegen_with_inner` and
 * `codegen_async_with_inner`.
 */
export function withStatement(c: CodeGenerator, node: With | AsyncWith, position: number): void {
  const isAsync = node.nodeType === "AsyncWith";
  const item = node.items[position];
  const block = c.newLabel();
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  expression(c, item.context_expr);
  const loc = locationOf(item.context_expr);
  c.op(loc, Op.COPY, 1);
  c.op(loc, Op.LOAD_SPECIAL, isAsync ? SpecialMethod.AEXIT : SpecialMethod.EXIT);
  c.op(loc, Op.SWAP, 2);
  c.op(loc, Op.SWAP, 3);
  c.op(loc, Op.LOAD_SPECIAL, isAsync ? SpecialMethod.AENTER : SpecialMethod.ENTER);
  c.op(loc, Op.CALL, 0);
  if (isAsync) awaitValue(c, loc, 1);
  c.jump(loc, Op.SETUP_WITH, final);
  c.useLabel(block);
  c.pushBlock(loc, isAsync ? "async-with" : "with", block, final);
  if (item.optional_vars !== null) expression(c, item.optional_vars);
  else c.op(loc, Op.POP_TOP);
  if (position + 1 === node.items.length) statements(c, node.body);
  else withStatement(c, node, position + 1);
  c.popBlock();
  c.op(isAsync ? loc : NO_LOCATION, Op.POP_BLOCK);
  callExitWithNones(c, loc);
  if (isAsync) awaitValue(c, loc, 2);
  c.op(loc, Op.POP_TOP);
  c.jump(loc, Op.JUMP, exit);
  c.useLabel(final);
  c.jump(loc, Op.SETUP_CLEANUP, cleanup);
  c.op(loc, Op.PUSH_EXC_INFO);
  c.op(loc, Op.WITH_EXCEPT_START);
  if (isAsync) awaitValue(c, loc, 2);
  finishExcept(c, cleanup);
  c.useLabel(exit);
}
