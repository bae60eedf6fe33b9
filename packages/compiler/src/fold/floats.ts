import type { Constant } from "@adder/bytecode";
import { intToFloat } from "./integers.js";
import { isInt, makeFloat, tagOf } from "./kinds.js";
import { power } from "./power.js";

/** The value of an int or float as a double; undefined for other constants and for ints that no double holds. */
function realOf(value: Constant): number | undefined {
  if (isInt(value)) return intToFloat(value) ?? undefined;
  return typeof value === "object" && value !== null && value.type === "float" ? value.value : undefined;
}

/** `a % b` with the sign of `b` (CPython `float_rem`). */
function floatModulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return b < 0 !== rest < 0 ? rest + b : rest;
}

/** `a // b` (CPython `_float_div_mod`). */
function floatFloorDivide(a: number, b: number): number {
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && b < 0 !== rest < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** What a binary operator gives for two reals of which one is a float; undefined where it raises. */
export function foldFloats(symbol: string, left: Constant, right: Constant): Constant | undefined {
  const a = realOf(left);
  const b = realOf(right);
  if (a === undefined || b === undefined) return undefined;
  switch (symbol) {
    case "+":
      return makeFloat(a + b);
    case "-":
      return makeFloat(a - b);
    case "*":
      return makeFloat(a * b);
    case "/":
      return b === 0 ? undefined : makeFloat(a / b);
    case "//":
      return b === 0 ? undefined : makeFloat(floatFloorDivide(a, b));
    case "%":
      return b === 0 ? undefined : makeFloat(floatModulo(a, b));
    case "**": {
      const result = power(a, b);
      if (result !== null) return makeFloat(result);
      return a < 0 && !Number.isInteger(b) ? foldComplex(symbol, left, right) : undefined;
    }
    default:
      return undefined;
  }
}

interface Complex {
  readonly real: number;
  readonly imag: number;
}

function complexOf(value: Constant): Complex | number | undefined {
  if (typeof value === "object" && value !== null && value.type === "complex") return value;
  return realOf(value);
}

/** Smith's division (CPython `_Py_c_quot`). */
function divideComplex(a: Complex, b: Complex): Complex | undefined {
  if (b.real === 0 && b.imag === 0) return undefined;
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const divisor = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / divisor, imag: (a.imag - a.real * ratio) / divisor };
  }
  const ratio = b.real / b.imag;
  const divisor = b.real * ratio + b.imag;
  return { real: (a.real * ratio + a.imag) / divisor, imag: (a.imag * ratio - a.real) / divisor };
}

/** A real divided by a complex number (CPython `_Py_rc_quot`). */
function divideReal(a: number, b: Complex): Complex | undefined {
  if (b.real === 0 && b.imag === 0) return undefined;
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const divisor = b.real + b.imag * ratio;
    return { real: a / divisor, imag: (-a * ratio) / divisor };
  }
  const ratio = b.real / b.imag;
  const divisor = b.real * ratio + b.imag;
  return { real: (a * ratio) / divisor, imag: -a / divisor };
}

/** A complex power as CPython's `complex_pow` makes it: integral ones up to 100 by squaring (`c_powi`). */
function powerOfComplex(base: Complex, exponent: Complex): Complex | undefined {
  const times = exponent.real;
  if (exponent.imag !== 0 || !Number.isInteger(times) || Math.abs(times) > 100)
    return polarPower(base, exponent);
  let result: Complex = { real: 1, imag: 0 };
  let square = base;
  for (let rest = Math.abs(times); rest > 0; rest >>= 1) {
    if (rest & 1) result = multiplyComplex(result, square);
    square = multiplyComplex(square, square);
  }
  if (times > 0) return Number.isFinite(result.real) && Number.isFinite(result.imag) ? result : undefined;
  return divideComplex({ real: 1, imag: 0 }, result);
}

/** Through the functions of the host that do it at run time too. A size that the host may not round well is left to it. */
function polarPower({ real, imag }: Complex, exponent: Complex): Complex | undefined {
  if (real !== 0 && imag !== 0) return undefined;
  const size = Math.abs(real || imag);
  if (size === 0) return exponent.imag !== 0 || exponent.real < 0 ? undefined : { real: 0, imag: 0 };
  const angle = Math.atan2(imag, real);
  const length = power(size, exponent.real);
  if (length === null) return undefined;
  const scaled = exponent.imag === 0 ? length : length * Math.exp(-angle * exponent.imag);
  const phase = angle * exponent.real + (exponent.imag === 0 ? 0 : exponent.imag * Math.log(size));
  const result = { real: scaled * Math.cos(phase), imag: scaled * Math.sin(phase) };
  return Number.isFinite(result.real) && Number.isFinite(result.imag) ? result : undefined;
}

function multiplyComplex(a: Complex, b: Complex): Complex {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real };
}

/** A real operand has no imaginary part, not one that is zero (C's mixed-mode arithmetic, as CPython 3.14 has it). */
function complexOperation(symbol: string, a: Complex | number, b: Complex | number): Complex | undefined {
  const x = typeof a === "number" ? { real: a, imag: 0 } : a;
  const y = typeof b === "number" ? { real: b, imag: 0 } : b;
  switch (symbol) {
    case "+":
      if (typeof a === "number") return { real: a + y.real, imag: y.imag };
      if (typeof b === "number") return { real: x.real + b, imag: x.imag };
      return { real: x.real + y.real, imag: x.imag + y.imag };
    case "-":
      if (typeof a === "number") return { real: a - y.real, imag: -y.imag };
      if (typeof b === "number") return { real: x.real - b, imag: x.imag };
      return { real: x.real - y.real, imag: x.imag - y.imag };
    case "*":
      if (typeof a === "number") return { real: a * y.real, imag: a * y.imag };
      if (typeof b === "number") return { real: x.real * b, imag: x.imag * b };
      return multiplyComplex(x, y);
    case "/":
      if (typeof b === "number") return b === 0 ? undefined : { real: x.real / b, imag: x.imag / b };
      return typeof a === "number" ? divideReal(a, y) : divideComplex(x, y);
    case "**":
      return powerOfComplex(x, y);
    default:
      return undefined;
  }
}

/** What a binary operator gives for two numbers of which one is complex; undefined where it raises or is inexact. */
export function foldComplex(symbol: string, left: Constant, right: Constant): Constant | undefined {
  const a = complexOf(left);
  const b = complexOf(right);
  if (a === undefined || b === undefined) return undefined;
  const result = complexOperation(symbol, a, b);
  // Recovering infinities from NaNs (C's Annex G) is left to run time.
  if (result === undefined || Number.isNaN(result.real) || Number.isNaN(result.imag)) return undefined;
  return { type: "complex", real: result.real, imag: result.imag };
}

/** Whether a constant is a float. */
export function isFloat(value: Constant): boolean {
  return tagOf(value) === "float";
}

/** Whether a constant is a complex number. */
export function isComplex(value: Constant): boolean {
  return tagOf(value) === "complex";
}
