import type { Value } from "@adder/objects";
import type { PyContext } from "./context.js";
import { type Dec, isNan, isZero, squareRoot } from "./number.js";
import * as ops from "./operations.js";
import { decimalText } from "./text.js";
import { exp, ln, log10 } from "./transcendental.js";

/** Decimals make a decimal; `exact` says that a method of Decimal takes no context. */
export interface Operation {
  readonly name: string;
  /** Operands, the number itself included. */
  readonly operands: 1 | 2 | 3;
  readonly fn: (c: PyContext, a: Dec, b: Dec, third: Dec) => Dec | Value;
  readonly contextFree?: boolean;
  readonly doc: string;
}

const one = (name: string, fn: (c: PyContext, a: Dec) => Dec | Value, doc: string): Operation => ({
  name,
  operands: 1,
  fn,
  doc,
});
const two = (name: string, fn: (c: PyContext, a: Dec, b: Dec) => Dec | Value, doc: string): Operation => ({
  name,
  operands: 2,
  fn,
  doc,
});
const free = (name: string, fn: (a: Dec) => Dec | Value, doc: string): Operation => ({
  name,
  operands: 1,
  fn: (_c, a) => fn(a),
  contextFree: true,
  doc,
});

/** What both Decimal and Context have as methods. */
export const operations: readonly Operation[] = [
  one("exp", exp, "e to the power of the number."),
  one("ln", ln, "Natural logarithm."),
  one("log10", log10, "Logarithm to base 10."),
  one("logb", ops.logb, "Exponent of the first digit."),
  one("logical_invert", ops.logicalInvert, "Inverts each digit, all of which are 0 or 1."),
  one("next_minus", ops.nextMinus, "The largest number that is smaller."),
  one("next_plus", ops.nextPlus, "The smallest number that is larger."),
  one("normalize", ops.reduce, "Drops trailing zeros."),
  one("sqrt", squareRoot, "Square root."),
  one("number_class", ops.numberClass, "Name of the class that the number is in."),
  one("is_normal", ops.isNormal, "Is it finite, not zero and not subnormal?"),
  one("is_subnormal", ops.isSubnormal, "Is it closer to zero than normal numbers are?"),
  one("to_eng_string", (c, a) => decimalText(a, c.capitals, true), "Text in engineering notation."),
  free("canonical", (a) => a, "The number itself."),
  free("copy_abs", ops.magnitude, "The number without sign, not rounded."),
  free(
    "copy_negate",
    (a) => ({ ...a, negative: !a.negative }),
    "The number with the other sign, not rounded.",
  ),
  free("is_canonical", () => true, "Always True."),
  free("is_finite", (a) => a.kind === "finite", "Is it neither infinite nor NaN?"),
  free("is_infinite", (a) => a.kind === "inf", "Is it infinite?"),
  free("is_nan", isNan, "Is it a NaN, quiet or signalling?"),
  free("is_qnan", (a) => a.kind === "nan", "Is it a quiet NaN?"),
  free("is_signed", (a) => a.negative, "Is the sign negative?"),
  free("is_snan", (a) => a.kind === "snan", "Is it a signalling NaN?"),
  free("is_zero", isZero, "Is it zero?"),
  two("compare", ops.compareDec, "-1, 0, 1 or NaN by value."),
  two("compare_signal", ops.compareSignal, "As compare(), and any NaN signals."),
  two("compare_total", ops.compareTotal, "-1, 0 or 1 by representation."),
  two("compare_total_mag", ops.compareTotalMag, "As compare_total(), ignoring signs."),
  two("copy_sign", (_c, a, b) => ({ ...a, negative: b.negative }), "The number with the sign of another."),
  two("logical_and", ops.logicalAnd, "And of each digit."),
  two("logical_or", ops.logicalOr, "Or of each digit."),
  two("logical_xor", ops.logicalXor, "Exclusive or of each digit."),
  two("max", ops.max, "The larger number; a number rather than a NaN."),
  two("max_mag", ops.maxMag, "The number with the larger absolute value."),
  two("min", ops.min, "The smaller number; a number rather than a NaN."),
  two("min_mag", ops.minMag, "The number with the smaller absolute value."),
  two("next_toward", ops.nextToward, "The next number in a direction."),
  two("remainder_near", ops.remainderNear, "The remainder nearest to zero."),
  two("rotate", ops.rotate, "Rotates the digits."),
  two("same_quantum", (_c, a, b) => ops.sameQuantum(a, b), "Are the exponents the same?"),
  two("scaleb", ops.scaleb, "Adds to the exponent."),
  two("shift", ops.shift, "Shifts the digits."),
  { name: "fma", operands: 3, fn: ops.fma, doc: "Multiplies and adds with one rounding." },
];

/** Is a result a decimal, and no Python value? */
export const isDec = (v: Dec | Value): v is Dec => typeof v === "object" && "kind" in v && "coefficient" in v;
