import {
  type BinaryFunc,
  bindKeywords,
  CompareOp,
  call,
  getAttr,
  identityHash,
  importName,
  normalize as intValue,
  isInstanceOf,
  type KwNames,
  type MethodRow,
  None,
  NotImplemented,
  OverflowErrorType,
  PyComplex,
  PyFloat,
  PyTuple,
  type PyType,
  type Result,
  raise,
  readyType,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toFloat,
  toInt,
  type UnaryFunc,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { roundingOf, settle } from "./context.js";
import {
  decimalOfInt,
  exactly,
  MAX_SIZE,
  ofFloat,
  operand,
  requireOperand,
  result,
  TOO_LARGE,
} from "./convert.js";
import { contextArgument, getContext } from "./current.js";
import { formatDecimal } from "./format.js";
import { isDec, type Operation, operations } from "./method-table.js";
import * as num from "./number.js";
import { type Arithmetic, type Dec, finite, isNan, type Rounding, rescale, Signal, ten } from "./number.js";
import * as ops from "./operations.js";
import { DecimalType, PyDecimal } from "./py-decimal.js";
import { decimalOfDouble, decimalText } from "./text.js";
import { power } from "./transcendental.js";

type Two = (c: Arithmetic, a: Dec, b: Dec) => Dec;

/** Makes the slot of an operator; either operand may be an int. */
const operator =
  (fn: Two): BinaryFunc =>
  (ts, left: Value, right: Value) => {
    const a = operand(left);
    const b = operand(right);
    if (a === undefined || b === undefined) return NotImplemented;
    const c = getContext(ts);
    return result(ts, c, fn(c, a, b));
  };

const prefix =
  (fn: (c: Arithmetic, a: Dec) => Dec): UnaryFunc =>
  (ts, self: PyDecimal) => {
    const c = getContext(ts);
    return result(ts, c, fn(c, self.dec));
  };

/** Quotient and remainder as tuple. */
export function divideWithRemainder(
  ts: ThreadState,
  c: Parameters<typeof settle>[1],
  a: Dec,
  b: Dec,
): Result<Value> {
  const [quotient, rest] = num.divideAndRest(c, a, b);
  if (settle(ts, c) === null) return null;
  return new PyTuple([new PyDecimal(quotient), new PyDecimal(rest)]);
}

function divmod(ts: ThreadState, left: Value, right: Value): Result<Value> {
  const a = operand(left);
  const b = operand(right);
  if (a === undefined || b === undefined) return NotImplemented;
  return divideWithRemainder(ts, getContext(ts), a, b);
}

function pow(ts: ThreadState, left: Value, right: Value, modulus: Value): Result<Value> {
  const a = operand(left);
  const b = operand(right);
  const m = modulus === None ? null : operand(modulus);
  if (a === undefined || b === undefined || m === undefined) return NotImplemented;
  const c = getContext(ts);
  return result(ts, c, m === null ? power(c, a, b) : ops.powerModulo(c, a, b, m));
}

/** Both sides of a comparison; `undefined` when the other is no number. */
function comparands(
  ts: ThreadState,
  self: Dec,
  other: Value,
  equality: boolean,
): Result<[Dec, Dec] | undefined> {
  const number = operand(other);
  if (number !== undefined) return [self, number];
  let real = toFloat(other);
  if (other instanceof PyComplex && equality) {
    if (other.imag !== 0) return undefined;
    real = other.real;
  }
  const c = getContext(ts);
  if (real !== undefined) {
    if (equality) c.flags |= Signal.FLOAT_OPERATION;
    else {
      c.status |= Signal.FLOAT_OPERATION;
      if (settle(ts, c) === null) return null;
    }
    return [self, decimalOfDouble(real)];
  }
  if (typeof other === "string") return undefined;
  const rational = importName(ts, "numbers", "Rational");
  if (rational === null) return null;
  const known = isInstanceOf(ts, other, rational);
  if (known !== true) return known === null ? null : undefined;
  const numerator = getAttr(ts, other, "numerator");
  const denominator = numerator === null ? null : getAttr(ts, other, "denominator");
  if (numerator === null || denominator === null) return null;
  const n = toInt(numerator);
  const d = toInt(denominator);
  if (n === undefined || d === undefined)
    return raise(ts, TypeErrorType, "numerator and denominator must be ints");
  return [
    self.kind === "finite" ? { ...self, coefficient: self.coefficient * BigInt(d) } : self,
    decimalOfInt(n),
  ];
}

function richCompare(ts: ThreadState, self: PyDecimal, other: Value, op: CompareOp): Result<Value> {
  const equality = op === CompareOp.EQ || op === CompareOp.NE;
  const sides = comparands(ts, self.dec, other, equality);
  if (sides === null) return null;
  if (sides === undefined) return NotImplemented;
  const [a, b] = sides;
  if (isNan(a) || isNan(b)) {
    if (!equality || a.kind === "snan" || b.kind === "snan") {
      const c = getContext(ts);
      c.status |= Signal.INVALID;
      if (settle(ts, c) === null) return null;
    }
    return op === CompareOp.NE;
  }
  const order = num.compare(a, b);
  switch (op) {
    case CompareOp.LT:
      return order < 0;
    case CompareOp.LE:
      return order <= 0;
    case CompareOp.EQ:
      return order === 0;
    case CompareOp.NE:
      return order !== 0;
    case CompareOp.GT:
      return order > 0;
    default:
      return order >= 0;
  }
}

/** `sys.hash_info.modulus`, a prime. */
const MODULUS = (1n << 61n) - 1n;
const TEN_INVERSE = ops.modularPower(10n, MODULUS - 2n, MODULUS);

/** The hash that equal ints, floats and fractions have. */
function hash(ts: ThreadState, self: PyDecimal): Result<number | bigint> {
  const d = self.dec;
  if (d.kind === "snan") return raise(ts, TypeErrorType, "Cannot hash a signaling NaN value");
  if (d.kind === "nan") return identityHash(ts, self);
  if (d.kind === "inf") return d.negative ? -314159 : 314159;
  const scale = ops.modularPower(d.exponent >= 0 ? 10n : TEN_INVERSE, BigInt(Math.abs(d.exponent)), MODULUS);
  const h = ((d.coefficient % MODULUS) * scale) % MODULUS;
  return intValue(d.negative ? (h === 1n ? -2n : -h) : h);
}

/** The int that a number is when rounded. ValueError of a NaN, OverflowError of an infinity. */
function toInteger(ts: ThreadState, d: Dec, rounding: Rounding): Result<Value> {
  if (isNan(d)) return raise(ts, ValueErrorType, "cannot convert NaN to integer");
  if (d.kind === "inf") return raise(ts, OverflowErrorType, "cannot convert Infinity to integer");
  const n = rescale(d, 0, rounding).value.coefficient;
  return intValue(d.negative ? -n : n);
}

const integer =
  (rounding: Rounding) =>
  (ts: ThreadState, self: PyDecimal): Result<Value> =>
    toInteger(ts, self.dec, rounding);

function toDouble(ts: ThreadState, self: PyDecimal): Result<number> {
  const d = self.dec;
  if (d.kind === "snan") return raise(ts, ValueErrorType, "cannot convert signaling NaN to float");
  if (d.kind === "nan") return Number.NaN;
  return Number(decimalText(d, true));
}

function decimalNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "Decimal", args, kwnames, ["value", "context"]);
  if (bound === null) return null;
  const c = contextArgument(ts, bound[1]);
  return c === null ? null : exactly(ts, c, bound[0] ?? 0, cls);
}

/** What a class method makes: a decimal as it is, or an instance of a subclass. */
function ofClass(ts: ThreadState, cls: PyType, d: Dec): Result<Value> {
  const made = new PyDecimal(d);
  return cls === DecimalType ? made : call(ts, cls, [made]);
}

/** The class of what `as_tuple()` gives. */
class TupleClass {
  cls: Value | null = null;
}

/** `decimal.DecimalTuple`, made at first use. */
export function decimalTuple(ts: ThreadState): Result<Value> {
  const state = ts.interp.state(TupleClass, () => new TupleClass());
  if (state.cls === null) {
    const make = importName(ts, "collections", "namedtuple");
    if (make === null) return null;
    state.cls = call(ts, make, ["DecimalTuple", "sign digits exponent", "decimal"], ["module"]);
  }
  return state.cls;
}

function asTuple(ts: ThreadState, self: PyDecimal): Result<Value> {
  const cls = decimalTuple(ts);
  if (cls === null) return null;
  const d = self.dec;
  const exponent = d.kind === "finite" ? d.exponent : d.kind === "inf" ? "F" : d.kind === "nan" ? "n" : "N";
  const digits = isNan(d) && d.coefficient === 0n ? "" : d.coefficient.toString();
  return call(ts, cls, [d.negative ? 1 : 0, new PyTuple(Array.from(digits, Number)), exponent]);
}

function asIntegerRatio(ts: ThreadState, self: PyDecimal): Result<Value> {
  const d = self.dec;
  if (isNan(d)) return raise(ts, ValueErrorType, "cannot convert NaN to integer ratio");
  if (d.kind === "inf") return raise(ts, OverflowErrorType, "cannot convert Infinity to integer ratio");
  if (d.coefficient === 0n) return new PyTuple([0, 1]);
  let n = d.coefficient * ten(Math.max(0, d.exponent));
  let m = ten(Math.max(0, -d.exponent));
  for (const prime of [2n, 5n]) {
    while (m % prime === 0n && n % prime === 0n) {
      n /= prime;
      m /= prime;
    }
  }
  return new PyTuple([intValue(d.negative ? -n : n), intValue(m)]);
}

function round(ts: ThreadState, self: PyDecimal, places: Value | undefined): Result<Value> {
  if (places === undefined) return toInteger(ts, self.dec, "ROUND_HALF_EVEN");
  const n = toInt(places);
  if (n === undefined) return raise(ts, TypeErrorType, "optional arg must be an integer");
  if (n > MAX_SIZE || n < -MAX_SIZE) return raise(ts, OverflowErrorType, TOO_LARGE);
  const c = getContext(ts);
  return result(ts, c, ops.quantizeLike(c, self.dec, finite(false, 1n, -Number(n))));
}

/** The method of Decimal for an operation. */
function methodRow({ name, operands, fn, contextFree, doc }: Operation): MethodRow {
  if (contextFree) {
    const exact = (ts: ThreadState, self: PyDecimal): Result<Value> => {
      const value = fn(getContext(ts), self.dec, self.dec, self.dec);
      if (!isDec(value)) return value;
      return value === self.dec ? self : new PyDecimal(value);
    };
    return [name, "($self, /)", exact, doc];
  }
  const run = (
    ts: ThreadState,
    self: PyDecimal,
    ctx: Value | undefined,
    others: readonly Value[],
  ): Result<Value> => {
    const c = contextArgument(ts, ctx);
    if (c === null) return null;
    const b = others.length > 0 ? requireOperand(ts, others[0]) : self.dec;
    const third = b !== null && others.length > 1 ? requireOperand(ts, others[1]) : self.dec;
    if (b === null || third === null) return null;
    const value = fn(c, self.dec, b, third);
    if (isDec(value)) return result(ts, c, value);
    return settle(ts, c) === null ? null : value;
  };
  switch (operands) {
    case 1:
      return [
        name,
        "($self, /, context=None)",
        (ts, self: PyDecimal, ctx?: Value) => run(ts, self, ctx, []),
        doc,
      ];
    case 2:
      return [
        name,
        "($self, /, other, context=None)",
        (ts, self: PyDecimal, other: Value, ctx?: Value) => run(ts, self, ctx, [other]),
        doc,
      ];
    default:
      return [
        name,
        "($self, /, other, third, context=None)",
        (ts, self: PyDecimal, other: Value, third: Value, ctx?: Value) => run(ts, self, ctx, [other, third]),
        doc,
      ];
  }
}

type Integral = (c: Arithmetic, a: Dec, rounding: Rounding) => Dec;

/** A method that rounds to an integral value. */
const integralRow = (name: string, fn: Integral): MethodRow => [
  name,
  "($self, /, rounding=None, context=None)",
  (ts, self: PyDecimal, mode?: Value, ctx?: Value) => {
    const c = contextArgument(ts, ctx);
    if (c === null) return null;
    const rounding = mode === undefined || mode === None ? c.rounding : roundingOf(ts, mode);
    return rounding === null ? null : result(ts, c, fn(c, self.dec, rounding));
  },
  "Rounds to an integral value.",
];

function quantize(ts: ThreadState, self: PyDecimal, exp: Value, mode?: Value, ctx?: Value): Result<Value> {
  const c = contextArgument(ts, ctx);
  if (c === null) return null;
  const rounding = mode === undefined || mode === None ? c.rounding : roundingOf(ts, mode);
  if (rounding === null) return null;
  const like = requireOperand(ts, exp);
  return like === null ? null : result(ts, c, ops.quantizeLike(c, self.dec, like, rounding));
}

const itself = (_ts: ThreadState, self: PyDecimal): Value => self;

readyType(DecimalType, {
  name: "decimal.Decimal",
  doc: "A decimal floating-point number, made from an int, a float, text, or a tuple of sign, digits and exponent.",
  signature: '(value="0", context=None)',
  flags: TypeFlags.BASETYPE,
  attributes: { __module__: "decimal" },
  slots: {
    tp_new: decimalNew,
    tp_hash: hash,
    tp_richcompare: richCompare,
    tp_str: (ts, self: PyDecimal) => decimalText(self.dec, getContext(ts).capitals),
    tp_repr: (ts, self: PyDecimal) => `Decimal('${decimalText(self.dec, getContext(ts).capitals)}')`,
    nb_add: operator(num.add),
    nb_subtract: operator(ops.subtract),
    nb_multiply: operator(num.multiply),
    nb_true_divide: operator(num.divide),
    nb_floor_divide: operator(num.divideInteger),
    nb_remainder: operator(num.remainder),
    nb_divmod: divmod,
    nb_power: pow,
    nb_negative: prefix(ops.minus),
    nb_positive: prefix(ops.plus),
    nb_absolute: prefix(ops.abs),
    nb_bool: (_ts, self: PyDecimal) => !num.isZero(self.dec),
    nb_int: integer("ROUND_DOWN"),
    nb_float: (ts, self: PyDecimal) => {
      const x = toDouble(ts, self);
      return x === null ? null : new PyFloat(x);
    },
  },
  methods: [
    ...operations.map(methodRow),
    [
      "quantize",
      "($self, /, exp, rounding=None, context=None)",
      quantize,
      "The value with the exponent of another.",
    ],
    integralRow("to_integral", ops.toIntegralValue),
    integralRow("to_integral_value", ops.toIntegralValue),
    integralRow("to_integral_exact", ops.toIntegralExact),
    [
      "adjusted",
      "($self, /)",
      (_ts, self: PyDecimal) => (self.dec.kind === "finite" ? num.adjusted(self.dec) : 0),
      "Exponent of the first digit.",
    ],
    ["as_tuple", "($self, /)", asTuple, "Sign, digits and exponent."],
    [
      "as_integer_ratio",
      "($self, /)",
      asIntegerRatio,
      "Numerator and denominator of the value in lowest terms.",
    ],
    ["conjugate", "($self, /)", itself, "The number itself."],
    ["radix", "($self, /)", () => new PyDecimal(finite(false, 10n, 0)), "Always Decimal(10)."],
    [
      "from_float",
      "($type, f, /)",
      (ts, cls: PyType, f: Value) => {
        const d = ofFloat(ts, f);
        return d === null ? null : ofClass(ts, cls, d);
      },
      "The exact value of a float or int.",
      { binding: "class" },
    ],
    [
      "from_number",
      "($type, number, /)",
      (ts, cls: PyType, v: Value) => {
        const double = toFloat(v);
        const d = double === undefined ? requireOperand(ts, v) : decimalOfDouble(double);
        return d === null ? null : ofClass(ts, cls, d);
      },
      "The exact value of a real number.",
      { binding: "class" },
    ],
    ["__round__", "($self, ndigits=<unrepresentable>, /)", round, null, { hidden: true }],
    ["__format__", "($self, format_spec, /)", formatDecimal, null, { hidden: true }],
    ["__trunc__", "($self, /)", integer("ROUND_DOWN"), null],
    ["__floor__", "($self, /)", integer("ROUND_FLOOR"), null],
    ["__ceil__", "($self, /)", integer("ROUND_CEILING"), null],
    [
      "__complex__",
      "($self, /)",
      (ts, self: PyDecimal) => {
        const x = toDouble(ts, self);
        return x === null ? null : new PyComplex(x, 0);
      },
      null,
    ],
    ["__copy__", "($self, /)", itself, null],
    ["__deepcopy__", "($self, object, /)", itself, null],
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyDecimal) => new PyTuple([self.cls, new PyTuple([decimalText(self.dec, true)])]),
      null,
    ],
    ["__sizeof__", "($self, /)", () => 104, null],
  ],
  getset: [
    ["real", itself],
    ["imag", () => new PyDecimal(finite(false, 0n, 0))],
  ],
});
