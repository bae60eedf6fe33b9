import type { ConstantValue, expr, pattern } from "@adder/ast";
import { InvalidConstant } from "./invalid-constant.js";
import { TreeError, validateExpr, validateName, validatePosition } from "./validate.js";

const fail = (message: string): never => {
  throw new TreeError("ValueError", message);
};

/** None, True or False. */
const isSingleton = (value: ConstantValue): boolean => value === null || typeof value === "boolean";

function isNumber(value: ConstantValue, real: boolean, imaginary: boolean): boolean {
  if (typeof value === "number" || typeof value === "bigint") return real;
  if (value === null || typeof value !== "object" || value instanceof InvalidConstant) return false;
  return (real && value.type === "float") || (imaginary && value.type === "complex");
}

function isNumberNode(node: expr, real: boolean, imaginary: boolean): boolean {
  return node.nodeType === "Constant" && isNumber(node.value, real, imaginary);
}

function isNegative(node: expr, imaginary: boolean): boolean {
  return node.nodeType === "UnaryOp" && node.op === "USub" && isNumberNode(node.operand, true, imaginary);
}

function isComplex(node: expr): boolean {
  if (node.nodeType !== "BinOp" || (node.op !== "Add" && node.op !== "Sub")) return false;
  if (!isNumberNode(node.left, true, false) && !isNegative(node.left, false)) return false;
  return isNumberNode(node.right, false, true);
}

function validateValue(node: expr): void {
  validateExpr(node);
  switch (node.nodeType) {
    case "Constant": {
      const { value } = node;
      const literal =
        !isSingleton(value) &&
        (typeof value !== "object" || ["float", "complex", "str", "bytes"].includes(value?.type ?? ""));
      if (!literal) fail("unexpected constant inside of a literal pattern");
      return;
    }
    case "Attribute":
    case "JoinedStr":
    case "TemplateStr":
      return;
    default:
      if (!isNegative(node, true) && !isComplex(node)) {
        fail("patterns may only match literals and attribute lookups");
      }
  }
}

function validateCapture(name: string): void {
  if (name === "_") fail("can't capture name '_' in patterns");
  validateName(name);
}

function validatePatterns(patterns: readonly (pattern | null)[], starIsFine: boolean): void {
  for (const item of patterns) {
    if (item === null) fail("None disallowed in pattern list");
    else validatePattern(item, starIsFine);
  }
}

/** Checks a pattern. @throws TreeError */
export function validatePattern(node: pattern, starIsFine: boolean): void {
  validatePosition(node);
  switch (node.nodeType) {
    case "MatchValue":
      validateValue(node.value);
      return;
    case "MatchSingleton":
      if (!isSingleton(node.value)) fail("MatchSingleton can only contain True, False and None");
      return;
    case "MatchSequence":
      validatePatterns(node.patterns, true);
      return;
    case "MatchMapping":
      if (node.keys.length !== node.patterns.length) {
        fail("MatchMapping doesn't have the same number of keys as patterns");
      }
      if (node.rest !== null) validateCapture(node.rest);
      for (const key of node.keys) {
        if (key.nodeType !== "Constant" || !isSingleton(key.value)) validateValue(key);
      }
      validatePatterns(node.patterns, false);
      return;
    case "MatchClass":
      if (node.kwd_attrs.length !== node.kwd_patterns.length) {
        fail("MatchClass doesn't have the same number of keyword attributes as patterns");
      }
      validateClass(node.cls);
      node.kwd_attrs.forEach(validateName);
      validatePatterns(node.patterns, false);
      validatePatterns(node.kwd_patterns, false);
      return;
    case "MatchStar":
      if (!starIsFine) fail("can't use MatchStar here");
      if (node.name !== null) validateCapture(node.name);
      return;
    case "MatchAs":
      if (node.name !== null) validateCapture(node.name);
      if (node.pattern === null) return;
      if (node.name === null) fail("MatchAs must specify a target name if a pattern is given");
      validatePattern(node.pattern, false);
      return;
    case "MatchOr":
      if (node.patterns.length < 2) fail("MatchOr requires at least 2 patterns");
      validatePatterns(node.patterns, false);
      return;
  }
}

function validateClass(node: expr): void {
  validateExpr(node);
  let at = node;
  while (at.nodeType === "Attribute") at = at.value;
  if (at.nodeType !== "Name") fail("MatchClass cls field can only contain Name or Attribute nodes.");
}
