import {
  ArithmeticErrorType,
  AttributeErrorType,
  asStr,
  DictType,
  defineType,
  getItem,
  isInstance,
  isTrue,
  KeyErrorType,
  ListType,
  None,
  normalize,
  PyDict,
  PyList,
  type PyObject,
  PyType,
  type Result,
  raise,
  raiseWith,
  type Status,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  TypeType,
  toInt,
  toJs,
  type Value,
  ValueErrorType,
  ZeroDivisionErrorType,
} from "@adder/objects";
import { type Arithmetic, ROUNDINGS, type Rounding, Signal } from "./number.js";

/** Largest precision and exponent; a double cannot tell it from 10**18. */
export const MAX_PREC = 999999999999999999n;

/** `decimal.Context`, made ready in context-type.ts. */
export const ContextType = new PyType(TypeType, "decimal.Context");

const exceptionType = (name: string, base: PyType, ...others: PyType[]): PyType =>
  defineType({ name: `decimal.${name}`, base, bases: [base, ...others], flags: TypeFlags.BASETYPE });

export const DecimalExceptionType = exceptionType("DecimalException", ArithmeticErrorType);
export const ClampedType = exceptionType("Clamped", DecimalExceptionType);
export const InvalidOperationType = exceptionType("InvalidOperation", DecimalExceptionType);
export const ConversionSyntaxType = exceptionType("ConversionSyntax", InvalidOperationType);
export const DivisionImpossibleType = exceptionType("DivisionImpossible", InvalidOperationType);
/** `0 / 0` (`_decimal.c`, `signal_map`). */
export const DivisionUndefinedType = exceptionType(
  "DivisionUndefined",
  InvalidOperationType,
  ZeroDivisionErrorType,
);
/** A context that the function cannot be applied in. */
export const InvalidContextType = exceptionType("InvalidContext", InvalidOperationType);
/** A finite number divided by zero; a ZeroDivisionError too. */
export const DivisionByZeroType = exceptionType(
  "DivisionByZero",
  DecimalExceptionType,
  ZeroDivisionErrorType,
);
export const InexactType = exceptionType("Inexact", DecimalExceptionType);
export const RoundedType = exceptionType("Rounded", DecimalExceptionType);
export const SubnormalType = exceptionType("Subnormal", DecimalExceptionType);
export const OverflowType = exceptionType("Overflow", InexactType, RoundedType);
export const UnderflowType = exceptionType("Underflow", InexactType, RoundedType, SubnormalType);
export const FloatOperationType = exceptionType("FloatOperation", DecimalExceptionType, TypeErrorType);

/** Signals in the order in which they are listed. */
export const SIGNALS: readonly (readonly [bit: number, type: PyType])[] = [
  [Signal.ANY_INVALID, InvalidOperationType],
  [Signal.FLOAT_OPERATION, FloatOperationType],
  [Signal.DIV_BY_ZERO, DivisionByZeroType],
  [Signal.OVERFLOW, OverflowType],
  [Signal.UNDERFLOW, UnderflowType],
  [Signal.SUBNORMAL, SubnormalType],
  [Signal.INEXACT, InexactType],
  [Signal.ROUNDED, RoundedType],
  [Signal.CLAMPED, ClampedType],
];

/** What an invalid operation was, more exactly. */
const CONDITIONS: readonly (readonly [bit: number, type: PyType])[] = [
  [Signal.INVALID, InvalidOperationType],
  [Signal.CONVERSION_SYNTAX, ConversionSyntaxType],
  [Signal.DIVISION_IMPOSSIBLE, DivisionImpossibleType],
  [Signal.DIVISION_UNDEFINED, DivisionUndefinedType],
  [Signal.INVALID_CONTEXT, InvalidContextType],
];

/** A context: precision, rounding, limits, flags raised and traps set. */
export class PyContext implements PyObject, Arithmetic {
  /** `type(self)`. */
  cls: PyType;
  prec = 28;
  rounding: Rounding = "ROUND_HALF_EVEN";
  emin = -999999;
  emax = 999999;
  capitals = true;
  clamp = false;
  status = 0;
  flags = 0;
  traps: number = Signal.ANY_INVALID | Signal.DIV_BY_ZERO | Signal.OVERFLOW;

  /** The mappings that show flags and traps, once somebody has asked for them. */
  shown: { flags: PyObject | null; traps: PyObject | null } = { flags: null, traps: null };

  constructor(cls: PyType = ContextType) {
    this.cls = cls;
  }

  /** A copy, with the same flags; never an instance of a subclass. */
  copy(): PyContext {
    const made = new PyContext();
    made.prec = this.prec;
    made.rounding = this.rounding;
    made.emin = this.emin;
    made.emax = this.emax;
    made.capitals = this.capitals;
    made.clamp = this.clamp;
    made.flags = this.flags;
    made.traps = this.traps;
    return made;
  }
}

/** Takes the signals of the operation that just ended: flags are raised, and trapped ones become exceptions. */
export function settle(ts: ThreadState, c: PyContext): Status {
  const { status } = c;
  if (status === 0) return true;
  c.status = 0;
  const trapped = status & c.traps;
  c.flags |= status;
  if (trapped === 0) return true;
  const found = SIGNALS.find(([bit]) => (trapped & bit) !== 0) as readonly [number, PyType];
  const causes = [...CONDITIONS, ...SIGNALS.slice(1)].filter(([bit]) => (trapped & bit) !== 0);
  return raiseWith(ts, found[1], [new PyList(causes.map(([, type]) => type))]);
}

/** A dict from signals to whether they are among the bits. */
export function toSignalDict(ts: ThreadState, bits: number): Result<PyDict> {
  const dict = new PyDict();
  for (const [bit, type] of SIGNALS) if (dict.set(ts, type, (bits & bit) !== 0) === null) return null;
  return dict;
}

/** What `context.flags` and `context.traps` are: a mapping that writes through to its context. */
export class PySignalDict implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  constructor(
    readonly context: PyContext,
    readonly which: "flags" | "traps",
  ) {
    this.cls = SignalDictType;
  }
}

/** `decimal.SignalDict`, made ready in signal-dict.ts. */
export const SignalDictType = new PyType(TypeType, "decimal.SignalDict");

/** The exact value of a limit that is kept as a double. */
export function limitValue(n: number): Value {
  if (n >= 1e18) return MAX_PREC;
  if (n <= -1e18) return n < -1e18 ? -MAX_PREC * 2n + 1n : -MAX_PREC;
  return normalize(BigInt(n));
}

/** What a ValueError or TypeError about a list of signals says, as `_decimal.c` words it. */
export const SIGNAL_MESSAGE =
  "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]";

/** Bits of a list of signals, or of a dict from signals to truth. */
export function signalBits(ts: ThreadState, v: Value): Result<number> {
  let bits = 0;
  if (v instanceof PySignalDict) return v.context[v.which];
  if (isInstance(v, DictType)) {
    for (const [bit, type] of SIGNALS) {
      const on = getItem(ts, v, type);
      if (on === null) return null;
      const truth = isTrue(ts, on);
      if (truth === null) return null;
      if (truth) bits |= bit;
    }
    return bits;
  }
  if (!isInstance(v, ListType)) return raise(ts, TypeErrorType, "argument must be a signal dict");
  for (const item of (v as PyList).items) {
    const found = SIGNALS.find(([, type]) => type === item);
    if (found === undefined) return raise(ts, KeyErrorType, SIGNAL_MESSAGE);
    bits |= found[0];
  }
  return bits;
}

function setRounding(ts: ThreadState, c: PyContext, v: Value): Status {
  const rounding = roundingOf(ts, v);
  if (rounding === null) return null;
  c.rounding = rounding;
  return true;
}

/** A rounding mode by its name. */
export function roundingOf(ts: ThreadState, v: Value): Result<Rounding> {
  const text = asStr(v);
  const found = text === undefined ? undefined : ROUNDINGS.find((name) => name === toJs(text));
  return (
    found ??
    raise(
      ts,
      TypeErrorType,
      "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]",
    )
  );
}

/** A number setting within limits. */
function setNumber(
  ts: ThreadState,
  v: Value,
  low: number | bigint,
  high: number | bigint,
  message: string,
  store: (n: number) => void,
): Status {
  const n = toInt(v);
  if (n === undefined) return raise(ts, TypeErrorType, "an integer is required");
  if (n < low || n > high) return raise(ts, ValueErrorType, message);
  store(Number(n));
  return true;
}

type Setter = (ts: ThreadState, c: PyContext, v: Value) => Status;

/** Settings by name, in the order of the constructor's parameters. */
const settings: readonly (readonly [
  name: string,
  set: Setter,
  get: (ts: ThreadState, c: PyContext) => Result<Value>,
])[] = [
  [
    "prec",
    (ts, c, v) => setNumber(ts, v, 1, MAX_PREC, "valid range for prec is [1, MAX_PREC]", (n) => (c.prec = n)),
    (_ts, c) => limitValue(c.prec),
  ],
  ["rounding", setRounding, (_ts, c) => c.rounding],
  [
    "Emin",
    (ts, c, v) =>
      setNumber(ts, v, -MAX_PREC, 0, "valid range for Emin is [MIN_EMIN, 0]", (n) => (c.emin = n)),
    (_ts, c) => limitValue(c.emin),
  ],
  [
    "Emax",
    (ts, c, v) => setNumber(ts, v, 0, MAX_PREC, "valid range for Emax is [0, MAX_EMAX]", (n) => (c.emax = n)),
    (_ts, c) => limitValue(c.emax),
  ],
  [
    "capitals",
    (ts, c, v) =>
      setNumber(ts, v, 0, 1, "valid values for capitals are 0 or 1", (n) => (c.capitals = n === 1)),
    (_ts, c) => (c.capitals ? 1 : 0),
  ],
  [
    "clamp",
    (ts, c, v) => setNumber(ts, v, 0, 1, "valid values for clamp are 0 or 1", (n) => (c.clamp = n === 1)),
    (_ts, c) => (c.clamp ? 1 : 0),
  ],
  [
    "flags",
    (ts, c, v) => {
      const bits = signalBits(ts, v);
      if (bits === null) return null;
      c.flags = bits;
      return true;
    },
    (_ts, c) => (c.shown.flags ??= new PySignalDict(c, "flags")),
  ],
  [
    "traps",
    (ts, c, v) => {
      const bits = signalBits(ts, v);
      if (bits === null) return null;
      c.traps = bits;
      return true;
    },
    (_ts, c) => (c.shown.traps ??= new PySignalDict(c, "traps")),
  ],
];

/** Sets settings by name; those that are absent or None stay. */
export function applySettings(ts: ThreadState, c: PyContext, given: readonly (Value | undefined)[]): Status {
  for (let i = 0; i < settings.length; i++) {
    const v = given[i];
    if (v !== undefined && v !== None && settings[i][1](ts, c, v) === null) return null;
  }
  return true;
}

/** Names of the settings of a context, in the order of its constructor. */
export const settingNames: readonly string[] = settings.map(([name]) => name);

/** Names of signals in the order in which libmpdec lists them. */
const listed: readonly (readonly [bit: number, name: string])[] = [
  [Signal.CLAMPED, "Clamped"],
  [Signal.CONVERSION_SYNTAX, "InvalidOperation"],
  [Signal.DIV_BY_ZERO, "DivisionByZero"],
  [Signal.ANY_INVALID & ~(Signal.INVALID | Signal.INVALID_CONTEXT), "InvalidOperation"],
  [Signal.INEXACT, "Inexact"],
  [Signal.ANY_INVALID, "InvalidOperation"],
  [Signal.FLOAT_OPERATION, "FloatOperation"],
  [Signal.OVERFLOW, "Overflow"],
  [Signal.ROUNDED, "Rounded"],
  [Signal.SUBNORMAL, "Subnormal"],
  [Signal.UNDERFLOW, "Underflow"],
];

function signalNames(bits: number): string {
  const names = listed.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name);
  return `[${[...new Set(names)].join(", ")}]`;
}

/** `repr(context)`. */
export function contextRepr(c: PyContext): string {
  return `Context(prec=${limitValue(c.prec)}, rounding=${c.rounding}, Emin=${limitValue(c.emin)}, Emax=${limitValue(c.emax)}, capitals=${c.capitals ? 1 : 0}, clamp=${c.clamp ? 1 : 0}, flags=${signalNames(c.flags)}, traps=${signalNames(c.traps)})`;
}

/** Rows of the settings as attributes. */
export const settingRows = settings.map(
  ([name, set, get]) =>
    [
      name,
      get,
      (ts: ThreadState, c: PyContext, v: Value | undefined): Status => {
        if (v === undefined) return raise(ts, AttributeErrorType, "context attributes cannot be deleted");
        // Only the constructor takes lists of signals.
        if (isInstance(v, ListType)) return raise(ts, TypeErrorType, "argument must be a signal dict");
        return set(ts, c, v);
      },
    ] as const,
);
