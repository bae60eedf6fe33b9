import { asciiNumeral } from "../int/digits.js";

const NUMERAL = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/** The double that text spells for `float()`; `undefined` for anything that is no number. */
export function parseFloatText(text: string): number | undefined {
  const numeral = asciiNumeral(text);
  if (NUMERAL.test(numeral)) return Number(numeral.includes("_") ? numeral.replaceAll("_", "") : numeral);
  const special = SPECIAL.exec(numeral);
  if (special === null) return undefined;
  if (special[2] === undefined) return Number.NaN;
  return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
