/** Tables are cut from chunks of so many bytes: most are shorter than what memory of their own would cost. */
const CHUNK = 16384;

/** A table without entries. */
export const EMPTY = new Uint8Array(0);

/** Writes byte tables one after another into memory that they share. */
export class ByteWriter {
  private bytes = EMPTY;
  /** The length of `bytes`, which is slow to ask for before the engine has compiled anything. */
  private capacity = 0;
  private start = 0;
  private end = 0;

  /** Appends one byte. */
  push(byte: number): void {
    if (this.end === this.capacity) this.renew();
    this.bytes[this.end++] = byte;
  }

  /** Goes on in another chunk, with what was written of the current table. */
  private renew(): void {
    const length = this.end - this.start;
    const bytes = new Uint8Array(Math.max(CHUNK, length * 2));
    bytes.set(this.bytes.subarray(this.start, this.end));
    this.bytes = bytes;
    this.capacity = bytes.length;
    this.start = 0;
    this.end = length;
  }

  /** What was written since the last call; nothing changes it any more. */
  take(): Uint8Array {
    const { start, end } = this;
    if (start === end) return EMPTY;
    this.start = end;
    return new Uint8Array(this.bytes.buffer, start, end - start);
  }
}

/** Writes the tables of code objects. */
export const tableWriter = new ByteWriter();
