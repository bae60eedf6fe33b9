import { inCategory, upperUnicode } from "./characters.js";
import { Op } from "./opcodes.js";

/** Is a code point in the character set whose program begins at `at` (CPython `SRE(charset)`)? */
export function inCharset(code: Int32Array, at: number, c: number): boolean {
  let i = at;
  let ok = true;
  for (;;) {
    switch (code[i++]) {
      case Op.FAILURE:
        return !ok;
      case Op.LITERAL:
        if (c === code[i]) return ok;
        i++;
        break;
      case Op.CATEGORY:
        if (inCategory(code[i], c)) return ok;
        i++;
        break;
      case Op.CHARSET:
        if (c < 256 && ((code[i + (c >> 5)] >>> (c & 31)) & 1) === 1) return ok;
        i += 8;
        break;
      case Op.RANGE:
        if (code[i] <= c && c <= code[i + 1]) return ok;
        i += 2;
        break;
      case Op.RANGE_UNI_IGNORE: {
        if (code[i] <= c && c <= code[i + 1]) return ok;
        const upper = upperUnicode(c);
        if (code[i] <= upper && upper <= code[i + 1]) return ok;
        i += 2;
        break;
      }
      case Op.NEGATE:
        ok = !ok;
        break;
      case Op.BIGCHARSET: {
        // 256 bytes that name a block for each high byte, then blocks of 256 bits.
        const blocks = code[i++];
        if (c < 0x10000) {
          const high = c >> 8;
          const block = (code[i + (high >> 2)] >>> ((high & 3) * 8)) & 255;
          const word = code[i + 64 + block * 8 + ((c & 255) >> 5)];
          if (((word >>> (c & 31)) & 1) === 1) return ok;
        }
        i += 64 + blocks * 8;
        break;
      }
      default:
        return false;
    }
  }
}

/** Remembers for the first 256 code points whether they are in a set: a byte each, 0 while not asked. */
export class CharsetCache {
  private readonly answers = new Uint8Array(256);

  constructor(
    private readonly code: Int32Array,
    private readonly at: number,
  ) {}

  has(c: number): boolean {
    if (c > 255) return inCharset(this.code, this.at, c);
    const known = this.answers[c];
    if (known !== 0) return known === 2;
    const found = inCharset(this.code, this.at, c);
    this.answers[c] = found ? 2 : 1;
    return found;
  }
}
