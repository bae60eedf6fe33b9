import type { ExceptHandler, stmt, Try } from "@adder/ast";
import { Op } from "../generated/op.js";
import { type Label, locationOf, NO_LOCATION } from "../ir/index.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { statements } from "./statements.js";
import { forgetName, popExceptAndReraise } from "./unwind.js";

/** Compiles `try` with `except` or `finally` or both. */
export function tryStatement(c: CodeGenerator, node: Try): void {
  if (node.finalbody.length === 0) tryExcept(c, node);
  else
    tryFinally(c, node, node.finalbody, () =>
      node.handlers.length > 0 ? tryExcept(c, node) : statements(c, node.body),
    );
}

/** Compiles `finally` around what `body` compiles. Follows `codegen_try_finally`. */
export function tryFinally(c: CodeGenerator, node: stmt, finalBody: readonly stmt[], body: () => void): void {
  const loc = locationOf(node);
  const bodyLabel = c.newLabel();
  const end = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.jump(loc, Op.SETUP_FINALLY, end);
  c.useLabel(bodyLabel);
  c.pushBlock(loc, "finally-try", bodyLabel, end, finalBody);
  body();
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.popBlock();
  statements(c, finalBody);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, exit);
  c.useLabel(end);
  c.jump(NO_LOCATION, Op.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  c.pushBlock(NO_LOCATION, "finally-end", end);
  statements(c, finalBody);
  c.popBlock();
  c.op(NO_LOCATION, Op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}

/** Follows `codegen_try_except`. */
function tryExcept(c: CodeGenerator, node: Try): void {
  const loc = locationOf(node);
  const body = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  c.jump(loc, Op.SETUP_FINALLY, except);
  c.useLabel(body);
  c.pushBlock(loc, "try-except", body);
  statements(c, node.body);
  c.popBlock();
  c.op(NO_LOCATION, Op.POP_BLOCK);
  statements(c, node.orelse);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(except);
  c.jump(NO_LOCATION, Op.SETUP_CLEANUP, cleanup);
  c.op(NO_LOCATION, Op.PUSH_EXC_INFO);
  c.pushBlock(loc, "exception-handler", -1);
  node.handlers.forEach((handler, i) => {
    if (handler.type === null && i < node.handlers.length - 1) {
      throw c.error("default 'except:' must be last", handler);
    }
    exceptClause(c, handler, end);
  });
  c.popBlock();
  c.op(NO_LOCATION, Op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(end);
}

function exceptClause(c: CodeGenerator, handler: ExceptHandler, end: Label): void {
  const loc = locationOf(handler);
  const next = c.newLabel();
  if (handler.type !== null) {
    expression(c, handler.type);
    c.op(loc, Op.CHECK_EXC_MATCH);
    c.jump(loc, Op.POP_JUMP_IF_FALSE, next);
  }
  if (handler.name !== null) {
    namedClause(c, handler, handler.name, end);
  } else {
    const body = c.newLabel();
    c.op(loc, Op.POP_TOP);
    c.useLabel(body);
    c.pushBlock(loc, "handler-cleanup", body);
    statements(c, handler.body);
    c.popBlock();
    c.op(NO_LOCATION, Op.POP_BLOCK);
    c.op(NO_LOCATION, Op.POP_EXCEPT);
    c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  }
  c.useLabel(next);
}

/** `except E as name`, which deletes the name whichever way its body is left. */
function namedClause(c: CodeGenerator, handler: ExceptHandler, name: string, end: Label): void {
  const loc = locationOf(handler);
  const cleanup = c.newLabel();
  const body = c.newLabel();
  variable(c, loc, name, "Store");
  c.jump(loc, Op.SETUP_CLEANUP, cleanup);
  c.useLabel(body);
  c.pushBlock(loc, "handler-cleanup", body, -1, null, name);
  statements(c, handler.body);
  c.popBlock();
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_BLOCK);
  c.op(NO_LOCATION, Op.POP_EXCEPT);
  forgetName(c, NO_LOCATION, name);
  c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  forgetName(c, NO_LOCATION, name);
  c.op(NO_LOCATION, Op.RERAISE, 1);
}
