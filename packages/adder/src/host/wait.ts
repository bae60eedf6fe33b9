const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Blocks the thread for some seconds. */
export function pause(seconds: number): void {
  Atomics.wait(sleeper, 0, 0, seconds * 1000);
}

/** Pauses between one look and the next, in seconds: short at first, longer the longer it takes. */
export class Patience {
  #next = 0.0002;

  wait(): void {
    pause(this.#next);
    this.#next = Math.min(this.#next * 1.5, 0.005);
  }
}
