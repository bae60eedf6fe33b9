import type { Match, match_case } from "@adder/ast";
import { Op } from "../generated/op.js";
import { type Label, locationOf, NEXT_LOCATION, NO_LOCATION } from "../ir/index.js";
import { jumpIf } from "./control-flow.js";
import { expression } from "./expressions.js";
import type { CodeGenerator } from "./generator.js";
import { variable } from "./names.js";
import { PatternContext } from "./pattern-context.js";
import { isWildcard, pattern } from "./patterns.js";
import { statements } from "./statements.js";

/** Compiles `match` (PEP 634). Follows `codegen_match_inner`. */
export function matchStatement(c: CodeGenerator, node: Match): void {
  expression(c, node.subject);
  const end = c.newLabel();
  const { cases } = node;
  const last = cases[cases.length - 1];
  // A final `case _` needs no copy of the subject.
  const hasDefault = cases.length > 1 && isWildcard(last.pattern);
  const tested = hasDefault ? cases.slice(0, -1) : cases;
  tested.forEach((one, i) => {
    matchCase(c, one, i === cases.length - 1, i !== tested.length - 1, end);
  });
  if (hasDefault) {
    // Shows the line of the default, which has no other code.
    c.op(locationOf(last.pattern), Op.NOP);
    if (last.guard !== null) jumpIf(c, last.guard, end, false);
    statements(c, last.body);
  }
  c.useLabel(end);
}

function matchCase(
  c: CodeGenerator,
  node: match_case,
  isLast: boolean,
  copySubject: boolean,
  end: Label,
): void {
  const loc = locationOf(node.pattern);
  if (copySubject) c.op(loc, Op.COPY, 1);
  const context = new PatternContext(c);
  context.allowIrrefutable = node.guard !== null || isLast;
  pattern(context, node.pattern);
  for (const name of context.stores) variable(c, loc, name, "Store");
  if (node.guard !== null) jumpIf(c, node.guard, context.failLabel(0), false);
  if (copySubject) c.op(NEXT_LOCATION, Op.POP_TOP);
  statements(c, node.body);
  c.jump(NO_LOCATION, Op.JUMP, end);
  // Clearing up belongs to the pattern that failed, not to the body before it.
  context.emitFailures(loc);
}
