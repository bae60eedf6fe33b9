import { PyComplex } from "@adder/objects";
import { ldexp } from "../math/bits.js";
import * as real from "../math/elementary.js";
import { specialValue, type Tabulated } from "./special-values.js";

/** A value, or that there is none: outside the domain, or beyond the largest float. */
export type Outcome = PyComplex | "domain" | "range";

/** A function of the complex number `x + yi`. */
export type ComplexFunction = (x: number, y: number) => Outcome;

/** Beyond these a square, a product or an exponential may overflow on the way to a result that does not. */
const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const LOG_LARGE = Math.log(LARGE);
/** The smallest normal float, and its root. */
const SMALLEST = 2 ** -1022;
const SQRT_SMALLEST = 2 ** -511;
const INF = Number.POSITIVE_INFINITY;

const isFinite = Number.isFinite;
const copySign = (x: number, sign: number): number =>
  sign < 0 || Object.is(sign, -0) ? -Math.abs(x) : Math.abs(x);

/** `hypot(x, y)`. */
export const hypot = (x: number, y: number): number => real.norm([x, y]);

/** `log(hypot(x, y))` of parts so large that the length overflows. */
const logOfLargeLength = (x: number, y: number): number => real.log(hypot(x / 2, y / 2)) + Math.LN2 * 2;

const isLarge = (x: number, y: number): boolean => Math.abs(x) > LARGE || Math.abs(y) > LARGE;

/** Asks the table unless both parts are finite. */
const withTable =
  (name: Tabulated, f: ComplexFunction): ComplexFunction =>
  (x, y) =>
    isFinite(x) && isFinite(y) ? f(x, y) : specialValue(name, x, y);

/**
 * As {@link withTable}, for functions that turn around zero as `y` grows: where `x` is infinite, the signs come from
 * `cos(y)` and `sin(y)`.
 */
const withTurns = (
  name: Tabulated,
  turn: (x: number, cosine: number, sine: number) => PyComplex,
  f: ComplexFunction,
): ComplexFunction => {
  const tabulated = withTable(name, f);
  return (x, y) =>
    (x === INF || x === -INF) && isFinite(y) && y !== 0 ? turn(x, real.cos(y), real.sin(y)) : tabulated(x, y);
};

const inRange = (x: number, y: number): Outcome =>
  Math.abs(x) === INF || Math.abs(y) === INF ? "range" : new PyComplex(x, y);

/** The finite square root that other functions are made of. */
function root(x: number, y: number): PyComplex {
  if (x === 0 && y === 0) return new PyComplex(0, y);
  let ax = Math.abs(x);
  const ay = Math.abs(y);
  let s: number;
  if (ax < SMALLEST && ay < SMALLEST) {
    // Subnormal parts are scaled up, or their length would lose digits.
    ax = ldexp(ax, 53);
    s = ldexp(Math.sqrt(ax + hypot(ax, ldexp(ay, 53))), -27);
  } else {
    ax /= 8;
    s = 2 * Math.sqrt(ax + hypot(ax, ay / 8));
  }
  const d = ay / (2 * s);
  return x >= 0 ? new PyComplex(s, copySign(d, y)) : new PyComplex(d, copySign(s, y));
}

/** The square root; cut along the negative reals. */
export const sqrt = withTable("sqrt", root);

/** The arc cosine; cut along the reals beyond -1 and 1. */
export const acos = withTable("acos", (x, y) => {
  if (isLarge(x, y)) {
    const length = logOfLargeLength(x, y);
    const imag = x < 0 ? -copySign(length, y) : copySign(length, -y);
    return new PyComplex(real.atan2(Math.abs(y), x), imag);
  }
  const a = root(1 - x, -y);
  const b = root(1 + x, y);
  return new PyComplex(2 * real.atan2(a.real, b.real), real.asinh(b.real * a.imag - b.imag * a.real));
});

/** The inverse of `cosh`; cut along the reals below 1. */
export const acosh = withTable("acosh", (x, y) => {
  if (isLarge(x, y)) return new PyComplex(logOfLargeLength(x, y), real.atan2(y, x));
  const a = root(x - 1, y);
  const b = root(x + 1, y);
  return new PyComplex(real.asinh(a.real * b.real + a.imag * b.imag), 2 * real.atan2(a.imag, b.real));
});

/** The inverse of `sinh`; cut along the imaginary axis beyond -i and i. */
export const asinh = withTable("asinh", (x, y) => {
  if (isLarge(x, y)) {
    const length = logOfLargeLength(x, y);
    // The sign of y decides which of the two zeros counts.
    const re = y >= 0 ? copySign(length, x) : -copySign(length, -x);
    return new PyComplex(re, real.atan2(y, Math.abs(x)));
  }
  const a = root(1 + y, -x);
  const b = root(1 - y, x);
  return new PyComplex(
    real.asinh(a.real * b.imag - b.real * a.imag),
    real.atan2(y, a.real * b.real - a.imag * b.imag),
  );
});

/** `atanh` of finite parts. */
function areaTangent(x: number, y: number): Outcome {
  if (x < 0 || Object.is(x, -0)) {
    const mirrored = areaTangent(-x, -y);
    return mirrored instanceof PyComplex ? new PyComplex(-mirrored.real, -mirrored.imag) : mirrored;
  }
  const ay = Math.abs(y);
  if (x > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypot(x / 2, y / 2);
    return new PyComplex(x / 4 / h / h, -copySign(Math.PI / 2, -y));
  }
  if (x === 1 && ay < SQRT_SMALLEST) {
    if (ay === 0) return "domain";
    return new PyComplex(
      -real.log(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2))),
      copySign(real.atan2(2, -ay) / 2, y),
    );
  }
  const near = 1 - x;
  return new PyComplex(
    real.log1p((4 * x) / (near * near + ay * ay)) / 4,
    -real.atan2(-2 * y, near * (1 + x) - ay * ay) / 2,
  );
}

/** The inverse of `tanh`; cut along the reals beyond -1 and 1, which are its poles. */
export const atanh = withTable("atanh", areaTangent);

/** The hyperbolic cosine. */
export const cosh = withTurns(
  "cosh",
  (x, cosine, sine) =>
    new PyComplex(copySign(INF, cosine), x > 0 ? copySign(INF, sine) : -copySign(INF, sine)),
  (x, y) => {
    const large = Math.abs(x) > LOG_LARGE;
    const s = large ? x - copySign(1, x) : x;
    const scale = large ? Math.E : 1;
    return inRange(real.cos(y) * real.cosh(s) * scale, real.sin(y) * real.sinh(s) * scale);
  },
);

/** The hyperbolic sine. */
export const sinh = withTurns(
  "sinh",
  (x, cosine, sine) =>
    new PyComplex(x > 0 ? copySign(INF, cosine) : -copySign(INF, cosine), copySign(INF, sine)),
  (x, y) => {
    const large = Math.abs(x) > LOG_LARGE;
    const s = large ? x - copySign(1, x) : x;
    const scale = large ? Math.E : 1;
    return inRange(real.cos(y) * real.sinh(s) * scale, real.sin(y) * real.cosh(s) * scale);
  },
);

/** The hyperbolic tangent. */
export const tanh = withTurns(
  "tanh",
  (x, cosine, sine) => new PyComplex(copySign(1, x), copySign(0, 2 * sine * cosine)),
  (x, y) => {
    if (Math.abs(x) > LOG_LARGE) {
      return new PyComplex(copySign(1, x), 4 * real.sin(y) * real.cos(y) * real.exp(-2 * Math.abs(x)));
    }
    const tx = real.tanh(x);
    const ty = real.tan(y);
    const cx = 1 / real.cosh(x);
    const both = tx * ty;
    const below = 1 + both * both;
    return new PyComplex((tx * (1 + ty * ty)) / below, (ty / below) * cx * cx);
  },
);

/** e to the power of a number. */
export const exp = withTurns(
  "exp",
  (x, cosine, sine) => {
    const length = x > 0 ? INF : 0;
    return new PyComplex(copySign(length, cosine), copySign(length, sine));
  },
  (x, y) => {
    const large = x > LOG_LARGE;
    const length = real.exp(large ? x - 1 : x);
    const scale = large ? Math.E : 1;
    return inRange(length * real.cos(y) * scale, length * real.sin(y) * scale);
  },
);

/** The function of `-y + xi`, turned back: how the circular functions come from the hyperbolic ones. */
const turned =
  (f: ComplexFunction): ComplexFunction =>
  (x, y) => {
    const s = f(-y, x);
    return s instanceof PyComplex ? new PyComplex(s.imag, -s.real) : s;
  };

/** The arc sine; cut along the reals beyond -1 and 1. */
export const asin = turned(asinh);
/** The arc tangent; cut along the imaginary axis beyond its poles -i and i. */
export const atan = turned(atanh);
/** The sine. */
export const sin = turned(sinh);
/** The tangent. */
export const tan = turned(tanh);
/** The cosine. */
export const cos: ComplexFunction = (x, y) => cosh(-y, x);

/** The logarithm of finite parts. */
function logarithm(x: number, y: number): Outcome {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  let length: number;
  if (ax > LARGE || ay > LARGE) length = real.log(hypot(ax / 2, ay / 2)) + Math.LN2;
  else if (ax < SMALLEST && ay < SMALLEST) {
    if (ax === 0 && ay === 0) return "domain";
    length = real.log(hypot(ldexp(ax, 53), ldexp(ay, 53))) - 53 * Math.LN2;
  } else {
    const h = hypot(ax, ay);
    if (h >= 0.71 && h <= 1.73) {
      // Near 1 the logarithm is small: 1 is subtracted before anything is rounded.
      const max = Math.max(ax, ay);
      const min = Math.min(ax, ay);
      length = real.log1p((max - 1) * (max + 1) + min * min) / 2;
    } else length = real.log(h);
  }
  return new PyComplex(length, real.atan2(y, x));
}

/** The natural logarithm; cut along the negative reals, 0 is outside its domain. */
export const log = withTable("log", logarithm);

/** The logarithm to base 10; as {@link log}. */
export const log10: ComplexFunction = (x, y) => {
  const z = log(x, y);
  return z instanceof PyComplex ? new PyComplex(z.real / Math.LN10, z.imag / Math.LN10) : z;
};

/** The number of length `r` and angle `phi`. */
export const rect = withTurns(
  "rect",
  (r, cosine, sine) =>
    r > 0
      ? new PyComplex(copySign(INF, cosine), copySign(INF, sine))
      : new PyComplex(-copySign(INF, cosine), -copySign(INF, sine)),
  // `r * phi` has the right zero.
  (r, phi) => (phi === 0 ? new PyComplex(r, r * phi) : new PyComplex(r * real.cos(phi), r * real.sin(phi))),
);
