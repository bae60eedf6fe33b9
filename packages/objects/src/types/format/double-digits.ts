import { fixExponent, floatRepr } from "../float/repr.js";
import { toExponential, toFixed } from "../float/rounding.js";

/** Digits of a double in one of Python's float formats, in pieces. */
export interface DoubleDigits {
  /** Digits before the point, or `inf`/`nan`. */
  readonly whole: string;
  /** Digits after the point. */
  readonly fraction: string;
  /** Is there a point? (`#` keeps one without digits behind it.) */
  readonly point: boolean;
  /** `e+10` and the like. */
  readonly exponent: string;
}

/**
 * Digits of the absolute value of a double.
 *
 * @param format one of `e`, `f`, `g`, or `r` for repr (lower case)
 * @param precision digits after the point (`e`, `f`) or significant digits (`g`); ignored for `r`
 * @param alternate keep the point and, in `g`, trailing zeros
 * @param addDotZero write an integral value of `g` or `r` with `.0`
 */
export function doubleDigits(
  x: number,
  format: string,
  precision: number,
  alternate: boolean,
  addDotZero: boolean,
): DoubleDigits {
  const magnitude = Math.abs(x);
  if (!Number.isFinite(x))
    return { whole: Number.isNaN(x) ? "nan" : "inf", fraction: "", point: false, exponent: "" };
  switch (format) {
    case "f":
      return split(toFixed(magnitude, precision), alternate);
    case "e": {
      const { digits, exponent } = toExponential(magnitude, precision);
      return {
        whole: digits[0],
        fraction: digits.slice(1),
        point: digits.length > 1 || alternate,
        exponent: exponentText(exponent),
      };
    }
    case "g":
      return general(magnitude, precision === 0 ? 1 : precision, alternate, addDotZero);
    default: {
      const text = floatRepr(magnitude);
      const parts = split(text, alternate);
      return addDotZero || parts.fraction !== "0" ? parts : { ...parts, fraction: "", point: alternate };
    }
  }
}

function split(text: string, alternate: boolean): DoubleDigits {
  const e = text.indexOf("e");
  const exponent = e < 0 ? "" : text.slice(e);
  const mantissa = e < 0 ? text : text.slice(0, e);
  const dot = mantissa.indexOf(".");
  return dot < 0
    ? { whole: mantissa, fraction: "", point: alternate, exponent }
    : { whole: mantissa.slice(0, dot), fraction: mantissa.slice(dot + 1), point: true, exponent };
}

function exponentText(exponent: number): string {
  return fixExponent(`e${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`);
}

function general(x: number, precision: number, alternate: boolean, addDotZero: boolean): DoubleDigits {
  const { digits, exponent } = toExponential(x, precision - 1);
  const kept = alternate ? digits : digits.replace(/0+$/, "") || "0";
  // With ".0" to be added, a value that fills all the precision goes to exponent form one step earlier.
  const limit = addDotZero ? precision - 1 : precision;
  if (exponent < -4 || exponent >= limit) {
    return {
      whole: kept[0],
      fraction: kept.slice(1),
      point: kept.length > 1 || alternate,
      exponent: exponentText(exponent),
    };
  }
  if (exponent < 0)
    return { whole: "0", fraction: "0".repeat(-exponent - 1) + kept, point: true, exponent: "" };
  const whole = kept.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = kept.slice(exponent + 1);
  if (fraction === "" && addDotZero) return { whole, fraction: "0", point: true, exponent: "" };
  return { whole, fraction, point: fraction !== "" || alternate, exponent: "" };
}
