import type { Result } from "../../core/object.js";
import type { ThreadState } from "../../core/thread-state.js";
import { type Str, textOfUnits } from "../str/py-str.js";
import { codePoints } from "../str/text.js";
import { TextWriter } from "../str/text-writer.js";
import { ByteWriter } from "./byte-writer.js";
import { encodeRun, handleDecodeError } from "./errors.js";

const isSurrogate = (c: number): boolean => c >= 0xd800 && c <= 0xdfff;

/** UTF-8 of a str. Surrogates go to the error handler. */
export function utf8Encode(ts: ThreadState, s: Str, errors: string): Result<Uint8Array> {
  const points = codePoints(s);
  const out = new ByteWriter(points.length + (points.length >> 1));
  for (let i = 0; i < points.length; ) {
    const c = points[i];
    if (isSurrogate(c)) {
      const reason = "surrogates not allowed";
      const next = encodeRun(ts, out, errors, "utf-8", s, i, 128, isSurrogate, reason);
      if (next === null) return null;
      i = next;
    } else {
      writeUtf8(out, c);
      i++;
    }
  }
  return out.finish();
}

/** Appends the UTF-8 form of a code point. */
export function writeUtf8(out: ByteWriter, c: number): void {
  if (c < 0x80) out.push(c);
  else if (c < 0x800) {
    out.push(0xc0 | (c >> 6));
    out.push(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out.push(0xe0 | (c >> 12));
    out.push(0x80 | ((c >> 6) & 63));
    out.push(0x80 | (c & 63));
  } else {
    out.push(0xf0 | (c >> 18));
    out.push(0x80 | ((c >> 12) & 63));
    out.push(0x80 | ((c >> 6) & 63));
    out.push(0x80 | (c & 63));
  }
}

/** A decoded text and how many bytes it took; fewer than all only when not `final`. */
export interface Decoded {
  readonly text: Str;
  readonly consumed: number;
}

/** Decodes UTF-8, refusing what CPython refuses: overlong forms, surrogates, code points beyond U+10FFFF. */
export function utf8Decode(
  ts: ThreadState,
  given: Uint8Array,
  errors: string,
  final: boolean,
): Result<Decoded> {
  let bytes = given;
  let n = bytes.length;
  let i = 0;
  while (i < n && bytes[i] < 128) i++;
  if (i === n) return { text: textOfUnits(bytes), consumed: n };
  const out = new TextWriter();
  for (let j = 0; j < i; j++) out.push(bytes[j]);
  while (i < n) {
    const b = bytes[i];
    if (b < 128) {
      out.push(b);
      i++;
      continue;
    }
    let need = 0;
    let low = 0x80;
    let high = 0xbf;
    if (b >= 0xc2 && b <= 0xdf) need = 1;
    else if (b >= 0xe0 && b <= 0xef) {
      need = 2;
      if (b === 0xe0) low = 0xa0;
      else if (b === 0xed) high = 0x9f;
    } else if (b >= 0xf0 && b <= 0xf4) {
      need = 3;
      if (b === 0xf0) low = 0x90;
      else if (b === 0xf4) high = 0x8f;
    }
    let end = i + 1;
    let reason = "invalid start byte";
    if (need > 0) {
      let c = need === 1 ? b & 31 : need === 2 ? b & 15 : b & 7;
      let k = 0;
      for (; k < need && end < n; k++, end++) {
        const next = bytes[end];
        if (next < (k === 0 ? low : 0x80) || next > (k === 0 ? high : 0xbf)) break;
        c = (c << 6) | (next & 63);
      }
      if (k === need) {
        out.push(c);
        i = end;
        continue;
      }
      // What a surrogate begins with may be a whole one with the next byte.
      const half = !final && b === 0xed && k === 0 && end + 1 === n;
      if (half && bytes[end] >= 0xa0 && bytes[end] <= 0xbf) break;
      if (end === n) {
        if (!final) break;
        reason = "unexpected end of data";
      } else reason = "invalid continuation byte";
    }
    const handled = handleDecodeError(ts, errors, "utf-8", bytes, i, end, reason);
    if (handled === null) return null;
    out.pushAll(handled.text);
    i = handled.next;
    bytes = handled.bytes;
    n = bytes.length;
  }
  return { text: out.finish(), consumed: i };
}
