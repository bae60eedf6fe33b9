/** `repr(x)` of a double: the shortest digits that read back, with an exponent below 1e-4 and from 1e16 on. */
export function floatRepr(x: number): string {
  if (Number.isInteger(x)) {
    if (Math.abs(x) < 1e16) return Object.is(x, -0) ? "-0.0" : `${x}.0`;
  } else if (!Number.isFinite(x)) {
    return Number.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
  } else if (Math.abs(x) >= 1e-4) {
    return `${x}`;
  }
  return fixExponent(x.toExponential());
}

/** Writes an exponent as Python does, with a sign and at least two digits: `1e+16`, `5e-05`. */
export function fixExponent(text: string): string {
  const at = text.indexOf("e");
  if (at < 0) return text;
  const digits = text.slice(at + 2);
  return `${text.slice(0, at + 2)}${digits.length < 2 ? `0${digits}` : digits}`;
}
