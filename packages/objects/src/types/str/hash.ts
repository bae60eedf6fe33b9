import type { ThreadState } from "../../core/thread-state.js";
import type { Str } from "./py-str.js";
import { codePoints } from "./text.js";

/*
 * SipHash-1-3 over 64-bit words kept as pairs of 32-bit halves (PEP 456; CPython 3.11 and later).
 */

let v0h = 0, v0l = 0, v1h = 0, v1l = 0, v2h = 0, v2l = 0, v3h = 0, v3l = 0;

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

/** The 64-bit secret of an interpreter's hashes, as four 32-bit words (low first). All zero for PYTHONHASHSEED=0. */
export class HashSecret {
  readonly words = new Int32Array(4);
}

/** Halves of the last hash that {@link digest} computed. */
let high = 0;
let low = 0;

/** SipHash-1-3 of bytes under a key of four 32-bit words, low first; the result is left in `high` and `low`. */
function digest(k0l: number, k0h: number, k1l: number, k1h: number, bytes: ArrayLike<number>): void {
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
  high = v0h ^ v1h ^ v2h ^ v3h;
  low = (v0l ^ v1l ^ v2l ^ v3l) >>> 0;
}

/** SipHash-1-3 of bytes under a 64-bit key, as eight bytes, low first (`_imp.source_hash`, PEP 552). */
export function keyedHash(key: bigint, bytes: Uint8Array): Uint8Array {
  digest(Number(key & 0xffffffffn) | 0, Number((key >> 32n) & 0xffffffffn) | 0, 0, 0, bytes);
  const out = new DataView(new ArrayBuffer(8));
  out.setUint32(0, low, true);
  out.setInt32(4, high, true);
  return new Uint8Array(out.buffer);
}

/** `hash(b)` of bytes: a Python int. */
export function hashBytes(ts: ThreadState, bytes: ArrayLike<number>): number | bigint {
  if (bytes.length === 0) return 0;
  const { words } = ts.interp.state(HashSecret, () => new HashSecret());
  digest(words[0], words[1], words[2], words[3], bytes);
  // A signed 64-bit number; 53 bits of it fit into a double.
  if (high >= -0x200000 && high < 0x200000) {
    const h = high * 0x100000000 + low;
    if (Number.isSafeInteger(h)) return h === -1 ? -2 : h;
  }
  return (BigInt(high) << 32n) | BigInt(low);
}

/** `hash(s)`: over the narrowest form of the text that CPython would store (1, 2 or 4 bytes a character). */
export function hashStr(ts: ThreadState, s: Str): number | bigint {
  const points = codePoints(s);
  let max = 0;
  for (let i = 0; i < points.length; i++) if (points[i] > max) max = points[i];
  if (max < 256) return hashBytes(ts, points);
  const width = max < 65536 ? 2 : 4;
  const bytes = new Uint8Array(points.length * width);
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < width; j++) bytes[i * width + j] = points[i] >>> (8 * j);
  }
  return hashBytes(ts, bytes);
}
