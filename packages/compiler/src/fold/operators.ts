import { binaryOps, type Constant } from "@adder/bytecode";
import { foldComplex, foldFloats, isComplex, isFloat } from "./floats.js";
import { foldInts } from "./integers.js";
import { isInt, isTrue, makeFloat, makeInt } from "./kinds.js";
import { concatenate, repeat, subscript } from "./sequences.js";

/**
 * The value of a binary operator on constants. Follows CPython's `eval_const_binop` (`Python/flowgraph.c`).
 *
 * @param op argument of BINARY_OP
 * @returns undefined where the operation raises, or where its result is too large to be a constant
 */
export function foldBinary(op: number, left: Constant, right: Constant): Constant | undefined {
  const symbol = binaryOps[op][1];
  if (symbol === "[]") return subscript(left, right);
  const leftInt = isInt(left);
  const rightInt = isInt(right);
  if (leftInt && rightInt) return foldInts(symbol, left, right);
  const leftNumber = leftInt || isFloat(left) || isComplex(left);
  const rightNumber = rightInt || isFloat(right) || isComplex(right);
  if (leftNumber && rightNumber) {
    if (isComplex(left) || isComplex(right)) return foldComplex(symbol, left, right);
    return foldFloats(symbol, left, right);
  }
  if (symbol === "+") return concatenate(left, right);
  if (symbol === "*") {
    if (rightInt) return repeat(left, right);
    if (leftInt) return repeat(right, left);
  }
  return undefined;
}

/**
 * The value of a unary operator on a constant. Follows CPython's `eval_const_unaryop` (`Python/flowgraph.c`).
 *
 * @returns undefined where the operation raises
 */
export function foldUnary(symbol: "-" | "~" | "not" | "+", operand: Constant): Constant | undefined {
  if (symbol === "not") return !isTrue(operand);
  if (isInt(operand)) {
    const value = BigInt(operand);
    // `~True` warns, so that it stays where the warning has a line.
    if (symbol === "~") return typeof operand === "boolean" ? undefined : makeInt(~value);
    return makeInt(symbol === "-" ? -value : value);
  }
  if (symbol === "~" || typeof operand !== "object" || operand === null) return undefined;
  if (operand.type === "float") return symbol === "-" ? makeFloat(-operand.value) : operand;
  if (operand.type !== "complex") return undefined;
  return symbol === "-" ? { type: "complex", real: -operand.real, imag: -operand.imag } : operand;
}
