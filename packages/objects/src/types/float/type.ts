import { checkPositional, noKeywords } from "../../core/bind-arguments.js";
import { FloatType } from "../../core/builtin-types.js";
import { call } from "../../core/call.js";
import { argumentTypeName, raise, typeName } from "../../core/errors.js";
import type { TypeSpec } from "../../core/native.js";
import { toIndex } from "../../core/numbers.js";
import type { Result, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import type { KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { typeOf } from "../../core/type-of.js";
import { utf8Encode } from "../codecs/utf8.js";
import { OverflowErrorType, TypeErrorType, ValueErrorType } from "../exceptions/exception-types.js";
import { formatFloatValue } from "../format/number-format.js";
import { normalize } from "../int/arithmetic.js";
import { asDouble, doubleFrom, intFromFloat, textOf } from "../int/constructor.js";
import { None } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { floatHex, parseFloatHex } from "./hex.js";
import { floatOperators } from "./operators.js";
import { parseFloatText } from "./parse.js";
import { PyFloat, PyFloatSubclass } from "./py-float.js";
import { decompose, scaledInteger, toFixed } from "./rounding.js";

const make = (cls: PyType, value: number): PyFloat =>
  cls === FloatType ? new PyFloat(value) : new PyFloatSubclass(value, cls);

/** `float.__new__(cls, x=0, /)`. */
function floatNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  if (cls.tp_init === FloatType.tp_init && noKeywords(ts, "float", kwnames) === null) return null;
  const given = args.length - (kwnames === null ? 0 : kwnames.length);
  if (checkPositional(ts, "float", given, 0, 1) === null) return null;
  if (given === 0) return make(cls, 0);
  const value = floatFromObject(ts, args[0]);
  return value === null ? null : make(cls, value);
}

/** `float(x)` (CPython `PyNumber_Float`). */
function floatFromObject(ts: ThreadState, v: Value): Result<number> {
  const type = typeOf(v);
  // Unlike other conversions, this one asks a subclass of float for its own __float__.
  if (type.nb_float !== null) return doubleFrom(ts, type, type.nb_float(ts, v));
  if (type.nb_index !== null) return asDouble(ts, v);
  const text = textOf(ts, v);
  if (text === null) return null;
  if (text === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `float() argument must be a string or a real number, not '${typeName(v)}'`,
    );
  }
  const value = parseFloatText(text);
  if (value !== undefined) return value;
  const shown = repr(ts, v);
  return shown === null
    ? null
    : raise(ts, ValueErrorType, `could not convert string to float: ${toJs(shown)}`);
}

function asIntegerRatio(ts: ThreadState, self: PyFloat): Result<Value> {
  const x = self.value;
  if (Number.isNaN(x)) return raise(ts, ValueErrorType, "cannot convert NaN to integer ratio");
  if (!Number.isFinite(x)) return raise(ts, OverflowErrorType, "cannot convert Infinity to integer ratio");
  if (x === 0) return new PyTuple([0, 1]);
  let { mantissa, exponent } = decompose(Math.abs(x));
  while (exponent < 0 && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  const numerator = exponent > 0 ? mantissa << BigInt(exponent) : mantissa;
  const denominator = exponent < 0 ? 1n << BigInt(-exponent) : 1n;
  return new PyTuple([normalize(x < 0 ? -numerator : numerator), normalize(denominator)]);
}

/** `float.__round__(ndigits=None, /)`. */
function round(ts: ThreadState, self: PyFloat, ndigitsValue: Value | undefined): Result<Value> {
  const x = self.value;
  if (ndigitsValue === undefined || ndigitsValue === None) return intFromFloat(ts, roundHalfEven(x));
  const index = toIndex(ts, ndigitsValue);
  if (index === null) return null;
  const ndigits = Number(index);
  if (!Number.isFinite(x) || x === 0 || ndigits > 323) return new PyFloat(x);
  if (ndigits < -308) return new PyFloat(x < 0 ? -0 : 0);
  const magnitude = Math.abs(x);
  const rounded =
    ndigits >= 0
      ? Number(toFixed(magnitude, ndigits))
      : Number(`${scaledInteger(magnitude, ndigits)}e${-ndigits}`);
  if (!Number.isFinite(rounded)) return raise(ts, OverflowErrorType, "rounded value too large to represent");
  return new PyFloat(x < 0 ? -rounded : rounded);
}

/** The nearest integral double, ties to even. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

function fromHex(ts: ThreadState, cls: PyType, source: Value): Result<Value> {
  const text = asStr(source);
  if (text === undefined) return raise(ts, TypeErrorType, "bad argument type for built-in operation");
  if (utf8Encode(ts, text, "strict") === null) return null;
  const value = parseFloatHex(toJs(text));
  if (value === "invalid") return raise(ts, ValueErrorType, "invalid hexadecimal floating-point string");
  if (value === "overflow") {
    return raise(ts, OverflowErrorType, "hexadecimal value too large to represent as a float");
  }
  return convert(ts, cls, value);
}

function convert(ts: ThreadState, cls: PyType, value: number): Result<Value> {
  const made = new PyFloat(value);
  return cls === FloatType ? made : call(ts, cls, [made]);
}

/** `float` (CPython `Objects/floatobject.c`). */
export const floatSpec: TypeSpec = {
  name: "float",
  flags: TypeFlags.BASETYPE | TypeFlags.FLOAT_SUBCLASS,
  doc: "Double-precision floating-point numbers; float(x) converts a number or text.",
  signature: "(x=0, /)",
  slots: { ...floatOperators, tp_new: floatNew },
  methods: [
    [
      "from_number",
      "($type, number, /)",
      (ts, cls: PyType, number: Value) => {
        if (cls === FloatType && typeOf(number) === FloatType) return number;
        const value = asDouble(ts, number);
        return value === null ? null : convert(ts, cls, value);
      },
      "Converts a real number, and no text.",
      { binding: "class" },
    ],
    ["conjugate", "($self, /)", (_ts, self: PyFloat) => new PyFloat(self.value), "Returns the float itself."],
    [
      "__trunc__",
      "($self, /)",
      (ts, self: PyFloat) => intFromFloat(ts, self.value),
      "The int nearest to it towards 0.",
    ],
    [
      "__floor__",
      "($self, /)",
      (ts, self: PyFloat) => intFromFloat(ts, Math.floor(self.value)),
      "The largest int not above it.",
    ],
    [
      "__ceil__",
      "($self, /)",
      (ts, self: PyFloat) => intFromFloat(ts, Math.ceil(self.value)),
      "The smallest int not below it.",
    ],
    ["__round__", "($self, ndigits=None, /)", round, "Rounds half to even; without ndigits to an int."],
    [
      "as_integer_ratio",
      "($self, /)",
      asIntegerRatio,
      "Two ints, in lowest terms, whose quotient is exactly the float.",
    ],
    [
      "fromhex",
      "($type, string, /)",
      fromHex,
      "The float that hexadecimal text spells.",
      { binding: "class" },
    ],
    ["hex", "($self, /)", (_ts, self: PyFloat) => floatHex(self.value), "Exact hexadecimal text."],
    ["is_integer", "($self, /)", (_ts, self: PyFloat) => Number.isInteger(self.value), "Is it integral?"],
    ["__getnewargs__", "($self, /)", (_ts, self: PyFloat) => new PyTuple([new PyFloat(self.value)])],
    [
      "__getformat__",
      "($type, typestr, /)",
      (ts, _cls: PyType, kind: Value) =>
        asStr(kind) === undefined
          ? raise(ts, TypeErrorType, `__getformat__() argument must be str, not ${argumentTypeName(kind)}`)
          : kind === "double" || kind === "float"
            ? "IEEE, little-endian"
            : raise(ts, ValueErrorType, "__getformat__() argument 1 must be 'double' or 'float'"),
      "How this build stores a C double or float.",
      { binding: "class" },
    ],
    ["__format__", "($self, format_spec, /)", formatFloatValue, "Formats by a format specification."],
  ],
  getset: [
    ["real", (_ts, self: PyFloat) => new PyFloat(self.value), null, "the real part of a complex number"],
    ["imag", () => new PyFloat(0), null, "the imaginary part of a complex number"],
  ],
};
