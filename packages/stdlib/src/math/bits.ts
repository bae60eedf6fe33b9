const scratch = new DataView(new ArrayBuffer(8));

/** The bits of a double as an unsigned 64-bit integer. */
export function toBits(x: number): bigint {
  scratch.setFloat64(0, x);
  return scratch.getBigUint64(0);
}

/** The double with these bits. */
export function fromBits(bits: bigint): number {
  scratch.setBigUint64(0, bits);
  return scratch.getFloat64(0);
}

/** Exponent of a finite double other than 0: `x = m * 2**e` with 0.5 <= |m| < 1. */
export function exponentOf(x: number): number {
  scratch.setFloat64(0, x);
  const e = (scratch.getUint16(0) >> 4) & 0x7ff;
  if (e !== 0) return e - 1022;
  scratch.setFloat64(0, x * 2 ** 54);
  return ((scratch.getUint16(0) >> 4) & 0x7ff) - 1022 - 54;
}

/** `x * 2**e`, rounded once; infinite on overflow. `e` is an integer of any size. */
export function ldexp(x: number, e: number): number {
  if (x === 0 || !Number.isFinite(x) || e === 0) return x;
  if (e >= -1000 && e <= 1000) {
    const direct = x * 2 ** e;
    const size = Math.abs(direct);
    if (size >= 2.2250738585072014e-308 || e > 0) return direct;
  }
  const own = exponentOf(x);
  const top = own + e;
  if (top > 1024) return x * Number.POSITIVE_INFINITY;
  if (top < -1075) return x > 0 ? 0 : -0;
  const m = x * 2 ** -(own >> 1) * 2 ** -(own - (own >> 1));
  // The first product is exact, the second one rounds.
  return top > -1021 ? m * 2 ** (top - 1) * 2 : m * 2 ** (top + 100) * 2 ** -100;
}

/** The double next to `x` towards `y`. */
export function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return x + y;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const bits = toBits(x);
  return fromBits(y > x === x > 0 ? bits + 1n : bits - 1n);
}

/** A finite double as `mantissa * 2**exponent` with an integer mantissa. */
export function integerParts(x: number): { readonly mantissa: bigint; readonly exponent: number } {
  if (x === 0) return { mantissa: 0n, exponent: 0 };
  const e = exponentOf(x) - 53;
  const subnormal = e < -1074;
  const exponent = subnormal ? -1074 : e;
  return { mantissa: BigInt(ldexp(x, -exponent)), exponent };
}

/** `mantissa * 2**exponent` as the nearest double, ties to even. */
export function fromParts(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const size = mantissa < 0n ? -mantissa : mantissa;
  const bits = size.toString(2).length;
  const top = bits + exponent;
  if (top > 1024) return mantissa < 0n ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const keep = top >= -1021 ? 53 : 53 + (top + 1021);
  if (keep < 0) return mantissa < 0n ? -0 : 0;
  let kept = size;
  let e = exponent;
  if (bits > keep) {
    const drop = BigInt(bits - keep);
    kept = size >> drop;
    const rest = size - (kept << drop);
    const half = 1n << (drop - 1n);
    if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
    e += bits - keep;
  }
  const value = ldexp(Number(kept), e);
  return mantissa < 0n ? -value : value;
}
