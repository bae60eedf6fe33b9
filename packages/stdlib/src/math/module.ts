import {
  asDouble,
  BinaryOp,
  binaryOp,
  bitLength,
  callSpecial,
  exactExp,
  exactLog,
  exactLogBase,
  floatRepr,
  type Int,
  intFromFloat,
  iterate,
  type KwNames,
  type MethodRow,
  type ModuleSpec,
  None,
  normalize,
  OverflowErrorType,
  PyFloat,
  PyTuple,
  pow,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  toArray,
  toFloat,
  toIndex,
  toInt,
  type Value,
  ValueErrorType,
  ZeroDivisionErrorType,
} from "@adder/objects";
import { decomposeDouble, doubleFromRatio, frexp, ldexp, nextAfter } from "./doubles.js";
import { ExactSum } from "./exact.js";
import { gcd, isqrt, rangeProduct } from "./integers.js";
import { erf, erfc, gamma, logGamma } from "./special.js";

const float = (x: number): PyFloat => new PyFloat(x);
const domain = (ts: ThreadState): null => raise(ts, ValueErrorType, "math domain error");
const range = (ts: ThreadState): null => raise(ts, OverflowErrorType, "math range error");

/** What a function says of an argument outside its domain; the argument is named in the message. */
const expected = (ts: ThreadState, what: string, x: number): null =>
  raise(ts, ValueErrorType, `expected ${what}, got ${floatRepr(x)}`);

/** A function of one double; `check` refuses arguments (`null`), an infinite result of a finite one is an error. */
const one = (
  name: string,
  doc: string,
  fn: (x: number) => number,
  refuse?: (ts: ThreadState, x: number) => null | undefined,
): MethodRow => [
  name,
  "($module, x, /)",
  (ts, _m, v: Value) => {
    const x = asDouble(ts, v);
    if (x === null) return null;
    if (refuse !== undefined && refuse(ts, x) === null) return null;
    const result = fn(x);
    if (Number.isFinite(x)) {
      if (Number.isNaN(result)) return domain(ts);
      if (!Number.isFinite(result)) return range(ts);
    }
    return float(result);
  },
  doc,
];

const finiteOnly = (ts: ThreadState, x: number): null | undefined =>
  x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY
    ? expected(ts, "a finite input", x)
    : undefined;
const within = (ts: ThreadState, x: number): null | undefined =>
  x < -1 || x > 1 ? expected(ts, "a number in range from -1 up to 1", x) : undefined;

/** A function of two doubles with C's errors. */
const two = (
  name: string,
  parameters: string,
  doc: string,
  fn: (x: number, y: number) => number,
): MethodRow => [
  name,
  `($module, ${parameters}, /)`,
  (ts, _m, a: Value, b: Value) => {
    const x = asDouble(ts, a);
    const y = x === null ? null : asDouble(ts, b);
    if (x === null || y === null) return null;
    const result = fn(x, y);
    if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) return domain(ts);
    if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y))
      return name === "fmod" ? domain(ts) : range(ts);
    return float(result);
  },
  doc,
];

/** exp, log and their like, correctly rounded. */
const expOf = (x: number): number => (Number.isFinite(x) ? exactExp(x) : Math.exp(x));
const logOf = (x: number): number => (Number.isFinite(x) && x > 0 ? exactLog(x) : Math.log(x));
const logBase = (x: number, base: 2 | 10): number => {
  if (!Number.isFinite(x) || x <= 0) return Math.log(x);
  const { mantissa, exponent } = frexp(x);
  return base === 2 && mantissa === 0.5 ? exponent - 1 : exactLogBase(x, base);
};

/** The logarithm of a number argument, ints of any size included. */
function logarithm(ts: ThreadState, v: Value, of: (x: number) => number): Result<number> {
  const n = toInt(v);
  if (n !== undefined) {
    if (n <= 0) return raise(ts, ValueErrorType, "expected a positive input");
    const x = Number(n);
    if (Number.isFinite(x)) return of(x);
    const shift = bitLength(n) - 60;
    return of(Number(BigInt(n) >> BigInt(shift))) + of(2) * shift;
  }
  const x = asDouble(ts, v);
  if (x === null) return null;
  return x <= 0 ? raise(ts, ValueErrorType, "expected a positive input") : of(x);
}

function log(ts: ThreadState, _m: Value, v: Value, baseValue: Value | undefined): Result<Value> {
  const numerator = logarithm(ts, v, logOf);
  if (numerator === null) return null;
  if (baseValue === undefined) return float(numerator);
  const denominator = logarithm(ts, baseValue, logOf);
  if (denominator === null) return null;
  return denominator === 0
    ? raise(ts, ZeroDivisionErrorType, "division by zero")
    : float(numerator / denominator);
}

/** `floor`, `ceil` and `trunc`: the type's own method, else through a double. */
const rounding = (name: string, method: string, fn: (x: number) => number): MethodRow => [
  name,
  "($module, x, /)",
  (ts, _m, v: Value) => {
    if (typeof v === "number") return v;
    const direct = toFloat(v);
    if (direct !== undefined && (v as PyFloat).cls.name === "float") return intFromFloat(ts, fn(direct));
    const answer = callSpecial(ts, v, method, []);
    if (answer !== undefined) return answer;
    if (name === "trunc") {
      return raise(
        ts,
        TypeErrorType,
        `type ${(v as PyFloat).cls?.tpName ?? "str"} doesn't define __trunc__ method`,
      );
    }
    const x = asDouble(ts, v);
    return x === null ? null : intFromFloat(ts, fn(x));
  },
  "Rounds to an int.",
];

function factorial(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const n = toIndex(ts, v);
  if (n === null) return null;
  if (n < 0) return raise(ts, ValueErrorType, "factorial() not defined for negative values");
  if (typeof n === "bigint" || n > 9223372036854775807) {
    return raise(ts, OverflowErrorType, "factorial() argument should not exceed 9223372036854775807");
  }
  return normalize(rangeProduct(2n, BigInt(n)));
}

/** A count that may not be negative. */
function count(ts: ThreadState, name: string, v: Value): Result<bigint> {
  const n = toIndex(ts, v);
  if (n === null) return null;
  return n < 0 ? raise(ts, ValueErrorType, `${name} must be a non-negative integer`) : BigInt(n);
}

function comb(ts: ThreadState, _m: Value, nValue: Value, kValue: Value): Result<Value> {
  const n = count(ts, "n", nValue);
  const k = n === null ? null : count(ts, "k", kValue);
  if (n === null || k === null) return null;
  if (k > n) return 0;
  const small = k < n - k ? k : n - k;
  return normalize(rangeProduct(n - small + 1n, n) / rangeProduct(2n, small));
}

function perm(ts: ThreadState, m: Value, nValue: Value, kValue: Value | undefined): Result<Value> {
  if (kValue === undefined || kValue === None) return factorial(ts, m, nValue);
  const n = count(ts, "n", nValue);
  const k = n === null ? null : count(ts, "k", kValue);
  if (n === null || k === null) return null;
  return k > n ? 0 : normalize(rangeProduct(n - k + 1n, n));
}

/** `gcd` and `lcm` of any number of ints. */
const fold =
  (start: number, combine: (a: Int, b: Int) => Int) =>
  (ts: ThreadState, _m: Value, args: Value[], kwnames: KwNames): Result<Value> => {
    if (kwnames !== null && kwnames.length > 0)
      return raise(ts, TypeErrorType, "gcd() takes no keyword arguments");
    let result: Int = start;
    for (const arg of args) {
      const n = toIndex(ts, arg);
      if (n === null) return null;
      result = combine(result, n);
    }
    return result;
  };

function lcm(a: Int, b: Int): Int {
  if (a === 0 || b === 0) return 0;
  const product = (BigInt(a) / BigInt(gcd(a, b))) * BigInt(b);
  return normalize(product < 0n ? -product : product);
}

function fsum(ts: ThreadState, _m: Value, seq: Value): Result<Value> {
  const sum = new ExactSum();
  let special = 0;
  let opposite = false;
  const done = iterate(ts, seq, (item) => {
    const x = asDouble(ts, item);
    if (x === null) return null;
    if (Number.isFinite(x)) sum.add(x);
    else {
      if (special !== 0 && special === -x) opposite = true;
      special += x;
    }
    return true;
  });
  if (done === null) return null;
  if (opposite) return raise(ts, ValueErrorType, "-inf + inf in fsum");
  if (special !== 0 || Number.isNaN(special)) return float(special);
  const total = sum.value;
  return Number.isFinite(total)
    ? float(total)
    : raise(ts, OverflowErrorType, "intermediate overflow in fsum");
}

function prod(ts: ThreadState, _m: Value, iterable: Value, start: Value | undefined): Result<Value> {
  let result: Value = start ?? 1;
  const done = iterate(ts, iterable, (item) => {
    const next = binaryOp(ts, BinaryOp.MULTIPLY, result, item);
    if (next === null) return null;
    result = next;
    return true;
  });
  return done === null ? null : result;
}

function sumprod(ts: ThreadState, _m: Value, p: Value, q: Value): Result<Value> {
  const a = toArray(ts, p);
  const b = a === null ? null : toArray(ts, q);
  if (a === null || b === null) return null;
  if (a.length !== b.length) return raise(ts, ValueErrorType, "Inputs are not the same length");
  const numbers = (list: readonly Value[]): boolean =>
    list.every((v) => toInt(v) !== undefined || toFloat(v) !== undefined);
  const anyFloat = [...a, ...b].some((v) => toFloat(v) !== undefined);
  if (anyFloat && numbers(a) && numbers(b)) {
    const x = a.map((v) => Number(toFloat(v) ?? toInt(v)));
    const y = b.map((v) => Number(toFloat(v) ?? toInt(v)));
    if ([...x, ...y].every(Number.isFinite)) {
      const sum = new ExactSum();
      x.forEach((value, i) => sum.addProduct(value, y[i]));
      return float(sum.value);
    }
  }
  let result: Value = 0;
  for (let i = 0; i < a.length; i++) {
    const product = binaryOp(ts, BinaryOp.MULTIPLY, a[i], b[i]);
    const next: Result<Value> = product === null ? null : binaryOp(ts, BinaryOp.ADD, result, product);
    if (next === null) return null;
    result = next;
  }
  return result;
}

/** The Euclidean length, correctly rounded in nearly all cases: the squares are summed exactly. */
function norm(coordinates: readonly number[]): number {
  let max = 0;
  for (const x of coordinates) max = Math.max(max, Math.abs(x));
  if (coordinates.some((x) => Math.abs(x) === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (coordinates.some(Number.isNaN)) return Number.NaN;
  if (max === 0) return 0;
  // Squares as integers: a common power of two is taken out.
  const { exponent } = frexp(max);
  let total = 0n;
  for (const x of coordinates) {
    const scaled = decomposeDouble(ldexp(x, -exponent));
    const shift = scaled.exponent + 1074;
    const n = shift >= 0 ? scaled.mantissa << BigInt(shift) : scaled.mantissa >> BigInt(-shift);
    total += n * n;
  }
  const root = BigInt(isqrt(normalize(total)));
  const exact = root * root === total;
  // A sticky bit behind the root keeps the final rounding right.
  const value = doubleFromRatio(exact ? root << 1n : (root << 1n) | 1n, 1n << 1075n);
  return ldexp(value, exponent);
}

function hypot(ts: ThreadState, _m: Value, args: Value[]): Result<Value> {
  const coordinates: number[] = [];
  for (const arg of args) {
    const x = asDouble(ts, arg);
    if (x === null) return null;
    coordinates.push(x);
  }
  return float(norm(coordinates));
}

function dist(ts: ThreadState, _m: Value, p: Value, q: Value): Result<Value> {
  const a = toArray(ts, p);
  const b = a === null ? null : toArray(ts, q);
  if (a === null || b === null) return null;
  if (a.length !== b.length) {
    return raise(ts, ValueErrorType, "both points must have the same number of dimensions");
  }
  const differences: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const x = asDouble(ts, a[i]);
    const y = x === null ? null : asDouble(ts, b[i]);
    if (x === null || y === null) return null;
    differences.push(x - y);
  }
  return float(norm(differences));
}

function isClose(
  ts: ThreadState,
  _m: Value,
  aValue: Value,
  bValue: Value,
  relValue?: Value,
  absValue?: Value,
): Result<Value> {
  const a = asDouble(ts, aValue);
  const b = a === null ? null : asDouble(ts, bValue);
  const rel = relValue === undefined ? 1e-9 : asDouble(ts, relValue);
  const abs = absValue === undefined ? 0 : asDouble(ts, absValue);
  if (a === null || b === null || rel === null || abs === null) return null;
  if (rel < 0 || abs < 0) return raise(ts, ValueErrorType, "tolerances must be non-negative");
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(b - a);
  return difference <= Math.abs(rel * b) || difference <= Math.abs(rel * a) || difference <= abs;
}

/** IEEE remainder: `x - n y` with the integer n nearest to x / y, ties to even. */
function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return x + y;
  if (!Number.isFinite(x) || y === 0) return Number.NaN;
  if (!Number.isFinite(y)) return x;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const m = ax % ay;
  const c = ay - m;
  const r = m < c ? m : m > c ? -c : m - 2 * (((ax - m) * 0.5) % ay);
  return x < 0 || Object.is(x, -0) ? -r : r;
}

function fma(ts: ThreadState, _m: Value, xv: Value, yv: Value, zv: Value): Result<Value> {
  const x = asDouble(ts, xv);
  const y = x === null ? null : asDouble(ts, yv);
  const z = y === null ? null : asDouble(ts, zv);
  if (x === null || y === null || z === null) return null;
  if (![x, y, z].every(Number.isFinite)) {
    const r = x * y + z;
    return Number.isNaN(r) && ![x, y, z].some(Number.isNaN)
      ? raise(ts, ValueErrorType, "invalid operation in fma")
      : float(r);
  }
  if (x === 0 || y === 0) return float(x * y + z);
  const sum = new ExactSum();
  sum.add(z);
  sum.addProduct(x, y);
  const r = sum.value;
  if (!Number.isFinite(r)) return raise(ts, OverflowErrorType, "overflow in fma");
  return float(r === 0 && x * y < 0 && (z < 0 || Object.is(z, -0)) ? -0 : r);
}

function powOf(ts: ThreadState, _m: Value, xv: Value, yv: Value): Result<Value> {
  const x = asDouble(ts, xv);
  const y = x === null ? null : asDouble(ts, yv);
  if (x === null || y === null) return null;
  const r = pow(x, y);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (Number.isNaN(r) || (x === 0 && y < 0)) return domain(ts);
    if (!Number.isFinite(r)) return range(ts);
  }
  return float(r);
}

const noPole = (ts: ThreadState, x: number): null | undefined =>
  x === Number.NEGATIVE_INFINITY || (Number.isFinite(x) && x <= 0 && x === Math.floor(x))
    ? expected(ts, "a noninteger or positive integer", x)
    : undefined;

const test = (name: string, doc: string, fn: (x: number) => boolean): MethodRow => [
  name,
  "($module, x, /)",
  (ts, _m, v: Value) => {
    const x = asDouble(ts, v);
    return x === null ? null : fn(x);
  },
  doc,
];

const functions: MethodRow[] = [
  one("acos", "Arc cosine, in radians.", Math.acos, within),
  one("acosh", "Inverse hyperbolic cosine.", Math.acosh, (ts, x) =>
    x < 1
      ? raise(ts, ValueErrorType, `expected argument value not less than 1, got ${floatRepr(x)}`)
      : undefined,
  ),
  one("asin", "Arc sine, in radians.", Math.asin, within),
  one("asinh", "Inverse hyperbolic sine.", Math.asinh),
  one("atan", "Arc tangent, in radians.", Math.atan),
  two("atan2", "y, x", "Arc tangent of y / x with the signs of both.", Math.atan2),
  one("atanh", "Inverse hyperbolic tangent.", Math.atanh, (ts, x) =>
    x <= -1 || x >= 1 ? expected(ts, "a number between -1 and 1", x) : undefined,
  ),
  one("cbrt", "Cube root.", Math.cbrt),
  rounding("ceil", "__ceil__", Math.ceil),
  ["comb", "($module, n, k, /)", comb, "Ways to choose k of n."],
  two("copysign", "x, y", "x with the sign of y.", (x, y) =>
    y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x),
  ),
  one("cos", "Cosine.", Math.cos, finiteOnly),
  one("cosh", "Hyperbolic cosine.", Math.cosh),
  one("degrees", "Radians as degrees.", (x) => x * (180 / Math.PI)),
  ["dist", "($module, p, q, /)", dist, "Euclidean distance of two points."],
  one("erf", "Error function.", erf),
  one("erfc", "Complementary error function.", erfc),
  one("exp", "e to the power x.", expOf),
  one("exp2", "2 to the power x.", (x) => pow(2, x)),
  one("expm1", "exp(x) - 1, exact near 0.", Math.expm1),
  one("fabs", "Absolute value.", Math.abs),
  ["factorial", "($module, n, /)", factorial, "n!"],
  rounding("floor", "__floor__", Math.floor),
  ["fma", "($module, x, y, z, /)", fma, "x * y + z, rounded once."],
  two("fmod", "x, y", "Remainder with the sign of x.", (x, y) =>
    Number.isFinite(x) && !Number.isFinite(y) && !Number.isNaN(y) ? x : x % y,
  ),
  [
    "frexp",
    "($module, x, /)",
    (ts, _m, v: Value) => {
      const x = asDouble(ts, v);
      if (x === null) return null;
      const { mantissa, exponent } = frexp(x);
      return new PyTuple([float(mantissa), exponent]);
    },
    "Mantissa and exponent.",
  ],
  ["fsum", "($module, seq, /)", fsum, "Exact sum of floats."],
  one("gamma", "Gamma function.", gamma, noPole),
  ["gcd", "($module, /, *integers)", fold(0, gcd), "Greatest common divisor."],
  ["hypot", "($module, /, *coordinates)", hypot, "Euclidean length."],
  ["isclose", "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)", isClose, "Are two numbers close?"],
  test("isfinite", "Neither infinite nor NaN?", Number.isFinite),
  test("isinf", "Infinite?", (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY),
  test("isnan", "NaN?", Number.isNaN),
  [
    "isqrt",
    "($module, n, /)",
    (ts, _m, v: Value) => {
      const n = toIndex(ts, v);
      if (n === null) return null;
      return n < 0 ? raise(ts, ValueErrorType, "isqrt() argument must be nonnegative") : isqrt(n);
    },
    "Integer square root.",
  ],
  ["lcm", "($module, /, *integers)", fold(1, lcm), "Least common multiple."],
  [
    "ldexp",
    "($module, x, i, /)",
    (ts, _m, xv: Value, iv: Value) => {
      const x = asDouble(ts, xv);
      if (x === null) return null;
      const i = toInt(iv);
      if (i === undefined) return raise(ts, TypeErrorType, "Expected an int as second argument to ldexp.");
      const r = ldexp(x, Math.max(-1e6, Math.min(1e6, Number(i))));
      return Number.isFinite(x) && !Number.isFinite(r) ? range(ts) : float(r);
    },
    "x * 2**i.",
  ],
  one("lgamma", "Logarithm of the absolute value of gamma.", logGamma, (ts, x) =>
    x === Number.NEGATIVE_INFINITY ? undefined : noPole(ts, x),
  ),
  ["log", "(x, base=math.e, /)", log, "Logarithm to a base, e by default.", { hidden: true }],
  [
    "log10",
    "($module, x, /)",
    (ts, _m, v: Value) => {
      const x = logarithm(ts, v, (y) => logBase(y, 10));
      return x === null ? null : float(x);
    },
    "Logarithm to base 10.",
  ],
  one("log1p", "log(1 + x), exact near 0.", Math.log1p, (ts, x) =>
    x <= -1 ? expected(ts, "argument value > -1", x) : undefined,
  ),
  [
    "log2",
    "($module, x, /)",
    (ts, _m, v: Value) => {
      const x = logarithm(ts, v, (y) => logBase(y, 2));
      return x === null ? null : float(x);
    },
    "Logarithm to base 2.",
  ],
  [
    "modf",
    "($module, x, /)",
    (ts, _m, v: Value) => {
      const x = asDouble(ts, v);
      if (x === null) return null;
      const sign = x < 0 || Object.is(x, -0) ? -1 : 1;
      if (!Number.isFinite(x)) return new PyTuple([float(Number.isNaN(x) ? x : sign * 0), float(x)]);
      const whole = Math.trunc(x);
      const rest = x - whole;
      return new PyTuple([float(rest === 0 ? sign * 0 : rest), float(whole)]);
    },
    "Fractional and integral part.",
  ],
  [
    "nextafter",
    "($module, x, y, /, *, steps=None)",
    (ts, _m, xv: Value, yv: Value, stepsValue: Value | undefined) => {
      const x = asDouble(ts, xv);
      const y = x === null ? null : asDouble(ts, yv);
      if (x === null || y === null) return null;
      const steps = stepsValue === undefined || stepsValue === None ? 1 : toIndex(ts, stepsValue);
      if (steps === null) return null;
      if (steps < 0) return raise(ts, ValueErrorType, "steps must be a non-negative integer");
      return float(nextAfter(x, y, BigInt(steps)));
    },
    "The next float towards another.",
  ],
  ["perm", "($module, n, k=None, /)", perm, "Ways to arrange k of n."],
  ["pow", "($module, x, y, /)", powOf, "x to the power y."],
  ["prod", "($module, iterable, /, *, start=1)", prod, "Product of an iterable."],
  one("radians", "Degrees as radians.", (x) => x * (Math.PI / 180)),
  two("remainder", "x, y", "IEEE remainder.", remainder),
  one("sin", "Sine.", Math.sin, finiteOnly),
  one("sinh", "Hyperbolic sine.", Math.sinh),
  one("sqrt", "Square root.", Math.sqrt, (ts, x) =>
    x < 0 ? expected(ts, "a nonnegative input", x) : undefined,
  ),
  ["sumprod", "($module, p, q, /)", sumprod, "Sum of products."],
  one("tan", "Tangent.", Math.tan, finiteOnly),
  one("tanh", "Hyperbolic tangent.", Math.tanh),
  rounding("trunc", "__trunc__", Math.trunc),
  one("ulp", "Value of the last place.", (x) => {
    const ax = Math.abs(x);
    if (!Number.isFinite(ax)) return ax;
    const up = nextAfter(ax, Number.POSITIVE_INFINITY, 1n);
    return Number.isFinite(up) ? up - ax : ax - nextAfter(ax, 0, 1n);
  }),
];

/** `math` (CPython `Modules/mathmodule.c`). */
export const mathModule: ModuleSpec = {
  name: "math",
  doc: "Mathematical functions.",
  functions,
  attributes: {
    pi: float(Math.PI),
    e: float(Math.E),
    tau: float(2 * Math.PI),
    inf: float(Number.POSITIVE_INFINITY),
    nan: float(Number.NaN),
  },
};
