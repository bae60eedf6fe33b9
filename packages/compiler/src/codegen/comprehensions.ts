import type { DictComp, expr, comprehension as Generator, GeneratorExp, ListComp, SetComp } from "@adder/ast";
import { Op } from "../generated/op.js";
import { Location, locationOf, NO_LABEL, NO_LOCATION } from "../ir/index.js";
import { makeFunction } from "./closures.js";
import { jumpIf } from "./control-flow.js";
import { expression, yieldValue } from "./expressions.js";
import { wrapInStopIterationHandler } from "./functions.js";
import type { CodeGenerator } from "./generator.js";
import { enterInlined, leaveInlined } from "./inlined-comprehensions.js";
import { awaitValue, yieldFrom } from "./unwind.js";

type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp;

const NAMES = {
  ListComp: "<listcomp>",
  SetComp: "<setcomp>",
  DictComp: "<dictcomp>",
  GeneratorExp: "<genexpr>",
} as const;

/** Pushes the iterator of one `for`. */
function iterator(c: CodeGenerator, generator: Generator): void {
  expression(c, generator.iter);
  c.op(locationOf(generator.iter), generator.is_async ? Op.GET_AITER : Op.GET_ITER);
}

/** Compiles a comprehension of any kind. Follows `codegen_comprehension`. */
export function comprehension(c: CodeGenerator, node: ComprehensionNode): void {
  const loc = locationOf(node);
  const entry = c.entryOf(node);
  const outermost = node.generators[0];
  if (entry.inlined) {
    iterator(c, outermost);
    const state = enterInlined(c, loc, entry);
    startContainer(c, loc, node);
    c.op(loc, Op.SWAP, 2);
    new Loops(c, loc, node).compile(0, 0, true);
    leaveInlined(c, loc, state);
    return;
  }
  c.enterScope(NAMES[node.nodeType], "comprehension", entry, node.lineno, null, { argcount: 1 });
  startContainer(c, loc, node);
  new Loops(c, loc, node).compile(0, 0, false);
  const isGenerator = node.nodeType === "GeneratorExp";
  if (isGenerator) wrapInStopIterationHandler(c);
  else c.op(loc, Op.RETURN_VALUE);
  makeFunction(c, loc, c.finishScope(true));
  iterator(c, outermost);
  c.op(loc, Op.CALL, 0);
  if (entry.coroutine && !isGenerator) awaitValue(c, loc);
}

function startContainer(c: CodeGenerator, loc: Location, node: ComprehensionNode): void {
  switch (node.nodeType) {
    case "ListComp":
      c.op(loc, Op.BUILD_LIST, 0);
      return;
    case "SetComp":
      c.op(loc, Op.BUILD_SET, 0);
      return;
    case "DictComp":
      c.op(loc, Op.BUILD_MAP, 0);
      return;
  }
}

/** The nested loops of one comprehension. */
class Loops {
  private readonly c: CodeGenerator;
  private readonly loc: Location;
  private readonly node: ComprehensionNode;

  constructor(c: CodeGenerator, loc: Location, node: ComprehensionNode) {
    this.c = c;
    this.loc = loc;
    this.node = node;
  }

  /** Compiles the loop at `index`, inside `depth` others; the outermost iterator may be on the stack. */
  compile(index: number, depth: number, onStack: boolean): void {
    if (this.node.generators[index].is_async) this.asynchronous(index, depth, onStack);
    else this.synchronous(index, depth, onStack);
  }

  /** Follows `codegen_sync_comprehension_generator`. */
  private synchronous(index: number, depth: number, onStack: boolean): void {
    const { c } = this;
    const generator = this.node.generators[index];
    const start = c.newLabel();
    const ifCleanup = c.newLabel();
    const anchor = c.newLabel();
    const single = index > 0 ? singleElement(generator.iter) : null;
    if (single !== null) {
      // `for y in [f(x)]` is an assignment.
      expression(c, single);
    } else {
      if (!onStack) this.pushIterator(index);
      depth++;
      c.useLabel(start);
      c.jump(locationOf(generator.iter), Op.FOR_ITER, anchor);
    }
    const elementLoc = this.inside(index, depth, ifCleanup);
    c.useLabel(ifCleanup);
    if (single !== null) return;
    c.jump(elementLoc, Op.JUMP, start);
    c.useLabel(anchor);
    c.op(NO_LOCATION, Op.END_FOR);
    c.op(NO_LOCATION, Op.POP_ITER);
  }

  /** Follows `codegen_async_comprehension_generator`. */
  private asynchronous(index: number, depth: number, onStack: boolean): void {
    const { c, loc } = this;
    const start = c.newLabel();
    const send = c.newLabel();
    const except = c.newLabel();
    const ifCleanup = c.newLabel();
    if (!onStack) this.pushIterator(index);
    c.useLabel(start);
    c.pushBlock(loc, "async-comprehension-generator", start, NO_LABEL);
    c.jump(loc, Op.SETUP_FINALLY, except);
    c.op(loc, Op.GET_ANEXT);
    c.loadConst(loc, null);
    c.useLabel(send);
    yieldFrom(c, loc, true);
    c.op(loc, Op.POP_BLOCK);
    const elementLoc = this.inside(index, depth + 1, ifCleanup);
    c.useLabel(ifCleanup);
    c.jump(elementLoc, Op.JUMP, start);
    c.popBlock();
    c.useLabel(except);
    c.jump(loc, Op.END_ASYNC_FOR, send);
  }

  /** The outermost iterator is the argument of a comprehension that is a function of its own. */
  private pushIterator(index: number): void {
    if (index === 0) this.c.op(this.loc, Op.LOAD_FAST, 0);
    else iterator(this.c, this.node.generators[index]);
  }

  /** What one loop runs: target, conditions, then the next loop or the element. */
  private inside(index: number, depth: number, ifCleanup: number): Location {
    const { c, node } = this;
    const generator = node.generators[index];
    expression(c, generator.target);
    for (const condition of generator.ifs) jumpIf(c, condition, ifCleanup, false);
    if (index + 1 < node.generators.length) {
      this.compile(index + 1, depth, false);
      return locationOf(node.nodeType === "DictComp" ? node.key : node.elt);
    }
    return this.element(depth);
  }

  private element(depth: number): Location {
    const { c, node } = this;
    if (node.nodeType === "DictComp") {
      const { key, value } = node;
      expression(c, key);
      expression(c, value);
      const both = new Location(key.lineno, value.end_lineno, key.col_offset, value.end_col_offset);
      c.op(both, Op.MAP_ADD, depth + 1);
      return both;
    }
    const loc = locationOf(node.elt);
    expression(c, node.elt);
    switch (node.nodeType) {
      case "ListComp":
        c.op(loc, Op.LIST_APPEND, depth + 1);
        break;
      case "SetComp":
        c.op(loc, Op.SET_ADD, depth + 1);
        break;
      case "GeneratorExp":
        yieldValue(c, loc);
        c.op(loc, Op.POP_TOP);
        break;
    }
    return loc;
  }
}

/** The element of a list or tuple display of one element that is not starred. */
function singleElement(node: expr): expr | null {
  if ((node.nodeType !== "List" && node.nodeType !== "Tuple") || node.elts.length !== 1) return null;
  return node.elts[0].nodeType === "Starred" ? null : node.elts[0];
}
