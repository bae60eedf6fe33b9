import {
  type BinaryFunc,
  bindKeywords,
  CompareOp,
  callMethod,
  decompose,
  FloatType,
  hashHigh,
  hashTuple,
  type Int,
  intAdd,
  intFloorDiv,
  intMod,
  intMul,
  intTrueDiv,
  isTuple,
  joinHash,
  type KwNames,
  NotImplemented,
  normalize,
  OverflowErrorType,
  PyFloat,
  PyTuple,
  type PyType,
  type Result,
  type RichCompareFunc,
  raise,
  readyType,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toFloat,
  toInt,
  typeName,
  typeOf,
  type Value,
  ValueErrorType,
  ZeroDivisionErrorType,
} from "@adder/objects";
import {
  addDeltas,
  compareDeltas,
  DAY_MICROSECONDS,
  deltaOf,
  divideNearest,
  isZero,
  microsecondsOf,
  negated,
} from "./delta.js";
import { PyTimeDelta, TimeDeltaType } from "./py-datetime.js";

const parameters = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
/** Microseconds of each parameter. */
const unit = new Map([
  ["microseconds", 1],
  ["milliseconds", 1000],
  ["seconds", 1e6],
  ["minutes", 60e6],
  ["hours", 3600e6],
  ["days", DAY_MICROSECONDS],
  ["weeks", 7 * DAY_MICROSECONDS],
]);

/** Raises ValueError for NaN, OverflowError for infinity. */
const notFinite = (ts: ThreadState, x: number, message: (what: string) => string): null =>
  Number.isNaN(x)
    ? raise(ts, ValueErrorType, message("NaN"))
    : raise(ts, OverflowErrorType, message("infinity"));

/** `a * b`; what no int can hold becomes something that no timedelta can hold. */
const product = (a: Int, b: Int): Int => intMul(a, b) ?? 1n << 256n;

/** An exact number. */
interface Fraction {
  readonly numerator: Int;
  readonly denominator: Int;
}

/** Any integral double as Int. */
const integral = (x: number): Int => (Number.isSafeInteger(x) ? x + 0 : normalize(BigInt(x)));

function newDelta(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const bound = bindKeywords(ts, "__new__", args, kwnames, parameters);
  if (bound === null) return null;
  let total: Int = 0;
  // What is left of fractions of microseconds is added at the end.
  let leftover = 0;
  for (const [name, factor] of unit) {
    const v = bound[parameters.indexOf(name)];
    if (v === undefined) continue;
    const n = toInt(v);
    if (n !== undefined) {
      total = intAdd(total, product(n, factor));
      continue;
    }
    const x = toFloat(v);
    if (x === undefined) {
      const message = `unsupported type for timedelta ${name} component: ${typeName(v)}`;
      return raise(ts, TypeErrorType, message);
    }
    if (!Number.isFinite(x)) return notFinite(ts, x, (what) => `cannot convert float ${what} to integer`);
    const whole = Math.trunc(x);
    total = intAdd(total, product(integral(whole), factor));
    const fraction = (x - whole) * factor;
    const wholeFraction = Math.trunc(fraction);
    total = intAdd(total, wholeFraction + 0);
    leftover += fraction - wholeFraction;
  }
  if (leftover !== 0) {
    let rounded = Math.sign(leftover) * Math.round(Math.abs(leftover));
    if (Math.abs(rounded - leftover) === 0.5) {
      const odd = intMod(total, 2) === 0 ? 0 : 1;
      const half = (leftover + odd) * 0.5;
      rounded = 2 * Math.sign(half) * Math.round(Math.abs(half)) - odd;
    }
    total = intAdd(total, rounded + 0);
  }
  return deltaOf(ts, total, cls);
}

/** Does a slot have timedeltas on both sides? */
const both = (a: Value, b: Value): boolean => a instanceof PyTimeDelta && b instanceof PyTimeDelta;

const divisionByZero = (ts: ThreadState): null => raise(ts, ZeroDivisionErrorType, "division by zero");

/** A float as a fraction. Raises ValueError and OverflowError for one that is not finite. */
function ratio(ts: ThreadState, v: Value, x: number): Result<Fraction> {
  if (typeOf(v) !== FloatType) return ownRatio(ts, v);
  if (!Number.isFinite(x)) {
    const name = Number.isNaN(x) ? "NaN" : "Infinity";
    return notFinite(ts, x, () => `cannot convert ${name} to integer ratio`);
  }
  const { mantissa, exponent } = decompose(Math.abs(x));
  const numerator = (x < 0 ? -mantissa : mantissa) << BigInt(Math.max(exponent, 0));
  return { numerator: normalize(numerator), denominator: normalize(1n << BigInt(Math.max(-exponent, 0))) };
}

/** What the `as_integer_ratio` of a subclass says. Raises TypeError and ValueError. */
function ownRatio(ts: ThreadState, v: Value): Result<Fraction> {
  const said = callMethod(ts, v, "as_integer_ratio", []);
  if (said === null) return null;
  if (!isTuple(said)) {
    const message = "unexpected return type from as_integer_ratio(): expected tuple, not";
    return raise(ts, TypeErrorType, `${message} '${typeName(said)}'`);
  }
  if (said.items.length !== 2) {
    return raise(ts, ValueErrorType, "as_integer_ratio() must return a 2-tuple");
  }
  const numerator = toInt(said.items[0]);
  const denominator = toInt(said.items[1]);
  if (numerator === undefined || denominator === undefined) {
    return raise(ts, TypeErrorType, "non-integer arguments in division");
  }
  return { numerator, denominator };
}

/** `deltaOf(a / b)`, rounded half to even. Raises ZeroDivisionError and OverflowError. */
const quotient = (ts: ThreadState, a: Int, b: Int): Result<Value> =>
  b === 0 ? divisionByZero(ts) : deltaOf(ts, divideNearest(a, b));

const multiply: BinaryFunc = (ts, left: Value, right: Value) => {
  const [d, factor] = left instanceof PyTimeDelta ? [left, right] : [right as PyTimeDelta, left];
  const n = toInt(factor);
  if (n !== undefined) return deltaOf(ts, product(microsecondsOf(d), n));
  const x = toFloat(factor);
  if (x === undefined) return NotImplemented;
  const r = ratio(ts, factor, x);
  return r === null
    ? null
    : deltaOf(ts, divideNearest(product(microsecondsOf(d), r.numerator), r.denominator));
};

const floorDivide: BinaryFunc = (ts, left: Value, right: Value) => {
  if (!(left instanceof PyTimeDelta)) return NotImplemented;
  const isDelta = right instanceof PyTimeDelta;
  const divisor = isDelta ? microsecondsOf(right) : toInt(right);
  if (divisor === undefined) return NotImplemented;
  if (divisor === 0) return divisionByZero(ts);
  const whole = intFloorDiv(microsecondsOf(left), divisor);
  return isDelta ? whole : deltaOf(ts, whole);
};

const trueDivide: BinaryFunc = (ts, left: Value, right: Value) => {
  if (!(left instanceof PyTimeDelta)) return NotImplemented;
  const dividend = microsecondsOf(left);
  if (right instanceof PyTimeDelta) {
    const divisor = microsecondsOf(right);
    return divisor === 0 ? divisionByZero(ts) : new PyFloat(intTrueDiv(dividend, divisor) as number);
  }
  const n = toInt(right);
  if (n !== undefined) return quotient(ts, dividend, n);
  const x = toFloat(right);
  if (x === undefined) return NotImplemented;
  const r = ratio(ts, right, x);
  return r === null ? null : quotient(ts, product(dividend, r.denominator), r.numerator);
};

const remainder: BinaryFunc = (ts, left: Value, right: Value) => {
  if (!both(left, right)) return NotImplemented;
  const divisor = microsecondsOf(right as PyTimeDelta);
  return divisor === 0
    ? divisionByZero(ts)
    : deltaOf(ts, intMod(microsecondsOf(left as PyTimeDelta), divisor));
};

const divmod: BinaryFunc = (ts, left: Value, right: Value) => {
  if (!both(left, right)) return NotImplemented;
  const whole = floorDivide(ts, left, right);
  const rest = whole === null ? null : remainder(ts, left, right);
  return whole === null || rest === null ? null : new PyTuple([whole, rest]);
};

/** The outcome of a comparison whose operands differ by the sign of a number. */
export function outcome(difference: number, op: CompareOp): boolean {
  switch (op) {
    case CompareOp.LT:
      return difference < 0;
    case CompareOp.LE:
      return difference <= 0;
    case CompareOp.EQ:
      return difference === 0;
    case CompareOp.NE:
      return difference !== 0;
    case CompareOp.GT:
      return difference > 0;
    default:
      return difference >= 0;
  }
}

const compareDelta: RichCompareFunc = (_ts, self: PyTimeDelta, other, op) =>
  other instanceof PyTimeDelta ? outcome(compareDeltas(self, other), op) : NotImplemented;

/** `hash(d)`. */
export function hashDelta(ts: ThreadState, d: PyTimeDelta): Result<number | bigint> {
  const low = hashTuple(ts, new PyTuple([d.days, d.seconds, d.microseconds]));
  return low === null ? null : joinHash(low, hashHigh);
}

function reprDelta(_ts: ThreadState, self: PyTimeDelta): Value {
  const parts: string[] = [];
  for (const name of ["days", "seconds", "microseconds"] as const) {
    if (self[name] !== 0) parts.push(`${name}=${self[name]}`);
  }
  return `${self.cls.tpName}(${parts.length === 0 ? "0" : parts.join(", ")})`;
}

/** A number with at least two digits. */
export const two = (n: number): string => String(n).padStart(2, "0");

function strDelta(_ts: ThreadState, { days, seconds, microseconds }: PyTimeDelta): Value {
  const minutes = Math.floor(seconds / 60);
  const front = days === 0 ? "" : `${days} day${Math.abs(days) === 1 ? "" : "s"}, `;
  const fraction = microseconds === 0 ? "" : `.${String(microseconds).padStart(6, "0")}`;
  return `${front}${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}${fraction}`;
}

const add =
  (sign: 1 | -1): BinaryFunc =>
  (ts, left: Value, right: Value) =>
    both(left, right) ? addDeltas(ts, left as PyTimeDelta, right as PyTimeDelta, sign) : NotImplemented;

const positive = (_ts: ThreadState, self: PyTimeDelta): Value =>
  new PyTimeDelta(self.days, self.seconds, self.microseconds);

readyType(TimeDeltaType, {
  name: "datetime.timedelta",
  doc: "A duration: the difference between two moments.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nThe arguments are ints or floats, of either sign.",
  flags: TypeFlags.BASETYPE,
  slots: {
    tp_new: newDelta,
    tp_repr: reprDelta,
    tp_str: strDelta,
    tp_hash: hashDelta,
    tp_richcompare: compareDelta,
    nb_add: add(1),
    nb_subtract: add(-1),
    nb_multiply: multiply,
    nb_remainder: remainder,
    nb_divmod: divmod,
    nb_negative: negated,
    nb_positive: positive,
    nb_absolute: (ts, self: PyTimeDelta) => (self.days < 0 ? negated(ts, self) : positive(ts, self)),
    nb_bool: (_ts, self: PyTimeDelta) => !isZero(self),
    nb_floor_divide: floorDivide,
    nb_true_divide: trueDivide,
  },
  methods: [
    [
      "total_seconds",
      "($self, /)",
      (_ts, self: PyTimeDelta) => new PyFloat(intTrueDiv(microsecondsOf(self), 1_000_000) as number),
      "The whole duration in seconds.",
    ],
    [
      "__reduce__",
      "($self, /)",
      (_ts, self: PyTimeDelta) =>
        new PyTuple([self.cls, new PyTuple([self.days, self.seconds, self.microseconds])]),
      "What pickle needs.",
    ],
  ],
  getset: [
    ["days", (_ts, self: PyTimeDelta) => self.days, null, "Number of days.", "member"],
    [
      "seconds",
      (_ts, self: PyTimeDelta) => self.seconds,
      null,
      "Seconds besides the days, from 0.",
      "member",
    ],
    [
      "microseconds",
      (_ts, self: PyTimeDelta) => self.microseconds,
      null,
      "Microseconds besides the seconds, from 0.",
      "member",
    ],
  ],
  attributes: {
    min: new PyTimeDelta(-999_999_999, 0, 0),
    max: new PyTimeDelta(999_999_999, 86399, 999_999),
    resolution: new PyTimeDelta(0, 0, 1),
  },
});
