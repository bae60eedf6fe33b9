import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import type { Str } from "../str/py-str.js";
import { codePoints } from "../str/text.js";
import { TextWriter } from "../str/text-writer.js";
import { ByteWriter } from "./byte-writer.js";
import { handleDecodeError, handleEncodeError, raiseEncodeError } from "./errors.js";
import type { Decoded } from "./utf8.js";

/** Byte order of UTF-16 and UTF-32: by mark (-> native, written with a mark), little or big. */
export type ByteOrder = "mark" | "le" | "be";

function unit(out: ByteWriter, value: number, width: 2 | 4, big: boolean): void {
  for (let i = 0; i < width; i++) out.push((value >>> (8 * (big ? width - 1 - i : i))) & 255);
}

function codePoint(out: ByteWriter, c: number, width: 2 | 4, big: boolean): void {
  if (width === 2 && c > 0xffff) {
    unit(out, 0xd7c0 + (c >> 10), 2, big);
    unit(out, 0xdc00 + (c & 0x3ff), 2, big);
  } else unit(out, c, width, big);
}

/** Encodes to UTF-16 (`width` 2) or UTF-32 (4). */
export function encodeWide(
  ts: ThreadState,
  s: Str,
  errors: string,
  width: 2 | 4,
  order: ByteOrder,
): Result<Uint8Array> {
  const encoding = `utf-${width * 8}${order === "mark" ? "" : `-${order}`}`;
  const big = order === "be";
  const points = codePoints(s);
  const out = new ByteWriter(points.length * width + width);
  if (order === "mark") unit(out, 0xfeff, width, big);
  for (let i = 0; i < points.length; ) {
    const c = points[i];
    if (c < 0xd800 || c > 0xdfff) {
      codePoint(out, c, width, big);
      i++;
      continue;
    }
    const replaced = handleEncodeError(ts, errors, encoding, s, i, i + 1, "surrogates not allowed");
    if (replaced === null) return null;
    const { bytes, text } = replaced;
    // What handlers put in is taken if it is whole units or ASCII.
    if (
      (bytes !== null && bytes.length % width !== 0) ||
      (text !== null && Array.from(text).some((p) => p >= 128))
    ) {
      return raiseEncodeError(ts, encoding, s, i, i + 1, "surrogates not allowed");
    }
    if (bytes !== null) for (const byte of bytes) out.push(byte);
    if (text !== null) for (let j = 0; j < text.length; j++) unit(out, text[j], width, big);
    i = replaced.next;
  }
  return out.finish();
}

/** Decodes UTF-16 or UTF-32; with order `mark` a byte-order mark is obeyed and dropped. The byte order is -1 for little, 1 for big, 0 without a mark. */
export function decodeWide(
  ts: ThreadState,
  given: Uint8Array,
  errors: string,
  width: 2 | 4,
  order: ByteOrder,
  final: boolean,
): Result<Decoded & { readonly byteOrder: -1 | 0 | 1 }> {
  let bytes = given;
  let big = order === "be";
  const read = (at: number): number => {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + bytes[at + (big ? i : width - 1 - i)];
    return value;
  };
  let i = 0;
  if (order === "mark" && bytes.length >= width) {
    if (read(0) === 0xfeff) i = width;
    else {
      big = true;
      if (read(0) === 0xfeff) i = width;
      else big = false;
    }
  }
  const byteOrder = order === "mark" && i === 0 ? 0 : big ? 1 : -1;
  const encoding = `utf-${width * 8}-${big ? "be" : "le"}`;
  const out = new TextWriter();
  let n = bytes.length;
  while (i < n) {
    let end = i + width;
    let reason: string | null = null;
    let c = 0;
    if (end > n) {
      if (!final) break;
      end = n;
      reason = "truncated data";
    } else {
      c = read(i);
      if (width === 2 && c >= 0xd800 && c <= 0xdfff) {
        if (c >= 0xdc00) reason = "illegal encoding";
        else if (end + 2 > n) {
          if (!final) break;
          end = n;
          reason = "unexpected end of data";
        } else {
          const low = read(end);
          if (low < 0xdc00 || low > 0xdfff) reason = "illegal UTF-16 surrogate";
          else {
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            end += 2;
          }
        }
      } else if (c > 0x10ffff) reason = "code point not in range(0x110000)";
      else if (c >= 0xd800 && c <= 0xdfff)
        reason = "code point in surrogate code point range(0xd800, 0xe000)";
    }
    if (reason === null) {
      out.push(c);
      i = end;
      continue;
    }
    const handled = handleDecodeError(ts, errors, encoding, bytes, i, end, reason);
    if (handled === null) return null;
    out.pushAll(handled.text);
    i = handled.next;
    bytes = handled.bytes;
    n = bytes.length;
  }
  return { text: out.finish(), consumed: i, byteOrder };
}
