/**
 * Memory for numbers that a pass needs only while it runs. Most units are small, and an array of its own for each of them
 * would cost more than the pass.
 */
export class Scratch {
  private words = new Int32Array(256);

  /** An array of at least `length` numbers, the first `length` of which are 0; valid until the next call. */
  zeros(length: number): Int32Array {
    if (length > this.words.length) this.words = new Int32Array(length * 2);
    else this.words.fill(0, 0, length);
    return this.words;
  }
}
