import { type FileStat, type Host, HostError, type HostFiles } from "@adder/objects";
import { MemoryPipe } from "./memory-pipe.js";

/** Options of {@link MemoryHost}. */
export interface MemoryHostOptions {
  /** Files by absolute path; text is stored as UTF-8. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Folder {
  readonly kind: "folder";
  readonly entries: Map<string, Entry>;
  readonly ino: bigint;
  mtime: bigint;
}

interface File {
  readonly kind: "file";
  bytes: Uint8Array;
  readonly ino: bigint;
  mtime: bigint;
}

type Entry = Folder | File;

interface OpenFile {
  readonly file: File | MemoryPipe;
  position: number;
  readonly append: boolean;
  /** Is it open for writing? Counts for pipes. */
  readonly writing: boolean;
  blocking: boolean;
  /** How many descriptors share it. */
  users: number;
}

const O_ACCMODE = 3;
const O_CREAT = 0x40;
const O_EXCL = 0x80;
const O_TRUNC = 0x200;
const O_APPEND = 0x400;

/** A file system in memory: what a browser or a sandbox gives an interpreter. */
class MemoryFiles implements HostFiles {
  #nextIno = 1n;
  readonly #root: Folder = this.#folder();
  readonly #open = new Map<number, OpenFile>();
  #cwd = "/";

  #folder(): Folder {
    return { kind: "folder", entries: new Map(), ino: this.#nextIno++, mtime: now() };
  }

  /** Names on the way to a path, `.` and `..` resolved. */
  #parts(path: string): string[] {
    const out: string[] = [];
    for (const part of (path.startsWith("/") ? path : `${this.#cwd}/${path}`).split("/")) {
      if (part === "" || part === ".") continue;
      if (part === "..") out.pop();
      else out.push(part);
    }
    return out;
  }

  #find(path: string): Entry {
    let entry: Entry = this.#root;
    for (const part of this.#parts(path)) {
      if (entry.kind === "file") throw new HostError("ENOTDIR");
      const next = entry.entries.get(part);
      if (next === undefined) throw new HostError("ENOENT");
      entry = next;
    }
    return entry;
  }

  /** The folder that holds a path's last name, and that name. */
  #parent(path: string): [Folder, string] {
    const parts = this.#parts(path);
    const name = parts.pop();
    if (name === undefined) throw new HostError("EBUSY");
    const folder = this.#find(`/${parts.join("/")}`);
    if (folder.kind === "file") throw new HostError("ENOTDIR");
    return [folder, name];
  }

  /** Stores a file, making the folders on its way. */
  store(path: string, bytes: Uint8Array): void {
    const parts = this.#parts(path);
    const name = parts.pop() as string;
    let folder = this.#root;
    for (const part of parts) {
      let next = folder.entries.get(part);
      if (next === undefined) {
        next = this.#folder();
        folder.entries.set(part, next);
      }
      if (next.kind === "file") throw new HostError("ENOTDIR");
      folder = next;
    }
    folder.entries.set(name, { kind: "file", bytes, ino: this.#nextIno++, mtime: now() });
  }

  open(path: string, flags: number): number {
    let entry: Entry;
    try {
      entry = this.#find(path);
      if ((flags & O_CREAT) !== 0 && (flags & O_EXCL) !== 0) throw new HostError("EEXIST");
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== "ENOENT" || (flags & O_CREAT) === 0) throw error;
      const [folder, name] = this.#parent(path);
      entry = { kind: "file", bytes: new Uint8Array(0), ino: this.#nextIno++, mtime: now() };
      folder.entries.set(name, entry);
      folder.mtime = now();
    }
    if (entry.kind === "folder") throw new HostError("EISDIR");
    if ((flags & O_TRUNC) !== 0) entry.bytes = new Uint8Array(0);
    return this.#enter(entry, (flags & O_ACCMODE) !== 0, (flags & O_APPEND) !== 0);
  }

  /** A new descriptor. */
  #enter(file: File | MemoryPipe, writing: boolean, append = false): number {
    const fd = this.#free();
    this.#open.set(fd, { file, position: 0, append, writing, blocking: true, users: 1 });
    return fd;
  }

  #free(): number {
    let fd = 3;
    while (this.#open.has(fd)) fd++;
    return fd;
  }

  #descriptor(fd: number): OpenFile {
    const open = this.#open.get(fd);
    if (open === undefined) throw new HostError("EBADF");
    return open;
  }

  /** A descriptor of a file that has a position. */
  #seekable(fd: number): OpenFile & { file: File } {
    const open = this.#descriptor(fd);
    if (open.file.kind === "pipe") throw new HostError("ESPIPE");
    return open as OpenFile & { file: File };
  }

  close(fd: number): void {
    const open = this.#descriptor(fd);
    this.#open.delete(fd);
    if (--open.users > 0 || open.file.kind !== "pipe") return;
    if (open.writing) open.file.writers--;
    else open.file.readers--;
  }
  pipe(): [number, number] {
    const pipe = new MemoryPipe();
    return [this.#enter(pipe, false), this.#enter(pipe, true)];
  }
  dup(fd: number, target = this.#free()): number {
    const open = this.#descriptor(fd);
    if (target === fd) return fd;
    if (target < 0) throw new HostError("EBADF");
    if (this.#open.has(target)) this.close(target);
    open.users++;
    this.#open.set(target, open);
    return target;
  }
  isBlocking(fd: number): boolean {
    return this.#open.get(fd)?.blocking ?? true;
  }
  setBlocking(fd: number, blocking: boolean): void {
    this.#descriptor(fd).blocking = blocking;
  }
  isReadable(fd: number): boolean {
    const file = this.#open.get(fd)?.file;
    return file?.kind !== "pipe" || file.readable;
  }
  read(fd: number, into: Uint8Array, position: number | null): number {
    if (fd === 0 && !this.#open.has(0)) return 0;
    const stream = this.#descriptor(fd);
    if (stream.file.kind === "pipe") {
      if (stream.writing) throw new HostError("EBADF");
      return stream.file.read(into, stream.blocking);
    }
    const open = this.#seekable(fd);
    const at = position ?? open.position;
    const piece = open.file.bytes.subarray(at, at + into.length);
    into.set(piece);
    if (position === null) open.position += piece.length;
    return piece.length;
  }
  write(fd: number, bytes: Uint8Array, position: number | null): number {
    if ((fd === 1 || fd === 2) && !this.#open.has(fd)) return bytes.length;
    const stream = this.#descriptor(fd);
    if (stream.file.kind === "pipe") {
      if (!stream.writing) throw new HostError("EBADF");
      return stream.file.write(bytes, stream.blocking);
    }
    const open = this.#seekable(fd);
    const { file } = open;
    const at = position ?? (open.append ? file.bytes.length : open.position);
    const end = at + bytes.length;
    if (end > file.bytes.length) {
      const grown = new Uint8Array(end);
      grown.set(file.bytes);
      file.bytes = grown;
    }
    file.bytes.set(bytes, at);
    file.mtime = now();
    if (position === null) open.position = end;
    return bytes.length;
  }
  seek(fd: number, offset: number, whence: 0 | 1 | 2): number {
    if (fd <= 2 && !this.#open.has(fd)) throw new HostError("ESPIPE");
    const open = this.#seekable(fd);
    const at = offset + (whence === 0 ? 0 : whence === 1 ? open.position : open.file.bytes.length);
    if (at < 0) throw new HostError("EINVAL");
    open.position = at;
    return at;
  }
  truncate(fd: number, length: number): void {
    const { file } = this.#seekable(fd);
    const bytes = new Uint8Array(length);
    bytes.set(file.bytes.subarray(0, length));
    file.bytes = bytes;
  }
  fsync(): void {}
  isatty(): boolean {
    return false;
  }
  stat(path: string): FileStat {
    return this.#numbers(this.#find(path));
  }
  lstat(path: string): FileStat {
    return this.stat(path);
  }
  fstat(fd: number): FileStat {
    const file = fd <= 2 && !this.#open.has(fd) ? null : this.#descriptor(fd).file;
    if (file === null || file.kind === "pipe") return { ...this.#numbers(this.#root), mode: 0o010600 };
    return this.#numbers(file);
  }
  #numbers(entry: Entry): FileStat {
    const folder = entry.kind === "folder";
    return {
      mode: folder ? 0o040755 : 0o100644,
      ino: entry.ino,
      dev: 1n,
      nlink: 1,
      uid: 0,
      gid: 0,
      size: folder ? 0 : entry.bytes.length,
      atimeNs: entry.mtime,
      mtimeNs: entry.mtime,
      ctimeNs: entry.mtime,
    };
  }
  listdir(path: string): string[] {
    const entry = this.#find(path);
    if (entry.kind === "file") throw new HostError("ENOTDIR");
    return [...entry.entries.keys()];
  }
  mkdir(path: string): void {
    const [folder, name] = this.#parent(path);
    if (folder.entries.has(name)) throw new HostError("EEXIST");
    folder.entries.set(name, this.#folder());
    folder.mtime = now();
  }
  rmdir(path: string): void {
    const [folder, name] = this.#parent(path);
    const entry = folder.entries.get(name);
    if (entry === undefined) throw new HostError("ENOENT");
    if (entry.kind === "file") throw new HostError("ENOTDIR");
    if (entry.entries.size > 0) throw new HostError("ENOTEMPTY");
    folder.entries.delete(name);
    folder.mtime = now();
  }
  unlink(path: string): void {
    const [folder, name] = this.#parent(path);
    const entry = folder.entries.get(name);
    if (entry === undefined) throw new HostError("ENOENT");
    if (entry.kind === "folder") throw new HostError("EISDIR");
    folder.entries.delete(name);
    folder.mtime = now();
  }
  rename(from: string, to: string): void {
    const entry = this.#find(from);
    const [source, name] = this.#parent(from);
    const [target, newName] = this.#parent(to);
    const existing = target.entries.get(newName);
    if (existing?.kind === "folder" && entry.kind === "file") throw new HostError("EISDIR");
    source.entries.delete(name);
    target.entries.set(newName, entry);
  }
  link(from: string, to: string): void {
    const entry = this.#find(from);
    const [folder, name] = this.#parent(to);
    if (folder.entries.has(name)) throw new HostError("EEXIST");
    folder.entries.set(name, entry);
  }
  symlink(): void {
    throw new HostError("EPERM");
  }
  readlink(path: string): string {
    this.#find(path);
    throw new HostError("EINVAL");
  }
  chmod(path: string): void {
    this.#find(path);
  }
  utime(path: string, _atimeNs: bigint, mtimeNs: bigint): void {
    this.#find(path).mtime = mtimeNs;
  }
  access(path: string): boolean {
    try {
      this.#find(path);
      return true;
    } catch {
      return false;
    }
  }
  getcwd(): string {
    return this.#cwd;
  }
  chdir(path: string): void {
    if (this.#find(path).kind === "file") throw new HostError("ENOTDIR");
    this.#cwd = `/${this.#parts(path).join("/")}`;
  }
}

const now = (): bigint => BigInt(Date.now()) * 1_000_000n;

/** A host without a machine behind it: files in memory, nothing else but clocks and random numbers. */
export class MemoryHost implements Host {
  readonly files: HostFiles;
  readonly platform = "browser";
  readonly #env: ReadonlyMap<string, string>;

  constructor(options: MemoryHostOptions = {}) {
    const files = new MemoryFiles();
    const encoder = new TextEncoder();
    for (const [path, contents] of Object.entries(options.files ?? {})) {
      files.store(path, typeof contents === "string" ? encoder.encode(contents) : contents);
    }
    this.files = files;
    this.#env = new Map(Object.entries(options.env ?? {}));
  }

  time(): bigint {
    return now();
  }
  monotonic(): bigint {
    return BigInt(Math.round(performance.now() * 1e6));
  }
  cpuTime(): bigint {
    return this.monotonic();
  }
  sleep(seconds: number): void {
    // Nothing else can run meanwhile: the host's own timers belong to its event loop.
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end);
  }
  random(into: Uint8Array): void {
    for (let i = 0; i < into.length; i += 65536) crypto.getRandomValues(into.subarray(i, i + 65536));
  }
  environ(): ReadonlyMap<string, string> {
    return this.#env;
  }
  pid(): number {
    return 1;
  }
  localZone(): { offset: number; name: string; isDst: boolean } {
    return { offset: 0, name: "UTC", isDst: false };
  }
}
