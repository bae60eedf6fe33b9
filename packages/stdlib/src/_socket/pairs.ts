import type { Result, ThreadState } from "@adder/objects";
import { attempt } from "../os-error.js";

/** `AF_UNIX` and `SOCK_STREAM`, in Linux's numbers. */
export const AF_UNIX = 1;
export const SOCK_STREAM = 1;

/**
 * The two ends of pairs of connected sockets, each made of two pipes. A socket has one descriptor, so the one that is
 * read from stands for both; this table has the other.
 */
export class SocketPairs {
  /** By the descriptor of an end: where it writes to, `undefined` once that is shut down. */
  private readonly writers = new Map<number, number | undefined>();

  static of(ts: ThreadState): SocketPairs {
    return ts.interp.state(SocketPairs, () => new SocketPairs());
  }

  /** Makes a pair. Raises OSError where the host has no pipes. @returns the descriptors of the ends */
  make(ts: ThreadState): Result<[number, number]> {
    const { files } = ts.interp.host;
    const there = attempt(ts, () => files.pipe());
    const back = there === null ? null : attempt(ts, () => files.pipe());
    if (there === null || back === null) return null;
    this.writers.set(back[0], there[1]);
    this.writers.set(there[0], back[1]);
    return [back[0], there[0]];
  }

  /** Is a descriptor that of an end? */
  has(fd: number): boolean {
    return this.writers.has(fd);
  }

  /** Where an end writes to; `undefined` for other descriptors, and once it is shut down. */
  writer(fd: number): number | undefined {
    return this.writers.get(fd);
  }

  /** Says the other end that no more comes. */
  shutDown(ts: ThreadState, fd: number): Result<true> {
    const writer = this.writers.get(fd);
    if (writer === undefined) return true;
    this.writers.set(fd, undefined);
    return attempt(ts, () => {
      ts.interp.host.files.close(writer);
      return true;
    });
  }

  /** Closes an end. */
  close(ts: ThreadState, fd: number): Result<true> {
    if (this.shutDown(ts, fd) === null) return null;
    this.writers.delete(fd);
    return attempt(ts, () => {
      ts.interp.host.files.close(fd);
      return true;
    });
  }

  /** Sets whether calls of an end wait. */
  setBlocking(ts: ThreadState, fd: number, blocking: boolean): Result<true> {
    const { files } = ts.interp.host;
    const writer = this.writers.get(fd);
    return attempt(ts, () => {
      files.setBlocking(fd, blocking);
      if (writer !== undefined) files.setBlocking(writer, blocking);
      return true;
    });
  }
}
