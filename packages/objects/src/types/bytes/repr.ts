/**
 * `repr` of bytes: `b'...'` with escapes.
 *
 * @param apostrophes whether each `'` is escaped, also between double quotes (as that of a bytearray does)
 */
export function bytesRepr(bytes: Uint8Array, apostrophes = false): string {
  const mark = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let out = `b${mark}`;
  for (const c of bytes) {
    if (c === 9) out += "\\t";
    else if (c === 10) out += "\\n";
    else if (c === 13) out += "\\r";
    else if (c === 92 || c === mark.charCodeAt(0) || (apostrophes && c === 39))
      out += `\\${String.fromCharCode(c)}`;
    else if (c < 32 || c >= 127) out += `\\x${c.toString(16).padStart(2, "0")}`;
    else out += String.fromCharCode(c);
  }
  return out + mark;
}
