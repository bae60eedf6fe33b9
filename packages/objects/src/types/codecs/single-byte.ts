import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type Str, textOfUnits } from "../str/py-str.js";
import { codePoints } from "../str/text.js";
import { TextWriter } from "../str/text-writer.js";
import { ByteWriter } from "./byte-writer.js";
import { encodeRun, handleDecodeError } from "./errors.js";

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
  const refuses = (c: number): boolean => c >= limit;
  for (let i = 0; i < points.length; ) {
    if (points[i] < limit) {
      out.push(points[i++]);
      continue;
    }
    const next = encodeRun(ts, out, errors, encoding, s, i, limit, refuses, reason);
    if (next === null) return null;
    i = next;
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
  if (limit === 256 || bytes.every((b) => b < 128)) return textOfUnits(bytes);
  const out = new TextWriter();
  for (let i = 0; i < bytes.length; ) {
    if (bytes[i] < 128) {
      out.push(bytes[i++]);
      continue;
    }
    const handled = handleDecodeError(ts, errors, "ascii", bytes, i, i + 1, "ordinal not in range(128)");
    if (handled === null) return null;
    out.pushAll(handled.text);
    i = handled.next;
    bytes = handled.bytes;
  }
  return out.finish();
}
