/** The double of a half-precision number, given as its 16 bits. */
export function halfToDouble(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** Half-precision bits of a double, ties to even; `undefined` when too large. */
export function doubleToHalf(x: number): number | undefined {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  if (Number.isNaN(x)) return 0x7e00 | sign;
  const ax = Math.abs(x);
  if (ax === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (ax === 0) return sign;
  const e = Math.max(-14, Math.min(16, Math.floor(Math.log2(ax))));
  const scaled = ax / 2 ** (e - 10);
  let rounded = Math.floor(scaled);
  const rest = scaled - rounded;
  if (rest > 0.5 || (rest === 0.5 && rounded % 2 === 1)) rounded++;
  let exponent = e + 15;
  if (rounded >= 2048) {
    rounded /= 2;
    exponent++;
  }
  if (exponent >= 31) return undefined;
  return sign | (rounded < 1024 ? rounded : (exponent << 10) | (rounded - 1024));
}
