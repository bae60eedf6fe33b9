import * as fs from "node:fs";
import { type FileStat, type Host, HostError, type HostFiles } from "@adder/objects";
import type { InterruptSource } from "./interrupt-source.js";
import { nodeMemory } from "./node-memory.js";

/** Runs a file operation; a failure of Node becomes the port's error. */
function attempt<T>(operation: () => T): T {
  try {
    return operation();
  } catch (error) {
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

/** Files of the machine, through Node. Node keeps positions only for reads and writes without one, so they are kept here. */
class NodeFiles implements HostFiles {
  constructor(readonly interrupts: InterruptSource | null) {}

  /** Position of each open regular file; descriptors that are not here (terminals, pipes) have none. */
  readonly #positions = new Map<number, number>();
  /** Descriptors opened with O_APPEND. */
  readonly #appending = new Set<number>();

  open(path: string, flags: number, mode: number): number {
    return attempt(() => {
      const fd = fs.openSync(path, flags, mode);
      if (fs.fstatSync(fd).isFile()) this.#positions.set(fd, 0);
      if ((flags & fs.constants.O_APPEND) !== 0) this.#appending.add(fd);
      return fd;
    });
  }

  close(fd: number): void {
    attempt(() => fs.closeSync(fd));
    this.#positions.delete(fd);
    this.#appending.delete(fd);
  }

  read(fd: number, into: Uint8Array, position: number | null): number {
    return attempt(() => {
      if (position !== null) return fs.readSync(fd, into, 0, into.length, position);
      const at = this.#positions.get(fd);
      if (at === undefined) {
        // This may wait for long: Ctrl-C is to end it.
        this.interrupts?.watch();
        return readStream(fd, into, this.interrupts ?? null);
      }
      const count = fs.readSync(fd, into, 0, into.length, at);
      this.#positions.set(fd, at + count);
      return count;
    });
  }

  write(fd: number, bytes: Uint8Array, position: number | null): number {
    return attempt(() => {
      if (position !== null) return fs.writeSync(fd, bytes, 0, bytes.length, position);
      let at = this.#positions.get(fd);
      if (at === undefined) return writeStream(fd, bytes);
      if (this.#appending.has(fd)) at = fs.fstatSync(fd).size;
      const count = fs.writeSync(fd, bytes, 0, bytes.length, this.#appending.has(fd) ? null : at);
      this.#positions.set(fd, at + count);
      return count;
    });
  }

  seek(fd: number, offset: number, whence: 0 | 1 | 2): number {
    return attempt(() => {
      const stat = fs.fstatSync(fd);
      if (!stat.isFile() && !stat.isDirectory()) throw new HostError("ESPIPE");
      const from = whence === 0 ? 0 : whence === 1 ? (this.#positions.get(fd) ?? 0) : stat.size;
      const at = from + offset;
      if (at < 0) throw new HostError("EINVAL");
      // A descriptor that came from outside goes on where others left it: merely asking must not move it.
      if (whence !== 1 || offset !== 0 || this.#positions.has(fd)) this.#positions.set(fd, at);
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
    return attempt(() => fs.fstatSync(fd).isCharacterDevice() && isTerminal(fd));
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
}

/** Fills an array from the system's device; `false` where there is none. */
function readRandomDevice(into: Uint8Array): boolean {
  try {
    const fd = fs.openSync("/dev/urandom", "r");
    try {
      return fs.readSync(fd, into, 0, into.length, null) === into.length;
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    return false;
  }
}

/** Of the standard descriptors Node can tell; any other character device is taken for no terminal. */
function isTerminal(fd: number): boolean {
  if (fd === 0) return process.stdin.isTTY === true;
  if (fd === 1) return process.stdout.isTTY === true;
  if (fd === 2) return process.stderr.isTTY === true;
  return false;
}

/** Reads from a pipe or terminal. A non-blocking one that has nothing yet is waited for. */
function readStream(fd: number, into: Uint8Array, interrupts: InterruptSource | null): number {
  while (true) {
    // A signal that came before the system call, or while a stream that does not block is waited for, ends no call.
    if (interrupts?.pending) throw new HostError("EINTR");
    try {
      return fs.readSync(fd, into, 0, into.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      pause(0.005);
    }
  }
}

/** Writes to a pipe or terminal. A non-blocking one that is full is waited for. */
function writeStream(fd: number, bytes: Uint8Array): number {
  while (true) {
    try {
      return fs.writeSync(fd, bytes, 0, bytes.length, null);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      pause(0.002);
    }
  }
}

/** Longest sleep in which Ctrl-C goes unnoticed, in seconds. */
const LISTENING = 0.05;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

function pause(seconds: number): void {
  Atomics.wait(sleeper, 0, 0, seconds * 1000);
}

/** Options of {@link NodeHost}. */
export interface NodeHostOptions {
  /** Where Ctrl-C is noticed: sleeping ends early then. Left to the process when absent. */
  readonly interrupts?: InterruptSource;
  /** Environment variables; those of the process when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The machine that Node runs on: its files, clocks, environment and standard streams. */
export class NodeHost implements Host {
  readonly files: HostFiles;
  readonly memory = nodeMemory;
  readonly platform: string = process.platform;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #interrupts: InterruptSource | null;

  constructor(options: NodeHostOptions = {}) {
    this.#interrupts = options.interrupts ?? null;
    this.files = new NodeFiles(this.#interrupts);
    this.#env = options.env ?? process.env;
  }

  time(): bigint {
    // The high-resolution clock counted from the epoch: microseconds and better.
    return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n;
  }
  monotonic(): bigint {
    return process.hrtime.bigint();
  }
  cpuTime(): bigint {
    const { user, system } = process.cpuUsage();
    return BigInt(user + system) * 1000n;
  }
  sleep(seconds: number): void {
    const interrupts = this.#interrupts;
    if (interrupts === null) {
      pause(seconds);
      return;
    }
    interrupts.watch();
    const end = performance.now() + seconds * 1000;
    while (!interrupts.pending) {
      const left = (end - performance.now()) / 1000;
      if (left <= 0) return;
      pause(Math.min(left, LISTENING));
    }
  }
  random(into: Uint8Array): void {
    // A key for hashes is wanted at every start, and Node takes several milliseconds to load its cryptography.
    if (into.length <= 64 && readRandomDevice(into)) return;
    for (let i = 0; i < into.length; i += 65536) crypto.getRandomValues(into.subarray(i, i + 65536));
  }
  environ(): ReadonlyMap<string, string> {
    const map = new Map<string, string>();
    for (const [name, value] of Object.entries(this.#env)) if (value !== undefined) map.set(name, value);
    return map;
  }
  pid(): number {
    return process.pid;
  }
  exit(code: number): never {
    process.exit(code & 0xff);
  }
  localZone(seconds: number): { offset: number; name: string; isDst: boolean } {
    return localZone(seconds);
  }
}

/** The formatter for zone names, which takes tens of milliseconds to make: only zones other than UTC need it. */
let zoneNames: Intl.DateTimeFormat | null = null;

/** The local time zone at a moment, from the host's own zone data. */
export function localZone(seconds: number): { offset: number; name: string; isDst: boolean } {
  const date = new Date(seconds * 1000);
  const year = date.getFullYear();
  const offset = -date.getTimezoneOffset() * 60;
  const winter = -new Date(year, 0, 1).getTimezoneOffset() * 60;
  const summer = -new Date(year, 6, 1).getTimezoneOffset() * 60;
  if (offset === 0 && winter === 0 && summer === 0) return { offset, name: "UTC", isDst: false };
  zoneNames ??= new Intl.DateTimeFormat("en-US", { timeZoneName: "short" });
  const name = zoneNames.formatToParts(date).find((part) => part.type === "timeZoneName")?.value ?? "";
  return { offset, name, isDst: offset !== Math.min(winter, summer) };
}
