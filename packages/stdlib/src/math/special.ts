import { pow as powerOf } from "@adder/objects";

/*
 * Gamma and error functions. Gamma uses Stirling's series far from the origin, reached by the recurrence;
 * the error function its Taylor series near 0 and a continued fraction far away.
 */

/** Coefficients of Stirling's series: B(2k) / (2k (2k - 1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** ln(gamma(x)) for x >= 15 without its large part (x - 0.5) ln x - x. */
function stirlingTail(x: number): number {
  const inverse = 1 / (x * x);
  let sum = 0;
  for (let i = STIRLING.length - 1; i >= 0; i--) sum = sum * inverse + STIRLING[i];
  return sum / x + 0.9189385332046728;
}

/** Factorials that doubles hold exactly. */
const FACTORIALS: readonly number[] = (() => {
  const list = [1];
  for (let n = 1; n <= 22; n++) list.push(list[n - 1] * n);
  return list;
})();

/** Gamma; the argument is neither 0 nor a negative integer. */
export function gamma(x: number): number {
  if (x === Math.floor(x) && x > 0 && x <= 23) return FACTORIALS[x - 1];
  if (x > 171.7) return Number.POSITIVE_INFINITY;
  if (x < 0) {
    if (x < -200) return 0 * (Math.floor(x) % 2 === 0 ? 1 : -1);
    // Reflection: gamma(x) gamma(1 - x) = pi / sin(pi x).
    return Math.PI / (sinPi(x) * gamma(1 - x));
  }
  let product = 1;
  let z = x;
  while (z < 15) {
    product *= z;
    z += 1;
  }
  // The power in two halves, because it may overflow where the result does not.
  const half = powerOf(z, z / 2 - 0.25);
  return (half * Math.exp(-z) * half * Math.exp(stirlingTail(z))) / product;
}

/** sin(pi x), exact at the integers and halves. */
export function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.round(2 * y);
  const r = y - n / 2;
  const values = [
    () => Math.sin(Math.PI * r),
    () => Math.cos(Math.PI * r),
    () => -Math.sin(Math.PI * r),
    () => -Math.cos(Math.PI * r),
    () => Math.sin(Math.PI * r),
  ];
  return x < 0 ? -values[n]() : values[n]();
}

/** ln |gamma(x)|; the argument is neither 0 nor a negative integer. */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const ax = Math.abs(x);
  if (ax < 1e-20) return -Math.log(ax);
  if (x < 0) return Math.log(Math.PI) - Math.log(Math.abs(sinPi(ax))) - Math.log(ax) - logGamma(ax);
  if (x < 15) return Math.log(Math.abs(gamma(x)));
  return (x - 0.5) * Math.log(x) - x + stirlingTail(x);
}

const TWO_OVER_ROOT_PI = 1.1283791670955126;

/** The error function. */
export function erf(x: number): number {
  const ax = Math.abs(x);
  if (ax > 6) return x < 0 ? -1 : 1;
  if (ax < 2) {
    // x e**-x**2 2/sqrt(pi) * sum of (2 x**2)**n / (2n + 1)!!
    const x2 = x * x;
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-18; n++) {
      term *= (2 * x2) / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * Math.exp(-x2) * sum;
  }
  return x < 0 ? erfc(ax) - 1 : 1 - erfc(ax);
}

/** The complementary error function. */
export function erfc(x: number): number {
  if (x < 1.5) return 1 - erf(x);
  if (x > 27.3) return 0;
  // Continued fraction of the upper incomplete gamma function, evaluated from far inside.
  const x2 = x * x;
  let f = 0;
  for (let n = 120; n >= 1; n--) f = n / 2 / (x + f);
  return Math.exp(-x2) / Math.sqrt(Math.PI) / (x + f);
}
