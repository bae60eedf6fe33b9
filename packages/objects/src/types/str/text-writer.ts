import { type Str, strFromCodePoints } from "./py-str.js";

/** Longest array of what is written last, in code points. */
const PART = 1 << 13;

/** Parts of a text that is longer than any string of the host. */
const MAX_PARTS = 1 << 16;

/** Code points collected one by one. An array of all those of a long text would be more than the host can bear. */
export class TextWriter {
  #last: number[] = [];
  readonly #parts: Uint32Array[] = [];

  /** Throws RangeError when the text is too long for the host. */
  push(codePoint: number): void {
    if (this.#last.push(codePoint) < PART) return;
    if (this.#parts.push(new Uint32Array(this.#last)) > MAX_PARTS)
      throw new RangeError("Invalid string length");
    this.#last = [];
  }

  pushAll(codePoints: ArrayLike<number>): void {
    for (let i = 0; i < codePoints.length; i++) this.push(codePoints[i]);
  }

  /** The number of code points so far. */
  get length(): number {
    return this.#parts.length * PART + this.#last.length;
  }

  /** The text so far. */
  finish(): Str {
    if (this.#parts.length === 0) return strFromCodePoints(this.#last);
    const all = new Uint32Array(this.length);
    let at = 0;
    for (const part of [...this.#parts, this.#last]) {
      all.set(part, at);
      at += PART;
    }
    return strFromCodePoints(all);
  }
}
