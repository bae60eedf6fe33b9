import type { CodeObject } from "../code-object.js";
import { packCode, unpackCode } from "./packed-code.js";

/**
 * Number of the bytecode and image format. It changes whenever an instruction, its argument or the image changes, so
 * that files of another version are compiled again and never misread.
 */
export const MAGIC_NUMBER = 0xad02;

/** `_imp.pyc_magic_number_token`: the first four bytes of a cache file. */
export const MAGIC_TOKEN = 0x0a0d0000 | MAGIC_NUMBER;

/** Bytes in front of the packed code. */
const HEADER_SIZE = 16;

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

/**
 * Encodes a module for the cache. The first 16 bytes are laid out as in CPython's `.pyc` files (PEP 552): magic number,
 * flags, then time and size, or hash, of the source; then follows packed code, where CPython has marshal's.
 *
 * @returns null if the code can't be encoded
 */
export function writeCacheFile(code: CodeObject, validity: CacheValidity): Uint8Array | null {
  const packed = packCode(code);
  if (packed === null) return null;
  const bytes = new Uint8Array(HEADER_SIZE + packed.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC_TOKEN, true);
  if (validity.kind === "timestamp") {
    view.setUint32(8, validity.mtime >>> 0, true);
    view.setUint32(12, validity.size >>> 0, true);
  } else {
    view.setUint32(4, validity.checkSource ? 3 : 1, true);
    bytes.set(validity.hash.subarray(0, 8), 8);
  }
  bytes.set(packed, HEADER_SIZE);
  return bytes;
}

/**
 * Decodes a cache file. Whatever the bytes are, this gives code or a reason and never throws. A change in the first
 * 16 bytes makes another version of it, or one that is valid for another source.
 */
export function readCacheFile(bytes: Uint8Array): CacheFile {
  if (bytes.length < 4) return { error: "truncated" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(2, true) !== 0x0a0d) return { error: "not a cache file" };
  if (view.getUint16(0, true) !== MAGIC_NUMBER) return { error: "another version" };
  if (bytes.length < HEADER_SIZE) return { error: "truncated" };
  const packed = unpackCode(bytes.subarray(HEADER_SIZE));
  if (packed.error !== null) return { error: packed.error === "truncated" ? "truncated" : "damaged" };
  if (packed.length < bytes.length - HEADER_SIZE) return { error: "damaged" };
  const flags = view.getUint32(4, true);
  if (flags > 3 || flags === 2) return { error: "damaged" };
  const validity: CacheValidity =
    flags & 1
      ? { kind: "hash", hash: bytes.slice(8, 16), checkSource: (flags & 2) !== 0 }
      : { kind: "timestamp", mtime: view.getUint32(8, true), size: view.getUint32(12, true) };
  return { code: packed.code, validity, error: null };
}
