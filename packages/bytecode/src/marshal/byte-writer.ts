/** Bytes that grow as they are written, little-endian. */
export class ByteWriter {
  private bytes = new Uint8Array(4096);
  private view = new DataView(this.bytes.buffer);
  /** Bytes written so far. */
  length = 0;

  private reserve(count: number): number {
    const at = this.length;
    const end = at + count;
    if (end > this.bytes.length) {
      const grown = new Uint8Array(Math.max(end, this.bytes.length * 2));
      grown.set(this.bytes);
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
    }
    this.length = end;
    return at;
  }

  /** Appends one byte. */
  byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  /** Appends 16 bits. */
  short(value: number): void {
    const at = this.reserve(2);
    this.view.setUint16(at, value, true);
  }

  /** Appends 32 bits. */
  long(value: number): void {
    const at = this.reserve(4);
    this.view.setInt32(at, value, true);
  }

  /** Appends a number below 2 ** 31 in groups of seven bits, lowest first. */
  varint(value: number): void {
    for (; value > 0x7f; value >>>= 7) this.byte((value & 0x7f) | 0x80);
    this.byte(value);
  }

  /** Appends a double. */
  double(value: number): void {
    const at = this.reserve(8);
    this.view.setFloat64(at, value, true);
  }

  /** Appends bytes. */
  raw(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length);
    this.bytes.set(bytes, at);
  }

  /** Appends code units, low byte first on every machine. */
  units(units: Uint16Array): void {
    const at = this.reserve(units.length * 2);
    for (let i = 0; i < units.length; i++) this.view.setUint16(at + i * 2, units[i], true);
  }

  /** Appends a string that has one byte a character. */
  latin(text: string): void {
    const at = this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[at + i] = text.charCodeAt(i);
  }

  /** Overwrites 32 bits. */
  patch(at: number, value: number): void {
    this.view.setInt32(at, value, true);
  }

  /** What was written. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
