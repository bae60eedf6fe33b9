import { ByteWriter } from "../codecs/byte-writer.js";
import { textOfUnits } from "../str/py-str.js";

const DIGITS = "0123456789abcdef";

/** Hexadecimal text of bytes; `separator` stands between groups of |group| bytes, counted from the right, or from the left when negative. */
export function bytesToHex(bytes: Uint8Array, separator: string, group: number): string {
  const n = bytes.length;
  const size = Math.abs(group);
  const out = new ByteWriter(n * 2);
  for (let i = 0; i < n; i++) {
    if (size > 0 && i > 0 && (group > 0 ? n - i : i) % size === 0) out.push(separator.charCodeAt(0));
    out.push(DIGITS.charCodeAt(bytes[i] >> 4));
    out.push(DIGITS.charCodeAt(bytes[i] & 15));
  }
  return textOfUnits(out.finish());
}

/** The bytes that hexadecimal text spells, white space between them; else the position of the first wrong character, -1 for a missing digit at the end. */
export function hexToBytes(text: string): Uint8Array | number {
  const out = new ByteWriter(text.length >> 1);
  const digit = (i: number): number => DIGITS.indexOf(text.charAt(i).toLowerCase() || "?");
  for (let i = 0; i < text.length; ) {
    const c = text.charCodeAt(i);
    if (c === 32 || (c >= 9 && c <= 13)) {
      i++;
      continue;
    }
    const high = digit(i);
    if (high < 0) return i;
    if (i + 1 >= text.length) return -1;
    const low = digit(i + 1);
    if (low < 0) return i + 1;
    out.push(high * 16 + low);
    i += 2;
  }
  return out.finish();
}
