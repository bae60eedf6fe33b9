import type { InterruptSource } from "./interrupt-source.js";

/**
 * Memory through which an interpreter is interrupted: any thread that has it may set the flag. Where the platform has no
 * shared memory (pages that are not isolated), only the interpreter's own thread can, from a function that Python calls.
 */
export type InterruptBuffer = SharedArrayBuffer | ArrayBuffer;

/** Memory for {@link interrupt}. */
export function interruptBuffer(): InterruptBuffer {
  return typeof SharedArrayBuffer === "undefined" ? new ArrayBuffer(4) : new SharedArrayBuffer(4);
}

/**
 * Interrupts the interpreter that looks at this memory, from any thread: KeyboardInterrupt is raised in the Python code that it
 * executes, or its handler of SIGINT called, as Ctrl-C does on the command line.
 */
export function interrupt(buffer: InterruptBuffer): void {
  const flag = new Int32Array(buffer);
  Atomics.store(flag, 0, 1);
}

/** An interrupt by a flag in memory. */
export class InterruptFlag implements InterruptSource {
  readonly #flag: Int32Array;

  constructor(readonly buffer: InterruptBuffer) {
    this.#flag = new Int32Array(buffer);
  }

  watch(): void {}

  get pending(): boolean {
    return Atomics.load(this.#flag, 0) !== 0;
  }

  take(): boolean {
    return this.pending && Atomics.exchange(this.#flag, 0, 0) !== 0;
  }
}
