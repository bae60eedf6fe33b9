import { parseFloatText } from "../float/parse.js";
import { asciiNumeral } from "../int/digits.js";

const NUMBER =
  "(?:\\d[\\d_]*(?:\\.[\\d_]*)?(?:[eE][+-]?\\d[\\d_]*)?|\\.\\d[\\d_]*(?:[eE][+-]?\\d[\\d_]*)?|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN])";
const BOTH = new RegExp(`^([+-]?${NUMBER})([+-]${NUMBER}?)[jJ]$`);
const IMAGINARY = new RegExp(`^([+-]?${NUMBER}?)[jJ]$`);
const REAL = new RegExp(`^[+-]?${NUMBER}$`);

/** Parses what `complex(text)` accepts; `undefined` for anything else. */
export function parseComplexText(text: string): { readonly real: number; readonly imag: number } | undefined {
  let source = asciiNumeral(text);
  if (source.startsWith("(") && source.endsWith(")")) source = asciiNumeral(source.slice(1, -1));
  const number = (part: string): number | undefined =>
    part === "" || part === "+" ? 1 : part === "-" ? -1 : parseFloatText(part);
  const both = BOTH.exec(source);
  const imaginary = both === null ? IMAGINARY.exec(source) : null;
  let real: number | undefined = 0;
  let imag: number | undefined = 0;
  if (both !== null) {
    real = parseFloatText(both[1]);
    imag = number(both[2]);
  } else if (imaginary !== null) imag = number(imaginary[1]);
  else if (REAL.test(source)) real = parseFloatText(source);
  else return undefined;
  return real === undefined || imag === undefined ? undefined : { real, imag };
}
