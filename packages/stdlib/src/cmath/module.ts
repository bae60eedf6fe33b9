import {
  asDouble,
  complexDivide,
  complexFromNumber,
  type MethodRow,
  type ModuleSpec,
  OverflowErrorType,
  PyComplex,
  PyFloat,
  PyTuple,
  type Result,
  raise,
  type ThreadState,
  TypeErrorType,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { atan2 } from "../math/elementary.js";
import * as fn from "./functions.js";

/** A complex argument. TypeError "must be real number, not x". */
function complexArgument(ts: ThreadState, v: Value): Result<PyComplex> {
  const z = complexFromNumber(ts, v);
  return z === undefined ? raise(ts, TypeErrorType, `must be real number, not ${typeName(v)}`) : z;
}

function finish(ts: ThreadState, outcome: fn.Outcome): Result<PyComplex> {
  if (outcome === "domain") return raise(ts, ValueErrorType, "math domain error");
  if (outcome === "range") return raise(ts, OverflowErrorType, "math range error");
  return outcome;
}

const unary = (name: string, f: fn.ComplexFunction, doc: string): MethodRow => [
  name,
  "($module, z, /)",
  (ts, _m, v: Value) => {
    const z = complexArgument(ts, v);
    return z === null ? null : finish(ts, f(z.real, z.imag));
  },
  doc,
];

const predicate = (name: string, test: (z: PyComplex) => boolean, doc: string): MethodRow => [
  name,
  "($module, z, /)",
  (ts, _m, v: Value) => {
    const z = complexArgument(ts, v);
    return z === null ? null : test(z);
  },
  doc,
];

function log(ts: ThreadState, _m: Value, v: Value, baseValue: Value | undefined): Result<Value> {
  const z = complexArgument(ts, v);
  const base = z === null || baseValue === undefined ? undefined : complexArgument(ts, baseValue);
  if (z === null || base === null) return null;
  const above = finish(ts, fn.log(z.real, z.imag));
  if (above === null || base === undefined) return above;
  const below = finish(ts, fn.log(base.real, base.imag));
  if (below === null) return null;
  if (below.real === 0 && below.imag === 0) return finish(ts, "domain");
  return complexDivide(above.real, above.imag, below.real, below.imag);
}

function phase(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const z = complexArgument(ts, v);
  return z === null ? null : new PyFloat(atan2(z.imag, z.real));
}

function polar(ts: ThreadState, _m: Value, v: Value): Result<Value> {
  const z = complexArgument(ts, v);
  if (z === null) return null;
  const length = fn.hypot(z.real, z.imag);
  if (length === Number.POSITIVE_INFINITY && Number.isFinite(z.real) && Number.isFinite(z.imag)) {
    return finish(ts, "range");
  }
  return new PyTuple([new PyFloat(length), new PyFloat(atan2(z.imag, z.real))]);
}

function rect(ts: ThreadState, _m: Value, rValue: Value, phiValue: Value): Result<Value> {
  const r = asDouble(ts, rValue);
  const phi = r === null ? null : asDouble(ts, phiValue);
  return r === null || phi === null ? null : finish(ts, fn.rect(r, phi));
}

const isInfinite = (z: PyComplex): boolean =>
  Math.abs(z.real) === Number.POSITIVE_INFINITY || Math.abs(z.imag) === Number.POSITIVE_INFINITY;

function isClose(
  ts: ThreadState,
  _m: Value,
  aValue: Value,
  bValue: Value,
  relativeValue?: Value,
  absoluteValue?: Value,
): Result<Value> {
  const a = complexArgument(ts, aValue);
  const b = a === null ? null : complexArgument(ts, bValue);
  const relative = b === null ? null : relativeValue === undefined ? 1e-9 : asDouble(ts, relativeValue);
  const absolute = relative === null ? null : absoluteValue === undefined ? 0 : asDouble(ts, absoluteValue);
  if (a === null || b === null || relative === null || absolute === null) return null;
  if (relative < 0 || absolute < 0) return raise(ts, ValueErrorType, "tolerances must be non-negative");
  if (a.real === b.real && a.imag === b.imag) return true;
  if (isInfinite(a) || isInfinite(b)) return false;
  const difference = fn.hypot(a.real - b.real, a.imag - b.imag);
  const size = Math.max(fn.hypot(a.real, a.imag), fn.hypot(b.real, b.imag));
  return difference <= relative * size || difference <= absolute;
}

/** `cmath` (CPython `Modules/cmathmodule.c`). */
export const cmathModule: ModuleSpec = {
  name: "cmath",
  doc: "Mathematical functions of complex numbers.",
  functions: [
    unary("acos", fn.acos, "Arc cosine."),
    unary("acosh", fn.acosh, "Inverse hyperbolic cosine."),
    unary("asin", fn.asin, "Arc sine."),
    unary("asinh", fn.asinh, "Inverse hyperbolic sine."),
    unary("atan", fn.atan, "Arc tangent."),
    unary("atanh", fn.atanh, "Inverse hyperbolic tangent."),
    unary("cos", fn.cos, "Cosine."),
    unary("cosh", fn.cosh, "Hyperbolic cosine."),
    unary("exp", fn.exp, "e to the power of z."),
    [
      "isclose",
      "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
      isClose,
      "Do two numbers differ by little?",
    ],
    predicate(
      "isfinite",
      (z) => Number.isFinite(z.real) && Number.isFinite(z.imag),
      "Are both parts finite?",
    ),
    predicate("isinf", isInfinite, "Is a part infinite?"),
    predicate("isnan", (z) => Number.isNaN(z.real) || Number.isNaN(z.imag), "Is a part not a number?"),
    ["log", "($module, z, base=<unrepresentable>, /)", log, "Logarithm, natural unless a base is given."],
    unary("log10", fn.log10, "Logarithm to base 10."),
    ["phase", "($module, z, /)", phase, "The angle of a number."],
    ["polar", "($module, z, /)", polar, "Length and angle of a number."],
    ["rect", "($module, r, phi, /)", rect, "The number of a length and an angle."],
    unary("sin", fn.sin, "Sine."),
    unary("sinh", fn.sinh, "Hyperbolic sine."),
    unary("sqrt", fn.sqrt, "Square root."),
    unary("tan", fn.tan, "Tangent."),
    unary("tanh", fn.tanh, "Hyperbolic tangent."),
  ],
  attributes: {
    pi: new PyFloat(Math.PI),
    e: new PyFloat(Math.E),
    tau: new PyFloat(2 * Math.PI),
    inf: new PyFloat(Number.POSITIVE_INFINITY),
    infj: new PyComplex(0, Number.POSITIVE_INFINITY),
    nan: new PyFloat(Number.NaN),
    nanj: new PyComplex(0, Number.NaN),
  },
};
