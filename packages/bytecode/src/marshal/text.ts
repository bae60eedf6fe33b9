/** Code points of a well-formed string. */
function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

/** Whether a string is ASCII. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** UTF-8 of code points, lone surrogates included (Python's `surrogatepass`). */
export function encodeUtf8(text: string | readonly number[]): Uint8Array {
  const out: number[] = [];
  for (const point of typeof text === "string" ? codePointsOf(text) : text) {
    if (point < 0x80) out.push(point);
    else if (point < 0x800) out.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) out.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else {
      out.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      );
    }
  }
  return Uint8Array.from(out);
}

/** Bytes as a string of one character each. */
export function decodeLatin(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  // Calls with very many arguments overflow the host's stack.
  for (let at = start; at < end; at += 4096) {
    const chunk = bytes.subarray(at, Math.min(at + 4096, end));
    text += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return text;
}

/**
 * Decodes UTF-8 with lone surrogates allowed.
 *
 * @returns a string, code points when there are lone surrogates, null when the bytes are not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | number[] | null {
  const points: number[] = [];
  let lone = false;
  for (let at = start; at < end; ) {
    const first = bytes[at++];
    if (first < 0x80) {
      points.push(first);
      continue;
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4 || at + more > end) return null;
    let point = first & (0x3f >> more);
    for (let i = 0; i < more; i++) {
      const next = bytes[at++];
      if ((next & 0xc0) !== 0x80) return null;
      point = (point << 6) | (next & 0x3f);
    }
    if (point < (more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000) || point > 0x10ffff) return null;
    if (point >= 0xd800 && point <= 0xdfff) lone = true;
    points.push(point);
  }
  if (lone) return points;
  let text = "";
  for (const point of points) text += String.fromCodePoint(point);
  return text;
}
