/** Kind of a directory entry and the numbers of `os.stat`. Times are nanoseconds since the epoch. */
export interface FileStat {
  readonly mode: number;
  readonly ino: bigint;
  readonly dev: bigint;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

/**
 * What a host call failed with: `code` is a POSIX errno name ("ENOENT"). Hosts throw it; the modules
 * that call hosts turn it into OSError.
 */
export class HostError extends Error {
  override readonly name = "HostError";
  constructor(readonly code: string) {
    super(code);
  }
}

/** Files as POSIX has them: descriptors are small numbers, paths are strings. Every call may throw {@link HostError}. */
export interface HostFiles {
  /** @param flags POSIX `O_*` bits in Linux's numbers. @returns a descriptor */
  open(path: string, flags: number, mode: number): number;
  close(fd: number): void;
  /** Reads at most `into.length` bytes at `position`, or at the file's own position when that is `null`. @returns the number of bytes, 0 at the end */
  read(fd: number, into: Uint8Array, position: number | null): number;
  /** @returns the number of bytes written */
  write(fd: number, bytes: Uint8Array, position: number | null): number;
  /** @param whence 0 start, 1 current, 2 end. @returns the new position */
  seek(fd: number, offset: number, whence: 0 | 1 | 2): number;
  truncate(fd: number, length: number): void;
  fsync(fd: number): void;
  isatty(fd: number): boolean;
  stat(path: string): FileStat;
  lstat(path: string): FileStat;
  fstat(fd: number): FileStat;
  listdir(path: string): string[];
  mkdir(path: string, mode: number): void;
  rmdir(path: string): void;
  unlink(path: string): void;
  rename(from: string, to: string): void;
  link(from: string, to: string): void;
  symlink(target: string, path: string): void;
  readlink(path: string): string;
  chmod(path: string, mode: number): void;
  utime(path: string, atimeNs: bigint, mtimeNs: bigint): void;
  /** @param mode bits of R_OK 4, W_OK 2, X_OK 1 */
  access(path: string, mode: number): boolean;
  getcwd(): string;
  chdir(path: string): void;
  /** A pipe: what is written to the second descriptor is read from the first. */
  pipe(): [number, number];
  /** Another descriptor of the same open file: the lowest that is free, or a given one, which is closed before. */
  dup(fd: number, target?: number): number;
  /** Does a call wait until it can do something? One that does not fails with EAGAIN instead. */
  isBlocking(fd: number): boolean;
  setBlocking(fd: number, blocking: boolean): void;
  /** Would a read return at once? */
  isReadable(fd: number): boolean;
}

/** What a program is started with. */
export interface ProcessStart {
  /** Path of the executable. */
  readonly file: string;
  /** Arguments, its name first. */
  readonly args: readonly string[];
  readonly cwd: string | null;
  readonly env: ReadonlyMap<string, string>;
  /** Descriptors of this process that the new one gets as 0, 1, 2 and so on; `null` for none. */
  readonly descriptors: readonly (number | null)[];
  /** Does it lead a session of its own? */
  readonly newSession: boolean;
}

/** Other processes. Every call may throw {@link HostError}. */
export interface HostProcesses {
  /** Starts a program. @returns the number of its process */
  start(program: ProcessStart): number;
  /**
   * Waits for the end of a child, of any for -1.
   * @returns its number and its wait status as POSIX has it, `null` if it runs on and `block` is false
   */
  wait(pid: number, block: boolean): { readonly pid: number; readonly status: number } | null;
  /** Sends a signal, in Linux's numbers. */
  kill(pid: number, signal: number): void;
}

/** What a host lets programs do to its garbage collector. */
export interface HostMemory {
  /** Frees at once what nothing refers to any more; weak references to it are empty afterwards. */
  collect(): void;
  /** Lets objects go that were looked at through weak references, which keep them until the host's event loop turns. */
  release(): void;
}

/** The world outside an interpreter. Everything that Adder knows of its surroundings passes through here. */
export interface Host {
  readonly files: HostFiles;
  /** Nanoseconds since the epoch. */
  time(): bigint;
  /** Nanoseconds of a clock that never goes back. */
  monotonic(): bigint;
  /** Nanoseconds of CPU time of this process. */
  cpuTime(): bigint;
  /** Blocks for some seconds. */
  sleep(seconds: number): void;
  /** Fills an array with random bytes fit for cryptography. */
  random(into: Uint8Array): void;
  /** Environment variables as the process got them. */
  environ(): ReadonlyMap<string, string>;
  /** `sys.platform`: "linux", "darwin", "win32", "browser". */
  readonly platform: string;
  pid(): number;
  /** Number of the process that started this one. */
  parentPid?(): number;
  /** Other processes; absent where none can be started. */
  readonly processes?: HostProcesses;
  /** Ends the process at once, with an exit code; absent where a program may not. */
  exit?(code: number): never;
  /** The garbage collector; absent where a program has no influence on it. */
  readonly memory?: HostMemory;
  /** Offset of local time from UTC in seconds at a moment (seconds since the epoch), and the zone's name. */
  localZone(seconds: number): { readonly offset: number; readonly name: string; readonly isDst: boolean };
}
