/** Bytes that grow as they are written; one instance serves many tables in turn. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  /** Appends one byte. */
  push(byte: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = byte;
  }

  /** What was written since the last call, as an array of its own. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}
