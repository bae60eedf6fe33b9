import { asciiNumeral } from "../int/digits.js";

const NUMERAL = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/** The double that text spells for `float()`; `undefined` for anything that is no number. */
export function parseFloatText(text: string): number | undefined {
  const plain = plainNumeral(text);
  if (plain !== undefined) return plain;
  const numeral = asciiNumeral(text);
  if (NUMERAL.test(numeral)) return Number(numeral.includes("_") ? numeral.replaceAll("_", "") : numeral);
  const special = SPECIAL.exec(numeral);
  if (special === null) return undefined;
  if (special[2] === undefined) return Number.NaN;
  return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/**
 * The usual case: up to 15 ASCII digits, with a point among or behind them or without, with a sign or without;
 * `undefined` for everything else. Digits and power of ten are exact doubles, so their quotient is rounded once.
 */
function plainNumeral(text: string): number | undefined {
  const n = text.length;
  const first = n > 0 ? text.charCodeAt(0) : 0;
  const start = first === MINUS || first === PLUS ? 1 : 0;
  if (n === start || n - start > 16) return undefined;
  let value = 0;
  let point = n;
  for (let i = start; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c === POINT && point === n && i > start) point = i;
    else if (c >= ZERO && c <= NINE) value = value * 10 + (c - ZERO);
    else return undefined;
  }
  if (point === n) {
    if (n - start > 15) return undefined;
  } else value /= POWERS_OF_TEN[n - point - 1];
  return first === MINUS ? -value : value;
}

const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14];

const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
