import type { pattern } from "@adder/ast";
import type { Place, SymbolTableBuilder } from "./builder.js";
import { visitExpression, visitExpressions } from "./expressions.js";
import { DEF_LOCAL } from "./flags.js";

function bind(b: SymbolTableBuilder, name: string | null, place: Place): void {
  if (name !== null) b.define(name, DEF_LOCAL, place);
}

/** Visits a pattern of `match`, whose captures are bindings. Follows `symtable_visit_pattern`. */
export function visitPattern(b: SymbolTableBuilder, node: pattern): void {
  switch (node.nodeType) {
    case "MatchValue":
      visitExpression(b, node.value);
      return;
    case "MatchSingleton":
      return;
    case "MatchSequence":
    case "MatchOr":
      visitPatterns(b, node.patterns);
      return;
    case "MatchStar":
      bind(b, node.name, node);
      return;
    case "MatchMapping":
      visitExpressions(b, node.keys);
      visitPatterns(b, node.patterns);
      bind(b, node.rest, node);
      return;
    case "MatchClass":
      visitExpression(b, node.cls);
      visitPatterns(b, node.patterns);
      node.kwd_attrs.forEach((name, i) => {
        b.checkName(name, node.kwd_patterns[i], "Store");
      });
      visitPatterns(b, node.kwd_patterns);
      return;
    case "MatchAs":
      if (node.pattern !== null) visitPattern(b, node.pattern);
      bind(b, node.name, node);
      return;
  }
}

function visitPatterns(b: SymbolTableBuilder, patterns: readonly pattern[]): void {
  for (const pattern of patterns) visitPattern(b, pattern);
}
