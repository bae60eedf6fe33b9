import type { ExceptHandler, TryStar } from "@adder/ast";
import { Intrinsic2, Op } from "../generated/op.js";
import { type Label, locationOf, NO_LOCATION } from "../ir/index.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { statements } from "./statements.js";
import { tryFinally } from "./try.js";
import { forgetName, popExceptAndReraise } from "./unwind.js";

/** Compiles `try` with `except*` (PEP 654). */
export function tryStar(c: CodeGenerator, node: TryStar): void {
  if (node.finalbody.length === 0) tryStarExcept(c, node);
  else
    tryFinally(c, node, node.finalbody, () =>
      node.handlers.length > 0 ? tryStarExcept(c, node) : statements(c, node.body),
    );
}

/**
 * On the stack while clauses run: the original exception, the list of exceptions to raise at the end, and what
 * no clause has taken yet. Follows `codegen_try_star_except`.
 */
function tryStarExcept(c: CodeGenerator, node: TryStar): void {
  const loc = locationOf(node);
  const body = c.newLabel();
  const except = c.newLabel();
  const orelse = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  const reraiseStar = c.newLabel();
  c.jump(loc, Op.SETUP_FINALLY, except);
  c.useLabel(body);
  c.pushBlock(loc, "try-except", body);
  statements(c, node.body);
  c.popBlock();
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, orelse);
  c.useLabel(except);
  c.jump(NO_LOCATION, Op.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  c.pushBlock(loc, "exception-group-handler", -1);
  node.handlers.forEach((handler, i) => {
    starClause(c, handler, i === 0, i === node.handlers.length - 1 ? reraiseStar : null);
  });
  c.popBlock();
  const reraise = c.newLabel();
  c.useLabel(reraiseStar);
  c.op(NO_LOCATION, Op.CALL_INTRINSIC_2, Intrinsic2.PREP_RERAISE_STAR);
  c.op(NO_LOCATION, Op.COPY, 1);
  c.jump(NO_LOCATION, Op.POP_JUMP_IF_NOT_NONE, reraise);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(reraise);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.SWAP, 2);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  c.op(NO_LOCATION, Op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(orelse);
  statements(c, node.orelse);
  c.useLabel(end);
}

function starClause(
  c: CodeGenerator,
  handler: ExceptHandler,
  first: boolean,
  reraiseStar: Label | null,
): void {
  const loc = locationOf(handler);
  const except = c.newLabel();
  const exceptWithError = c.newLabel();
  const noMatch = c.newLabel();
  if (first) {
    c.op(loc, Op.BUILD_LIST, 0);
    c.op(loc, Op.COPY, 2);
  }
  if (handler.type !== null) {
    expression(c, handler.type);
    c.op(loc, Op.CHECK_EG_MATCH);
    c.op(loc, Op.COPY, 1);
    c.jump(loc, Op.POP_JUMP_IF_NONE, noMatch);
  }
  const cleanupEnd = c.newLabel();
  const cleanupBody = c.newLabel();
  const { name } = handler;
  if (name !== null) variable(c, loc, name, "Store");
  else c.op(loc, Op.POP_TOP);
  c.jump(loc, Op.SETUP_CLEANUP, cleanupEnd);
  c.useLabel(cleanupBody);
  c.pushBlock(loc, "handler-cleanup", cleanupBody, -1, null, name);
  statements(c, handler.body);
  c.popBlock();
  c.op(NO_LOCATION, Op.POP_BLOCK);
  if (name !== null) forgetName(c, NO_LOCATION, name);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, except);
  c.useLabel(cleanupEnd);
  if (name !== null) forgetName(c, NO_LOCATION, name);
  // What the clause itself raised joins the others.
  c.op(NO_LOCATION, Op.LIST_APPEND, 3);
  c.op(NO_LOCATION, Op.POP_TOP);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, exceptWithError);
  c.useLabel(except);
  c.op(NO_LOCATION, Op.NOP);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, exceptWithError);
  c.useLabel(noMatch);
  c.op(loc, Op.POP_TOP);
  c.useLabel(exceptWithError);
  if (reraiseStar !== null) {
    c.op(NO_LOCATION, Op.LIST_APPEND, 1);
    c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, reraiseStar);
  }
}
