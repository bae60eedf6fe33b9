import type { CodeObject } from "../code-object.js";
import { readImage, writeImage } from "./image.js";

/**
 * Number of the bytecode and image format. It changes whenever an instruction, its argument or the image changes, so
 * that files of another version are compiled again and never misread.
 */
export const MAGIC_NUMBER = 0xad01;

/** Bytes in front of the image. */
const HEADER_SIZE = 24;

/** How a cache file knows whether its source has changed (PEP 552). */
export type CacheValidity =
  | {
      readonly kind: "timestamp";
      /** Seconds since 1970 of the source's last change, modulo 2 ** 32. */
      readonly mtime: number;
      /** Bytes of the source, modulo 2 ** 32. */
      readonly size: number;
    }
  | {
      readonly kind: "hash";
      /** Eight bytes. */
      readonly hash: Uint8Array;
      /** Whether the source is to be hashed and compared on import. */
      readonly checkSource: boolean;
    };

/** What a cache file holds, or why it holds nothing of use. */
export type CacheFile =
  | { readonly code: CodeObject; readonly validity: CacheValidity; readonly error: null }
  | { readonly error: CacheError };

/** Why a cache file is of no use; the source must be compiled again. */
export type CacheError = "not a cache file" | "another version" | "truncated" | "damaged";

/** Mixes bytes into 32 bits, four at a time (the mixing step of MurmurHash 3). */
function checksum(bytes: Uint8Array, from: number, seed: number): number {
  let hash = seed | 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = from + ((bytes.length - from) & ~3);
  for (let at = from; at < whole; at += 4) hash = mix(hash, view.getInt32(at, true));
  for (let at = whole; at < bytes.length; at++) hash = mix(hash, bytes[at]);
  return hash | 0;
}

function mix(hash: number, word: number): number {
  word = Math.imul(word, 0xcc9e2d51);
  word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
  hash ^= word;
  return (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
}

/** Checksum of the header without itself, and of what follows. */
function sumOf(bytes: Uint8Array): number {
  return checksum(bytes, HEADER_SIZE, checksum(bytes.subarray(0, HEADER_SIZE - 4), 0, bytes.length));
}

/**
 * Encodes a module for the cache. The first 16 bytes are laid out as in CPython's `.pyc` files (PEP 552): magic number,
 * flags, then time and size, or hash, of the source; then follow the length and checksum of the rest.
 *
 * @returns null if the code can't be encoded
 */
export function writeCacheFile(code: CodeObject, validity: CacheValidity): Uint8Array | null {
  const image = writeImage(code);
  if (image === null) return null;
  const bytes = new Uint8Array(HEADER_SIZE + image.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, MAGIC_NUMBER, true);
  view.setUint16(2, 0x0a0d, true);
  if (validity.kind === "timestamp") {
    view.setUint32(8, validity.mtime >>> 0, true);
    view.setUint32(12, validity.size >>> 0, true);
  } else {
    view.setUint32(4, validity.checkSource ? 3 : 1, true);
    bytes.set(validity.hash.subarray(0, 8), 8);
  }
  view.setUint32(16, image.length, true);
  bytes.set(image, HEADER_SIZE);
  view.setInt32(20, sumOf(bytes), true);
  return bytes;
}

/**
 * Decodes a cache file. Whatever the bytes are, this gives code or a reason and never throws: the length and checksum
 * are compared before anything is decoded.
 */
export function readCacheFile(bytes: Uint8Array): CacheFile {
  if (bytes.length < 4) return { error: "truncated" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(2, true) !== 0x0a0d) return { error: "not a cache file" };
  if (view.getUint16(0, true) !== MAGIC_NUMBER) return { error: "another version" };
  if (bytes.length < HEADER_SIZE) return { error: "truncated" };
  const size = view.getUint32(16, true);
  if (bytes.length < HEADER_SIZE + size) return { error: "truncated" };
  if (bytes.length > HEADER_SIZE + size) return { error: "damaged" };
  if (view.getInt32(20, true) !== sumOf(bytes)) return { error: "damaged" };
  const flags = view.getUint32(4, true);
  const validity: CacheValidity =
    flags & 1
      ? { kind: "hash", hash: bytes.slice(8, 16), checkSource: (flags & 2) !== 0 }
      : { kind: "timestamp", mtime: view.getUint32(8, true), size: view.getUint32(12, true) };
  return { code: readImage(bytes.subarray(HEADER_SIZE)), validity, error: null };
}
