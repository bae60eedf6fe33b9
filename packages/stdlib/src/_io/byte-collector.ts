import { concatBytes } from "./common.js";

/** Bytes collected in parts. */
export class ByteCollector {
  readonly #parts: Uint8Array[] = [];
  length = 0;

  /** Adds a part, which must not change afterwards. */
  add(part: Uint8Array): void {
    this.#parts.push(part);
    this.length += part.length;
  }

  /** All bytes. */
  finish(): Uint8Array {
    return this.#parts.length === 0 ? new Uint8Array(0) : concatBytes(this.#parts);
  }
}
