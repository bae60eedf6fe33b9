import { HostError } from "@adder/objects";

/** How much a pipe holds, in bytes. */
const CAPACITY = 65536;

/** A pipe between two parts of one program. There is nobody to wait for: what would wait for ever fails. */
export class MemoryPipe {
  readonly kind = "pipe";
  #bytes = new Uint8Array(0);
  /** How many open files read from it and write to it. */
  readers = 1;
  writers = 1;

  /** Is there something to read, the end included? */
  get readable(): boolean {
    return this.#bytes.length > 0 || this.writers === 0;
  }

  read(into: Uint8Array, blocking: boolean): number {
    if (into.length === 0) return 0;
    if (!this.readable) throw new HostError(blocking ? "EDEADLK" : "EAGAIN");
    const count = Math.min(into.length, this.#bytes.length);
    into.set(this.#bytes.subarray(0, count));
    this.#bytes = this.#bytes.slice(count);
    return count;
  }

  write(bytes: Uint8Array, blocking: boolean): number {
    if (this.readers === 0) throw new HostError("EPIPE");
    const room = CAPACITY - this.#bytes.length;
    if (bytes.length > room && blocking) throw new HostError("EDEADLK");
    const count = Math.min(bytes.length, room);
    if (count === 0 && bytes.length > 0) throw new HostError("EAGAIN");
    const grown = new Uint8Array(this.#bytes.length + count);
    grown.set(this.#bytes);
    grown.set(bytes.subarray(0, count), this.#bytes.length);
    this.#bytes = grown;
    return count;
  }
}
