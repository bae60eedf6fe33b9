import { ByteWriter } from "../codecs/byte-writer.js";
import { textOfUnits } from "../str/py-str.js";
import { escapeCodePoint } from "../str/repr.js";

/**
 * `repr` of bytes: `b'...'` with escapes.
 *
 * @param apostrophes whether each `'` is escaped, also between double quotes (as that of a bytearray does)
 */
export function bytesRepr(bytes: Uint8Array, apostrophes = false): string {
  const mark = bytes.includes(39) && !bytes.includes(34) ? 34 : 39;
  const out = new ByteWriter(bytes.length + 3);
  const push = (text: string): void => {
    for (let i = 0; i < text.length; i++) out.push(text.charCodeAt(i));
  };
  out.push(98);
  out.push(mark);
  for (const c of bytes) {
    if (c === 9) push("\\t");
    else if (c === 10) push("\\n");
    else if (c === 13) push("\\r");
    else if (c === 92 || c === mark || (apostrophes && c === 39)) push(`\\${String.fromCharCode(c)}`);
    else if (c < 32 || c >= 127) push(escapeCodePoint(c));
    else out.push(c);
  }
  out.push(mark);
  return textOfUnits(out.finish());
}
