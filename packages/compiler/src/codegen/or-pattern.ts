import type { MatchOr, pattern as Pattern } from "@adder/ast";
import { Op } from "../generated/op.js";
import { type Location, locationOf } from "../ir/index.js";
import type { PatternContext } from "./pattern-context.js";
import { duplicateStore, pattern } from "./patterns.js";

function differentNames(p: PatternContext, node: MatchOr): Error {
  return p.c.error("alternative patterns bind different names", node);
}

/** Brings the captured values of an alternative into the order of the first one. */
function reorder(p: PatternContext, loc: Location, control: readonly string[], node: MatchOr): void {
  const { stores } = p;
  for (let wanted = stores.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted]);
    if (found < 0) throw differentNames(p, node);
    if (found === wanted) continue;
    const moved = stores.splice(0, found + 1);
    stores.splice(wanted - found, 0, ...moved);
    for (let i = 0; i < moved.length; i++) p.rotate(loc, wanted + 1);
  }
}

/**
 * Compiles `a | b`; every alternative must capture the same names. Follows `codegen_pattern_or`.
 * Throws SyntaxError when they don't.
 */
export function orPattern(p: PatternContext, node: MatchOr): void {
  const { c } = p;
  const end = c.newLabel();
  const { stores, failLabels, onTop, allowIrrefutable } = p;
  let control: string[] | null = null;
  node.patterns.forEach((alternative: Pattern, i) => {
    const loc = locationOf(alternative);
    p.stores = [];
    p.allowIrrefutable = i === node.patterns.length - 1 && allowIrrefutable;
    p.failLabels = [];
    p.onTop = 0;
    c.op(loc, Op.COPY, 1);
    pattern(p, alternative);
    if (control === null) control = [...p.stores];
    else if (p.stores.length !== control.length) throw differentNames(p, node);
    else reorder(p, loc, control, node);
    c.jump(loc, Op.JUMP, end);
    p.emitFailures(loc);
  });
  p.stores = stores;
  p.failLabels = failLabels;
  p.onTop = onTop;
  p.allowIrrefutable = allowIrrefutable;
  const loc = locationOf(node);
  // No alternative matched: drop the copy of the subject and fail.
  c.op(loc, Op.POP_TOP);
  p.jumpToFailure(loc, Op.JUMP);
  c.useLabel(end);
  const names: readonly string[] = control ?? [];
  const rotations = names.length + 1 + onTop + stores.length;
  for (const name of names) {
    p.rotate(loc, rotations);
    if (stores.includes(name)) throw duplicateStore(p, node, name);
    stores.push(name);
  }
  c.op(loc, Op.POP_TOP);
}
