import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type Str, strFromCodePoints } from "../str/py-str.js";
import { codePoints } from "../str/text.js";
import { ByteWriter } from "./byte-writer.js";
import { handleDecodeError, handleEncodeError } from "./errors.js";
import { asciiText } from "./utf8.js";

/** Encodes to ASCII (`limit` 128) or Latin-1 (256). */
export function encodeSingleByte(
  ts: ThreadState,
  s: Str,
  errors: string,
  limit: 128 | 256,
): Result<Uint8Array> {
  const encoding = limit === 128 ? "ascii" : "latin-1";
  const reason = `ordinal not in range(${limit})`;
  const points = codePoints(s);
  const out = new ByteWriter(points.length);
  for (let i = 0; i < points.length; ) {
    if (points[i] < limit) {
      out.push(points[i++]);
      continue;
    }
    let end = i + 1;
    while (end < points.length && points[end] >= limit) end++;
    const replaced = handleEncodeError(ts, errors, encoding, s, i, end, reason);
    if (replaced === null) return null;
    if (replaced.bytes !== null) for (const byte of replaced.bytes) out.push(byte);
    else if (replaced.text !== null) {
      for (let j = 0; j < replaced.text.length; j++) {
        if (replaced.text[j] >= limit)
          return handleEncodeError(ts, "strict", encoding, s, i, end, reason) as null;
        out.push(replaced.text[j]);
      }
    }
    i = replaced.next;
  }
  return out.finish();
}

/** Decodes ASCII (`limit` 128) or Latin-1 (256). */
export function decodeSingleByte(
  ts: ThreadState,
  given: Uint8Array,
  errors: string,
  limit: 128 | 256,
): Result<Str> {
  let bytes = given;
  if (limit === 256 || bytes.every((b) => b < 128)) return asciiText(bytes);
  const out: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    if (bytes[i] < 128) {
      out.push(bytes[i++]);
      continue;
    }
    const handled = handleDecodeError(ts, errors, "ascii", bytes, i, i + 1, "ordinal not in range(128)");
    if (handled === null) return null;
    for (let j = 0; j < handled.text.length; j++) out.push(handled.text[j]);
    i = handled.next;
    bytes = handled.bytes;
  }
  return strFromCodePoints(out);
}
