import type { CodeObject } from "../code-object.js";
import { readImage, writeImage } from "./image.js";

/** First byte of packed code. No value that marshal writes begins with it. */
export const PACKED_CODE = 0xad;

/** Bytes in front of the image: the tag and three zeros, the image's length, the checksum. */
const HEADER_SIZE = 12;

/** Why packed code is of no use. */
export type PackedCodeError = "not packed code" | "truncated" | "damaged";

/** Code and how many bytes it took, or what was wrong. */
export type PackedCode =
  | { readonly code: CodeObject; readonly length: number; readonly error: null }
  | { readonly error: PackedCodeError };

/** Mixes bytes into 32 bits, four at a time (the mixing step of MurmurHash 3). */
function checksum(bytes: Uint8Array, seed: number): number {
  let hash = seed | 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) hash = mix(hash, view.getInt32(at, true));
  for (let at = whole; at < bytes.length; at++) hash = mix(hash, bytes[at]);
  return hash | 0;
}

function mix(hash: number, word: number): number {
  word = Math.imul(word, 0xcc9e2d51);
  word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
  hash ^= word;
  return (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
}

/**
 * Encodes code for a cache: an image with a tag, its length and a checksum in front.
 *
 * @returns null if the code can't be encoded
 */
export function packCode(code: CodeObject): Uint8Array | null {
  const image = writeImage(code);
  if (image === null) return null;
  const bytes = new Uint8Array(HEADER_SIZE + image.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, PACKED_CODE, true);
  view.setUint32(4, image.length, true);
  view.setInt32(8, checksum(image, image.length), true);
  bytes.set(image, HEADER_SIZE);
  return bytes;
}

/**
 * Decodes packed code at the start of `bytes`, which must not change afterwards: what is nested is decoded when it is
 * first looked into. Whatever the bytes are, this gives code or a reason and never throws: length and checksum are
 * compared before anything is decoded.
 */
export function unpackCode(bytes: Uint8Array): PackedCode {
  if (bytes.length < 4) return { error: "truncated" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== PACKED_CODE) return { error: "not packed code" };
  if (bytes.length < HEADER_SIZE) return { error: "truncated" };
  const length = HEADER_SIZE + view.getUint32(4, true);
  if (bytes.length < length) return { error: "truncated" };
  const image = bytes.subarray(HEADER_SIZE, length);
  if (view.getInt32(8, true) !== checksum(image, image.length)) return { error: "damaged" };
  return { code: readImage(image), length, error: null };
}
