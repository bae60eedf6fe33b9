import type { Assert, AugAssign, expr, Import, ImportFrom, Raise, Return, stmt } from "@adder/ast";
import type { Constant } from "@adder/bytecode";
import { BinaryOp, CommonConstant, Intrinsic1, Op } from "../generated/op.js";
import { addName, type Location, locationOf, NO_LOCATION } from "../ir/index.js";
import { annotatedAssignment } from "./annotations.js";
import { attributeLocation } from "./attributes.js";
import { classDefinition } from "./classes.js";
import { asyncForLoop, forLoop, ifStatement, jumpIf, whileLoop } from "./control-flow.js";
import { expression, expressions } from "./expressions.js";
import { functionDefinition } from "./functions.js";
import type { CodeGenerator } from "./generator.js";
import { matchStatement } from "./match.js";
import { variable } from "./names.js";
import { BINARY, INPLACE } from "./operands.js";
import { isTwoPartSlice, sliceParts } from "./subscripts.js";
import { tryStatement } from "./try.js";
import { tryStar } from "./try-star.js";
import { typeAlias } from "./type-parameters.js";
import { unwindBlock, unwindBlocks } from "./unwind.js";
import { withStatement } from "./with.js";

/** Compiles statements in order. */
export function statements(c: CodeGenerator, body: readonly stmt[]): void {
  for (let i = 0; i < body.length; i++) statement(c, body[i]);
}

/** Compiles one statement. Follows `codegen_visit_stmt` (`Python/codegen.c`). Throws SyntaxError. */
export function statement(c: CodeGenerator, node: stmt): void {
  switch (node.nodeType) {
    case "Expr":
      expressionStatement(c, locationOf(node), node.value);
      return;
    case "Assign":
      assignment(c, locationOf(node), node.targets, node.value);
      return;
    case "Return":
      returnStatement(c, node);
      return;
    case "If":
      c.unit.conditionalBlocks++;
      ifStatement(c, node);
      c.unit.conditionalBlocks--;
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
      functionDefinition(c, node);
      return;
    case "ClassDef":
      classDefinition(c, node);
      return;
    case "AugAssign":
      augmentedAssignment(c, node);
      return;
    case "AnnAssign":
      annotatedAssignment(c, node);
      return;
    case "For":
      c.unit.conditionalBlocks++;
      forLoop(c, node);
      c.unit.conditionalBlocks--;
      return;
    case "AsyncFor":
      c.unit.conditionalBlocks++;
      asyncForLoop(c, node);
      c.unit.conditionalBlocks--;
      return;
    case "While":
      c.unit.conditionalBlocks++;
      whileLoop(c, node);
      c.unit.conditionalBlocks--;
      return;
    case "Try":
      c.unit.conditionalBlocks++;
      tryStatement(c, node);
      c.unit.conditionalBlocks--;
      return;
    case "TryStar":
      c.unit.conditionalBlocks++;
      tryStar(c, node);
      c.unit.conditionalBlocks--;
      return;
    case "With":
    case "AsyncWith":
      c.unit.conditionalBlocks++;
      withStatement(c, node, 0);
      c.unit.conditionalBlocks--;
      return;
    case "Match":
      c.unit.conditionalBlocks++;
      matchStatement(c, node);
      c.unit.conditionalBlocks--;
      return;
    case "Raise":
      raiseStatement(c, node);
      return;
    case "Assert":
      assertStatement(c, node);
      return;
    case "Delete":
      expressions(c, node.targets);
      return;
    case "Import":
      importStatement(c, node);
      return;
    case "ImportFrom":
      importFrom(c, node);
      return;
    case "TypeAlias":
      typeAlias(c, node);
      return;
    case "Pass":
      c.op(locationOf(node), Op.NOP);
      return;
    case "Break":
      breakStatement(c, locationOf(node));
      return;
    case "Continue":
      continueStatement(c, locationOf(node));
      return;
    case "Global":
    case "Nonlocal":
      return;
  }
}

function expressionStatement(c: CodeGenerator, loc: Location, value: expr): void {
  if (c.interactive && c.outer.length === 0) {
    expression(c, value);
    c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.PRINT);
    c.op(NO_LOCATION, Op.POP_TOP);
  } else if (value.nodeType === "Constant") {
    c.op(loc, Op.NOP);
  } else {
    expression(c, value);
    c.op(NO_LOCATION, Op.POP_TOP);
  }
}

function assignment(c: CodeGenerator, loc: Location, targets: readonly expr[], value: expr): void {
  expression(c, value);
  for (let i = 0; i < targets.length; i++) {
    if (i < targets.length - 1) c.op(loc, Op.COPY, 1);
    expression(c, targets[i]);
  }
}

/** What stands between the reading and the writing of the target. */
function inplaceOperation(c: CodeGenerator, node: AugAssign): void {
  expression(c, node.value);
  c.op(locationOf(node), Op.BINARY_OP, BINARY[node.op] + INPLACE);
}

function augmentedAssignment(c: CodeGenerator, node: AugAssign): void {
  const target = node.target;
  const loc = locationOf(target);
  switch (target.nodeType) {
    case "Name":
      variable(c, loc, target.id, "Load");
      inplaceOperation(c, node);
      variable(c, loc, target.id, "Store");
      return;
    case "Attribute": {
      expression(c, target.value);
      c.op(loc, Op.COPY, 1);
      const place = attributeLocation(loc, target);
      c.op(place, Op.LOAD_ATTR, c.nameIndex(target.attr) << 1);
      inplaceOperation(c, node);
      c.op(place, Op.SWAP, 2);
      c.op(place, Op.STORE_ATTR, c.nameIndex(target.attr));
      return;
    }
    case "Subscript":
      expression(c, target.value);
      if (isTwoPartSlice(target.slice)) {
        sliceParts(c, target.slice);
        for (let i = 0; i < 3; i++) c.op(loc, Op.COPY, 3);
        c.op(loc, Op.BINARY_SLICE);
        inplaceOperation(c, node);
        c.op(loc, Op.SWAP, 4);
        c.op(loc, Op.SWAP, 3);
        c.op(loc, Op.SWAP, 2);
        c.op(loc, Op.STORE_SLICE);
      } else {
        expression(c, target.slice);
        c.op(loc, Op.COPY, 2);
        c.op(loc, Op.COPY, 2);
        c.op(loc, Op.BINARY_OP, BinaryOp.SUBSCR);
        inplaceOperation(c, node);
        c.op(loc, Op.SWAP, 3);
        c.op(loc, Op.SWAP, 2);
        c.op(loc, Op.STORE_SUBSCR);
      }
      return;
  }
}

function returnStatement(c: CodeGenerator, node: Return): void {
  const { value } = node;
  const { entry } = c.unit;
  let loc = locationOf(node);
  if (!entry.isFunctionLike) throw c.error("'return' outside function", node);
  if (value !== null && entry.coroutine && entry.generator) {
    throw c.error("'return' with value in async generator", node);
  }
  const constant = value !== null && value.nodeType === "Constant" ? value : null;
  const preserveTop = value !== null && constant === null;
  if (preserveTop) expression(c, value);
  else if (constant !== null) {
    // The line of the value must show, though it is loaded only behind `finally`.
    loc = locationOf(constant);
    c.op(loc, Op.NOP);
  }
  if (value === null || value.lineno !== node.lineno) {
    loc = locationOf(node);
    c.op(loc, Op.NOP);
  }
  loc = unwindBlocks(c, loc, preserveTop, false).loc;
  if (value === null) c.loadConst(loc, null);
  else if (constant !== null) c.loadConst(loc, constant.value);
  c.op(loc, Op.RETURN_VALUE);
}

function breakStatement(c: CodeGenerator, loc: Location): void {
  c.op(loc, Op.NOP);
  const unwound = unwindBlocks(c, loc, false, true);
  if (unwound.loop === null) throw c.error("'break' outside loop", loc);
  const last = unwindBlock(c, unwound.loc, unwound.loop, false);
  c.jump(last, Op.JUMP, unwound.loop.exit);
}

function continueStatement(c: CodeGenerator, loc: Location): void {
  c.op(loc, Op.NOP);
  const unwound = unwindBlocks(c, loc, false, true);
  if (unwound.loop === null) throw c.error("'continue' not properly in loop", loc);
  c.jump(unwound.loc, Op.JUMP, unwound.loop.block);
}

function raiseStatement(c: CodeGenerator, node: Raise): void {
  let count = 0;
  if (node.exc !== null) {
    expression(c, node.exc);
    count++;
    if (node.cause !== null) {
      expression(c, node.cause);
      count++;
    }
  }
  c.op(locationOf(node), Op.RAISE_VARARGS, count);
}

function isFullTuple(node: expr): boolean {
  if (node.nodeType === "Tuple") return node.elts.length > 0;
  if (node.nodeType !== "Constant") return false;
  const value: Constant = node.value;
  return typeof value === "object" && value !== null && value.type === "tuple" && value.items.length > 0;
}

function assertStatement(c: CodeGenerator, node: Assert): void {
  if (isFullTuple(node.test)) c.warn("assertion is always true, perhaps remove parentheses?", node);
  if (c.optimize > 0) return;
  const loc = locationOf(node);
  const end = c.newLabel();
  jumpIf(c, node.test, end, true);
  c.op(loc, Op.LOAD_COMMON_CONSTANT, CommonConstant.ASSERTION_ERROR);
  if (node.msg !== null) {
    expression(c, node.msg);
    c.op(loc, Op.CALL, 0);
  }
  c.op(locationOf(node.test), Op.RAISE_VARARGS, 1);
  c.useLabel(end);
}

function importStatement(c: CodeGenerator, node: Import): void {
  const loc = locationOf(node);
  for (const alias of node.names) {
    c.loadConst(loc, 0);
    c.loadConst(loc, null);
    c.op(loc, Op.IMPORT_NAME, c.nameIndex(alias.name));
    const [first, ...parts] = alias.name.split(".");
    if (alias.asname === null) variable(c, loc, first, "Store");
    else if (parts.length === 0) variable(c, loc, alias.asname, "Store");
    else importAs(c, loc, parts, alias.asname);
  }
}

/** `import a.b.c as d`: IMPORT_NAME has given `a`; `b` and `c` are read from what came before. */
function importAs(c: CodeGenerator, loc: Location, parts: readonly string[], asname: string): void {
  parts.forEach((part, i) => {
    if (i > 0) {
      c.op(loc, Op.SWAP, 2);
      c.op(loc, Op.POP_TOP);
    }
    c.op(loc, Op.IMPORT_FROM, addName(c.unit.metadata.names, part));
  });
  variable(c, loc, asname, "Store");
  c.op(loc, Op.POP_TOP);
}

function importFrom(c: CodeGenerator, node: ImportFrom): void {
  const loc = locationOf(node);
  c.loadConst(loc, node.level ?? 0);
  c.loadConst(loc, { type: "tuple", items: node.names.map((alias) => alias.name) });
  c.op(loc, Op.IMPORT_NAME, c.nameIndex(node.module ?? ""));
  if (node.names[0]?.name === "*") {
    c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.IMPORT_STAR);
    c.op(NO_LOCATION, Op.POP_TOP);
    return;
  }
  for (const alias of node.names) {
    c.op(loc, Op.IMPORT_FROM, c.nameIndex(alias.name));
    variable(c, loc, alias.asname ?? alias.name, "Store");
  }
  c.op(loc, Op.POP_TOP);
}
