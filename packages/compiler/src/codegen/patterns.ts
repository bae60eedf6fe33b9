import {
  constantRepr,
  type expr,
  type MatchAs,
  type MatchClass,
  type MatchMapping,
  type MatchSequence,
  type MatchValue,
  type pattern as Pattern,
} from "@adder/ast";
import { BinaryOp, Op } from "../generated/op.js";
import { InternalError } from "../internal-error.js";
import { type Location, locationOf } from "../ir/index.js";
import { equalityKey } from "./equality-key.js";
import { expression } from "./expressions.js";
import { BINARY, compareOperand } from "./operands.js";
import { orPattern } from "./or-pattern.js";
import type { PatternContext } from "./pattern-context.js";

/** `_` as a whole pattern. */
export function isWildcard(node: Pattern): boolean {
  return node.nodeType === "MatchAs" && node.name === null;
}

/**
 * Compiles a pattern: it takes the subject from the stack and jumps to failure unless it matches.
 * Follows `codegen_pattern` (`Python/codegen.c`). Throws SyntaxError.
 */
export function pattern(p: PatternContext, node: Pattern): void {
  switch (node.nodeType) {
    case "MatchValue":
      valuePattern(p, node);
      return;
    case "MatchSingleton": {
      const loc = locationOf(node);
      p.c.loadConst(loc, node.value);
      p.c.op(loc, Op.IS_OP, 0);
      p.jumpToFailure(loc, Op.POP_JUMP_IF_FALSE);
      return;
    }
    case "MatchSequence":
      sequencePattern(p, node);
      return;
    case "MatchMapping":
      mappingPattern(p, node);
      return;
    case "MatchClass":
      classPattern(p, node);
      return;
    case "MatchStar":
      storeName(p, node, node.name);
      return;
    case "MatchAs":
      asPattern(p, node);
      return;
    case "MatchOr":
      orPattern(p, node);
      return;
  }
}

/** Compiles a pattern inside another, where one that always matches is fine. */
function subpattern(p: PatternContext, node: Pattern): void {
  const before = p.allowIrrefutable;
  p.allowIrrefutable = true;
  pattern(p, node);
  p.allowIrrefutable = before;
}

/** The error for a name that is captured twice. */
export function duplicateStore(p: PatternContext, node: Pattern, name: string): Error {
  return p.c.error(`multiple assignments to name ${constantRepr(name)} in pattern`, node);
}

/** Captures the value on top, or drops it. */
function storeName(p: PatternContext, node: Pattern, name: string | null): void {
  const loc = locationOf(node);
  if (name === null) {
    p.c.op(loc, Op.POP_TOP);
    return;
  }
  if (p.stores.includes(name)) throw duplicateStore(p, node, name);
  p.rotate(loc, p.onTop + p.stores.length + 1);
  p.stores.push(name);
}

function asPattern(p: PatternContext, node: MatchAs): void {
  const loc = locationOf(node);
  if (node.pattern === null) {
    if (!p.allowIrrefutable) {
      const what = node.name === null ? "wildcard" : `name capture ${constantRepr(node.name)}`;
      throw p.c.error(`${what} makes remaining patterns unreachable`, node);
    }
    storeName(p, node, node.name);
    return;
  }
  p.onTop++;
  p.c.op(loc, Op.COPY, 1);
  pattern(p, node.pattern);
  p.onTop--;
  storeName(p, node, node.name);
}

function valuePattern(p: PatternContext, node: MatchValue): void {
  const { value } = node;
  if (value.nodeType !== "Constant" && value.nodeType !== "Attribute") {
    throw p.c.error("patterns may only match literals and attribute lookups", node);
  }
  const loc = locationOf(node);
  expression(p.c, value);
  p.c.op(loc, Op.COMPARE_OP, compareOperand("Eq"));
  p.c.op(loc, Op.TO_BOOL);
  p.jumpToFailure(loc, Op.POP_JUMP_IF_FALSE);
}

function lengthCheck(p: PatternContext, loc: Location, length: number, exact: boolean): void {
  p.c.op(loc, Op.GET_LEN);
  p.c.loadConst(loc, length);
  p.c.op(loc, Op.COMPARE_OP, compareOperand(exact ? "Eq" : "GtE"));
  p.jumpToFailure(loc, Op.POP_JUMP_IF_FALSE);
}

/** Follows `codegen_pattern_sequence`. */
function sequencePattern(p: PatternContext, node: MatchSequence): void {
  const loc = locationOf(node);
  const { patterns } = node;
  const size = patterns.length;
  let star = -1;
  let onlyWildcards = true;
  let starWildcard = false;
  patterns.forEach((child, i) => {
    if (child.nodeType === "MatchStar") {
      if (star >= 0) throw p.c.error("multiple starred names in sequence pattern", node);
      starWildcard = child.name === null;
      onlyWildcards &&= starWildcard;
      star = i;
    } else {
      onlyWildcards &&= isWildcard(child);
    }
  });
  p.onTop++;
  p.c.op(loc, Op.MATCH_SEQUENCE);
  p.jumpToFailure(loc, Op.POP_JUMP_IF_FALSE);
  if (star < 0) lengthCheck(p, loc, size, true);
  else if (size > 1) lengthCheck(p, loc, size - 1, false);
  p.onTop--;
  if (onlyWildcards) p.c.op(loc, Op.POP_TOP);
  else if (starWildcard) subscriptSequence(p, loc, patterns, star);
  else unpackSequence(p, node, loc, patterns, star);
}

function unpackSequence(
  p: PatternContext,
  node: MatchSequence,
  loc: Location,
  patterns: readonly Pattern[],
  star: number,
): void {
  const size = patterns.length;
  if (star < 0) p.c.op(loc, Op.UNPACK_SEQUENCE, size);
  else {
    if (star >= 1 << 8) throw p.c.error("too many expressions in star-unpacking sequence pattern", node);
    p.c.op(loc, Op.UNPACK_EX, star + ((size - star - 1) << 8));
  }
  p.onTop += size;
  for (const child of patterns) {
    p.onTop--;
    subpattern(p, child);
  }
}

/** Where the starred part does not matter, items are read one by one. */
function subscriptSequence(
  p: PatternContext,
  loc: Location,
  patterns: readonly Pattern[],
  star: number,
): void {
  const { c } = p;
  const size = patterns.length;
  p.onTop++;
  patterns.forEach((child, i) => {
    if (isWildcard(child) || i === star) return;
    c.op(loc, Op.COPY, 1);
    if (i < star) c.loadConst(loc, i);
    else {
      // The subject may have no negative indices.
      c.op(loc, Op.GET_LEN);
      c.loadConst(loc, size - i);
      c.op(loc, Op.BINARY_OP, BINARY.Sub);
    }
    c.op(loc, Op.BINARY_OP, BinaryOp.SUBSCR);
    subpattern(p, child);
  });
  p.onTop--;
  c.op(loc, Op.POP_TOP);
}

function refuseRepeatedAttributes(p: PatternContext, node: MatchClass): void {
  const { kwd_attrs: names, kwd_patterns: patterns } = node;
  names.forEach((name, i) => {
    const again = names.indexOf(name, i + 1);
    if (again >= 0) throw p.c.error(`attribute name repeated in class pattern: ${name}`, patterns[again]);
  });
}

/** Follows `codegen_pattern_class`. */
function classPattern(p: PatternContext, node: MatchClass): void {
  const { c } = p;
  const loc = locationOf(node);
  if (node.kwd_attrs.length !== node.kwd_patterns.length) {
    throw new InternalError("names and patterns of a class pattern differ in number");
  }
  refuseRepeatedAttributes(p, node);
  expression(c, node.cls);
  c.loadConst(loc, { type: "tuple", items: node.kwd_attrs });
  c.op(loc, Op.MATCH_CLASS, node.patterns.length);
  c.op(loc, Op.COPY, 1);
  c.loadConst(loc, null);
  c.op(loc, Op.IS_OP, 1);
  p.onTop++;
  p.jumpToFailure(loc, Op.POP_JUMP_IF_FALSE);
  const all = [...node.patterns, ...node.kwd_patterns];
  c.op(loc, Op.UNPACK_SEQUENCE, all.length);
  p.onTop += all.length - 1;
  for (const child of all) {
    p.onTop--;
    if (isWildcard(child)) c.op(loc, Op.POP_TOP);
    else subpattern(p, child);
  }
}

function mappingKey(p: PatternContext, node: MatchMapping, key: expr, seen: Set<string>): void {
  if (key.nodeType === "Constant") {
    const identity = equalityKey(key.value);
    if (seen.has(identity)) {
      throw p.c.error(`mapping pattern checks duplicate key (${constantRepr(key.value)})`, node);
    }
    seen.add(identity);
  } else if (key.nodeType !== "Attribute") {
    throw p.c.error("mapping pattern keys may only match literals and attribute lookups", node);
  }
  expression(p.c, key);
}

/** Follows `codegen_pattern_mapping`. */
function mappingPattern(p: PatternContext, node: MatchMapping): void {
  const { c } = p;
  const loc = locationOf(node);
  const size = node.keys.length;
  p.onTop++;
  c.op(loc, Op.MATCH_MAPPING);
  p.jumpToFailure(loc, Op.POP_JUMP_IF_FALSE);
  if (size === 0 && node.rest === null) {
    p.onTop--;
    c.op(loc, Op.POP_TOP);
    return;
  }
  if (size > 0) lengthCheck(p, loc, size, false);
  const seen = new Set<string>();
  for (const key of node.keys) mappingKey(p, node, key, seen);
  c.op(loc, Op.BUILD_TUPLE, size);
  c.op(loc, Op.MATCH_KEYS);
  p.onTop += 2;
  c.op(loc, Op.COPY, 1);
  c.loadConst(loc, null);
  c.op(loc, Op.IS_OP, 1);
  p.jumpToFailure(loc, Op.POP_JUMP_IF_FALSE);
  c.op(loc, Op.UNPACK_SEQUENCE, size);
  p.onTop += size - 1;
  for (const child of node.patterns) {
    p.onTop--;
    subpattern(p, child);
  }
  p.onTop -= 2;
  if (node.rest === null) {
    c.op(loc, Op.POP_TOP);
    c.op(loc, Op.POP_TOP);
    return;
  }
  // rest = dict(subject) without the keys
  c.op(loc, Op.BUILD_MAP, 0);
  c.op(loc, Op.SWAP, 3);
  c.op(loc, Op.DICT_UPDATE, 2);
  c.op(loc, Op.UNPACK_SEQUENCE, size);
  for (let left = size; left > 0; left--) {
    c.op(loc, Op.COPY, 1 + left);
    c.op(loc, Op.SWAP, 2);
    c.op(loc, Op.DELETE_SUBSCR);
  }
  storeName(p, node, node.rest);
}
