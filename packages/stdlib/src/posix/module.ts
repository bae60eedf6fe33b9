import {
  asDouble,
  asStr,
  BytesType,
  call,
  defineStructSequence,
  fsDecode,
  fsEncode,
  fsPath,
  HostError,
  importName,
  isInstance,
  isTrue,
  type MethodRow,
  type ModuleSpec,
  None,
  NotImplementedErrorType,
  newException,
  newStructSequence,
  OSErrorType,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyTuple,
  type Result,
  raise,
  raiseValue,
  SystemExitType,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  toIndex,
  toInt,
  toSize,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { errnoOf, strerror } from "../errno/numbers.js";
import { attempt, raiseErrno } from "../os-error.js";
import { constants } from "./constants.js";
import { closeDescriptor, descriptor, descriptorFunctions } from "./descriptors.js";
import { DirEntryType, PyDirEntry, PyScandir } from "./dir-entry.js";
import { environmentFunctions } from "./environment.js";
import { normalizePath } from "./normalize-path.js";
import { StatResultType, statResult } from "./stat.js";
import { waitFunctions } from "./wait-status.js";

const TerminalSizeType = defineStructSequence({
  name: "os.terminal_size",
  doc: "Size of a terminal.",
  fields: [
    ["columns", "width of the terminal window in characters"],
    ["lines", "height of the terminal window in characters"],
  ],
});

const UnameResultType = defineStructSequence({
  name: "posix.uname_result",
  doc: "What the system says of itself.",
  fields: ["sysname", "nodename", "release", "version", "machine"].map((name) => [name, name] as const),
});

const TimesResultType = defineStructSequence({
  name: "posix.times_result",
  doc: "Times of the process.",
  fields: ["user", "system", "children_user", "children_system", "elapsed"].map(
    (name) => [name, name] as const,
  ),
});

/** `os.cpu_count()`: what the user says, else that one processor executes the program. */
function cpuCount(ts: ThreadState): Result<Value> {
  const configured = importName(ts, "sys", "_get_cpu_count_config");
  const count = configured === null ? null : call(ts, configured, []);
  return count === -1 ? 1 : count;
}

const done = (ts: ThreadState, operation: () => void, ...names: Value[]): Result<Value> =>
  attempt(
    ts,
    () => {
      operation();
      return None;
    },
    ...names,
  );

/** Calls with a path argument and the path as the host takes it. */
const onPath =
  (operation: (ts: ThreadState, path: string) => void) =>
  (ts: ThreadState, _m: Value, pathValue: Value): Result<Value> => {
    const path = fsDecode(ts, pathValue);
    return path === null ? null : done(ts, () => operation(ts, path), pathValue);
  };

function stat(ts: ThreadState, pathValue: Value, follow: boolean): Result<Value> {
  const fd = toInt(pathValue);
  const { files } = ts.interp.host;
  if (fd !== undefined) {
    const numbers = attempt(ts, () => files.fstat(Number(fd)));
    return numbers === null ? null : statResult(numbers);
  }
  if (asStr(pathValue) === undefined && !isInstance(pathValue, BytesType)) {
    const path = fsPathOrFd(ts, "stat", pathValue);
    if (path === null) return null;
  }
  const path = fsDecode(ts, pathValue);
  if (path === null) return null;
  const numbers = attempt(ts, () => (follow ? files.stat(path) : files.lstat(path)), pathValue);
  return numbers === null ? null : statResult(numbers);
}

function fsPathOrFd(ts: ThreadState, fname: string, v: Value): Result<Value> {
  const path = fsPath(ts, v);
  if (path !== null) return path;
  ts.pending = null;
  return raise(
    ts,
    TypeErrorType,
    `${fname}: path should be string, bytes, os.PathLike or integer, not ${typeName(v)}`,
  );
}

function listing(
  ts: ThreadState,
  pathValue: Value | undefined,
): Result<{ names: string[]; folder: string; asBytes: boolean }> {
  const given = pathValue === undefined || pathValue === None ? "." : pathValue;
  const fs = fsPath(ts, given);
  if (fs === null) return null;
  const folder = fsDecode(ts, given);
  if (folder === null) return null;
  const names = attempt(ts, () => ts.interp.host.files.listdir(folder), given);
  return names === null ? null : { names, folder, asBytes: isInstance(fs, BytesType) };
}

function listdir(ts: ThreadState, _m: Value, pathValue: Value | undefined): Result<Value> {
  const found = listing(ts, pathValue);
  if (found === null) return null;
  const names: Value[] = [];
  for (const name of found.names) {
    const value = fsEncode(ts, name, found.asBytes);
    if (value === null) return null;
    names.push(value);
  }
  return new PyList(names);
}

function scandir(ts: ThreadState, _m: Value, pathValue: Value | undefined): Result<Value> {
  const found = listing(ts, pathValue);
  if (found === null) return null;
  const entries: PyDirEntry[] = [];
  for (const name of found.names) {
    const path = found.folder.endsWith("/") ? found.folder + name : `${found.folder}/${name}`;
    const nameValue = fsEncode(ts, name, found.asBytes);
    const pathText = fsEncode(ts, path, found.asBytes);
    if (nameValue === null || pathText === null) return null;
    entries.push(new PyDirEntry(nameValue, pathText, path));
  }
  return new PyScandir(entries);
}

function utime(ts: ThreadState, _m: Value, pathValue: Value, times?: Value, ns?: Value): Result<Value> {
  const path = fsDecode(ts, pathValue);
  if (path === null) return null;
  const given = ns ?? times ?? None;
  if (ns !== undefined && times !== undefined && times !== None) {
    return raise(ts, ValueErrorType, "utime: you may specify either 'times' or 'ns' but not both");
  }
  let atime = ts.interp.host.time();
  let mtime = atime;
  if (given !== None) {
    if (!(given instanceof PyTuple) || given.items.length !== 2) {
      return raise(
        ts,
        TypeErrorType,
        ns === undefined
          ? "utime: 'times' must be either a tuple of two ints or None"
          : "utime: 'ns' must be a tuple of two ints",
      );
    }
    const parts: bigint[] = [];
    for (const item of given.items) {
      const whole = toInt(item);
      if (whole !== undefined) parts.push(ns === undefined ? BigInt(whole) * 1_000_000_000n : BigInt(whole));
      else {
        const seconds = asDouble(ts, item);
        if (seconds === null) return null;
        parts.push(BigInt(Math.round(seconds * 1e9)));
      }
    }
    [atime, mtime] = parts;
  }
  return done(ts, () => ts.interp.host.files.utime(path, atime, mtime), pathValue);
}

const onDescriptor =
  (operation: (ts: ThreadState, fd: number) => Value) =>
  (ts: ThreadState, _m: Value, fdValue: Value): Result<Value> => {
    const fd = descriptor(ts, fdValue);
    return fd === null ? null : attempt(ts, () => operation(ts, fd));
  };

const twoPaths =
  (operation: (ts: ThreadState, from: string, to: string) => void) =>
  (ts: ThreadState, _m: Value, from: Value, to: Value): Result<Value> => {
    const a = fsDecode(ts, from);
    if (a === null) return null;
    const b = fsDecode(ts, to);
    return b === null ? null : done(ts, () => operation(ts, a, b), from, to);
  };

const unlink: MethodRow[2] = onPath((ts, path) => ts.interp.host.files.unlink(path));
const rename: MethodRow[2] = twoPaths((ts, from, to) => ts.interp.host.files.rename(from, to));

const functions: MethodRow[] = [
  [
    "stat",
    "($module, /, path, *, dir_fd=None, follow_symlinks=True)",
    (ts, _m, path: Value, _dir: Value | undefined, followValue: Value | undefined) => {
      const follow = followValue === undefined ? true : isTrue(ts, followValue);
      return follow === null ? null : stat(ts, path, follow);
    },
    "Numbers of a file.",
  ],
  [
    "lstat",
    "($module, /, path, *, dir_fd=None)",
    (ts, _m, path: Value) => stat(ts, path, false),
    "Numbers of a file or link.",
  ],
  [
    "fstat",
    "($module, /, fd)",
    onDescriptor((ts, fd) => statResult(ts.interp.host.files.fstat(fd))),
    "Numbers of an open file.",
  ],
  [
    "open",
    "($module, /, path, flags, mode=511, *, dir_fd=None)",
    (ts, _m, pathValue: Value, flagsValue: Value, modeValue: Value | undefined) => {
      const path = fsDecode(ts, pathValue);
      if (path === null) return null;
      const flags = toIndex(ts, flagsValue);
      if (flags === null) return null;
      const mode = modeValue === undefined ? 0o777 : toIndex(ts, modeValue);
      if (mode === null) return null;
      return attempt(ts, () => ts.interp.host.files.open(path, Number(flags), Number(mode)), pathValue);
    },
    "Opens a file: a descriptor.",
  ],
  [
    "close",
    "($module, /, fd)",
    onDescriptor((ts, fd) => {
      closeDescriptor(ts, fd);
      return None;
    }),
    "Closes a descriptor.",
  ],
  [
    "lseek",
    "($module, fd, position, whence, /)",
    (ts, _m, fdValue: Value, position: Value, whenceValue: Value) => {
      const fd = descriptor(ts, fdValue);
      const offset = fd === null ? null : toIndex(ts, position);
      const whence = offset === null ? null : toIndex(ts, whenceValue);
      if (fd === null || offset === null || whence === null) return null;
      return attempt(ts, () => ts.interp.host.files.seek(fd, Number(offset), Number(whence) as 0 | 1 | 2));
    },
    "Moves the position of a descriptor.",
  ],
  [
    "isatty",
    "($module, fd, /)",
    (ts, _m, fdValue: Value) => {
      const fd = descriptor(ts, fdValue);
      if (fd === null) return null;
      try {
        return ts.interp.host.files.isatty(fd);
      } catch (error) {
        if (error instanceof HostError) return false;
        throw error;
      }
    },
    "Is a descriptor a terminal?",
  ],
  [
    "fsync",
    "($module, /, fd)",
    onDescriptor((ts, fd) => {
      ts.interp.host.files.fsync(fd);
      return None;
    }),
    "Has a file written to its medium.",
  ],
  [
    "ftruncate",
    "($module, fd, length, /)",
    (ts, _m, fdValue: Value, lengthValue: Value) => {
      const fd = descriptor(ts, fdValue);
      const length = fd === null ? null : toIndex(ts, lengthValue);
      if (fd === null || length === null) return null;
      return done(ts, () => ts.interp.host.files.truncate(fd, Number(length)));
    },
    "Cuts an open file.",
  ],
  ["listdir", "($module, /, path=None)", listdir, "Names in a folder."],
  ["scandir", "($module, /, path=None)", scandir, "Entries of a folder."],
  [
    "mkdir",
    "($module, /, path, mode=511, *, dir_fd=None)",
    (ts, _m, pathValue: Value, modeValue: Value | undefined) => {
      const path = fsDecode(ts, pathValue);
      if (path === null) return null;
      const mode = modeValue === undefined ? 0o777 : toIndex(ts, modeValue);
      return mode === null ? null : done(ts, () => ts.interp.host.files.mkdir(path, Number(mode)), pathValue);
    },
    "Makes a folder.",
  ],
  [
    "rmdir",
    "($module, /, path, *, dir_fd=None)",
    onPath((ts, path) => ts.interp.host.files.rmdir(path)),
    "Removes a folder.",
  ],
  ["unlink", "($module, /, path, *, dir_fd=None)", unlink, "Removes a file."],
  ["remove", "($module, /, path, *, dir_fd=None)", unlink, "Removes a file."],
  ["rename", "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)", rename, "Renames a file."],
  [
    "replace",
    "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
    rename,
    "Renames a file over another.",
  ],
  [
    "link",
    "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
    twoPaths((ts, from, to) => ts.interp.host.files.link(from, to)),
    "Makes a hard link.",
  ],
  [
    "symlink",
    "($module, /, src, dst, target_is_directory=False, *, dir_fd=None)",
    twoPaths((ts, from, to) => ts.interp.host.files.symlink(from, to)),
    "Makes a symbolic link.",
  ],
  [
    "readlink",
    "($module, /, path, *, dir_fd=None)",
    (ts, _m, pathValue: Value) => {
      const path = fsDecode(ts, pathValue);
      if (path === null) return null;
      const target = attempt(ts, () => ts.interp.host.files.readlink(path), pathValue);
      return target === null ? null : fsEncode(ts, target, isInstance(pathValue, BytesType));
    },
    "Target of a symbolic link.",
  ],
  [
    "chmod",
    "($module, /, path, mode, *, dir_fd=None, follow_symlinks=(os.name != 'nt'))",
    (ts, _m, pathValue: Value, modeValue: Value) => {
      const path = fsDecode(ts, pathValue);
      const mode = path === null ? null : toIndex(ts, modeValue);
      if (path === null || mode === null) return null;
      return done(ts, () => ts.interp.host.files.chmod(path, Number(mode)), pathValue);
    },
    "Changes protection bits.",
  ],
  [
    "utime",
    "($module, /, path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)",
    utime,
    "Sets times of a file.",
  ],
  [
    "access",
    "($module, /, path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
    (ts, _m, pathValue: Value, modeValue: Value) => {
      const path = fsDecode(ts, pathValue);
      const mode = path === null ? null : toIndex(ts, modeValue);
      if (path === null || mode === null) return null;
      return ts.interp.host.files.access(path, Number(mode));
    },
    "May a file be used so?",
  ],
  [
    "getcwd",
    "($module, /)",
    (ts) => attempt(ts, () => strFromJs(ts.interp.host.files.getcwd())),
    "The current folder.",
  ],
  [
    "getcwdb",
    "($module, /)",
    (ts) => {
      const folder = attempt(ts, () => ts.interp.host.files.getcwd());
      return folder === null ? null : fsEncode(ts, folder, true);
    },
    "The current folder, as bytes.",
  ],
  [
    "chdir",
    "($module, /, path)",
    onPath((ts, path) => ts.interp.host.files.chdir(path)),
    "Changes the current folder.",
  ],
  ["fspath", "($module, /, path)", (ts, _m, path: Value) => fsPath(ts, path), "The str or bytes of a path."],
  [
    "urandom",
    "($module, size, /)",
    (ts, _m, sizeValue: Value) => {
      const size = toIndex(ts, sizeValue);
      if (size === null) return null;
      if (size < 0) return raise(ts, ValueErrorType, "negative argument not allowed");
      const bytes = new Uint8Array(Number(size));
      ts.interp.host.random(bytes);
      return new PyBytes(bytes);
    },
    "Random bytes fit for cryptography.",
  ],
  ["getpid", "($module, /)", (ts) => ts.interp.host.pid(), "Number of the process."],
  ["getppid", "($module, /)", (ts) => ts.interp.host.parentPid?.() ?? 1, "Number of the parent process."],
  ["cpu_count", "($module, /)", cpuCount, "Number of processors that can be used."],
  ["getuid", "($module, /)", () => 0],
  ["geteuid", "($module, /)", () => 0],
  ["getgid", "($module, /)", () => 0],
  ["getegid", "($module, /)", () => 0],
  ["umask", "($module, mask, /)", () => 0o22, "Sets the mask of protection bits."],
  [
    "strerror",
    "($module, code, /)",
    (ts, _m, codeValue: Value) => {
      const code = toIndex(ts, codeValue);
      return code === null ? null : strFromJs(strerror(Number(code)));
    },
    "Text of an error number.",
  ],
  [
    "get_terminal_size",
    "($module, fd=<unrepresentable>, /)",
    (ts) => {
      const { host } = ts.interp;
      const environ = host.environ();
      try {
        if (!host.files.isatty(1)) return raiseErrno(ts, errnoOf("ENOTTY"));
      } catch {
        return raiseErrno(ts, errnoOf("ENOTTY"));
      }
      return newStructSequence(TerminalSizeType, [
        Number(environ.get("COLUMNS") ?? 80),
        Number(environ.get("LINES") ?? 24),
      ]);
    },
    "Size of the terminal.",
  ],
  [
    "uname",
    "($module, /)",
    (ts) => {
      const system = ts.interp.host.platform;
      const name = system === "" ? "" : system[0].toUpperCase() + system.slice(1);
      return newStructSequence(UnameResultType, [name, "localhost", "", "", "wasm"]);
    },
    "What the system says of itself.",
  ],
  [
    "times",
    "($module, /)",
    (ts) => {
      const cpu = new PyFloat(Number(ts.interp.host.cpuTime()) / 1e9);
      const zero = new PyFloat(0);
      const elapsed = new PyFloat(Number(ts.interp.host.monotonic()) / 1e9);
      return newStructSequence(TimesResultType, [cpu, zero, zero, zero, elapsed]);
    },
    "Times of the process.",
  ],
  [
    "_exit",
    "($module, /, status)",
    (ts, _m, status: Value) => {
      const code = toSize(ts, status);
      if (code === null) return null;
      ts.interp.host.exit?.(code);
      // Where there is no process to end, at least the program ends.
      return raiseValue(ts, newException(SystemExitType, [code]));
    },
    "Ends the process at once: nothing is flushed, and no exit function runs.",
  ],
  ["abort", "($module, /)", (ts) => raiseValue(ts, newException(SystemExitType, [134])), "Ends the program."],
  [
    "device_encoding",
    "($module, /, fd)",
    onDescriptor((ts, fd) => (ts.interp.host.files.isatty(fd) ? "utf-8" : None)),
  ],
  [
    "register_at_fork",
    "($module, /, *, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)",
    () => None,
  ],
  [
    "_path_normpath",
    "($module, /, path)",
    (ts, _m, pathValue: Value) => {
      const fs = fsPath(ts, pathValue);
      if (fs === null) return null;
      const path = fsDecode(ts, pathValue);
      return path === null ? null : fsEncode(ts, normalizePath(path), isInstance(fs, BytesType));
    },
  ],
  [
    "_path_splitroot_ex",
    "($module, /, p)",
    (ts, _m, pathValue: Value) => {
      const fs = fsPath(ts, pathValue);
      if (fs === null) return null;
      const path = fsDecode(ts, pathValue);
      if (path === null) return null;
      const root = /^(?:\/\/(?!\/)|\/)?/.exec(path)?.[0] ?? "";
      const parts = ["", root, path.slice(root.length)];
      const values: Value[] = [];
      for (const part of parts) {
        const value = fsEncode(ts, part, isInstance(fs, BytesType));
        if (value === null) return null;
        values.push(value);
      }
      return new PyTuple(values);
    },
  ],
];

/** Functions that need other processes. */
for (const [name, signature] of [
  ["system", "($module, /, command)"],
  ["fork", "($module, /)"],
  ["execv", "($module, path, argv, /)"],
]) {
  functions.push([
    name,
    signature,
    (ts) => raise(ts, NotImplementedErrorType, `os.${name}() is not available on this host`),
    null,
  ]);
}

/** `posix` (CPython `Modules/posixmodule.c`), as far as hosts go. */
export const posixModule: ModuleSpec = {
  name: "posix",
  doc: "Files, folders and the process.",
  functions: [...functions, ...descriptorFunctions, ...environmentFunctions, ...waitFunctions],
  types: [StatResultType, TerminalSizeType, UnameResultType, TimesResultType, DirEntryType],
  attributes: { ...constants, error: OSErrorType },
  exec(ts, set) {
    const environ = new PyDict();
    for (const [name, value] of ts.interp.host.environ()) {
      const key = fsEncode(ts, name, true);
      const text = fsEncode(ts, value, true);
      if (key === null || text === null || environ.set(ts, key, text) === null) return null;
    }
    set("environ", environ);
    set("_have_functions", new PyList([]));
    return true;
  },
};
