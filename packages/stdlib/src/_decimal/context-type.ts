import {
  bindKeywords,
  isInstance,
  type KwNames,
  type MethodRow,
  None,
  PyList,
  PyTuple,
  type PyType,
  type Result,
  raise,
  readyType,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  type Value,
} from "@adder/objects";
import {
  applySettings,
  ContextType,
  contextRepr,
  limitValue,
  type PyContext,
  SIGNALS,
  settingNames,
  settingRows,
  settle,
} from "./context.js";
import { exactly, ofFloat, requireOperand, result, rounded } from "./convert.js";
import { freshCopy, templatesOf } from "./current.js";
import { divideWithRemainder } from "./decimal-type.js";
import { isDec, type Operation, operations } from "./method-table.js";
import * as num from "./number.js";
import { type Dec, finite } from "./number.js";
import * as ops from "./operations.js";
import { DecimalType, PyDecimal } from "./py-decimal.js";
import { decimalText } from "./text.js";
import { power } from "./transcendental.js";

/** Operations that Decimal has as operators, or with other parameters. */
const own: readonly Operation[] = [
  { name: "abs", operands: 1, fn: ops.abs, doc: "Absolute value." },
  { name: "minus", operands: 1, fn: ops.minus, doc: "The number with the other sign." },
  { name: "plus", operands: 1, fn: ops.plus, doc: "The number, rounded." },
  { name: "add", operands: 2, fn: num.add, doc: "Sum." },
  { name: "subtract", operands: 2, fn: ops.subtract, doc: "Difference." },
  { name: "multiply", operands: 2, fn: num.multiply, doc: "Product." },
  { name: "divide", operands: 2, fn: num.divide, doc: "Quotient." },
  { name: "divide_int", operands: 2, fn: num.divideInteger, doc: "Integer part of the quotient." },
  { name: "remainder", operands: 2, fn: num.remainder, doc: "Remainder of the integer division." },
  {
    name: "quantize",
    operands: 2,
    fn: (c, a, b) => ops.quantizeLike(c, a, b),
    doc: "The value of x with the exponent of y.",
  },
  {
    name: "to_integral",
    operands: 1,
    fn: (c, a) => ops.toIntegralValue(c, a),
    doc: "Rounds to an integral value.",
  },
  {
    name: "to_integral_value",
    operands: 1,
    fn: (c, a) => ops.toIntegralValue(c, a),
    doc: "Rounds to an integral value.",
  },
  {
    name: "to_integral_exact",
    operands: 1,
    fn: (c, a) => ops.toIntegralExact(c, a),
    doc: "Rounds to an integral value, and signals it.",
  },
  {
    name: "to_sci_string",
    operands: 1,
    fn: (c, a) => decimalText(a, c.capitals),
    doc: "Text in scientific notation.",
  },
  { name: "_apply", operands: 1, fn: ops.underContext, doc: "Rounds to the context." },
];

const SIGNATURES = ["($self, x, /)", "($self, x, y, /)", "($self, x, y, z, /)"];

/** The method of Context for an operation. */
function methodRow({ name, operands, fn, doc }: Operation): MethodRow {
  return [
    name,
    SIGNATURES[operands - 1],
    (ts: ThreadState, c: PyContext, ...given: Value[]) => {
      if (name === "canonical" && !isInstance(given[0], DecimalType)) {
        return raise(ts, TypeErrorType, "argument must be a Decimal");
      }
      const decimals: Dec[] = [];
      for (const v of given) {
        const d = requireOperand(ts, v);
        if (d === null) return null;
        decimals.push(d);
      }
      const value = fn(c, decimals[0], decimals[1], decimals[2]);
      if (isDec(value)) return result(ts, c, value);
      return settle(ts, c) === null ? null : value;
    },
    doc,
  ];
}

function contextInit(ts: ThreadState, self: PyContext, args: Value[], kwnames: KwNames): true | null {
  const bound = bindKeywords(ts, "Context", args, kwnames, settingNames);
  return bound === null ? null : applySettings(ts, self, bound);
}

function contextNew(ts: ThreadState, cls: PyType): Value {
  const made = freshCopy(templatesOf(ts).standard);
  made.cls = cls;
  return made;
}

const signalList = (bits: number): PyList =>
  new PyList(SIGNALS.filter(([bit]) => (bits & bit) !== 0).map(([, type]) => type));

function reduce(_ts: ThreadState, c: PyContext): Value {
  const settings = [
    limitValue(c.prec),
    c.rounding,
    limitValue(c.emin),
    limitValue(c.emax),
    c.capitals ? 1 : 0,
    c.clamp ? 1 : 0,
    signalList(c.flags),
    signalList(c.traps),
  ];
  return new PyTuple([c.cls, new PyTuple(settings)]);
}

const copy = (_ts: ThreadState, self: PyContext): Value => self.copy();

function powerMethod(ts: ThreadState, c: PyContext, a: Value, b: Value, modulo?: Value): Result<Value> {
  const x = requireOperand(ts, a);
  const y = x === null ? null : requireOperand(ts, b);
  if (x === null || y === null) return null;
  if (modulo === undefined || modulo === None) return result(ts, c, power(c, x, y));
  const m = requireOperand(ts, modulo);
  return m === null ? null : result(ts, c, ops.powerModulo(c, x, y, m));
}

function divmod(ts: ThreadState, c: PyContext, a: Value, b: Value): Result<Value> {
  const x = requireOperand(ts, a);
  const y = x === null ? null : requireOperand(ts, b);
  return x === null || y === null ? null : divideWithRemainder(ts, c, x, y);
}

/** Fills the type. A call, because a bundler drops a module that is imported for its effects alone. */
export function readyContextType(): void {
  readyType(ContextType, {
    name: "decimal.Context",
    doc: "Precision, rounding, limits and signals that decimal arithmetic goes by.",
    signature:
      "(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
    flags: TypeFlags.BASETYPE,
    attributes: { __module__: "decimal" },
    slots: {
      tp_new: contextNew,
      tp_init: contextInit,
      tp_repr: (_ts, self: PyContext) => contextRepr(self),
    },
    getset: settingRows,
    methods: [
      ...[...operations, ...own].map(methodRow),
      ["divmod", "($self, x, y, /)", divmod, "Quotient and remainder."],
      ["power", "($self, /, a, b, modulo=None)", powerMethod, "a to the power of b, modulo a third number."],
      ["radix", "($self, /)", () => new PyDecimal(finite(false, 10n, 0)), "Always Decimal(10)."],
      [
        "Etiny",
        "($self, /)",
        (_ts, c: PyContext) => limitValue(ops.etiny(c)),
        "The smallest exponent of a result.",
      ],
      [
        "Etop",
        "($self, /)",
        (_ts, c: PyContext) => limitValue(ops.etop(c)),
        "The largest exponent with all digits.",
      ],
      ["copy", "($self, /)", copy, "A copy, with the same flags."],
      ["__copy__", "($self, /)", copy, null],
      ["__reduce__", "($self, /)", reduce, null],
      [
        "clear_flags",
        "($self, /)",
        (_ts, c: PyContext) => {
          c.flags = 0;
          return None;
        },
        "Resets all flags.",
      ],
      [
        "clear_traps",
        "($self, /)",
        (_ts, c: PyContext) => {
          c.traps = 0;
          return None;
        },
        "Resets all traps.",
      ],
      [
        "create_decimal",
        '($self, num="0", /)',
        (ts, c: PyContext, num?: Value) => rounded(ts, c, num ?? 0),
        "A decimal, rounded to the context.",
      ],
      [
        "create_decimal_from_float",
        "($self, f, /)",
        (ts, c: PyContext, f: Value) => {
          const d = ofFloat(ts, f);
          return d === null ? null : result(ts, c, ops.underContext(c, d));
        },
        "A decimal from a float, rounded to the context.",
      ],
      [
        "copy_decimal",
        "($self, x, /)",
        (ts, c: PyContext, x: Value) => {
          if (isInstance(x, DecimalType)) return x;
          const d = requireOperand(ts, x);
          return d === null ? null : exactly(ts, c, x, DecimalType);
        },
        "The number as decimal.",
      ],
    ],
  });
}
