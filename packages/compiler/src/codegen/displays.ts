import type { Dict, expr, List, Set as SetNode, Tuple } from "@adder/ast";
import { Intrinsic1, Op } from "../generated/op.js";
import { type Location, locationOf } from "../ir/index.js";
import { expression, expressions } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { STACK_USE_GUIDELINE } from "./operands.js";

/** How a display of one kind is built. */
interface DisplayKind {
  /** Builds it from values on the stack. */
  readonly build: number;
  /** Builds the container that values are added to one by one. */
  readonly start: number;
  readonly add: number;
  readonly extend: number;
  readonly toTuple: boolean;
}

const LIST: DisplayKind = {
  build: Op.BUILD_LIST,
  start: Op.BUILD_LIST,
  add: Op.LIST_APPEND,
  extend: Op.LIST_EXTEND,
  toTuple: false,
};
const SET: DisplayKind = {
  build: Op.BUILD_SET,
  start: Op.BUILD_SET,
  add: Op.SET_ADD,
  extend: Op.SET_UPDATE,
  toTuple: false,
};
const TUPLE: DisplayKind = { ...LIST, build: Op.BUILD_TUPLE, toTuple: true };

/**
 * Builds a container of the elements, some of them starred. `pushed` values are on the stack already, and the
 * variable `extra`, if any, is the last element. Follows `starunpack_helper_impl`.
 */
function display(
  c: CodeGenerator,
  loc: Location,
  elements: readonly expr[],
  kind: DisplayKind,
  pushed = 0,
  extra: string | null = null,
): void {
  const total = elements.length + pushed + (extra === null ? 0 : 1);
  const big = total > STACK_USE_GUIDELINE;
  if (!big && elements.every((element) => element.nodeType !== "Starred")) {
    expressions(c, elements);
    if (extra !== null) variable(c, loc, extra, "Load");
    c.op(loc, kind.build, total);
    return;
  }
  let started = big;
  if (big) c.op(loc, kind.start, pushed);
  elements.forEach((element, i) => {
    if (element.nodeType === "Starred") {
      if (!started) c.op(loc, kind.start, i + pushed);
      started = true;
      expression(c, element.value);
      c.op(loc, kind.extend, 1);
    } else {
      expression(c, element);
      if (started) c.op(loc, kind.add, 1);
    }
  });
  if (extra !== null) {
    variable(c, loc, extra, "Load");
    c.op(loc, kind.add, 1);
  }
  if (kind.toTuple) c.op(loc, Op.CALL_INTRINSIC_1, Intrinsic1.LIST_TO_TUPLE);
}

/** Builds the tuple of positional arguments of a call. */
export function argumentTuple(
  c: CodeGenerator,
  loc: Location,
  args: readonly expr[],
  pushed: number,
  extra: string | null,
): void {
  display(c, loc, args, TUPLE, pushed, extra);
}

/** Takes a sequence apart into targets. Follows `assignment_helper`. Throws SyntaxError for two stars. */
function unpack(c: CodeGenerator, loc: Location, node: List | Tuple): void {
  const { elts } = node;
  let starred = false;
  elts.forEach((element, i) => {
    if (element.nodeType !== "Starred") return;
    if (starred) throw c.error("multiple starred expressions in assignment", node);
    const after = elts.length - i - 1;
    if (i >= 1 << 8 || after >= 0x7fffffff >> 8) {
      throw c.error("too many expressions in star-unpacking assignment", node);
    }
    c.op(loc, Op.UNPACK_EX, i + (after << 8));
    starred = true;
  });
  if (!starred) c.op(loc, Op.UNPACK_SEQUENCE, elts.length);
  for (const element of elts) expression(c, element.nodeType === "Starred" ? element.value : element);
}

/** Compiles a list display or target. */
export function list(c: CodeGenerator, node: List): void {
  if (node.ctx === "Store") unpack(c, locationOf(node), node);
  else if (node.ctx === "Load") display(c, locationOf(node), node.elts, LIST);
  else expressions(c, node.elts);
}

/** Compiles a tuple display or target. */
export function tuple(c: CodeGenerator, node: Tuple): void {
  if (node.ctx === "Store") unpack(c, locationOf(node), node);
  else if (node.ctx === "Load") display(c, locationOf(node), node.elts, TUPLE);
  else expressions(c, node.elts);
}

/** Compiles a set display. */
export function setDisplay(c: CodeGenerator, node: SetNode): void {
  display(c, locationOf(node), node.elts, SET);
}

/** Items `begin` to `end` of a dict display as one dict. */
function subdict(c: CodeGenerator, node: Dict, begin: number, end: number): void {
  const loc = locationOf(node);
  const big = (end - begin) * 2 > STACK_USE_GUIDELINE;
  if (big) c.op(loc, Op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    expression(c, node.keys[i] as expr);
    expression(c, node.values[i]);
    if (big) c.op(loc, Op.MAP_ADD, 1);
  }
  if (!big) c.op(loc, Op.BUILD_MAP, end - begin);
}

/** Compiles a dict display. Follows `codegen_dict`. */
export function dict(c: CodeGenerator, node: Dict): void {
  const loc = locationOf(node);
  const count = node.values.length;
  let built = false;
  let pending = 0;
  const flush = (end: number, size: number) => {
    subdict(c, node, end - size, end);
    if (built) c.op(loc, Op.DICT_UPDATE, 1);
    built = true;
    pending = 0;
  };
  for (let i = 0; i < count; i++) {
    if (node.keys[i] === null) {
      if (pending > 0) flush(i, pending);
      if (!built) c.op(loc, Op.BUILD_MAP, 0);
      built = true;
      expression(c, node.values[i]);
      c.op(loc, Op.DICT_UPDATE, 1);
    } else if (pending * 2 > STACK_USE_GUIDELINE) flush(i + 1, pending + 1);
    else pending++;
  }
  if (pending > 0) flush(count, pending);
  if (!built) c.op(loc, Op.BUILD_MAP, 0);
}
