import type { ThreadState } from "../../core/thread-state.js";
import { hashHigh, joinHash, restoreHash } from "../dict/key-hash.js";
import { type HashSecret, hashSecret } from "./hash-secret.js";
import type { Str } from "./py-str.js";
import { siphash, siphashHigh } from "./siphash.js";
import { codePoints } from "./text.js";

/** SipHash-1-3 of bytes under a 64-bit key, as eight bytes, low first (`_imp.source_hash`, PEP 552). */
export function keyedHash(key: bigint, bytes: Uint8Array): Uint8Array {
  const low = siphash(Number(key & 0xffffffffn) | 0, Number((key >> 32n) & 0xffffffffn) | 0, 0, 0, bytes);
  const out = new DataView(new ArrayBuffer(8));
  out.setInt32(0, low, true);
  out.setInt32(4, siphashHigh, true);
  return new Uint8Array(out.buffer);
}

/** `hash(b)` of bytes: a Python int. */
export function hashBytes(ts: ThreadState, bytes: ArrayLike<number>): number | bigint {
  const secret = hashSecret(ts.interp);
  const low = secret.exact ? exactHash(secret, bytes) : quickHash(secret, bytes);
  return joinHash(low, hashHigh);
}

/** `hash(s)`: a Python int. */
export function hashStr(ts: ThreadState, s: Str): number | bigint {
  const low = hashText(ts, s);
  return joinHash(low, hashHigh);
}

/** `hash(s)` in halves: the low half, with the high half in `hashHigh` (see dict/key-hash.ts). */
export function hashText(ts: ThreadState, s: Str): number {
  const secret = ts.interp.hashSecret ?? hashSecret(ts.interp);
  if (secret.exact) return exactTextHash(secret, s);
  return typeof s === "string" ? quickTextHash(secret, s) : quickHash(secret, s.codePoints);
}

/** CPython's hash: over the narrowest form of the text that it would store (1, 2 or 4 bytes a character). */
function exactTextHash(secret: HashSecret, s: Str): number {
  const points = codePoints(s);
  let max = 0;
  for (let i = 0; i < points.length; i++) if (points[i] > max) max = points[i];
  if (max < 256) return exactHash(secret, points);
  const width = max < 65536 ? 2 : 4;
  const bytes = new Uint8Array(points.length * width);
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < width; j++) bytes[i * width + j] = points[i] >>> (8 * j);
  }
  return exactHash(secret, bytes);
}

function exactHash({ words }: HashSecret, bytes: ArrayLike<number>): number {
  if (bytes.length === 0) return restoreHash(0, 0);
  const low = siphash(words[0], words[1], words[2], words[3], bytes);
  return low === -1 && siphashHigh === -1 ? restoreHash(-2, -1) : restoreHash(low, siphashHigh);
}

const FACTOR = 0x9e3779b1 | 0;

/** Two multiplicative hashes side by side. Strs are hashed on the way into each set and tuple: this takes a nanosecond a character. */
function quickTextHash({ words }: HashSecret, text: string): number {
  const n = text.length;
  let a = words[0] ^ n;
  let b = words[1];
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, FACTOR);
    b = (Math.imul(b, 31) + c) | 0;
  }
  return finish(n, a, b);
}

function quickHash({ words }: HashSecret, units: ArrayLike<number>): number {
  const n = units.length;
  let a = words[0] ^ n;
  let b = words[1];
  for (let i = 0; i < n; i++) {
    const c = units[i];
    a = Math.imul(a ^ c, FACTOR);
    b = (Math.imul(b, 31) + c) | 0;
  }
  return finish(n, a, b);
}

/** Spreads the bits, and cuts the high half so that the whole is a safe integer: joining such halves is cheap. */
function finish(n: number, a: number, b: number): number {
  if (n === 0) return restoreHash(0, 0);
  a ^= a >>> 15;
  a = Math.imul(a ^ b, 0x85ebca6b);
  a ^= a >>> 13;
  a = Math.imul(a, 0xc2b2ae35);
  a ^= a >>> 16;
  b = Math.imul(b ^ a, FACTOR) >> 12;
  return a === -1 && b === -1 ? restoreHash(-2, -1) : restoreHash(a, b);
}
