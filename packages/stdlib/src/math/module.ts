import {
  asDouble,
  bitLength,
  call,
  doubleToInt,
  FloatType,
  floatRepr,
  type Int,
  intCompare,
  isInstance,
  type KwNames,
  lookupSpecial,
  type MethodRow,
  type ModuleSpec,
  None,
  noKeywords,
  OverflowErrorType,
  PyFloat,
  PyTuple,
  pow,
  type Result,
  raise,
  type ThreadState,
  TupleType,
  TypeErrorType,
  toArray,
  toIndex,
  toInt,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
  ZeroDivisionErrorType,
} from "@adder/objects";
import { exponentOf, fromBits, fromParts, integerParts, ldexp, nextAfter, toBits } from "./bits.js";
import * as fn from "./elementary.js";
import { combinations, factorial, gcd, integerSqrt, lcm, permutations } from "./integers.js";
import { gamma, lgamma } from "./special.js";
import { fsum, prod, sumprod } from "./sums.js";

const domainError = (ts: ThreadState, message = "math domain error"): null =>
  raise(ts, ValueErrorType, message);
const rangeError = (ts: ThreadState): null => raise(ts, OverflowErrorType, "math range error");

/** A float argument. TypeError "must be real number, not x". */
const double = (ts: ThreadState, v: Value): Result<number> =>
  typeof v === "object" && v.cls === FloatType ? (v as PyFloat).value : asDouble(ts, v);

/**
 * A function of one float (CPython `math_1`): NaN from a number is a domain error, infinity from a finite
 * number a range error if the function can overflow.
 */
function unary(
  name: string,
  f: (x: number) => number,
  overflows: boolean,
  expected: string | null,
  doc: string,
): MethodRow {
  return [
    name,
    "($module, x, /)",
    (ts, _m, v: Value) => {
      const x = double(ts, v);
      if (x === null) return null;
      const r = f(x);
      if (r - r !== 0) {
        const wrong = Number.isNaN(r) ? !Number.isNaN(x) : Number.isFinite(x);
        if (wrong) {
          if (overflows && !Number.isNaN(r)) return rangeError(ts);
          return domainError(ts, expected === null ? undefined : `${expected}, got ${floatRepr(x)}`);
        }
      }
      return new PyFloat(r);
    },
    doc,
  ];
}

/** The gamma functions: a pole is a domain error, an overflow a range error (CPython `math_1a`). */
function gammaRow(name: string, f: (x: number) => number, doc: string): MethodRow {
  return [
    name,
    "($module, x, /)",
    (ts, _m, v: Value) => {
      const x = double(ts, v);
      if (x === null) return null;
      const r = f(x);
      const pole = Number.isInteger(x) && x <= 0;
      if (pole || (Number.isNaN(r) && !Number.isNaN(x))) {
        return domainError(ts, `expected a noninteger or positive integer, got ${floatRepr(x)}`);
      }
      return !Number.isFinite(r) && Number.isFinite(x) ? rangeError(ts) : new PyFloat(r);
    },
    doc,
  ];
}

/** A function of two floats (CPython `math_2`). */
function binary(
  name: string,
  signature: string,
  f: (x: number, y: number) => number,
  doc: string,
): MethodRow {
  return [
    name,
    signature,
    (ts, _m, v: Value, w: Value) => {
      const x = double(ts, v);
      if (x === null) return null;
      const y = double(ts, w);
      if (y === null) return null;
      const r = f(x, y);
      if (Number.isNaN(r) && !Number.isNaN(x) && !Number.isNaN(y)) return domainError(ts);
      if (!Number.isFinite(r) && Number.isFinite(x) && Number.isFinite(y)) return rangeError(ts);
      return new PyFloat(r);
    },
    doc,
  ];
}

/** A logarithm, of ints of any size too (CPython `loghelper`). */
function logarithm(ts: ThreadState, v: Value, f: (x: number) => number): Result<number> {
  const n = toInt(v);
  if (n !== undefined) {
    if (n <= 0) return domainError(ts, "expected a positive input");
    const x = Number(n);
    if (Number.isFinite(x)) return f(x);
    const shift = bitLength(n) - 60;
    let top = BigInt(n) >> BigInt(shift);
    if (top << BigInt(shift) !== n) top |= 1n;
    return f(Number(top) / 2 ** 60) + f(2) * (shift + 60);
  }
  const x = double(ts, v);
  if (x === null) return null;
  const r = f(x);
  if (Number.isNaN(r) ? !Number.isNaN(x) : r - r !== 0 && Number.isFinite(x)) {
    return domainError(ts, `expected a positive input, got ${floatRepr(x)}`);
  }
  return r;
}

function log(ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "math.log", kwnames) === null) return null;
  if (args.length < 1) return raise(ts, TypeErrorType, "log expected at least 1 argument, got 0");
  if (args.length > 2)
    return raise(ts, TypeErrorType, `log expected at most 2 arguments, got ${args.length}`);
  const x = logarithm(ts, args[0], fn.log);
  if (x === null) return null;
  if (args.length === 1) return new PyFloat(x);
  const base = logarithm(ts, args[1], fn.log);
  if (base === null) return null;
  if (base === 0) return raise(ts, ZeroDivisionErrorType, "division by zero");
  return new PyFloat(x / base);
}

const logRow = (name: string, f: (x: number) => number, doc: string): MethodRow => [
  name,
  "($module, x, /)",
  (ts, _m, v: Value) => {
    const r = logarithm(ts, v, f);
    return r === null ? null : new PyFloat(r);
  },
  doc,
];

/** The int that a double rounds to. ValueError and OverflowError as `int(float)`. */
function toInteger(ts: ThreadState, x: number): Result<Value> {
  if (Number.isNaN(x)) return raise(ts, ValueErrorType, "cannot convert float NaN to integer");
  if (!Number.isFinite(x)) return raise(ts, OverflowErrorType, "cannot convert float infinity to integer");
  return doubleToInt(x);
}

const rounding = (name: string, dunder: string, f: (x: number) => number, doc: string): MethodRow => [
  name,
  "($module, x, /)",
  (ts, _m, v: Value) => {
    if (typeof v === "number" || typeof v === "bigint") return v;
    if (typeOf(v) !== FloatType) {
      const method = lookupSpecial(ts, v, dunder);
      if (method === null) return null;
      if (method !== undefined) return call(ts, method, []);
      if (name === "trunc")
        return raise(ts, TypeErrorType, `type ${typeName(v)} doesn't define __trunc__ method`);
    }
    const x = double(ts, v);
    return x === null ? null : toInteger(ts, f(x));
  },
  doc,
];

/** A function of one float that has an answer for each. */
function total(name: string, f: (x: number) => number, doc: string): MethodRow {
  return [
    name,
    "($module, x, /)",
    (ts, _m, v: Value) => {
      const x = double(ts, v);
      return x === null ? null : new PyFloat(f(x));
    },
    doc,
  ];
}

const predicate = (name: string, f: (x: number) => boolean, doc: string): MethodRow => [
  name,
  "($module, x, /)",
  (ts, _m, v: Value) => {
    const x = double(ts, v);
    return x === null ? null : f(x);
  },
  doc,
];

const folding = (name: string, start: Int, f: (a: Int, b: Int) => Int, doc: string): MethodRow => [
  name,
  "($module, /, *integers)",
  (ts, _m, args: Value[], kwnames: KwNames) => {
    if (noKeywords(ts, `math.${name}`, kwnames) === null) return null;
    let result: Int = start;
    for (const arg of args) {
      const n = toIndex(ts, arg);
      if (n === null) return null;
      result = f(result, n);
    }
    return result;
  },
  doc,
];

const LONG_MAX = 2147483647;

function factorialOf(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const n = toIndex(ts, v);
  if (n === null) return null;
  if (n < 0) return raise(ts, ValueErrorType, "factorial() not defined for negative values");
  // C's long has 64 bits; what lies between could not be computed either.
  if (typeof n === "bigint" || n > LONG_MAX) {
    return raise(ts, OverflowErrorType, "factorial() argument should not exceed 9223372036854775807");
  }
  return factorial(n);
}

function comb(ts: ThreadState, _m: Value, nv: Value, kv: Value): Result<Value> {
  const n = toIndex(ts, nv);
  if (n === null) return null;
  const k = toIndex(ts, kv);
  if (k === null) return null;
  if (n < 0) return raise(ts, ValueErrorType, "n must be a non-negative integer");
  if (k < 0) return raise(ts, ValueErrorType, "k must be a non-negative integer");
  if (intCompare(k, n) > 0) return 0;
  const rest = BigInt(n) - BigInt(k);
  const least = rest < BigInt(k) ? rest : BigInt(k);
  if (least > 9223372036854775807n) {
    return raise(ts, OverflowErrorType, "min(n - k, k) must not exceed 9223372036854775807");
  }
  return combinations(n, Number(least));
}

function perm(ts: ThreadState, m: Value, nv: Value, kv: Value = None): Result<Value> {
  if (kv === None) return factorialOf(ts, m, nv);
  const n = toIndex(ts, nv);
  if (n === null) return null;
  const k = toIndex(ts, kv);
  if (k === null) return null;
  if (n < 0) return raise(ts, ValueErrorType, "n must be a non-negative integer");
  if (k < 0) return raise(ts, ValueErrorType, "k must be a non-negative integer");
  if (intCompare(k, n) > 0) return 0;
  if (typeof k === "bigint") return raise(ts, OverflowErrorType, "k must not exceed 9223372036854775807");
  return permutations(n, k);
}

/** Coordinates of a point: a tuple, or any iterable. */
function point(ts: ThreadState, v: Value): Result<readonly Value[]> {
  return isInstance(v, TupleType) ? (v as PyTuple).items : toArray(ts, v);
}

function dist(ts: ThreadState, _m: Value, p: Value, q: Value): Result<Value> {
  const ps = point(ts, p);
  if (ps === null) return null;
  const qs = point(ts, q);
  if (qs === null) return null;
  if (ps.length !== qs.length) {
    return raise(ts, ValueErrorType, "both points must have the same number of dimensions");
  }
  const differences: number[] = [];
  for (let i = 0; i < ps.length; i++) {
    const x = double(ts, ps[i]);
    if (x === null) return null;
    const y = double(ts, qs[i]);
    if (y === null) return null;
    differences.push(x - y);
  }
  return new PyFloat(fn.norm(differences));
}

function hypot(ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> {
  if (noKeywords(ts, "math.hypot", kwnames) === null) return null;
  const values: number[] = [];
  for (const arg of args) {
    const x = double(ts, arg);
    if (x === null) return null;
    values.push(x);
  }
  return new PyFloat(fn.norm(values));
}

function power(ts: ThreadState, _m: Value, v: Value, w: Value): Result<Value> {
  const x = double(ts, v);
  if (x === null) return null;
  const y = double(ts, w);
  if (y === null) return null;
  const r = pow(x, y);
  if (!Number.isFinite(r) && Number.isFinite(x) && Number.isFinite(y)) {
    return Number.isNaN(r) || x === 0 ? domainError(ts) : rangeError(ts);
  }
  return new PyFloat(r);
}

function fmod(x: number, y: number): number {
  return Number.isFinite(x) && !Number.isFinite(y) && !Number.isNaN(y) ? x : x % y;
}

/** IEEE 754 remainder: `x - n * y` with the integer nearest to `x / y`. */
function remainder(x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    if (Number.isNaN(x) || Number.isNaN(y) || !Number.isFinite(x)) return Number.isNaN(y) ? y : x - x;
    return x;
  }
  if (y === 0) return Number.NaN;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const m = ax % ay;
  const c = ay - m;
  const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (ax - m)) % ay);
  return x < 0 || Object.is(x, -0) ? -r : r;
}

function fma(ts: ThreadState, _m: Value, xv: Value, yv: Value, zv: Value): Result<Value> {
  const x = double(ts, xv);
  if (x === null) return null;
  const y = double(ts, yv);
  if (y === null) return null;
  const z = double(ts, zv);
  if (z === null) return null;
  const finite = Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z);
  const r = finite ? fusedMultiplyAdd(x, y, z) : Number.isFinite(x) && Number.isFinite(y) ? z : x * y + z;
  if (Number.isFinite(r)) return new PyFloat(r);
  if (Number.isNaN(r) && !Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z)) {
    return raise(ts, ValueErrorType, "invalid operation in fma");
  }
  return finite ? raise(ts, OverflowErrorType, "overflow in fma") : new PyFloat(r);
}

/** `x * y + z` of finite doubles, rounded once. */
function fusedMultiplyAdd(x: number, y: number, z: number): number {
  if (x === 0 || y === 0) return x * y + z;
  if (z === 0) {
    const p = integerParts(x);
    const q = integerParts(y);
    return fromParts(p.mantissa * q.mantissa, p.exponent + q.exponent);
  }
  const p = integerParts(x);
  const q = integerParts(y);
  const r = integerParts(z);
  const exponent = p.exponent + q.exponent;
  const product = p.mantissa * q.mantissa;
  const low = Math.min(exponent, r.exponent);
  const sum = (product << BigInt(exponent - low)) + (r.mantissa << BigInt(r.exponent - low));
  return fromParts(sum, low);
}

function nextafter(
  ts: ThreadState,
  _m: Value,
  xv: Value,
  yv: Value,
  stepsValue: Value = None,
): Result<Value> {
  const x = double(ts, xv);
  if (x === null) return null;
  const y = double(ts, yv);
  if (y === null) return null;
  if (stepsValue === None) return new PyFloat(nextAfter(x, y));
  const given = toIndex(ts, stepsValue);
  if (given === null) return null;
  if (given < 0) return raise(ts, ValueErrorType, "steps must be a non-negative integer");
  let steps = BigInt(given);
  if (steps > 0xffff_ffff_ffff_ffffn) steps = 0xffff_ffff_ffff_ffffn;
  if (steps === 0n) return new PyFloat(x);
  if (Number.isNaN(x) || Number.isNaN(y)) return new PyFloat(Number.NaN);
  if (x === y) return new PyFloat(y);
  // Doubles in order as integers, -0 and 0 the same.
  const order = (v: number): bigint => {
    const bits = toBits(v);
    return bits >> 63n === 1n ? -(bits & 0x7fff_ffff_ffff_ffffn) : bits;
  };
  const from = order(x);
  const to = order(y);
  if (to > from ? to - from <= steps : from - to <= steps) return new PyFloat(y);
  const at = to > from ? from + steps : from - steps;
  if (at === 0n) return new PyFloat(from < 0n ? -0 : 0);
  return new PyFloat(at < 0n ? fromBits(-at | (1n << 63n)) : fromBits(at));
}

function ulp(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(size)) return size;
  const next = nextAfter(size, Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next - size : size - nextAfter(size, 0);
}

function ldexpOf(ts: ThreadState, _m: Value, xv: Value, i: Value): Result<Value> {
  const x = double(ts, xv);
  if (x === null) return null;
  const e = toInt(i);
  if (e === undefined) return raise(ts, TypeErrorType, "Expected an int as second argument to ldexp.");
  if (x === 0 || !Number.isFinite(x)) return new PyFloat(x);
  const r = ldexp(x, e > 100_000 ? 100_000 : e < -100_000 ? -100_000 : Number(e));
  return Number.isFinite(r) ? new PyFloat(r) : rangeError(ts);
}

function frexp(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const x = double(ts, v);
  if (x === null) return null;
  if (x === 0 || !Number.isFinite(x)) return new PyTuple([new PyFloat(x), 0]);
  const e = exponentOf(x);
  return new PyTuple([new PyFloat(ldexp(x, -e)), e]);
}

function modf(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const x = double(ts, v);
  if (x === null) return null;
  if (Number.isNaN(x)) return new PyTuple([new PyFloat(x), new PyFloat(x)]);
  const whole = Math.trunc(x);
  const rest = Number.isFinite(x) ? x - whole : 0;
  const negative = x < 0 || Object.is(x, -0);
  return new PyTuple([new PyFloat(rest === 0 && negative ? -0 : rest), new PyFloat(whole)]);
}

function isClose(
  ts: ThreadState,
  _m: Value,
  av: Value,
  bv: Value,
  relative: Value | undefined,
  absolute: Value | undefined,
): Result<Value> {
  const a = double(ts, av);
  if (a === null) return null;
  const b = double(ts, bv);
  if (b === null) return null;
  const rel = relative === undefined ? 1e-9 : double(ts, relative);
  if (rel === null) return null;
  const abs = absolute === undefined ? 0 : double(ts, absolute);
  if (abs === null) return null;
  if (rel < 0 || abs < 0) return raise(ts, ValueErrorType, "tolerances must be non-negative");
  if (a === b) return true;
  if (Math.abs(a) === Number.POSITIVE_INFINITY || Math.abs(b) === Number.POSITIVE_INFINITY) return false;
  const difference = Math.abs(b - a);
  return difference <= Math.abs(rel * b) || difference <= Math.abs(rel * a) || difference <= abs;
}

function isqrt(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const n = toIndex(ts, v);
  if (n === null) return null;
  return n < 0 ? raise(ts, ValueErrorType, "isqrt() argument must be nonnegative") : integerSqrt(n);
}

const FINITE = "expected a finite input";
const UNIT = "expected a number in range from -1 up to 1";
const sign = (y: number): boolean => y < 0 || Object.is(y, -0);

/** `math` (CPython `Modules/mathmodule.c`). */
export const mathModule: ModuleSpec = {
  name: "math",
  doc: "Mathematical functions of C, and some of integers.",
  attributes: {
    pi: new PyFloat(Math.PI),
    e: new PyFloat(Math.E),
    tau: new PyFloat(2 * Math.PI),
    inf: new PyFloat(Number.POSITIVE_INFINITY),
    nan: new PyFloat(Number.NaN),
  },
  functions: [
    unary("acos", fn.acos, false, UNIT, "Arc cosine."),
    unary("acosh", fn.acosh, false, "expected argument value not less than 1", "Inverse hyperbolic cosine."),
    unary("asin", fn.asin, false, UNIT, "Arc sine."),
    unary("asinh", fn.asinh, false, null, "Inverse hyperbolic sine."),
    unary("atan", fn.atan, false, null, "Arc tangent."),
    binary("atan2", "($module, y, x, /)", fn.atan2, "Angle of the point (x, y)."),
    unary("atanh", fn.atanh, false, "expected a number between -1 and 1", "Inverse hyperbolic tangent."),
    unary("cbrt", fn.cbrt, false, null, "Cube root."),
    rounding("ceil", "__ceil__", Math.ceil, "The least integer not below x."),
    binary(
      "copysign",
      "($module, x, y, /)",
      (x, y) => (sign(y) ? -Math.abs(x) : Math.abs(x)),
      "Size of x, sign of y.",
    ),
    unary("cos", fn.cos, false, FINITE, "Cosine."),
    unary("cosh", fn.cosh, true, null, "Hyperbolic cosine."),
    total("degrees", (x) => x * (180 / Math.PI), "Radians in degrees."),
    ["dist", "($module, p, q, /)", dist, "Distance of two points."],
    unary("erf", fn.erf, false, null, "Error function."),
    unary("erfc", fn.erfc, false, null, "1 - erf(x)."),
    unary("exp", fn.exp, true, null, "e to the power of x."),
    unary("exp2", fn.exp2, true, null, "2 to the power of x."),
    unary("expm1", fn.expm1, true, null, "exp(x) - 1."),
    unary("fabs", Math.abs, false, null, "Absolute value."),
    ["factorial", "($module, n, /)", factorialOf, "n!"],
    rounding("floor", "__floor__", Math.floor, "The greatest integer not above x."),
    ["fma", "($module, x, y, z, /)", fma, "x * y + z, rounded once."],
    binary("fmod", "($module, x, y, /)", fmod, "Remainder with the sign of x."),
    ["frexp", "($module, x, /)", frexp, "Mantissa and exponent."],
    ["fsum", "($module, seq, /)", fsum, "Correctly rounded sum."],
    gammaRow("gamma", gamma, "Gamma function."),
    folding("gcd", 0, gcd, "Greatest common divisor."),
    ["hypot", "($module, /, *coordinates)", hypot, "Length of a vector."],
    [
      "isclose",
      "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
      isClose,
      "Do two numbers differ by little?",
    ],
    predicate("isfinite", Number.isFinite, "Neither infinite nor NaN?"),
    predicate("isinf", (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY, "Infinite?"),
    predicate("isnan", Number.isNaN, "Not a number?"),
    ["isqrt", "($module, n, /)", isqrt, "Integer part of the square root."],
    folding("lcm", 1, lcm, "Least common multiple."),
    ["ldexp", "($module, x, i, /)", ldexpOf, "x * 2**i."],
    gammaRow("lgamma", lgamma, "Logarithm of the gamma function's absolute value."),
    [
      "log",
      "($module, /, *args, **kwargs)",
      log,
      "Logarithm, natural unless a base is given.",
      { hidden: true },
    ],
    unary("log1p", fn.log1p, false, "expected argument value > -1", "log(1 + x)."),
    logRow("log10", fn.log10, "Logarithm to base 10."),
    logRow("log2", fn.log2, "Logarithm to base 2."),
    ["modf", "($module, x, /)", modf, "Fraction and integer part."],
    ["nextafter", "($module, x, y, /, *, steps=None)", nextafter, "The next float towards y."],
    ["perm", "($module, n, k=None, /)", perm, "Ways to pick k of n in order."],
    ["comb", "($module, n, k, /)", comb, "Ways to pick k of n."],
    ["pow", "($module, x, y, /)", power, "x to the power of y."],
    ["prod", "($module, iterable, /, *, start=1)", prod, "Product of the items."],
    total("radians", (x) => x * (Math.PI / 180), "Degrees in radians."),
    binary("remainder", "($module, x, y, /)", remainder, "Remainder of IEEE 754."),
    unary("sin", fn.sin, false, FINITE, "Sine."),
    unary("sinh", fn.sinh, true, null, "Hyperbolic sine."),
    unary("sqrt", Math.sqrt, false, "expected a nonnegative input", "Square root."),
    ["sumprod", "($module, p, q, /)", sumprod, "Sum of products."],
    unary("tan", fn.tan, false, FINITE, "Tangent."),
    unary("tanh", fn.tanh, false, null, "Hyperbolic tangent."),
    rounding("trunc", "__trunc__", Math.trunc, "The integer part."),
    total("ulp", ulp, "Distance to the next float."),
  ],
};
