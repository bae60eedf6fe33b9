import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FileStat, HostError, type HostFiles } from "@adder/objects";
import type { InterruptSource } from "./interrupt-source.js";
import { Patience } from "./wait.js";

const { O_APPEND, O_NONBLOCK, O_RDONLY, O_SYNC, O_WRONLY } = fs.constants;
const O_ACCMODE = 3;

/** Numbers of Linux's drivers of character devices: `/dev/null` and the like; terminals, `/dev/tty`, and pseudo-terminals. */
const MEMORY_DEVICE = 1;
const TERMINALS: ReadonlySet<number> = new Set([4, 5, 136, 137, 138, 139, 140, 141, 142, 143]);

/** Highest descriptor that `dup2` may ask for. */
const LAST_DESCRIPTOR = 65535;

/** Runs a file operation; a failure of Node becomes the port's error. */
export function attempt<T>(operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    if (error instanceof HostError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new HostError(code?.startsWith("ERR_INVALID_ARG") ? "EINVAL" : (code ?? "EIO"));
  }
}

function toStat(stat: fs.BigIntStats): FileStat {
  return {
    mode: Number(stat.mode),
    ino: stat.ino,
    dev: stat.dev,
    nlink: Number(stat.nlink),
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    size: Number(stat.size),
    atimeNs: stat.atimeNs,
    mtimeNs: stat.mtimeNs,
    ctimeNs: stat.ctimeNs,
  };
}

const DOUBLE_NS = 1e9;

/** What is known of an open file; duplicates of a descriptor share it. */
interface OpenFile {
  /** Where a regular file is read and written next; `null` for what has no position. */
  position: number | null;
  readonly appending: boolean;
  /** Which end of a pipe it is. */
  readonly pipe: "read" | "write" | null;
  /** Do calls wait until they can do something? */
  blocking: boolean;
  /** What was taken out of a pipe and not asked for yet. */
  readonly ahead: Uint8Array[];
}

const openFile = (properties: Partial<OpenFile>): OpenFile => ({
  position: null,
  appending: false,
  pipe: null,
  blocking: true,
  ahead: [],
  ...properties,
});

/**
 * Files of the machine, through Node. Node keeps positions only for reads and writes without one, so they are kept here.
 * Pipes never block the thread in the system, so that Ctrl-C can end the waiting, and so that a program that waits until it can
 * write takes in meanwhile what its other pipes have: nobody waits for each other then.
 */
export class NodeFiles implements HostFiles {
  constructor(readonly interrupts: InterruptSource | null) {}

  /** Descriptors that were made here; those that came from outside join when they get a position. */
  readonly #open = new Map<number, OpenFile>();

  open(path: string, flags: number, mode: number): number {
    return attempt(() => {
      const fd = fs.openSync(path, flags, mode);
      const position = fs.fstatSync(fd).isFile() ? 0 : null;
      this.#open.set(fd, openFile({ position, appending: (flags & O_APPEND) !== 0 }));
      return fd;
    });
  }

  close(fd: number): void {
    attempt(() => fs.closeSync(fd));
    this.#open.delete(fd);
  }

  read(fd: number, into: Uint8Array, position: number | null): number {
    return attempt(() => {
      if (position !== null) return fs.readSync(fd, into, 0, into.length, position);
      const file = this.#open.get(fd);
      const at = file?.position ?? null;
      if (file === undefined || at === null) {
        if (file !== undefined && file.ahead.length > 0) return takeAhead(file, into);
        // This may wait for long: Ctrl-C is to end it.
        this.interrupts?.watch();
        return this.#readStream(fd, into, file?.blocking ?? true);
      }
      const count = fs.readSync(fd, into, 0, into.length, at);
      file.position = at + count;
      return count;
    });
  }

  /** Reads from a pipe or terminal. A non-blocking one that has nothing yet is waited for. */
  #readStream(fd: number, into: Uint8Array, blocking: boolean): number {
    for (const patience = new Patience(); ; patience.wait()) {
      // A signal that came before the system call, or while a stream that does not block is waited for, ends no call.
      if (this.interrupts?.pending) throw new HostError("EINTR");
      const count = this.#readOnce(fd, into);
      if (count !== undefined) return count;
      if (!blocking) throw new HostError("EAGAIN");
    }
  }

  /** {@link readNow}; when a signal has ended it, not before that is known. */
  #readOnce(fd: number, into: Uint8Array): number | undefined {
    try {
      return readNow(fd, into);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EINTR") this.#awaitInterrupt();
      throw error;
    }
  }

  /** The signal that has ended a system call is noted by another thread, which a busy machine lets run later. */
  #awaitInterrupt(): void {
    const latest = performance.now() + 1000;
    for (const patience = new Patience(); this.interrupts?.pending === false; patience.wait()) {
      if (performance.now() > latest) return;
    }
  }

  write(fd: number, bytes: Uint8Array, position: number | null): number {
    return attempt(() => {
      if (position !== null) return fs.writeSync(fd, bytes, 0, bytes.length, position);
      const file = this.#open.get(fd);
      if (file === undefined || file.position === null) {
        return this.#writeStream(fd, bytes, file?.blocking ?? true);
      }
      const at = file.appending ? fs.fstatSync(fd).size : file.position;
      const count = fs.writeSync(fd, bytes, 0, bytes.length, file.appending ? null : at);
      file.position = at + count;
      return count;
    });
  }

  /** Writes to a pipe or terminal. A non-blocking one that is full is waited for. */
  #writeStream(fd: number, bytes: Uint8Array, blocking: boolean): number {
    let written = 0;
    for (let patience = new Patience(); ; ) {
      const count = writeNow(fd, written === 0 ? bytes : bytes.subarray(written));
      written += count ?? 0;
      if (written === bytes.length) return written;
      if (!blocking) {
        if (count === undefined) throw new HostError("EAGAIN");
        return written;
      }
      if (count !== undefined) patience = new Patience();
      this.#readAhead();
      patience.wait();
    }
  }

  /** Takes in what pipes have. */
  #readAhead(): void {
    for (const [fd, file] of this.#open) if (file.pipe === "read") fillAhead(fd, file);
  }

  seek(fd: number, offset: number, whence: 0 | 1 | 2): number {
    return attempt(() => {
      const stat = fs.fstatSync(fd);
      if (!stat.isFile() && !stat.isDirectory()) throw new HostError("ESPIPE");
      let file = this.#open.get(fd);
      const from = whence === 0 ? 0 : whence === 1 ? (file?.position ?? 0) : stat.size;
      const at = from + offset;
      if (at < 0) throw new HostError("EINVAL");
      // A descriptor that came from outside goes on where others left it: merely asking must not move it.
      if (whence === 1 && offset === 0 && file === undefined) return at;
      if (file === undefined) {
        file = openFile({});
        this.#open.set(fd, file);
      }
      file.position = at;
      return at;
    });
  }

  truncate(fd: number, length: number): void {
    attempt(() => fs.ftruncateSync(fd, length));
  }
  fsync(fd: number): void {
    attempt(() => fs.fsyncSync(fd));
  }
  isatty(fd: number): boolean {
    return attempt(() => {
      const stat = fs.fstatSync(fd);
      return stat.isCharacterDevice() && isTerminal(fd, stat.rdev);
    });
  }
  stat(path: string): FileStat {
    return attempt(() => toStat(fs.statSync(path, { bigint: true })));
  }
  lstat(path: string): FileStat {
    return attempt(() => toStat(fs.lstatSync(path, { bigint: true })));
  }
  fstat(fd: number): FileStat {
    return attempt(() => toStat(fs.fstatSync(fd, { bigint: true })));
  }
  listdir(path: string): string[] {
    return attempt(() => fs.readdirSync(path));
  }
  mkdir(path: string, mode: number): void {
    attempt(() => fs.mkdirSync(path, { mode }));
  }
  rmdir(path: string): void {
    attempt(() => fs.rmdirSync(path));
  }
  unlink(path: string): void {
    attempt(() => fs.unlinkSync(path));
  }
  rename(from: string, to: string): void {
    attempt(() => fs.renameSync(from, to));
  }
  link(from: string, to: string): void {
    attempt(() => fs.linkSync(from, to));
  }
  symlink(target: string, path: string): void {
    attempt(() => fs.symlinkSync(target, path));
  }
  readlink(path: string): string {
    return attempt(() => fs.readlinkSync(path));
  }
  chmod(path: string, mode: number): void {
    attempt(() => fs.chmodSync(path, mode));
  }
  utime(path: string, atimeNs: bigint, mtimeNs: bigint): void {
    attempt(() => fs.utimesSync(path, Number(atimeNs) / DOUBLE_NS, Number(mtimeNs) / DOUBLE_NS));
  }
  access(path: string, mode: number): boolean {
    try {
      fs.accessSync(path, mode);
      return true;
    } catch {
      return false;
    }
  }
  getcwd(): string {
    return attempt(() => process.cwd());
  }
  chdir(path: string): void {
    attempt(() => process.chdir(path));
  }

  /** Node can't make a pipe, but a named one whose name is removed as soon as both ends are open is the same. */
  pipe(): [number, number] {
    return attempt(() => {
      const folder = fs.mkdtempSync(join(tmpdir(), "adder-pipe-"));
      try {
        const name = join(folder, "pipe");
        const made = process.getBuiltinModule("node:child_process").spawnSync("mkfifo", [name]);
        if (made.status !== 0) throw new HostError("ENOSYS");
        const reading = fs.openSync(name, O_RDONLY | O_NONBLOCK);
        const writing = fs.openSync(name, O_WRONLY | O_NONBLOCK);
        this.#open.set(reading, openFile({ pipe: "read" }));
        this.#open.set(writing, openFile({ pipe: "write" }));
        return [reading, writing];
      } finally {
        fs.rmSync(folder, { recursive: true });
      }
    });
  }

  /** Node can't duplicate a descriptor, but Linux opens the file of one again, and positions are kept here. */
  dup(fd: number, target?: number): number {
    return attempt(() => {
      fs.fstatSync(fd);
      if (target === fd) return fd;
      if (target === undefined) return this.#share(fd, reopen(fd));
      if (target < 0 || target > LAST_DESCRIPTOR) throw new HostError("EBADF");
      if (isOpen(target)) {
        // Node has descriptors of its own, which the program does not know.
        if (target > 2 && !this.#open.has(target)) throw new HostError("EBUSY");
        this.close(target);
      }
      // A file gets the lowest descriptor that is free: those below the target are taken for a moment.
      const below: number[] = [];
      try {
        for (let copy = reopen(fd); ; copy = reopen(fd)) {
          if (copy === target) return this.#share(fd, copy);
          below.push(copy);
          if (copy > target) throw new HostError("EBUSY");
        }
      } finally {
        for (const copy of below) fs.closeSync(copy);
      }
    });
  }

  #share(fd: number, copy: number): number {
    let file = this.#open.get(fd);
    if (file === undefined) {
      file = openFile({});
      this.#open.set(fd, file);
    }
    this.#open.set(copy, file);
    return copy;
  }

  isBlocking(fd: number): boolean {
    attempt(() => fs.fstatSync(fd));
    return this.#open.get(fd)?.blocking ?? true;
  }

  /** Only of pipes that were made here: what the system thinks of a descriptor can't be changed through Node. */
  setBlocking(fd: number, blocking: boolean): void {
    const file = this.#open.get(fd);
    if (file !== undefined && (file.pipe !== null || file.position !== null)) file.blocking = blocking;
    else if (this.isBlocking(fd) !== blocking) throw new HostError("ENOTSUP");
  }

  isReadable(fd: number): boolean {
    attempt(() => fs.fstatSync(fd));
    const file = this.#open.get(fd);
    if (file?.pipe !== "read") return true;
    return file.ahead.length > 0 || fillAhead(fd, file) !== undefined;
  }

  /** A descriptor for another process, which must wait in the system and go on where this one is; to be closed if it is new. */
  lend(fd: number): number {
    return attempt(() => {
      const file = this.#open.get(fd);
      if (file === undefined) return fd;
      if (file.pipe !== null) {
        // Opening one end waits until somebody has the other.
        const [own, other] = file.pipe === "read" ? [O_RDONLY, O_WRONLY] : [O_WRONLY, O_RDONLY];
        const path = `/proc/self/fd/${fd}`;
        const opposite = fs.openSync(path, other | O_NONBLOCK);
        try {
          return fs.openSync(path, own);
        } finally {
          fs.closeSync(opposite);
        }
      }
      if (!file.position) return fd;
      const flags = statusFlags(fd);
      if ((flags & O_ACCMODE) !== O_RDONLY) {
        return fs.openSync(`/proc/self/fd/${fd}`, flags | O_APPEND);
      }
      const copy = reopen(fd);
      fs.readSync(copy, new Uint8Array(file.position), 0, file.position, null);
      return copy;
    });
  }
}

/** A piece of what was read ahead. */
function takeAhead(file: OpenFile, into: Uint8Array): number {
  const [first] = file.ahead;
  const count = Math.min(first.length, into.length);
  into.set(first.subarray(0, count));
  if (count === first.length) file.ahead.shift();
  else file.ahead[0] = first.subarray(count);
  return count;
}

/** Takes a piece out of a pipe. @returns its length, 0 at the end, `undefined` if there is nothing yet */
function fillAhead(fd: number, file: OpenFile): number | undefined {
  const bytes = new Uint8Array(65536);
  const count = readNow(fd, bytes);
  if (count !== undefined && count > 0) file.ahead.push(bytes.slice(0, count));
  return count;
}

/** Reads once. @returns `undefined` if there is nothing yet */
function readNow(fd: number, into: Uint8Array): number | undefined {
  try {
    return fs.readSync(fd, into, 0, into.length, null);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EOF") return 0;
    if (code !== "EAGAIN") throw error;
    return undefined;
  }
}

/** Writes once. @returns `undefined` if there is no room */
function writeNow(fd: number, bytes: Uint8Array): number | undefined {
  try {
    return fs.writeSync(fd, bytes, 0, bytes.length, null);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    return undefined;
  }
}

function isOpen(fd: number): boolean {
  try {
    fs.fstatSync(fd);
    return true;
  } catch {
    return false;
  }
}

/** How a descriptor is open, as Linux tells: what counts when its file is opened again. */
function statusFlags(fd: number): number {
  const text = /^flags:\s*([0-7]+)/m.exec(fs.readFileSync(`/proc/self/fdinfo/${fd}`, "utf8"))?.[1];
  if (text === undefined) throw new HostError("ENOSYS");
  return Number.parseInt(text, 8) & (O_ACCMODE | O_APPEND | O_NONBLOCK | O_SYNC);
}

function reopen(fd: number): number {
  if (process.platform !== "linux") throw new HostError("ENOSYS");
  return fs.openSync(`/proc/self/fd/${fd}`, statusFlags(fd));
}

/** Is a character device a terminal? */
function isTerminal(fd: number, device: number): boolean {
  // Linux tells by the number of the driver (its Documentation/admin-guide/devices.txt): asking Node loads its streams.
  const driver = process.platform === "linux" ? (device >> 8) & 0xfff : null;
  if (driver === MEMORY_DEVICE) return false;
  if (driver !== null && TERMINALS.has(driver)) return true;
  // Of the standard descriptors Node can tell; any other device is taken for no terminal.
  if (fd === 0) return process.stdin.isTTY === true;
  if (fd === 1) return process.stdout.isTTY === true;
  if (fd === 2) return process.stderr.isTTY === true;
  return false;
}
