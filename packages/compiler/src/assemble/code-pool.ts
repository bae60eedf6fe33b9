/** Code is cut from chunks of so many code units, unless it fills a good part of one. */
const CHUNK = 8192;

let chunk = new Uint16Array(0);
let used = 0;

/** Memory for `size` code units, all 0: much code is shorter than what memory of its own would cost. */
export function allocateCode(size: number): Uint16Array {
  if (size > CHUNK >> 2) return new Uint16Array(size);
  if (used + size > chunk.length) {
    chunk = new Uint16Array(CHUNK);
    used = 0;
  }
  const code = new Uint16Array(chunk.buffer, used * 2, size);
  used += size;
  return code;
}
