import { pow } from "@adder/objects";
import { cos, exp, log, sin } from "./elementary.js";

/*
 * Gamma function by Lanczos' approximation, in the same operations as CPython's `m_tgamma` and `m_lgamma`
 * (Modules/mathmodule.c), so that the same digits come out.
 */

const G = 6.02468004077673;
const G_MINUS_HALF = 5.52468004077673;
const LOG_PI = 1.1447298858494002;

const numerator = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.5854002, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157935, 2.5066282746310002,
];
const denominator = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

/** (n - 1)! for n from 1 to 23, which doubles hold exactly. */
const factorials: number[] = [1];
for (let n = 1; n < 23; n++) factorials.push(factorials[n - 1] * n);

function lanczosSum(x: number): number {
  let num = 0;
  let den = 0;
  if (x < 5) {
    for (let i = numerator.length - 1; i >= 0; i--) {
      num = num * x + numerator[i];
      den = den * x + denominator[i];
    }
  } else {
    for (let i = 0; i < numerator.length; i++) {
      num = num / x + numerator[i];
      den = den / x + denominator[i];
    }
  }
  return num / den;
}

/** sin(pi x), exact where it is 0 or ±1. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  let r: number;
  switch (Math.round(2 * y)) {
    case 0:
      r = sin(Math.PI * y);
      break;
    case 1:
      r = cos(Math.PI * (y - 0.5));
      break;
    case 2:
      r = sin(Math.PI * (1 - y));
      break;
    case 3:
      r = -cos(Math.PI * (y - 1.5));
      break;
    default:
      r = sin(Math.PI * (y - 2));
  }
  return x < 0 ? -r : r;
}

/** Gamma function: NaN at poles and -inf, infinite where it overflows (and at 0, which is a pole, too). */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) || x > 0 ? x : Number.NaN;
  if (x === 0) return 1 / x;
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= factorials.length) return factorials[x - 1];
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Number.POSITIVE_INFINITY;
  const y = size + G_MINUS_HALF;
  // What rounding y has lost.
  let z = size > G_MINUS_HALF ? y - size - G_MINUS_HALF : y - G_MINUS_HALF - size;
  z = (z * G) / y;
  let r: number;
  if (x < 0) {
    r = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczosSum(size);
    r -= z * r;
    if (size < 140) return r / pow(y, size - 0.5);
    const root = pow(y, size / 2 - 0.25);
    return r / root / root;
  }
  r = lanczosSum(size) / exp(y);
  r += z * r;
  if (size < 140) return r * pow(y, size - 0.5);
  const root = pow(y, size / 2 - 0.25);
  return r * root * root;
}

/** Logarithm of the absolute value of the gamma function; infinite at poles and where it overflows. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.POSITIVE_INFINITY : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let r = log(lanczosSum(size)) - G;
  r += (size - 0.5) * (log(size + G - 0.5) - 1);
  if (x < 0) r = LOG_PI - log(Math.abs(sinPi(size))) - log(size) - r;
  return r;
}
