import { ComplexType } from "../../core/builtin-types.js";
import { call, lookupSpecial } from "../../core/call.js";
import { raise, typeName } from "../../core/errors.js";
import { fullTypeName } from "../../core/full-type-name.js";
import type { TypeSpec } from "../../core/native.js";
import type { Result, Value } from "../../core/object.js";
import { repr } from "../../core/protocols.js";
import { CompareOp, type KwNames } from "../../core/slots.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type PyType, TypeFlags } from "../../core/type.js";
import { identityHash, isInstance, typeOf } from "../../core/type-of.js";
import {
  DeprecationWarningType,
  OverflowErrorType,
  TypeErrorType,
  ValueErrorType,
  ZeroDivisionErrorType,
} from "../exceptions/exception-types.js";
import { hypot } from "../float/hypot.js";
import { PyFloat } from "../float/py-float.js";
import { floatRepr } from "../float/repr.js";
import { toFloat } from "../float/to-float.js";
import { formatComplexValue } from "../format/number-format.js";
import { asDouble, doubleFrom, strictSubclass } from "../int/constructor.js";
import { hashDouble } from "../int/hash.js";
import { toInt } from "../int/to-int.js";
import { None, NotImplemented } from "../none/singletons.js";
import { asStr } from "../str/as-str.js";
import { toJs } from "../str/text.js";
import { PyTuple } from "../tuple/py-tuple.js";
import { complexDivide, complexMultiply, complexPower, realDivide } from "./arithmetic.js";
import { parseComplexText } from "./parse.js";
import { PyComplex } from "./py-complex.js";

const isComplex = (v: Value): v is PyComplex => typeof v === "object" && isInstance(v, ComplexType);

/** A number operand as complex; `undefined` for other values, `null` when an int is too large. */
function operand(ts: ThreadState, v: Value): Result<PyComplex | undefined> {
  if (isComplex(v)) return v;
  const x = toFloat(v);
  if (x !== undefined) return new PyComplex(x, 0);
  const i = toInt(v);
  if (i === undefined) return undefined;
  const double = Number(i);
  if (!Number.isFinite(double)) return raise(ts, OverflowErrorType, "int too large to convert to float");
  return new PyComplex(double, 0);
}

const binary =
  (op: (ts: ThreadState, x: PyComplex, y: PyComplex, left: Value, right: Value) => Result<Value>) =>
  (ts: ThreadState, left: Value, right: Value): Result<Value> => {
    const x = operand(ts, left);
    if (x === null) return null;
    if (x === undefined) return NotImplemented;
    const y = operand(ts, right);
    if (y === null) return null;
    return y === undefined ? NotImplemented : op(ts, x, y, left, right);
  };

/*
 * 3.14 keeps real operands real (C99 Annex G): `1 - 0j` has imaginary part -0.0, `inf * 1j` no NaN.
 */
const add = binary((_ts, x, y, left, right) =>
  isComplex(left)
    ? isComplex(right)
      ? new PyComplex(x.real + y.real, x.imag + y.imag)
      : new PyComplex(x.real + y.real, x.imag)
    : new PyComplex(x.real + y.real, y.imag),
);
const subtract = binary((_ts, x, y, left, right) =>
  isComplex(left)
    ? isComplex(right)
      ? new PyComplex(x.real - y.real, x.imag - y.imag)
      : new PyComplex(x.real - y.real, x.imag)
    : new PyComplex(x.real - y.real, -y.imag),
);
const multiply = binary((_ts, x, y, left, right) =>
  !isComplex(left)
    ? new PyComplex(x.real * y.real, x.real * y.imag)
    : !isComplex(right)
      ? new PyComplex(x.real * y.real, x.imag * y.real)
      : complexMultiply(x.real, x.imag, y.real, y.imag),
);
const divide = binary((ts, x, y, left, right) => {
  if (y.real === 0 && y.imag === 0) return raise(ts, ZeroDivisionErrorType, "division by zero");
  if (!isComplex(right)) return new PyComplex(x.real / y.real, x.imag / y.real);
  return isComplex(left) ? complexDivide(x.real, x.imag, y.real, y.imag) : realDivide(x.real, y.real, y.imag);
});

function power(ts: ThreadState, left: Value, right: Value, modulus: Value): Result<Value> {
  return binary((state, x, y) =>
    modulus === None
      ? complexPower(state, x.real, x.imag, y.real, y.imag)
      : raise(state, ValueErrorType, "complex modulo"),
  )(ts, left, right);
}

/** `repr(z)`. */
export function complexRepr(z: PyComplex): string {
  const part = (x: number): string => floatRepr(x).replace(/\.0$/, "");
  const imag = part(z.imag);
  if (z.real === 0 && !Object.is(z.real, -0)) return `${imag}j`;
  return `(${part(z.real)}${imag.startsWith("-") ? "" : "+"}${imag}j)`;
}

function richCompare(_ts: ThreadState, self: PyComplex, other: Value, op: CompareOp): Result<Value> {
  if (op !== CompareOp.EQ && op !== CompareOp.NE) return NotImplemented;
  let equal: boolean;
  if (isComplex(other)) equal = self.real === other.real && self.imag === other.imag;
  else {
    const y = toFloat(other) ?? toInt(other);
    if (y === undefined) return NotImplemented;
    // biome-ignore lint/suspicious/noDoubleEquals: compares a number with a bigint by value
    equal = self.imag === 0 && self.real == y;
  }
  return equal === (op === CompareOp.EQ);
}

function hash(ts: ThreadState, self: PyComplex): Result<number | bigint> {
  const part = (x: number): bigint => BigInt(Number.isNaN(x) ? identityHash(ts, self) : hashDouble(x));
  const h = BigInt.asIntN(64, part(self.real) + 1000003n * part(self.imag));
  return h === -1n ? -2 : Number.isSafeInteger(Number(h)) ? Number(h) : h;
}

const make = (cls: PyType, real: number, imag: number): PyComplex => new PyComplex(real, imag, cls);

/** `complex.__new__(cls, real=0, imag=0)`. */
function complexNew(ts: ThreadState, cls: PyType, args: Value[], kwnames: KwNames): Result<Value> {
  const given = kwnames === null ? 0 : kwnames.length;
  if (args.length > 2) {
    return raise(ts, TypeErrorType, `complex() takes at most 2 arguments (${args.length} given)`);
  }
  let real: Value | undefined;
  let imag: Value | undefined;
  const positional = args.length - given;
  if (positional > 0) real = args[0];
  if (positional > 1) imag = args[1];
  for (let i = 0; i < given; i++) {
    const name = (kwnames as readonly string[])[i];
    const value = args[positional + i];
    if (name !== "real" && name !== "imag") {
      return raise(ts, TypeErrorType, `complex() got an unexpected keyword argument '${name}'`);
    }
    if ((name === "real" ? real : imag) !== undefined) {
      return raise(
        ts,
        TypeErrorType,
        `argument for complex() given by name ('${name}') and position (${name === "real" ? 1 : 2})`,
      );
    }
    if (name === "real") real = value;
    else imag = value;
  }
  if (real !== undefined && imag === undefined && positional <= 1 && given === 0)
    return fromOne(ts, cls, real);
  const special = real === undefined || typeOf(real) === ComplexType ? real : fromSpecialMethod(ts, real);
  if (special === null) return null;
  if (!isNumeric(special ?? real)) return mustBeReal(ts, "real", real as Value);
  if (!isNumeric(imag)) return mustBeReal(ts, "imag", imag as Value);
  const x = part(ts, real, special, "real");
  if (x === null) return null;
  const y = part(ts, imag, imag !== undefined && isComplex(imag) ? imag : undefined, "imag");
  if (y === null) return null;
  // Only a complex has an imaginary part to add: adding 0 would lose the sign of -0.0.
  return make(
    cls,
    isComplex(y) ? realOf(x) - y.imag : realOf(x),
    isComplex(x) && imag !== undefined ? realOf(y) + x.imag : isComplex(x) ? x.imag : realOf(y),
  );
}

const realOf = (x: number | PyComplex): number => (typeof x === "number" ? x : x.real);

/** May this be an argument of the two-argument form? */
function isNumeric(v: Value | undefined): boolean {
  if (v === undefined || isComplex(v)) return true;
  const type = typeOf(v);
  return asStr(v) === undefined && (type.nb_float !== null || type.nb_index !== null);
}

function mustBeReal(ts: ThreadState, name: string, v: Value): null {
  return raise(
    ts,
    TypeErrorType,
    `complex() argument '${name}' must be a real number, not ${fullTypeName(v)}`,
  );
}

/** ValueError for text that is no complex number; underscores that do not stand between digits are looked at first. */
function malformed(ts: ThreadState, v: Value, text: string): null {
  if (!/(?:^|\D)_|_(?:$|\D)/.test(text))
    return raise(ts, ValueErrorType, "complex() arg is a malformed string");
  const shown = repr(ts, v);
  return shown === null
    ? null
    : raise(ts, ValueErrorType, `could not convert string to complex: ${toJs(shown)}`);
}

/** An argument of the two-argument form: a real number, or (deprecated) a complex one, `special`. */
function part(
  ts: ThreadState,
  v: Value | undefined,
  special: Value | undefined,
  name: string,
): Result<number | PyComplex> {
  if (v === undefined) return 0;
  const type = typeOf(v);
  if (special === undefined) {
    return type.nb_float === null ? asDouble(ts, v) : doubleFrom(ts, type, type.nb_float(ts, v));
  }
  if (type.nb_float !== null || type.nb_index !== null) return special as PyComplex;
  const warned = ts.interp.evaluator.warn(
    ts,
    DeprecationWarningType,
    `complex() argument '${name}' must be a real number, not ${fullTypeName(v)}`,
    1,
  );
  return warned === null ? null : (special as PyComplex);
}

/** `complex(x)` with one argument. */
function fromOne(ts: ThreadState, cls: PyType, v: Value): Result<Value> {
  const text = asStr(v);
  if (text !== undefined) {
    const parsed = parseComplexText(toJs(text));
    if (parsed === undefined) return malformed(ts, v, toJs(text));
    return make(cls, parsed.real, parsed.imag);
  }
  if (typeOf(v) === ComplexType && cls === ComplexType) return v;
  const special = fromSpecialMethod(ts, v);
  const z = special === undefined ? complexFromNumber(ts, v) : special;
  if (z === null) return null;
  if (z === undefined) {
    return raise(
      ts,
      TypeErrorType,
      `complex() argument must be a string or a number, not ${fullTypeName(v)}`,
    );
  }
  return make(cls, z.real, z.imag);
}

/** What `__complex__` returns; `undefined` when there is none (CPython `try_complex_special_method`). */
function fromSpecialMethod(ts: ThreadState, v: Value): Result<PyComplex | undefined> {
  const method = lookupSpecial(ts, v, "__complex__");
  if (method === null || method === undefined) return method;
  const made = call(ts, method, []);
  if (made === null) return null;
  if (!isComplex(made)) {
    return raise(ts, TypeErrorType, `__complex__ returned non-complex (type ${typeName(made)})`);
  }
  return typeOf(made) === ComplexType || strictSubclass(ts, "__complex__", "complex", made) ? made : null;
}

/** The complex of a number, by `__complex__`, `__float__` or `__index__`; `undefined` when it has none of them. */
export function complexFromNumber(ts: ThreadState, v: Value): Result<PyComplex | undefined> {
  if (isComplex(v)) return v;
  const made = fromSpecialMethod(ts, v);
  if (made !== undefined) return made;
  const type = typeOf(v);
  if (type.nb_float === null && type.nb_index === null) return undefined;
  const x = asDouble(ts, v);
  return x === null ? null : new PyComplex(x, 0);
}

/** `complex` (CPython `Objects/complexobject.c`). */
export const complexSpec: TypeSpec = {
  name: "complex",
  flags: TypeFlags.BASETYPE,
  doc: "Complex numbers: complex(real, imag), or complex(x) of a number or text.",
  signature: "(real=0, imag=0)",
  slots: {
    tp_new: complexNew,
    tp_repr: (_ts, self: PyComplex) => complexRepr(self),
    tp_hash: hash,
    tp_richcompare: richCompare,
    nb_add: add,
    nb_subtract: subtract,
    nb_multiply: multiply,
    nb_true_divide: divide,
    nb_power: power,
    nb_negative: (_ts, self: PyComplex) => new PyComplex(-self.real, -self.imag),
    nb_positive: (_ts, self: PyComplex) => new PyComplex(self.real, self.imag),
    nb_absolute(ts, self: PyComplex) {
      const length = hypot(self.real, self.imag);
      if (!Number.isFinite(length) && Number.isFinite(self.real) && Number.isFinite(self.imag)) {
        return raise(ts, OverflowErrorType, "absolute value too large");
      }
      return new PyFloat(length);
    },
    nb_bool: (_ts, self: PyComplex) => self.real !== 0 || self.imag !== 0,
  },
  methods: [
    [
      "from_number",
      "($type, number, /)",
      (ts, cls: PyType, number: Value) => {
        if (cls === ComplexType && typeOf(number) === ComplexType) return number;
        const z = complexFromNumber(ts, number);
        if (z === null) return null;
        if (z === undefined) return raise(ts, TypeErrorType, `must be real number, not ${typeName(number)}`);
        return cls === ComplexType
          ? new PyComplex(z.real, z.imag)
          : call(ts, cls, [new PyComplex(z.real, z.imag)]);
      },
      "Converts a number, and no text.",
      { binding: "class" },
    ],
    [
      "conjugate",
      "($self, /)",
      (_ts, self: PyComplex) => new PyComplex(self.real, -self.imag),
      "The complex conjugate.",
    ],
    [
      "__complex__",
      "($self, /)",
      (_ts, self: PyComplex) => new PyComplex(self.real, self.imag),
      "As an exact complex.",
    ],
    [
      "__getnewargs__",
      "($self, /)",
      (_ts, self: PyComplex) => new PyTuple([new PyFloat(self.real), new PyFloat(self.imag)]),
    ],
    ["__format__", "($self, format_spec, /)", formatComplexValue, "Formats by a format specification."],
  ],
  getset: [
    [
      "real",
      (_ts, self: PyComplex) => new PyFloat(self.real),
      null,
      "the real part of a complex number",
      "member",
    ],
    [
      "imag",
      (_ts, self: PyComplex) => new PyFloat(self.imag),
      null,
      "the imaginary part of a complex number",
      "member",
    ],
  ],
};
