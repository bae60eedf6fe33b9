/*
 * SipHash-1-3 over 64-bit words kept as pairs of 32-bit halves (PEP 456; CPython 3.11 and later).
 */

let v0h = 0,
  v0l = 0,
  v1h = 0,
  v1l = 0,
  v2h = 0,
  v2l = 0,
  v3h = 0,
  v3l = 0;

function round(): void {
  let l = (v0l >>> 0) + (v1l >>> 0);
  v0h = (v0h + v1h + (l > 0xffffffff ? 1 : 0)) | 0;
  v0l = l | 0;
  let h = (v1h << 13) | (v1l >>> 19);
  v1l = ((v1l << 13) | (v1h >>> 19)) ^ v0l;
  v1h = h ^ v0h;
  h = v0h;
  v0h = v0l;
  v0l = h;
  l = (v2l >>> 0) + (v3l >>> 0);
  v2h = (v2h + v3h + (l > 0xffffffff ? 1 : 0)) | 0;
  v2l = l | 0;
  h = (v3h << 16) | (v3l >>> 16);
  v3l = ((v3l << 16) | (v3h >>> 16)) ^ v2l;
  v3h = h ^ v2h;
  l = (v0l >>> 0) + (v3l >>> 0);
  v0h = (v0h + v3h + (l > 0xffffffff ? 1 : 0)) | 0;
  v0l = l | 0;
  h = (v3h << 21) | (v3l >>> 11);
  v3l = ((v3l << 21) | (v3h >>> 11)) ^ v0l;
  v3h = h ^ v0h;
  l = (v2l >>> 0) + (v1l >>> 0);
  v2h = (v2h + v1h + (l > 0xffffffff ? 1 : 0)) | 0;
  v2l = l | 0;
  h = (v1h << 17) | (v1l >>> 15);
  v1l = ((v1l << 17) | (v1h >>> 15)) ^ v2l;
  v1h = h ^ v2h;
  h = v2h;
  v2h = v2l;
  v2l = h;
}

/** High half of the hash that {@link siphash} computed last; to be read at once. */
export let siphashHigh = 0;

/** SipHash-1-3 of bytes under a key of four 32-bit words, low first: low half, high half in {@link siphashHigh}. */
export function siphash(
  k0l: number,
  k0h: number,
  k1l: number,
  k1h: number,
  bytes: ArrayLike<number>,
): number {
  const n = bytes.length;
  v0h = k0h ^ 0x736f6d65;
  v0l = k0l ^ 0x70736575;
  v1h = k1h ^ 0x646f7261;
  v1l = k1l ^ 0x6e646f6d;
  v2h = k0h ^ 0x6c796765;
  v2l = k0l ^ 0x6e657261;
  v3h = k1h ^ 0x74656462;
  v3l = k1l ^ 0x79746573;
  const whole = n - (n % 8);
  for (let i = 0; i < whole; i += 8) {
    const l = bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    const h = bytes[i + 4] | (bytes[i + 5] << 8) | (bytes[i + 6] << 16) | (bytes[i + 7] << 24);
    v3h ^= h;
    v3l ^= l;
    round();
    v0h ^= h;
    v0l ^= l;
  }
  let tl = 0;
  let th = n << 24;
  for (let i = whole; i < n; i++) {
    if (i - whole < 4) tl |= bytes[i] << ((i - whole) * 8);
    else th |= bytes[i] << ((i - whole - 4) * 8);
  }
  v3h ^= th;
  v3l ^= tl;
  round();
  v0h ^= th;
  v0l ^= tl;
  v2l ^= 0xff;
  round();
  round();
  round();
  siphashHigh = v0h ^ v1h ^ v2h ^ v3h;
  return v0l ^ v1l ^ v2l ^ v3l;
}
