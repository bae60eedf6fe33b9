import type { ConstantValue, expr } from "@adder/ast";
import { becomeConstant } from "./become.js";

type Number_ = number | bigint | { type: "float"; value: number } | Complex;

interface Complex {
  type: "complex";
  real: number;
  imag: number;
}

function isNumber(value: ConstantValue): value is Number_ {
  if (typeof value === "number" || typeof value === "bigint") return true;
  return typeof value === "object" && value !== null && (value.type === "float" || value.type === "complex");
}

function canonical(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

function negate(value: Number_): ConstantValue {
  if (typeof value === "number") return value === 0 ? 0 : -value;
  if (typeof value === "bigint") return canonical(-value);
  if (value.type === "float") return { type: "float", value: -value.value };
  return { type: "complex", real: -value.real, imag: -value.imag };
}

function real(value: Exclude<Number_, Complex>): number {
  return typeof value === "object" ? value.value : Number(value);
}

function isComplex(value: Number_): value is Complex {
  return typeof value === "object" && value.type === "complex";
}

/** `left + right` or `left - right`; a real number and a complex one mix without touching the imaginary part. */
function combine(left: Number_, right: Number_, subtract: boolean): ConstantValue {
  const sign = subtract ? -1 : 1;
  if (!isComplex(left) && !isComplex(right)) {
    if (typeof left !== "object" && typeof right !== "object") {
      return canonical(BigInt(left) + BigInt(sign) * BigInt(right));
    }
    return { type: "float", value: real(left) + sign * real(right) };
  }
  if (!isComplex(right)) {
    const base = left as Complex;
    return { type: "complex", real: base.real + sign * real(right), imag: base.imag };
  }
  if (!isComplex(left)) {
    return { type: "complex", real: real(left) + sign * right.real, imag: sign * right.imag };
  }
  return { type: "complex", real: left.real + sign * right.real, imag: left.imag + sign * right.imag };
}

/**
 * Makes a negative or complex number of a pattern one constant, in place.
 * Follows `fold_const_match_patterns` (`Python/ast_preprocess.c`).
 */
export function foldPatternNumber(node: expr): void {
  if (node.nodeType === "UnaryOp") {
    const operand = node.operand;
    if (node.op === "USub" && operand.nodeType === "Constant" && isNumber(operand.value)) {
      becomeConstant(node, negate(operand.value));
    }
  } else if (node.nodeType === "BinOp") {
    const { left, right, op } = node;
    if ((op !== "Add" && op !== "Sub") || right.nodeType !== "Constant") return;
    foldPatternNumber(left);
    if (left.nodeType !== "Constant" || !isNumber(left.value) || !isNumber(right.value)) return;
    becomeConstant(node, combine(left.value, right.value, op === "Sub"));
  }
}
